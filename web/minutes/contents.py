"""What the minutes say (C.com R225-106, R223-24): the meeting, who was there, the quorum."""

from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import AssemblyId
from projections.assembly import meetings, rolls
from web.assemblies import contents, quorum, rules
from web.assemblies.address import begins
from web.documents.contents import (
    Convened,
    Deficiency,
    Head,
    Irregularity,
    Minutes,
    Participant,
    Present,
    Quorum,
    Role,
    instant,
    legal,
)
from web.i18n import gettext as _
from web.i18n import ngettext
from web.minutes import consultation
from web.minutes.resolutions import left_open, resolutions
from web.words import cited
from web.words.assembly import IRREGULARITIES
from web.words.statutes import STATUTES

Row = dict[str, Any]

CARENCE = "C.com R225-107"


def minutes(db: Connection[DictRow], coop: Row, meeting: Row, head: Head) -> Minutes:
    assembly = AssemblyId(meeting["id"])
    roles, asked = officers(meeting), consultation.consultation(db, meeting)
    return {
        "cooperative": legal(coop),
        "assembly": contents.which(meeting),
        "closed": instant(ended(meeting)),
        "convened": _convened(meeting),
        "agenda": [one["title"] for one in meetings.agenda(db, assembly)],
        "officers": roles,
        "attendance": _attendance(db, meeting),
        "participants": _participants(db, meeting),
        "unread": unread(meeting),
        "consultation": asked,
        "quorums": [*_quorums(meeting), *consultation.quorums(db, meeting)],
        "documents": [],
        "debates": meeting["debates"] or "",
        "deficiency": _deficiency(db, meeting),
        "resolutions": resolutions(db, meeting),
        "irregularities": [_irregularity(one) for one in meetings.irregularities(db, assembly)],
        "signatories": [consultation.signatory(meeting)] if asked else roles,
        "record": head,
    }


def unread(meeting: Row) -> str:
    """Until an adviser has read the rules, what is computed from them says so."""
    return _("Règles non relues : personne n’a comparé ces calculs avec le texte.") if meeting["unread"] else ""


def ended(meeting: Row) -> datetime:
    """When the session was closed, or put off."""
    moment: datetime = meeting["closed_at"] or meeting["put_off_at"]
    return moment


def _convened(meeting: Row) -> Convened:
    return {
        "by": meeting["convener_name"] or "",
        "on": meeting["convened_on"],
        "how": _("par courrier électronique, et sur papier pour qui n’a pas de boîte"),
        "article": cited(meeting["notice_article"]) if meeting["notice_article"] else "",
    }


def officers(meeting: Row) -> list[Role]:
    named = [
        (_("Présidence de séance"), meeting["chair_name"]),
        (_("Secrétariat de séance"), meeting["secretary_name"]),
        *((_("Scrutateur ou scrutatrice"), name) for name in meeting["tellers_names"] or ()),
    ]
    return [{"role": role, "name": name, "capacity": ""} for role, name in named if name]


def _attendance(db: Connection[DictRow], meeting: Row) -> list[Present]:
    names = rules.college_names(db, meeting)
    return [
        {
            "college": names.get(one["college"], _("Tous les associés")),
            "advisory": not one["votes"],
            "members": one["entitled"],
            "present": one["present"],
            "remote": 0,
            "represented": one["represented"],
            "votes": one["present"] + one["represented"] if one["votes"] else 0,
        }
        for one in rolls.counts(db, AssemblyId(meeting["id"]))
    ]


def _participants(db: Connection[DictRow], meeting: Row) -> list[Participant]:
    """Those who signed, then those who were represented, as the sheet stood at the end."""
    names = rules.college_names(db, meeting)
    rows = rolls.sheet(db, AssemblyId(meeting["id"]))
    came = [one for one in rows if one["present"] or one["holder"] or one["open_proxy"]]
    return [
        {
            "name": one["name"] or _("(nom effacé)"),
            "college": names.get(one["college"], ""),
            "how": _("en personne") if one["present"] else _("pouvoir porté"),
            "by": "" if one["present"] else _carrier(one),
            "votes": int(one["votes"]),
        }
        for one in came
    ]


def _carrier(line: Row) -> str:
    if line["open_proxy"]:
        return _("la présidence, sans nom de mandataire")
    return line["holder_name"] or _("(nom effacé)")


def _quorums(meeting: Row) -> list[Quorum]:
    return [_quorum(one, kept) for one, kept in zip(quorum.recorded(meeting), meeting["quorums"] or (), strict=True)]


def _quorum(one: quorum.Live, kept: Row) -> Quorum:
    state = kept["state"]
    return {
        "scope": _("à titre %(kind)s", kind=STATUTES[kept["kind"]]),
        "article": cited(state["article"]) if state["article"] else "",
        "base": str(STATUTES[state["base"]]),
        "required": state["need"],
        "reached": state["there"],
        "met": one.reached,
        "steps": [step.sentence for step in one.steps],
        "left_open": left_open(one.choices),
    }


def _deficiency(db: Connection[DictRow], meeting: Row) -> Deficiency | None:
    if meeting["state"] != "adjourned":
        return None
    later = meetings.of(db, AssemblyId(meeting["second_call"])) if meeting["second_call"] else None
    if later is None:
        return {"article": CARENCE, "next": "", "place": ""}
    return {"article": CARENCE, "next": instant(begins(later)), "place": later["place"]}


def _irregularity(one: Row) -> Irregularity:
    effect = one["largest_effect"]
    told = (
        _("au plus toute la réunion")
        if effect is None
        else ngettext("au plus %(num)s voix", "au plus %(num)s voix", effect)
    )
    what = IRREGULARITIES.get(one["rule"], one["rule"])
    return {"what": f"{what} {one['reason']}".strip(), "article": cited(one["article"]), "effect": told}
