"""Accounting for a project: what is foreseen, spent and received, what is measured; what was written by mistake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from governance.command import About, Refused, about
from governance.network.check import BOARD, already_told, check_told
from governance.project.facts import ProjectStarted
from governance.project.life_facts import (
    AmountNoted,
    BudgetLineSet,
    EntryId,
    EntryStruck,
    IndicatorId,
    IndicatorSet,
    LineId,
    MeasureTaken,
    Side,
)
from governance.project.standing import check_project, last
from governance.words import Cents, Day, Fact, PersonId, ProjectId, Public


@dataclass(frozen=True)
class SetBudgetLine:
    may = BOARD
    line: LineId
    project: ProjectId
    side: Side
    label: Public
    foreseen: Cents
    on: Day
    source: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(ProjectStarted, project=self.project), about(BudgetLineSet, line=self.line)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, line = list(facts), BudgetLineSet(**vars(self))
        check_project(known)
        before = last(BudgetLineSet, known)
        if before == line:
            return []
        if before and (before.project, before.side) != (line.project, line.side):
            raise Refused("line-of-another-budget")
        if self.foreseen < 0:
            raise Refused("less-than-nothing")
        check_told(self.on, now, self.label)
        return [line]


@dataclass(frozen=True)
class NoteAmount:
    may = BOARD
    entry: EntryId
    line: LineId
    amount: Cents
    on: Day
    source: Public

    def boundary(self) -> list[About]:
        return [about(BudgetLineSet, line=self.line), about(AmountNoted, entry=self.entry)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, noted = list(facts), AmountNoted(**vars(self))
        if already_told(known, noted):
            return []
        if last(BudgetLineSet, known) is None:
            raise Refused("unknown-line")
        if self.amount < 1:
            raise Refused("less-than-nothing")
        check_told(self.on, now, self.source)
        return [noted]


@dataclass(frozen=True)
class SetIndicator:
    may = BOARD
    indicator: IndicatorId
    project: ProjectId
    name: Public
    unit: Public
    method: Public
    on: Day
    target: Fraction | None = None

    def boundary(self) -> list[About]:
        return [about(ProjectStarted, project=self.project), about(IndicatorSet, indicator=self.indicator)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, indicator = list(facts), IndicatorSet(**vars(self))
        check_project(known)
        before = last(IndicatorSet, known)
        if before == indicator:
            return []
        if before and before.project != self.project:
            raise Refused("unknown-indicator")
        check_told(self.on, now, self.name, self.unit, self.method)
        return [indicator]


@dataclass(frozen=True)
class TakeMeasure:
    may = BOARD
    entry: EntryId
    indicator: IndicatorId
    value: Fraction
    on: Day
    method: Public
    number: int | None = None
    source: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(IndicatorSet, indicator=self.indicator), about(MeasureTaken, entry=self.entry)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, taken = list(facts), MeasureTaken(**vars(self))
        if already_told(known, taken):
            return []
        if last(IndicatorSet, known) is None:
            raise Refused("unknown-indicator")
        if self.number is not None and self.number < 1:
            raise Refused("measured-on-nobody")
        check_told(self.on, now, self.method)
        return [taken]


@dataclass(frozen=True)
class StrikeEntry:
    may = BOARD
    entry: EntryId
    on: Day
    reason: Public

    def boundary(self) -> list[About]:
        return [about(kind, entry=self.entry) for kind in (AmountNoted, MeasureTaken, EntryStruck)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not known:
            raise Refused("unknown-entry")
        if last(EntryStruck, known):
            return []
        check_told(self.on, now, self.reason)
        return [EntryStruck(self.entry, self.on, self.reason)]
