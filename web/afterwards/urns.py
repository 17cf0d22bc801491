"""An election on paper urns: who stood and what two tellers found, typed with the rest of the meeting."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from governance.command import Command
from governance.counting.urn import Named, Urn
from governance.vote.elect import CloseElection, OpenElection
from governance.vote.urns import CountElection, CountUrns
from governance.words import AssemblyId, CollegeId, Office, PersonId, ResolutionId, StatutesId, VoteId
from web.afterwards.typed import OnPaper, place

ROWS = [str(number) for number in range(1, 13)]
"""Of candidates, on a tally sheet."""

Row = dict[str, Any]
Find = Callable[[str, str | None], PersonId | None]
"""Who answers to the letters of a field."""


def is_election(typed: OnPaper, resolution: str) -> bool:
    return bool(typed.seats.get(resolution))


class Sheet(NamedTuple):
    """A tally sheet: of which round, at what hour, the collèges that have an urn, who signed it."""

    vote: VoteId
    at: datetime
    colleges: Sequence[str]
    tellers: tuple[PersonId, ...]


def election(typed: OnPaper, one: Row, sheet: Sheet, find: Find) -> Iterator[Command]:
    """`one`: a resolution about persons, with the statutes under which its roll was sealed."""
    assembly, resolution, at = AssemblyId(one["assembly"]), one["id"], sheet.at
    stood = {row: person for row in ROWS if (person := _candidate(typed, f"{resolution}-{row}", find))}
    asked = (sheet.vote, assembly, ResolutionId(resolution), StatutesId(one["statutes"]))
    office, seats = typed.function.get(resolution, Office.BOARD), typed.seats[resolution]
    yield OpenElection(*asked, office, seats, tuple(stood.values()), happened_at=at)
    counted = tuple(_urn(typed, resolution, college, stood) for college in sheet.colleges)
    yield CountUrns(sheet.vote, assembly, counted, sheet.tellers, at)
    yield CloseElection(sheet.vote, at)
    yield CountElection(sheet.vote, assembly)


def _candidate(typed: OnPaper, where: str, find: Find) -> PersonId | None:
    return find(f"candidate.{where}", typed.candidate.get(where))


def _urn(typed: OnPaper, resolution: str, college: str, stood: dict[str, PersonId]) -> Urn:
    """How many could vote is the roll's to say."""
    where = place(resolution, college)
    named = tuple(
        Named(person, typed.votes.get(place(f"{resolution}-{row}", college), 0)) for row, person in stood.items()
    )
    papers, blank, void = (column.get(where, 0) for column in (typed.papers, typed.urn_blank, typed.urn_void))
    return Urn(CollegeId(college), papers, papers, named, blank, void)
