"""How solid a meeting is: what was irregular, whether it can have changed a result, until when it may be contested."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.facts import IrregularityNoted
from governance.assembly.minutes_facts import Signing
from governance.assembly.solidity import REFORM, Missing, Result, bearing, ground, missing, window
from governance.counting.election_margin import election_margin
from governance.statutes.facts import Form
from governance.words import AssemblyId, Day, ResolutionId
from projections.assembly import meetings, minutes, sheets
from projections.vote import elections, votes
from web.assemblies import rules
from web.assemblies.address import the_meeting
from web.counter import Page, office
from web.documents import document
from web.documents.contents.solidity import Flaw, Solidity, Vote
from web.documents.contents.values import legal
from web.head import head
from web.i18n import day, ngettext
from web.i18n import gettext as _
from web.pages import render
from web.visitor import members_and_officers
from web.words import cited
from web.words.assembly import GROUNDS, INFLUENCES, IRREGULARITIES, MISSING

Row = dict[str, Any]


def show(request: Request) -> Response:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
    return render(request, "assembly/solidity.html", {"meeting": meeting, "sheet": sheet(request)})


def paper(request: Request) -> Response:
    said = sheet(request)
    headers = {"Content-Disposition": 'inline; filename="solidite.pdf"'}
    pdf = document("solidite", dict(said), datetime.fromisoformat(said["record"]["at"]))
    return Response(pdf, media_type="application/pdf", headers=headers)


def sheet(request: Request) -> Solidity:
    """The page and the paper say the same."""
    stands = head(office(request))
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        form, on = _form(db, meeting, request), Day(meeting["day"])
        until = window(form, on)
        return {
            "cooperative": legal(request.state.coop),
            "title": meeting["title"],
            "window": _window(day(until.until), until.years, meeting),
            "article": cited(until.article),
            "judge": _judge(form, on),
            "flaws": _flaws(db, meeting, form),
            "votes": [*_votes(db, meeting), *_elections(db, meeting)],
            "missing": [str(MISSING[one.value]) for one in _missing(db, meeting, form)],
            "record": stands,
        }


def _form(db: Connection[DictRow], meeting: Row, request: Request) -> Form:
    """That of the statutes under which it was convened; today's before."""
    told = rules.of_meeting(db, meeting)
    return told.form if told else Form(request.state.coop["form"] or Form.ASSOCIATION.value)


def _window(until: str, years: int, meeting: Row) -> str:
    said = {"until": until, "years": years, "day": day(meeting["day"])}
    return _("Contestable jusqu’au %(until)s : %(years)s ans à compter du %(day)s.", **said)


def _judge(form: Form, on: Day) -> str:
    """What a judge looks at before annulling, where a law says it."""
    if form is Form.ASSOCIATION or on < REFORM:
        return ""
    return _(
        "Le juge n’annule que si l’irrégularité a lésé qui s’en plaint, si elle a pu peser sur le résultat, et si "
        "l’annulation n’a pas de conséquences excessives pour la société (C.civ 1844-12-1)."
    )


def _noted(db: Connection[DictRow], meeting: Row) -> list[IrregularityNoted]:
    named = ("rule", "article", "reason", "largest_effect", "resolution")
    rows = meetings.irregularities(db, AssemblyId(meeting["id"]))
    return [IrregularityNoted(AssemblyId(meeting["id"]), *(row[name] for name in named)) for row in rows]


def _flaws(db: Connection[DictRow], meeting: Row, form: Form) -> list[Flaw]:
    titles = {one["id"]: one["title"] for one in meetings.agenda(db, AssemblyId(meeting["id"]))}
    on = Day(meeting["day"])
    return [
        {
            "what": str(IRREGULARITIES.get(one.rule, one.rule)),
            "about": titles.get(one.resolution or "", ""),
            "reason": one.reason,
            "article": cited(one.article) if one.article else "",
            "effect": effect_of(one.largest_effect),
            "ground": str(GROUNDS[ground(form, on, one.article).value]),
        }
        for one in _noted(db, meeting)
    ]


def effect_of(ballots: int | None) -> str:
    if ballots is None:
        return _("sans borne : tout peut en avoir dépendu")
    return ngettext("%(num)s voix au plus", "%(num)s voix au plus", ballots)


def _votes(db: Connection[DictRow], meeting: Row) -> list[Vote]:
    noted, said = _noted(db, meeting), {True: _("adoptée"), False: _("rejetée")}
    counted = [(row, votes.result(row)) for row in votes.of_assembly(db, AssemblyId(meeting["id"]))]
    return [
        _vote(row["title"], said[count.adopted], Result(ResolutionId(row["resolution"]), count.margin), noted)
        for row, count in counted
        if count and not count.second_round
    ]


def _elections(db: Connection[DictRow], meeting: Row) -> Iterator[Vote]:
    """Each round by itself."""
    noted = _noted(db, meeting)
    for row in elections.of_assembly(db, AssemblyId(meeting["id"])):
        opened, held = elections.opening(row), elections.result(row)
        if held:
            names = elections.names(db, [*held.elected])
            title = _("%(title)s, tour %(number)s", title=row["title"], number=held.round)
            result = Result(ResolutionId(row["resolution"]), election_margin(opened.suffrage, held))
            elected = ", ".join(names.get(person) or _("(nom effacé)") for person in held.elected)
            yield _vote(title, elected or _("personne d’élu"), result, noted)


def _vote(title: str, outcome: str, result: Result, noted: list[IrregularityNoted]) -> Vote:
    bears = bearing(result, noted)
    return {
        "title": title,
        "outcome": outcome,
        "margin": _("non calculée") if result.margin is None else _voices(result.margin),
        "effect": _("sans borne") if bears.effect is None else _voices(bears.effect),
        "influence": str(INFLUENCES[bears.influence.value]),
        "safe": bears.influence.value != "may",
    }


def _voices(number: int) -> str:
    return ngettext("%(num)s voix", "%(num)s voix", number)


def _missing(db: Connection[DictRow], meeting: Row, form: Form) -> list[Missing]:
    """Nothing is missing yet from a meeting that is not over."""
    if meeting["state"] not in ("closed", "adjourned"):
        return []
    assembly, sat = AssemblyId(meeting["id"]), meeting["manner"] == "session"
    held = sat and meeting["state"] == "closed"
    editions = minutes.of_assembly(db, assembly)
    return missing(
        form,
        minutes=bool(editions),
        signed=any(copy["signing"] != Signing.ALTERED.value for one in editions[:1] for copy in one["copies"]),
        sheet=not sat or bool(sheets.signed(db, assembly)),
        secretary=not held or meeting["secretary"] is not None,
        tellers=len(meeting["tellers"] or ()) if held else 2,
    )


routes = [
    Page("/assemblees/{assembly}/solidite", "solidity", members_and_officers, show),
    Page("/assemblees/{assembly}/solidite.pdf", "solidity_paper", members_and_officers, paper),
]
