"""The whole body of members: how many there are in each category, and what the law wants of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import reduce

from governance.command import Fold
from governance.membership.facts import AdmissionRedated, CategoryChanged, MemberAdmitted, MemberLeft
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.membership.standing import Movement, standing
from governance.shelves import Shelves
from governance.statutes.facts import Form, Nature, Statutes
from governance.words import CategoryId, Day, Fact, MemberId, Public

MOST_OF_SARL = 100  # C.com L223-3
_END = Day("9999-12-31")

Trail = tuple[Movement, ...]


@dataclass(frozen=True)
class Body(Fold):
    """Everybody's movements, and what they add up to today: nothing is recorded before its day has come."""

    kinds = (MemberAdmitted, AdmissionRedated, CategoryChanged, MemberLeft, InvariantBroken, InvariantRestored)
    trails: Shelves[MemberId, Trail] = field(default=Shelves(), repr=False, compare=False)
    heads: Mapping[CategoryId, int] = field(default_factory=dict, compare=False)
    broken: frozenset[str] = field(default=frozenset(), compare=False)

    def after(self, fact: Fact) -> Body:
        match fact:
            case InvariantBroken():
                return replace(self, broken=self.broken | {fact.invariant})
            case InvariantRestored():
                return replace(self, broken=self.broken - {fact.invariant})
            case MemberAdmitted() | AdmissionRedated() | CategoryChanged() | MemberLeft():
                return self._moved(fact)
        return self

    def _moved(self, fact: Movement) -> Body:
        before = self.trails.get(fact.member, ())
        after = (*before, fact)
        heads = dict(self.heads)
        for movements, step in ((before, -1), (after, 1)):
            if stands := standing(movements, fact.member, _END):
                heads[stands.category] = heads.get(stands.category, 0) + step
        return replace(self, trails=self.trails.with_(fact.member, after), heads=heads)

    @property
    def members(self) -> int:
        return sum(self.heads.values())

    def natures(self, statutes: Statutes) -> frozenset[Nature]:
        """The links with the cooperative that somebody still has."""
        return frozenset(one.nature for one in statutes.categories if self.heads.get(one.id, 0) > 0)


@dataclass(frozen=True)
class Invariant:
    """What must hold after every movement: `measured` against `limit`, by an article, or else a task."""

    name: str
    article: str
    task: str
    limit: int
    measured: Callable[[Body, Statutes], int]
    holds: Callable[[Body, Statutes], bool]


def _three_links(body: Body, statutes: Statutes) -> bool:
    """Employees, or where there is none producers; beneficiaries; and a third link of another nature."""
    there = body.natures(statutes)
    worked = bool(there & {Nature.EMPLOYEE, Nature.PRODUCER})
    return statutes.form is Form.ASSOCIATION or (worked and Nature.BENEFICIARY in there and len(there) >= 3)


def _few_enough(body: Body, statutes: Statutes) -> bool:
    return statutes.form is not Form.SARL or body.members <= MOST_OF_SARL


INVARIANTS = (
    Invariant(
        name="three-links",
        article="L47 art. 19 septies",
        task="convene-extraordinary",
        limit=3,
        measured=lambda body, statutes: len(body.natures(statutes)),
        holds=_three_links,
    ),
    Invariant(
        name="members-of-sarl",
        article="C.com L223-3",
        task="change-form",
        limit=MOST_OF_SARL,
        measured=lambda body, statutes: body.members,
        holds=_few_enough,
    ),
)


def stated(body: Body, statutes: Statutes, on: Day) -> list[Fact]:
    """What does not hold of the whole and was not told, and what was told and holds again."""
    found: list[Fact] = []
    for rule in INVARIANTS:
        name, holds = Public(rule.name), rule.holds(body, statutes)
        if holds and rule.name in body.broken:
            found.append(InvariantRestored(name, on))
        if not holds and rule.name not in body.broken:
            value, limit = Fraction(rule.measured(body, statutes)), Fraction(rule.limit)
            found.append(InvariantBroken(name, on, Public(rule.article), value, limit, Public(rule.task)))
    return found


def consequences(before: Body, moved: Iterable[Fact], statutes: Statutes | None, on: Day) -> list[Fact]:
    """What these movements break of the whole, and what they mend. What was not whole is not broken by them."""
    if statutes is None:
        return []
    after = reduce(lambda body, fact: body.after(fact), moved, before)
    unwhole = {rule.name for rule in INVARIANTS if not rule.holds(before, statutes)}
    told = stated(after, statutes, on)
    return [fact for fact in told if not (isinstance(fact, InvariantBroken) and fact.invariant in unwhole)]
