"""Taking part in a deliberation: marks, a name, or one's word; by oneself, or typed from paper by who facilitates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused
from governance.vote.deliberated import about_all, circle, nominated, opened, round_of
from governance.vote.deliberation_facts import Answered, DeliberationOpened
from governance.vote.methods import FACILITATORS, WAYS, Gives
from governance.words import DeliberationId, Fact, Office, PersonId, Sealed


@dataclass(frozen=True)
class TakePart:
    """`round`: the one that she answers, 0 while marks or names are given. `marks`: one an option, in their order."""

    may = FACILITATORS
    deliberation: DeliberationId
    person: PersonId
    round: int = 0
    marks: tuple[int, ...] = ()
    named: PersonId | None = None
    objects: bool = False
    reason: Sealed | None = None

    def boundary(self) -> list[About]:
        return about_all(self.deliberation)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        of = opened(known)
        if of.closes and now >= of.closes:
            raise Refused("deliberation-closed")
        if self.person not in of.circle:
            raise Refused("not-in-the-circle")
        if self.round != round_of(known, of):
            raise Refused("round-has-moved")
        if self.round:
            return [self._spoken(known, of)]
        return [self._named(known, of) if WAYS[of.method].gives is Gives.NAME else self._marked(of)]

    def _spoken(self, facts: list[Fact], of: DeliberationOpened) -> Answered:
        state = circle(facts, of)
        if WAYS[of.method].gives is Gives.NAME:
            nominated(facts, of).check_turn(state, self.person)
        (state.objected if self.objects else state.consented)(self.person)  # refused out of her turn
        return Answered(self.deliberation, self.person, self.round, objects=self.objects, reason=self.reason)

    def _named(self, facts: list[Fact], of: DeliberationOpened) -> Answered:
        if self.named is None:
            raise Refused("nobody-named")
        state = nominated(facts, of)
        (state.names if self.person in state.awaited else state.changes)(self.person, self.named)  # the same
        return Answered(self.deliberation, self.person, named=self.named, reason=self.reason)

    def _marked(self, of: DeliberationOpened) -> Answered:
        way, most = WAYS[of.method], len(of.scale.grades) - 1 if of.scale else of.most
        if len(self.marks) != len(of.options) or (way.gives is Gives.ONE and not any(self.marks)):
            raise Refused("marks-missing")
        if min(self.marks) < 0 or max(self.marks) > most or (way.shared and sum(self.marks) > most):
            raise Refused("mark-too-high", most=most)
        return Answered(self.deliberation, self.person, marks=self.marks)


class TakePartMyself(TakePart):
    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if by != self.person:
            raise Refused("not-her-answer")
        return super().decide(facts, by, now)
