"""What an election of persons takes in: how one is elected, the seats, who stands, what the urn of each collège held.

Heads only, and totals: an urn is counted, nobody's paper is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from governance.command import Refused
from governance.counting.tally import WHOLE, colleges, voting
from governance.statutes.facts import Ruled, Scheme
from governance.words import CollegeId, PersonId


class Tie(Enum):
    """Who takes the last seat among those who have as many votes."""

    ELDER = "elder"
    AGAIN = "again"  # nobody yet: they stand again, or the assembly says how


@dataclass(frozen=True)
class Suffrage:
    """How persons are elected. None: the statutes do not say, and custom does.

    `majority`: what part of the votes expressed a candidate must pass, but in the last round (half, by custom);
    `rounds`: how many there are, the most votes being enough in the last (two); `tie`: the elder, if ages are known.
    """

    scheme: Scheme
    majority: Ruled[Fraction] | None = None
    rounds: Ruled[int] | None = None
    tie: Ruled[Tie] | None = None


@dataclass(frozen=True)
class Running:
    """Seats that are filled together, and who stands for them. `college`: whose seats they are, WHOLE if nobody's.

    `elected`: who already won a seat, and takes no other. `eldest`: candidates from the eldest, never a birth date;
    empty where nobody gave it.
    """

    seats: int
    candidates: tuple[PersonId, ...]
    college: CollegeId = WHOLE
    round: int = 1
    elected: tuple[PersonId, ...] = ()
    eldest: tuple[PersonId, ...] = ()


@dataclass(frozen=True)
class Named:
    """On how many papers a candidate was named."""

    candidate: PersonId
    votes: int


@dataclass(frozen=True)
class Urn:
    """The papers of one collège. A paper may name as many candidates as there are seats, each once."""

    college: CollegeId
    entitled: int
    papers: int
    votes: tuple[Named, ...] = ()
    blank: int = 0
    void: int = 0

    @property
    def expressed(self) -> int:
        """Papers that name somebody: neither blank nor void."""
        return self.papers - self.blank - self.void

    def of(self, candidate: PersonId) -> int:
        return sum(one.votes for one in self.votes if one.candidate == candidate)

    def __add__(self, other: Urn) -> Urn:
        """Both together, in this collège."""
        named = dict.fromkeys(one.candidate for one in (*self.votes, *other.votes))
        votes = tuple(Named(candidate, self.of(candidate) + other.of(candidate)) for candidate in named)
        papers, blank, void = self.papers + other.papers, self.blank + other.blank, self.void + other.void
        return Urn(self.college, self.entitled + other.entitled, papers, votes, blank, void)


def check(running: Running) -> None:
    if running.seats < 1:
        raise Refused("no-seat")
    if len(set(running.candidates)) < len(running.candidates):
        raise Refused("candidate-twice")


def urns(scheme: Scheme, running: Running, given: Iterable[Urn]) -> dict[CollegeId, Urn]:
    """One a collège, in the order of the scheme; the urn of a collège that gives none is empty.

    Refused: an urn that cannot be, votes for somebody who does not stand.
    """
    known = [college.id for college in colleges(scheme)]
    found: dict[CollegeId, Urn] = {}
    for urn in given:
        if urn.college not in known:
            raise Refused("college-not-voting", college=urn.college)
        if urn.college in found:
            raise Refused("college-counted-twice", college=urn.college)
        found[urn.college] = _possible(urn, running)
    return {college.id: found.get(college.id, Urn(college.id, 0, 0)) for college in voting(scheme)}


def _possible(urn: Urn, running: Running) -> Urn:
    votes = [one.votes for one in urn.votes]
    if min(urn.entitled, urn.papers, urn.blank, urn.void, *votes) < 0:
        raise Refused("negative-counter", college=urn.college)
    if any(one.candidate not in running.candidates for one in urn.votes):
        raise Refused("not-a-candidate", college=urn.college)
    if len({one.candidate for one in urn.votes}) < len(votes):
        raise Refused("candidate-twice", college=urn.college)
    if urn.papers > urn.entitled:
        raise Refused("more-papers-than-entitled", college=urn.college)
    most = max(votes, default=0)
    if not max(most, -(-sum(votes) // running.seats)) <= urn.expressed <= sum(votes):
        raise Refused("papers-do-not-add-up", college=urn.college)
    return urn
