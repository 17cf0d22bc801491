"""Elections: opened on a resolution about persons, counted by two tellers, explained, held again, recorded."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.counting.replay import Electing
from governance.counting.tally import WHOLE, voting
from governance.counting.urn import Named, Urn
from governance.decision.elect import RecordElection
from governance.decision.part_tie import PartTie
from governance.statutes.standing import quotes
from governance.vote.elect import CloseElection, OpenElection, OpenElectionDespite, OpenNextRound
from governance.vote.election_facts import ElectionOpened
from governance.vote.urns import CountElection, CountMyUrns, CountUrns
from governance.words import (
    AssemblyId,
    CollegeId,
    DecisionId,
    Office,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    VoteId,
)
from projections.assembly import meetings, rolls
from projections.decision import decisions
from projections.vote import elections, votes
from web.asked_file import sent, written
from web.assemblies import rules
from web.counter import Gesture, NoField, Page, found, here, new, office, to, visitor
from web.edge.inputs import Count, Name, Text
from web.explain import explained
from web.pages import address, render
from web.places import Places, in_order
from web.visitor import members_and_officers, secretariat
from web.whom import Listed
from web.words.common import OFFICES

SEATED = (Office.BOARD, Office.CHAIR, Office.SECRETARY, Office.AUDITOR)


class Opening(BaseModel):
    """Who stands is ticked on the roll."""

    office: Office
    seats: Count
    college: CollegeId = WHOLE
    candidates: list[Name]
    despite: Text | None = None


class Counting(BaseModel):
    """One figure a field, under `collège-candidate` by their rank; what is left empty is nothing."""

    papers: dict[str, Count] = {}
    blank: dict[str, Count] = {}
    void: dict[str, Count] = {}
    votes: dict[str, Count] = {}
    both: bool = False  # typed from the sheet that the two tellers signed


def open_election(form: Opening, request: Request, gesture: str) -> OpenElection:
    one = asked(request)["resolution"]
    opening = OpenElection(
        vote=VoteId(gesture),
        assembly=AssemblyId(one["assembly"]),
        resolution=ResolutionId(one["id"]),
        statutes=StatutesId(one["statutes"] or "none"),
        office=form.office,
        seats=form.seats,
        candidates=tuple(map(PersonId, form.candidates)),
        college=form.college,
    )
    return OpenElectionDespite(**vars(opening), despite=Public(form.despite)) if form.despite else opening


def asked(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = found(votes.resolution(db, ResolutionId(request.path_params["resolution"])))
        meeting = found(meetings.of(db, AssemblyId(one["assembly"])))
        names = rules.college_names(db, meeting)
        people = [(row["id"], row["name"]) for row in elections.candidates(db, one["assembly"])]
    given = [(each.value, OFFICES[each.value]) for each in SEATED]
    return {"resolution": one, "people": Listed(people), "offices": given, "colleges": list(names.items())}


def for_the_board(request: Request) -> dict[str, Any]:
    return {"office": Office.BOARD, "seats": 1}


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(elections.of(db, _vote(request)))
        opened = elections.opening(row)
        names = _names(db, row, opened)
        return {
            "election": row,
            "opened": opened,
            "office": OFFICES[opened.office.value],
            "names": names,
            "urns": _urns(db, opened, names),
            "found": [(one["teller"], one["name"], elections.counted(one)) for one in elections.found(db, row["id"])],
            "next": elections.next_round(db, row["id"]),
            "decision": decisions.of_vote(db, row["id"]),
            **_result(row, opened, names),
        }


def _names(db: Connection[DictRow], row: DictRow, opened: ElectionOpened) -> dict[str, str]:
    """What to call the candidates and the collèges."""
    meeting = found(meetings.of(db, AssemblyId(row["assembly"])))
    people = [*opened.running.candidates, *opened.running.elected]
    return {**elections.names(db, people), **rules.college_names(db, meeting)}


def _urns(db: Connection[DictRow], opened: ElectionOpened, names: dict[str, str]) -> list[dict[str, Any]]:
    """The urns to count: one a voting collège, with how many could put a paper in."""
    entitled = {one["college"]: one["entitled"] for one in rolls.counts(db, opened.assembly) if one["votes"]}
    heard = [college.id for college in voting(opened.suffrage.scheme)]
    if opened.running.college != WHOLE:
        heard = [opened.running.college]
    return [{"college": one, "name": names.get(one, ""), "entitled": entitled.get(one, 0)} for one in heard]


def _result(row: DictRow, opened: ElectionOpened, names: dict[str, str]) -> dict[str, Any]:
    result = elections.result(row)
    if result is None:
        return {"result": None, "steps": []}
    return {"result": result, "steps": explained(result.steps, quotes(opened.suffrage), names)}


def show(request: Request) -> Response:
    return render(request, "vote/election.html", known(request))


def count(form: Counting, request: Request, gesture: str) -> CountUrns:
    """A teller says her own; the secretariat types a sheet that both tellers signed."""
    shown, me = known(request), visitor(request)
    row, opened = shown["election"], shown["opened"]
    urns = tuple(_urn(form, rank, urn, opened) for rank, urn in enumerate(shown["urns"]))
    vote, assembly = VoteId(row["id"]), AssemblyId(row["assembly"])
    if form.both and secretariat(me):
        return CountUrns(vote, assembly, urns, _tellers(request, assembly))
    return CountMyUrns(vote, assembly, urns, (me.person,))


def _tellers(request: Request, assembly: AssemblyId) -> tuple[PersonId, ...]:
    with office(request).reading() as db:
        return tuple(map(PersonId, found(meetings.of(db, assembly))["tellers"] or ()))


def _urn(form: Counting, rank: int, urn: dict[str, Any], opened: ElectionOpened) -> Urn:
    named = tuple(
        Named(candidate, form.votes.get(f"{rank}-{place}", 0))
        for place, candidate in enumerate(opened.running.candidates)
    )
    own = str(rank)
    papers, blank, void = (figures.get(own, 0) for figures in (form.papers, form.blank, form.void))
    return Urn(CollegeId(urn["college"]), urn["entitled"], papers, named, blank, void)


def file(request: Request) -> Response:
    """What two tellers found, for `palabre count`; once it is counted."""
    with office(request).reading() as db:
        row = found(elections.of(db, _vote(request)))
        said = [elections.counted(one) for one in elections.found(db, row["id"])]
    found(row["election"])
    opened = elections.opening(row)
    return sent(written(Electing(opened.suffrage, opened.running, said[-1].urns)), f"election-{row['number']}")


def close(form: NoField, request: Request, gesture: str) -> CloseElection:
    return CloseElection(_vote(request))


def reckon(form: NoField, request: Request, gesture: str) -> CountElection:
    return CountElection(_vote(request), _assembly(request))


def part(form: Places, request: Request, gesture: str) -> PartTie:
    return PartTie(_vote(request), _assembly(request), tuple(map(PersonId, in_order(form))))


def again(form: NoField, request: Request, gesture: str) -> OpenNextRound:
    return OpenNextRound(VoteId(gesture), _vote(request), _assembly(request))


def record(form: NoField, request: Request, gesture: str) -> RecordElection:
    result = found(known(request)["result"])
    return RecordElection(DecisionId(gesture), _vote(request), _assembly(request), result.elected)


def to_decision(request: Request, gesture: str) -> str:
    """The one that says it already, or the one that this gesture writes."""
    with office(request).reading() as db:
        written = decisions.of_vote(db, _vote(request))
    return address(request, "decision", decision=written["id"] if written else gesture)


def _vote(request: Request) -> VoteId:
    return VoteId(request.path_params["vote"])


def _assembly(request: Request) -> AssemblyId:
    with office(request).reading() as db:
        return AssemblyId(found(elections.of(db, _vote(request)))["assembly"])


back = to("election", vote=here("vote"))
routes = [
    Gesture(Opening, "vote/open_election.html", open_election, to("election", vote=new), asked, for_the_board).page(
        "/resolutions/{resolution}/election", "open_election", secretariat
    ),
    Page("/elections/{vote}", "election", members_and_officers, show),
    Page("/elections/{vote}/fichier", "election_file", members_and_officers, file),
    Gesture(Counting, "vote/count_urns.html", count, back, known).page(
        "/elections/{vote}/urnes", "count_urns", members_and_officers
    ),
    Gesture(NoField, "vote/close_election.html", close, back, known).page(
        "/elections/{vote}/cloture", "close_election", secretariat
    ),
    Gesture(NoField, "vote/reckon_election.html", reckon, back, known).page(
        "/elections/{vote}/depouillement", "reckon_election", secretariat
    ),
    Gesture(NoField, "vote/next_round.html", again, to("election", vote=new), known).page(
        "/elections/{vote}/tour-suivant", "next_round", secretariat
    ),
    Gesture(Places, "vote/part_tie.html", part, back, known).page("/elections/{vote}/egalite", "part_tie", secretariat),
    Gesture(NoField, "vote/record_election.html", record, to_decision, known).page(
        "/elections/{vote}/decision", "record_election", secretariat
    ),
]
