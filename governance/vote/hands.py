"""A show of hands: those against and those who abstain are counted, those in favour are deduced and confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused
from governance.vote.box import about_box, check_hour, check_open, opened, waiting
from governance.vote.facts import Channel, Hands, HandsCounted
from governance.words import AssemblyId, CollegeId, Fact, Office, PersonId, VoteId


@dataclass(frozen=True)
class Raised:
    """What one saw in a collège. `in_favour`: those deduced, as they were on the page that was confirmed; None where a
    rehearsal is to say how many they are."""

    college: CollegeId
    against: int
    abstention: int
    in_favour: int | None


@dataclass(frozen=True)
class CountHands:
    """A collège that is not named has nobody against and nobody who abstains. Counted again, the last prevails."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    vote: VoteId
    assembly: AssemblyId
    raised: tuple[Raised, ...]
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        return about_box(self.vote, self.assembly)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.assembly)
        check_open(known, vote, now, Channel.HANDS)
        check_hour(self.happened_at, vote, now)
        there = waiting(known, vote)
        lines = tuple(self._line(college, number) for college, number in there.items())
        if unknown := {one.college for one in self.raised} - set(there):
            raise Refused("college-not-voting", college=min(unknown))
        return [HandsCounted(self.vote, lines, self.happened_at)]

    def _line(self, college: CollegeId, there: int) -> Hands:
        seen = next((one for one in self.raised if one.college == college), Raised(college, 0, 0, None))
        if min(seen.against, seen.abstention) < 0:
            raise Refused("negative-counter", college=college)
        in_favour = there - seen.against - seen.abstention
        if in_favour < 0:
            raise Refused("more-hands-than-people", college=college, there=there)
        if seen.in_favour not in (None, in_favour):
            raise Refused("room-has-moved", college=college, there=there, in_favour=in_favour)
        return Hands(college, there, seen.against, seen.abstention, in_favour)
