"""La mallette: one PDF to print the day before, for an assembly held without a computer."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.facts import Matter
from governance.assembly.quorums import quorums
from governance.counting.tally import QuorumState
from governance.statutes.facts import Organ, QuorumBase, Statutes
from governance.words import AssemblyId
from projections.assembly import meetings, rolls
from web.assemblies import contents, quorum, rules
from web.assemblies.address import of, the_meeting
from web.counter import Page, found, office, visitor
from web.documents import document
from web.documents.contents import legal
from web.documents.contents.case import Card, Case, Needed, OnTheAgenda
from web.head import head as stands
from web.i18n import fraction
from web.i18n import gettext as _
from web.visitor import secretariat
from web.words import cited
from web.words.statutes import STATUTES

BLANK_POWERS = 4
Row = dict[str, Any]


def case(db: Connection[DictRow], coop: Row, meeting: Row, head: Any) -> Case:
    """From the roll as it is convened and the powers known when it is printed."""
    sheet, told = contents.sheet(db, coop, meeting, head), rules.of_meeting(db, meeting)
    agenda = meetings.agenda(db, AssemblyId(meeting["id"]))
    return {
        "cooperative": legal(coop),
        "assembly": contents.which(meeting),
        "quorums": list(_needed(db, meeting, told)) if told else [],
        "colleges": sheet["colleges"],
        "officers": sheet["officers"],
        "power": contents.proxy(db, coop, meeting),
        "blank_powers": BLANK_POWERS,
        "cards": list(_cards(db, meeting)),
        "resolutions": [_resolution(one) for one in agenda],
        "entitled": sum(len(one["members"]) for one in sheet["colleges"] if not one["advisory"]),
    }


def _resolution(one: Row) -> OnTheAgenda:
    persons = one["matter"] == Matter.PERSONS.value
    return {"number": one["number"], "title": one["title"], "text": one["text"], "persons": persons}


def _cards(db: Connection[DictRow], meeting: Row) -> Iterator[Card]:
    """Who gave a power has no card: her voice is on that of its holder. Nor has who sent a form."""
    names = rules.college_names(db, meeting)
    heard = [line for line in rolls.sheet(db, AssemblyId(meeting["id"])) if line["votes"]]
    carried = Counter(line["holder"] for line in heard if line["holder"])
    for line in heard:
        if not (line["holder"] or line["open_proxy"] or line["form"]):
            college = contents.bare(names.get(line["college"], _("unique")))
            yield {"name": line["name"] or "", "college": college, "votes": 1 + carried[line["member"]]}


def _needed(db: Connection[DictRow], meeting: Row, told: Statutes) -> Iterator[Needed]:
    """With nobody there yet: how many must come."""
    counts = rolls.counts(db, AssemblyId(meeting["id"]))
    absent = [quorum.absent(one) for one in counts]
    kinds = rules.on_agenda(db, AssemblyId(meeting["id"]))
    for one in quorums(told, Organ(meeting["organ"]), kinds, absent, meeting["second_call_of"] is not None):
        scope = _("À titre %(scope)s :", scope=STATUTES[one.kind.value])
        yield {
            "scope": scope,
            "said": _said(one.state),
            "article": cited(one.state.article) if one.state.article else "",
        }


def _said(state: QuorumState) -> str:
    if state.steps[0].key == "quorum-none":
        return _("aucun quorum n’est exigé.")
    if state.base is QuorumBase.HEADS:
        return _(
            "il faut %(need)s personnes, présentes ou représentées, sur %(total)s.",
            need=int(state.need),
            total=int(state.total),
        )
    if state.base is QuorumBase.PER_COLLEGE:
        return _("il faut que chacun des %(total)s collèges atteigne sa part.", total=int(state.total))
    if state.base is QuorumBase.SHARES:
        return _(
            "il faut %(need)s parts du capital, présentes ou représentées, sur %(total)s.",
            need=int(state.need),
            total=int(state.total),
        )
    return _("il faut réunir %(need)s points sur %(total)s.", need=fraction(state.need), total=fraction(state.total))


def paper(request: Request) -> Response:
    """It names everybody with her address: whoever prints it is noted."""
    head = stands(office(request))
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        found(meeting["convened"])
        content = case(db, request.state.coop, meeting, head)
        page = f"assemblees/{of(request)}/mallette"
        db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])
    pdf = document("mallette", dict(content), datetime.fromisoformat(head["at"]))
    return Response(
        pdf, media_type="application/pdf", headers={"Content-Disposition": 'inline; filename="mallette.pdf"'}
    )


routes = [Page("/assemblees/{assembly}/mallette.pdf", "case_paper", secretariat, paper)]
