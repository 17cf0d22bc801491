"""Excluding: what the assembly decided, with the majority for amending the statutes, the member heard and voting."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned
from governance.assembly.standing import about_line, line
from governance.command import About, Fold, Refused, about
from governance.membership.body import Body
from governance.membership.exclude import about_exclusion, notice, proposed
from governance.membership.exclusion_facts import MemberHeard
from governance.membership.facts import Cause
from governance.membership.irregular import irregular
from governance.membership.leave import leaving
from governance.membership.place import check_day
from governance.statutes.facts import Kind
from governance.vote.facts import VoteCounted, VoteOpened
from governance.words import AssemblyId, Day, Fact, MemberId, Office, PersonId, Public, Sealed, VoteId

BY_LAW = "C.com L231-6"
HER_VOTE = "C.civ 1844"


@dataclass(frozen=True)
class Exclude:
    """`vote` and `assembly`: what was voted here. Without them `minutes` says where the decision is written: a vote on
    paper. `despite`: why an exclusion decided against a rule is recorded; a judge may undo it."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    on: Day
    vote: VoteId | None = None
    assembly: AssemblyId | None = None
    minutes: Public = Public("")
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return [Body(), *about_exclusion(self.member), *self._about_vote()]

    def _about_vote(self) -> Iterator[About]:
        if self.vote and self.assembly:
            yield from (about(kind, vote=self.vote) for kind in (VoteOpened, VoteCounted))
            yield about(AssemblyPlanned, assembly=self.assembly)
            yield from about_line(self.assembly, self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        left = leaving(known, self.member, Cause.EXCLUSION, self.on)
        if not left:
            return []
        broken = [*self._before(known), *(self._voted(known) if self.vote else self._written())]
        return [*left, *irregular(self.member, self.on, broken, self.despite, None)]

    def _before(self, facts: list[Fact]) -> Iterator[Refused]:
        """What she is owed before the assembly: the grounds in time, and to be heard."""
        proposal = proposed(facts)
        required, article = notice(facts, self.on)
        if proposal is None:
            yield Refused("exclusion-without-grounds", article=article)
            return
        given = (self.on.first - proposal.on.first).days
        if given < required:
            yield Refused("exclusion-notice-too-short", required=required, given=given, article=article)
        if not any(isinstance(fact, MemberHeard) and fact.on >= proposal.on for fact in facts):
            yield Refused("exclusion-without-hearing", article=article)

    def _voted(self, facts: list[Fact]) -> Iterator[Refused]:
        opened = next((fact for fact in facts if isinstance(fact, VoteOpened)), None)
        counted = next((fact for fact in facts if isinstance(fact, VoteCounted)), None)
        plans = [fact for fact in facts if isinstance(fact, AssemblyPlanned)]
        if opened is None or counted is None or opened.assembly != self.assembly or not plans:
            raise Refused("vote-not-counted")
        if opened.amendment is not None:
            raise Refused("amendment-is-no-decision")
        if plans[-1].day != self.on:
            raise Refused("decided-on-another-day", day=plans[-1].day)
        if not counted.count.adopted:
            raise Refused("exclusion-not-adopted", article=BY_LAW)
        if opened.kind is not Kind.EXTRAORDINARY:
            yield Refused("exclusion-by-ordinary-majority", article=BY_LAW)
        hers = line(facts, self.member)
        if hers is None or not hers.votes:
            yield Refused("excluded-without-her-vote", article=HER_VOTE)

    def _written(self) -> Iterator[Refused]:
        if not self.minutes.strip():
            raise Refused("exclusion-without-minutes")
        yield from ()
