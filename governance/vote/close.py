"""Closing, then counting: nothing moves under the count."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.facts import RollSealed
from governance.assembly.standing import about_presence, presence, tallies
from governance.command import About, Refused, about
from governance.counting.count import count
from governance.counting.tally import WHOLE, Tally
from governance.vote.facts import BallotCast, Choice, VoteClosed, VoteCounted, VoteOpened
from governance.words import AssemblyId, Fact, Office, PersonId, VoteId

TELLERS = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})


@dataclass(frozen=True)
class CloseVote:
    """Whoever announced an hour keeps it: a vote never closes before it."""

    may = TELLERS
    vote: VoteId

    def boundary(self) -> list[About]:
        return [about(kind, vote=self.vote) for kind in (VoteOpened, VoteClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        opened = _opened(known)
        if any(isinstance(fact, VoteClosed) for fact in known):
            return []
        if opened.closes and now < opened.closes:
            raise Refused("closes-later", closes=opened.closes)
        return [VoteClosed(self.vote)]


@dataclass(frozen=True)
class CountVote:
    """`assembly`: the meeting of the vote, whose roll and attendance are the base of the majority."""

    may = TELLERS
    vote: VoteId
    assembly: AssemblyId

    def boundary(self) -> list[About]:
        kinds = (VoteOpened, VoteClosed, VoteCounted, BallotCast)
        return [*(about(kind, vote=self.vote) for kind in kinds), *about_presence(self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        opened = _opened(known)
        if opened.assembly != self.assembly:
            raise Refused("unknown-vote")
        if not any(isinstance(fact, VoteClosed) for fact in known):
            raise Refused("vote-not-closed")
        if any(isinstance(fact, VoteCounted) for fact in known):
            return []
        closing = next(n for n, fact in enumerate(known) if isinstance(fact, VoteClosed))
        return [VoteCounted(self.vote, count(opened.rules, _ballots(known[:closing])))]  # nothing moves under the count


def _opened(facts: Iterable[Fact]) -> VoteOpened:
    for fact in facts:
        if isinstance(fact, VoteOpened):
            return fact
    raise Refused("unknown-vote")


def _ballots(facts: list[Fact]) -> list[Tally]:
    """Those who were there in each collège, and what they put in the box. Who voted was there, even if not now."""
    [roll] = [fact for fact in facts if isinstance(fact, RollSealed)]
    found = {tally.college: tally for tally in tallies(roll, presence(facts))}
    for fact in facts:
        if isinstance(fact, BallotCast):
            college = fact.college if fact.college in found else WHOLE
            found[college] = _with(found[college], fact.choice)
    return [_complete(tally) for tally in found.values()]


def _complete(tally: Tally) -> Tally:
    """Who was there and put nothing in the box did not take part."""
    there = max(tally.there, sum(tally.counters))
    return replace(tally, there=there, did_not_take_part=there - sum(tally.counters))


def _with(tally: Tally, choice: Choice) -> Tally:
    match choice:
        case Choice.FOR:
            return replace(tally, for_=tally.for_ + 1)
        case Choice.AGAINST:
            return replace(tally, against=tally.against + 1)
        case Choice.ABSTENTION:
            return replace(tally, abstention=tally.abstention + 1)
