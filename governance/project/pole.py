"""Belonging to the pole: an organisation joins it, without being a member of the cooperative, and leaves it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.network.check import BOARD, check_told
from governance.network.pole_facts import PoleJoined, PoleLeft
from governance.project.standing import last
from governance.words import Day, DecisionId, Fact, MemberId, PersonId, Public


@dataclass(frozen=True)
class JoinPole:
    """`name` and `kind`: of an organisation that nobody knew yet; it is registered as it joins."""

    may = BOARD
    member: MemberId
    on: Day
    decision: DecisionId | None = None
    source: Public = Public("")
    name: Public = Public("")
    kind: ActorKind | None = None

    def boundary(self) -> list[About]:
        decided = [about(DecisionRecorded, decision=self.decision)] if self.decision else []
        kinds = (OrganisationRegistered, PoleJoined, PoleLeft)
        return [*(about(kind, member=self.member) for kind in kinds), *decided]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if _belongs(known):
            return []
        if self.decision and last(DecisionRecorded, known) is None:
            raise Refused("unknown-decision")
        check_told(self.on, now)
        left = last(PoleLeft, known)
        if left and self.on.surely_before(left.on):
            raise Refused("back-before-it-left", on=left.on)
        return [*self._registered(known), PoleJoined(self.member, self.on, self.decision, self.source)]

    def _registered(self, known: list[Fact]) -> list[Fact]:
        if last(OrganisationRegistered, known):
            return []
        if not self.name.strip() or self.kind is None:
            raise Refused("organisation-without-kind")
        return [OrganisationRegistered(self.member, self.name, self.kind, self.kind is ActorKind.LOCAL_AUTHORITY)]


@dataclass(frozen=True)
class LeavePole:
    may = BOARD
    member: MemberId
    on: Day
    reason: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(kind, member=self.member) for kind in (PoleJoined, PoleLeft)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        joined = last(PoleJoined, known)
        if joined is None:
            raise Refused("not-of-the-pole")
        if not _belongs(known):
            return []
        check_told(self.on, now)
        if self.on.surely_before(joined.on):
            raise Refused("ended-before-it-began", on=joined.on)
        return [PoleLeft(self.member, self.on, self.reason)]


def _belongs(known: list[Fact]) -> bool:
    """Whether the last that was said of it is that it joined."""
    said = [fact for fact in known if isinstance(fact, PoleJoined | PoleLeft)]
    return bool(said) and isinstance(said[-1], PoleJoined)
