"""What the papers of an assembly say: the notice of a person, the attendance sheet, a proxy to fill in."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.proxies import most, open_rule
from governance.statutes.facts import Kind, Organ, Statutes
from governance.words import AssemblyId, PersonId
from projections.assembly import absences, convening, meetings, rolls
from projections.membership import persons
from web.assemblies import called, rules
from web.assemblies.address import begins
from web.documents.contents import (
    Addressee,
    Assembly,
    AttendanceSheet,
    Attendee,
    AttendeesOfCollege,
    Draft,
    Head,
    Notice,
    Proxy,
    Role,
    Ruling,
    instant,
    legal,
)
from web.i18n import gettext as _
from web.i18n import hour, ngettext, part
from web.words import cited
from web.words.assembly import BACKINGS, OPEN_PROXY
from web.words.statutes import STATUTES

Row = dict[str, Any]


def which(meeting: Row) -> Assembly:
    return {
        "title": meeting["title"],
        "call": 2 if meeting["second_call_of"] else 1,
        "at": instant(begins(meeting)),
        "place": meeting["place"],
        "remote": "",
    }


def notice(db: Connection[DictRow], coop: Row, meeting: Row, person: PersonId, how: str) -> Notice:
    """Hers; `how` it goes: by e-mail, by letter."""
    told = rules.of_meeting(db, meeting)
    agenda = meetings.agenda(db, AssemblyId(meeting["id"]))
    noted = meetings.irregularities(db, AssemblyId(meeting["id"]))
    late = next((one for one in noted if one["rule"] == "notice-too-short"), None)
    laid = {one["piece"]: one["title"] for one in convening.documents(db, AssemblyId(meeting["id"]))}
    article = cited(meeting["notice_article"])
    by, known = meeting["convener_name"] or "", persons.of(db, person) or {}
    return {
        "cooperative": legal(coop),
        "assembly": which(meeting),
        "convened": called.convened(meeting, how),
        "recipient": _addressee(known, _colleges(db, meeting, person)),
        "delay": {
            "days": meeting["notice_days"],
            "required": meeting["required_days"],
            "article": article,
            "excuse": late["reason"] if late else "",
        },
        "agenda": [one["title"] for one in agenda],
        "drafts": [_draft(one, told) for one in agenda],
        "rules": [
            *warnings(db, meeting, person),
            *called.of_the_call(db, meeting, person),
            *_how(meeting, told, {Kind(one["kind"]) for one in agenda}),
        ],
        "documents": list(laid.values()),
        "where": _("Ils se lisent sur votre page personnelle, et au siège."),
        "signatory": {"role": "", "name": by, "capacity": ""},
        "correction": called.correction(db, meeting),
    }


def warnings(db: Connection[DictRow], meeting: Row, person: PersonId) -> list[Ruling]:
    """What she loses if she misses this assembly too: the notice must say it, or nothing is lost."""
    return [
        {
            "title": _("Avertissement"),
            "text": _(
                "%(name)s n’était ni là ni représentée aux dernières assemblées ordinaires (%(missed)s de suite). "
                "Une absence de plus à celle-ci, sans pouvoir donné, met fin de plein droit à sa qualité d’associé.",
                name=one["name"] or "",
                missed=one["said"]["missed"],
            ),
            "article": cited(one["said"]["article"]),
        }
        for one in absences.warning(db, AssemblyId(meeting["id"]), person)
    ]


def _addressee(person: Row, colleges: list[str]) -> Addressee:
    name, address = person.get("name") or "", person.get("address") or ""
    return {"name": name, "address": address, "college": ", ".join(colleges)}


def _colleges(db: Connection[DictRow], meeting: Row, person: PersonId) -> list[str]:
    """The collèges in which somebody votes, as papers call them."""
    names, lines = rules.college_names(db, meeting), rolls.of_voter(db, AssemblyId(meeting["id"]), person)
    return list(dict.fromkeys(bare(names[line["college"]]) for line in lines if line["college"] in names))


def bare(name: str) -> str:
    """Papers say « Collège » themselves."""
    return name.removeprefix("Collège ").strip()


def _draft(resolution: Row, told: Statutes | None) -> Draft:
    meeting = told.meeting(Kind(resolution["kind"])) if told else None
    scope = STATUTES[resolution["kind"]]
    draft: Draft = {
        "number": resolution["number"],
        "title": resolution["title"],
        "scope": "ordinaire" if resolution["kind"] == "ordinary" else "extraordinaire",
        "presented": str(BACKINGS[resolution["backing"]]),
        "text": resolution["text"],
        "majority": _("À titre %(scope)s.", scope=scope),
        "article": "",
    }
    if meeting:
        rule = meeting.majority
        words = (
            _("Plus de %(part)s ; se comptent : %(base)s")
            if rule.strict
            else _("Au moins %(part)s ; se comptent : %(base)s")
        )
        said = words % {"part": part(rule.threshold.value), "base": STATUTES[rule.base.value.value]}
        return {**draft, "majority": said, "article": cited(rule.threshold.article)}
    return draft


def _how(meeting: Row, told: Statutes | None, kinds: set[Kind]) -> list[Ruling]:
    """Quorum and powers, as the statutes say them."""
    if told is None:
        return []
    found: list[Ruling] = []
    for kind in (kind for kind in Kind if kind in kinds):
        asked = told.meeting(kind)
        fraction = (asked.quorum.second if meeting["second_call_of"] else asked.quorum.first) if asked else None
        if asked and fraction:
            title = _("Quorum, à titre %(scope)s", scope=STATUTES[kind.value])
            base = STATUTES[asked.quorum.base.value.value] if asked.quorum.base else STATUTES["heads"]
            text = _("Au moins %(part)s ; se comptent : %(base)s.", part=part(fraction.value), base=base)
            found.append({"title": title, "text": text, "article": cited(fraction.article)})
    return [*found, *powers(meeting, told)]


def powers(meeting: Row, told: Statutes) -> list[Ruling]:
    """How many powers one may carry, and what becomes of those that name nobody."""
    if told.proxies is None:
        return _open_proxies(meeting, told)
    number = most(told.proxies, meeting["mandates"])
    words = ngettext(
        "Chacun peut porter %(num)s pouvoir, en plus de sa propre voix. Venir en personne reprend le pouvoir donné.",
        "Chacun peut porter %(num)s pouvoirs, en plus de sa propre voix. Venir en personne reprend le pouvoir donné.",
        number,
    )
    named: Ruling = {"title": _("Pouvoirs"), "text": words, "article": cited(told.proxies.least.article)}
    return [named, *_open_proxies(meeting, told)]


def _open_proxies(meeting: Row, told: Statutes) -> list[Ruling]:
    rule = open_rule(told, Organ(meeting["organ"]))
    if rule is None:
        return []
    words = str(OPEN_PROXY[rule.value.value])
    return [{"title": _("Pouvoir sans nom de mandataire"), "text": words, "article": cited(rule.article)}]


def proxy(db: Connection[DictRow], coop: Row, meeting: Row) -> Proxy:
    """To print, and to fill in by hand."""
    told = rules.of_meeting(db, meeting)
    return {
        "cooperative": legal(coop),
        "assembly": which(meeting),
        "giver": None,
        "holder": "",
        "agenda": [one["title"] for one in meetings.agenda(db, AssemblyId(meeting["id"]))],
        "rules": powers(meeting, told) if told else [],
        "reply": "",
    }


def sheet(db: Connection[DictRow], coop: Row, meeting: Row, head: Head) -> AttendanceSheet:
    told, names = rules.of_meeting(db, meeting), rules.college_names(db, meeting)
    categories = {one.id: one.name for one in told.categories} if told else {}
    lines = rolls.sheet(db, AssemblyId(meeting["id"]))
    named = [line | {"category": categories.get(line["category"], line["category"])} for line in lines]
    held = {one: [line for line in named if line["college"] == one] for one in (*names, "")}
    return {
        "cooperative": legal(coop),
        "assembly": which(meeting),
        "colleges": [_college(names.get(one), of_it) for one, of_it in held.items() if of_it],
        "proxies": sum(line["holder"] is not None or line["open_proxy"] for line in lines),
        "postal": sum(line["form"] for line in lines),
        "officers": _officers(meeting),
        "record": head,
    }


def _college(name: str | None, lines: list[Row]) -> AttendeesOfCollege:
    """Without collèges there is one for all."""
    advisory = not any(line["votes"] for line in lines)
    members = [_attendee(line) for line in lines]
    return {"college": bare(name) if name else _("unique"), "advisory": advisory, "members": members}


def _attendee(line: Row) -> Attendee:
    name, speaker = line["name"] or "", line["voter_name"]
    return {
        "name": f"{name} ({speaker})" if line["legal"] and speaker else name,
        "address": line["address"] or "",
        "category": line["category"],
        "shares": line["shares"],
        "votes": int(line["votes"]),
        "by": _("la présidence, sans nom de mandataire") if line["open_proxy"] else line["holder_name"] or "",
        "signed": _came(line),
    }


def _came(line: Row) -> str:
    """What stands for her signature: her hours, and whether she was there from afar."""
    if line["signed"] is None:
        return _("Formulaire reçu") if line["form"] else ""
    at = {"came": hour(line["signed"]), "left": hour(line["left_at"]) if line["left_at"] else ""}
    afar = _(", à distance") if line["remote"] else ""
    return (_("De %(came)s à %(left)s", **at) if line["left_at"] else _("Depuis %(came)s", **at)) + afar


def _officers(meeting: Row) -> list[Role]:
    """Those who hold the meeting, or dotted lines while nobody is named."""
    tellers = meeting["tellers_names"] or ["", ""]
    named = [
        (_("Présidence de séance"), meeting["chair_name"]),
        (_("Secrétariat de séance"), meeting["secretary_name"]),
        *((_("Scrutateur ou scrutatrice"), name) for name in tellers),
    ]
    return [{"role": role, "name": name or "", "capacity": ""} for role, name in named]
