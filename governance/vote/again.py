"""Consulting the members of a SARL a second time on what half of them all did not adopt (C.com L223-29 al. 2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned, Manner
from governance.assembly.second_call import about_first_call, brought_back, check_after_the_first, check_when
from governance.assembly.standing import plan
from governance.command import About, Refused, about
from governance.counting.tally import Count, Rules
from governance.counting.threshold import SECOND_CONSULTATION, decided_again
from governance.vote.facts import VoteCounted, VoteOpened
from governance.words import AssemblyId, Day, Fact, Office, PersonId, Public, VoteId


def outvoted(rules: Rules, count: Count) -> bool:
    """Whether what was counted so comes back before the members."""
    return not count.adopted and not count.second_round and decided_again(rules)


@dataclass(frozen=True)
class ConsultAgain:
    """`votes`: those of the first call, among which the resolutions that were not adopted come back, with those that
    lacked their quorum. `starts`, `ends`: as for any plan."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    first: AssemblyId
    votes: tuple[VoteId, ...]
    title: Public
    day: Day
    starts: str
    place: Public
    manner: Manner = Manner.SESSION
    ends: datetime | None = None

    def boundary(self) -> list[About]:
        held = [about(kind, vote=vote) for vote in self.votes for kind in (VoteOpened, VoteCounted)]
        return [*about_first_call(self.first), *held]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        organ, when = plan(known, self.first).organ, (self.day, self.starts, self.place)
        planned = AssemblyPlanned(self.assembly, organ, self.title, *when, self.first, self.manner, self.ends)
        check_when(planned)
        check_after_the_first(known, planned)
        counts = {fact.vote: fact.count for fact in known if isinstance(fact, VoteCounted)}
        held = [one for one in known if isinstance(one, VoteOpened) and one.assembly == self.first]
        missed = {one.resolution for one in held if one.vote in counts and outvoted(one.rules, counts[one.vote])}
        if not missed:
            raise Refused("no-second-consultation", article=SECOND_CONSULTATION)
        return [planned, *brought_back(known, planned, missed)]
