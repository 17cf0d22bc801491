"""A deliberation: opened with its question and its circle, put to another round, closed with its result."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.command import About, Refused, about
from governance.counting.consent import Consented
from governance.counting.judgment import Judgment, Scale
from governance.counting.points import Points
from governance.counting.replay import reckoned
from governance.statutes.facts import StatutesAdopted
from governance.vote.deliberated import about_all, circle, nominated, opened, question, round_of
from governance.vote.deliberation_facts import (
    DeliberationClosed,
    DeliberationOpened,
    ObjectionLifted,
    Placed,
    RoundOpened,
)
from governance.vote.methods import FACILITATORS, WAYS, Gives, Method
from governance.words import DeliberationId, Fact, Office, PersonId, Public, StatutesId

MOST_PEOPLE, MOST_OPTIONS = 1000, 50
LONGEST = timedelta(days=365)


@dataclass(frozen=True)
class OpenDeliberation:
    """`statutes`: the version in force, where grades are given: it may say which of two middle grades is the median."""

    may = FACILITATORS
    prepared = frozenset({"statutes"})
    deliberation: DeliberationId
    method: Method
    title: Public
    text: Public
    circle: tuple[PersonId, ...]
    options: tuple[Public, ...] = ()
    most: int = 1
    grades: tuple[Public, ...] = ()
    closes: datetime | None = None
    statutes: StatutesId | None = None

    def boundary(self) -> list[About]:
        statutes = [about(StatutesAdopted, version=self.statutes)] if self.statutes else []
        return [about(DeliberationOpened, deliberation=self.deliberation), *statutes]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, DeliberationOpened) for fact in known):
            return []
        way = WAYS[self.method]
        options = () if way.in_rounds else way.offered or self.options
        self._check(options, now)
        most = self.most if way.gives is Gives.NUMBERS else 1
        scale = self._scale(known) if way.gives is Gives.GRADES else None
        asked = (self.method, self.title, self.text, self.circle)
        return [DeliberationOpened(self.deliberation, *asked, options, most, scale, self.closes)]

    def _check(self, options: tuple[Public, ...], now: datetime) -> None:
        if not self.title.strip():
            raise Refused("deliberation-without-title")
        if WAYS[self.method].gives is Gives.WORD and not self.text.strip():
            raise Refused("proposal-without-text")
        if not self.circle or len(set(self.circle)) < len(self.circle):
            raise Refused("circle-empty")
        if len(self.circle) > MOST_PEOPLE:
            raise Refused("circle-too-large", most=MOST_PEOPLE)
        if not WAYS[self.method].in_rounds and not 2 <= len(options) <= MOST_OPTIONS:
            raise Refused("options-needed", most=MOST_OPTIONS)
        if len(set(options)) < len(options):
            raise Refused("option-twice")
        if self.most < 1:
            raise Refused("points-needed")
        if self.closes and not now < self.closes <= now + LONGEST:
            raise Refused("closes-too-late", days=LONGEST.days)

    def _scale(self, facts: list[Fact]) -> Scale:
        if len(self.grades) < 2 or len(set(self.grades)) < len(self.grades):
            raise Refused("grades-needed")
        adopted = next((fact for fact in facts if isinstance(fact, StatutesAdopted)), None)
        return Scale(self.grades, adopted.statutes.median if adopted else None)


@dataclass(frozen=True)
class OpenRound:
    """`text`: the proposal with what answers the objections. `proposed`: somebody named, once everybody has."""

    may = FACILITATORS
    deliberation: DeliberationId
    round: int
    text: Public = Public("")
    proposed: PersonId | None = None

    def boundary(self) -> list[About]:
        return about_all(self.deliberation)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        of = opened(known)
        if not WAYS[of.method].in_rounds:
            raise Refused("no-rounds")
        if self.round != round_of(known, of) + 1:
            raise Refused("round-has-moved")
        if WAYS[of.method].gives is Gives.NAME:
            if self.proposed is None:
                raise Refused("nobody-proposed")
            nominated(known, of).proposes(self.proposed)
            return [RoundOpened(self.deliberation, self.round, proposed=self.proposed)]
        if circle(known, of).awaited:
            raise Refused("round-not-over")
        if not self.text.strip():
            raise Refused("proposal-without-text")
        return [RoundOpened(self.deliberation, self.round, self.text)]


@dataclass(frozen=True)
class LiftObjection:
    """Whoever facilitates heard her let it go."""

    may = FACILITATORS
    deliberation: DeliberationId
    person: PersonId

    def boundary(self) -> list[About]:
        return about_all(self.deliberation)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        of = opened(known)
        if not any(one.by == self.person for one in circle(known, of).standing):
            return []
        return [ObjectionLifted(self.deliberation, self.person)]


class LiftMyObjection(LiftObjection):
    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if by != self.person:
            raise Refused("not-her-answer")
        return super().decide(facts, by, now)


@dataclass(frozen=True)
class CloseDeliberation:
    """The result is reckoned as it closes, whoever has not answered. An hour that was announced is kept."""

    may = FACILITATORS
    deliberation: DeliberationId

    def boundary(self) -> list[About]:
        return about_all(self.deliberation)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, DeliberationClosed) for fact in known):
            return []
        of = opened(known)
        if of.closes and now < of.closes:
            raise Refused("closes-later", closes=of.closes)
        return [_closed(of, known)]


def _closed(of: DeliberationOpened, facts: list[Fact]) -> DeliberationClosed:
    match reckoned(question(facts)):
        case Judgment() as found:
            placed = tuple(Placed(Public(one.option), one.place, one.counts, one.median) for one in found.ranking)
            return DeliberationClosed(of.deliberation, found.ballots, _won(found), placed, found.steps)
        case Points() as found:
            placed = tuple(Placed(Public(one.option), one.place, (one.points,)) for one in found.ranking)
            return DeliberationClosed(of.deliberation, found.ballots, _won(found), placed, found.steps)
        case Consented() as found:
            spoke = len(of.circle) - len(found.awaited)
            return DeliberationClosed(of.deliberation, spoke, (), (), found.steps, found.adopted)
    raise AssertionError("a deliberation is neither a vote nor an election")


def _won(found: Judgment | Points) -> tuple[Public, ...]:
    return tuple(Public(option) for option in found.won)
