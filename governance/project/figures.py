"""The figures that a milestone may wait for, counted from the record as it was on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from governance.command import Fold
from governance.membership.facts import (
    ActorKind,
    CategoryChanged,
    MemberAdmitted,
    MemberLeft,
    OrganisationRegistered,
)
from governance.membership.organisation import organisations
from governance.membership.person_facts import OrganisationCorrected
from governance.membership.standing import in_order
from governance.network.facts import SurveyReported
from governance.network.pole_facts import PoleJoined, PoleLeft
from governance.project.facts import Counted
from governance.words import CategoryId, Day, Fact, MemberId


@dataclass(frozen=True)
class Census(Fold):
    """All that is counted, each fact holding on to the one before: any day may be asked for, and one fact more costs
    the same after a hundred thousand as after ten.
    """

    kinds = (
        *(OrganisationRegistered, OrganisationCorrected, MemberAdmitted, CategoryChanged, MemberLeft, SurveyReported),
        *(PoleJoined, PoleLeft),
    )
    last: Fact | None = None
    before: Census | None = field(default=None, repr=False, compare=False)

    def after(self, fact: Fact) -> Census:
        return Census(fact, self)

    @property
    def facts(self) -> list[Fact]:
        """In the order of the record."""
        found: list[Fact] = []
        link: Census | None = self
        while link and link.last:
            found.append(link.last)
            link = link.before
        return found[::-1]

    def on(self, day: Day) -> Mapping[Counted, int]:
        """What had possibly happened by that day."""
        facts = self.facts
        places = _places(facts, day)
        return {
            Counted.STRUCTURES: len(_structures(facts) & places.keys()),
            Counted.MEMBERS: len(places),
            Counted.CATEGORIES: len(set(places.values())),
            Counted.SURVEY_ANSWERS: _answers(facts, day),
            Counted.POLE: len((places.keys() & organisations(facts).keys()) | _circle(facts, day)),
        }


def _places(facts: Iterable[Fact], day: Day) -> dict[MemberId, CategoryId]:
    """The members of a day, and the category of each."""
    found: dict[MemberId, CategoryId] = {}
    for fact in in_order(facts):
        match fact:
            case MemberAdmitted() if not day.surely_before(fact.on):
                found[fact.member] = fact.category
            case CategoryChanged() if fact.member in found and not day.surely_before(fact.on):
                found[fact.member] = fact.category
            case MemberLeft() if not day.surely_before(fact.on):
                found.pop(fact.member, None)
    return found


def _structures(facts: Iterable[Fact]) -> set[MemberId]:
    return {one.member for one in organisations(facts).values() if one.kind is ActorKind.ESS_ENTERPRISE}


def _circle(facts: Iterable[Fact], day: Day) -> set[MemberId]:
    """Who had joined the pole by itself by that day, and had not left it.

    In the order of the record, which is that of what happened: a day known by its month alone would not keep it.
    """
    found: set[MemberId] = set()
    for fact in facts:
        match fact:
            case PoleJoined() if not day.surely_before(fact.on):
                found.add(fact.member)
            case PoleLeft() if not day.surely_before(fact.on):
                found.discard(fact.member)
    return found


def _answers(facts: Iterable[Fact], day: Day) -> int:
    surveys = (fact for fact in facts if isinstance(fact, SurveyReported))
    return sum(survey.respondents for survey in surveys if not day.surely_before(survey.on))
