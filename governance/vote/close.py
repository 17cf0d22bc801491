"""Closing, then counting: nothing moves under the count."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.facts import IrregularityNoted, SessionOpened
from governance.command import About, Refused, about
from governance.counting.amending import Fate
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import Count, Tally
from governance.vote.amendment_facts import AmendmentSettled
from governance.vote.aside import told
from governance.vote.box import about_box, check_hour, gathered, opened, surplus, tellers_awaited
from governance.vote.chair import side_of_chair
from governance.vote.facts import BulletinsCounted, VoteClosed, VoteCounted, VoteOpened
from governance.words import AssemblyId, Fact, Office, PersonId, Public, VoteId

TELLERS = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})


@dataclass(frozen=True)
class CloseVote:
    """Whoever announced an hour keeps it: a vote never closes before it. Bulletins are counted afterwards."""

    may = TELLERS
    vote: VoteId
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        return [about(kind, vote=self.vote) for kind in (VoteOpened, VoteClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known)
        if any(isinstance(fact, VoteClosed) for fact in known):
            return []
        if vote.closes and now < vote.closes:
            raise Refused("closes-later", closes=vote.closes)
        check_hour(self.happened_at, vote, now)
        return [VoteClosed(self.vote, self.happened_at)]


@dataclass(frozen=True)
class CountVote:
    """`assembly`: the meeting of the vote, whose roll and attendance are the base of the majority. `chair_for`: the
    side of the chair as it was seen, where hers carries a tie and no ballot says it by name."""

    may = TELLERS
    vote: VoteId
    assembly: AssemblyId
    chair_for: bool | None = None

    def boundary(self) -> list[About]:
        box = about_box(self.vote, self.assembly)
        return [*box, about(VoteCounted, vote=self.vote), about(SessionOpened, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.assembly)
        closing = next((n for n, fact in enumerate(known) if isinstance(fact, VoteClosed)), None)
        if closing is None:
            raise Refused("vote-not-closed")
        if any(isinstance(fact, VoteCounted) for fact in known):
            return []
        box = [*known[:closing], *(fact for fact in known[closing:] if isinstance(fact, BulletinsCounted))]
        if tellers_awaited(box, vote):
            raise Refused("tellers-awaited", article="C.com R225-101")
        side = side_of_chair(box, vote, self.chair_for)
        counted = _counted(vote, gathered(box, vote), side)
        return [counted, *_settled(vote, counted.count), *_irregular(vote, surplus(box, vote))]


def _settled(vote: VoteOpened, result: Count) -> list[Fact]:
    """What became of the amendment that was voted, once it is decided."""
    if vote.amendment is None or result.second_round:
        return []
    fate = Fate.ADOPTED if result.adopted else Fate.REJECTED
    return [AmendmentSettled(vote.amendment, vote.resolution, fate, vote.vote)]


def _irregular(vote: VoteOpened, surplus: int) -> list[Fact]:
    if not surplus:
        return []
    article = Public("C.com R225-95")
    return [IrregularityNoted(vote.assembly, "more-voices-than-people", article, Public(""), surplus, vote.resolution)]


def _counted(vote: VoteOpened, tallies: list[Tally], chair_for: bool | None) -> VoteCounted:
    """In a consultation those who answered are there: without their quorum nothing is adopted."""
    result = told(vote, count(replace(vote.rules, chair_for=chair_for), tallies))
    if vote.quorum is None:
        return VoteCounted(vote.vote, result, chair_for=chair_for)
    state = quorum(vote.quorum, vote.scheme, tallies, vote.second_call)
    if not state.reached:
        result = replace(result, adopted=False, steps=(*result.steps, *state.steps))
    return VoteCounted(vote.vote, result, state, chair_for)
