"""A point that the réviseur raised: written, answered, closed by what proves it, opened again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.report_revision import reported
from governance.evidence.revision_facts import (
    FindingAnswered,
    FindingClosed,
    FindingId,
    FindingRaised,
    FindingReopened,
    RevisionId,
    RevisionReported,
    Weight,
)
from governance.evidence.things import about_thing, check_thing
from governance.evidence.trace_facts import Kind, Thing, parts
from governance.network.check import BOARD, SECRETARIAT, already_told, check_told
from governance.words import Day, Fact, PersonId, Public, legal_day


@dataclass(frozen=True)
class RaiseFinding:
    may = SECRETARIAT
    finding: FindingId
    revision: RevisionId
    weight: Weight
    text: Public

    def boundary(self) -> list[About]:
        return [about(RevisionReported, revision=self.revision), about(FindingRaised, finding=self.finding)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        raised = FindingRaised(self.finding, self.revision, self.weight, self.text, reported(known).on)
        if already_told(known, raised):
            return []
        if not self.text.strip():
            raise Refused("finding-without-words")
        return [raised]


@dataclass(frozen=True)
class AnswerFinding:
    may = BOARD
    finding: FindingId
    measures: Public
    owner: Public
    due: Day

    def boundary(self) -> list[About]:
        return about_finding(self.finding)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_open(known)
        if not (self.measures.strip() and self.owner.strip()):
            raise Refused("answer-without-words")
        if not self.due.full:
            raise Refused("revision-day-needed")
        said = (self.measures, self.owner, self.due)
        before = [(one.measures, one.owner, one.due) for one in known if isinstance(one, FindingAnswered)]
        return [] if before[-1:] == [said] else [FindingAnswered(self.finding, *said, legal_day(now))]


@dataclass(frozen=True)
class CloseFinding:
    may = SECRETARIAT
    finding: FindingId
    evidence: Thing
    on: Day

    def boundary(self) -> list[About]:
        return [*about_finding(self.finding), about_thing(self.evidence)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        closed = FindingClosed(self.finding, self.evidence, self.on)
        if _last(known) == closed:
            return []
        check_open(known)
        if parts(self.evidence)[0] is Kind.FINDING:
            raise Refused("unknown-thing")
        check_thing(known, self.evidence)
        check_told(self.on, now)
        return [closed]


@dataclass(frozen=True)
class ReopenFinding:
    may = BOARD
    finding: FindingId
    reason: Public

    def boundary(self) -> list[About]:
        return about_finding(self.finding)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not isinstance(_last(known), FindingClosed):
            return []
        if not self.reason.strip():
            raise Refused("reopened-without-reason")
        return [FindingReopened(self.finding, self.reason, legal_day(now))]


def about_finding(finding: FindingId) -> list[About]:
    return [about(kind, finding=finding) for kind in (FindingRaised, FindingAnswered, FindingClosed, FindingReopened)]


def check_open(known: list[Fact]) -> None:
    if not any(isinstance(fact, FindingRaised) for fact in known):
        raise Refused("unknown-finding")
    if isinstance(_last(known), FindingClosed):
        raise Refused("finding-closed")


def _last(known: Iterable[Fact]) -> Fact | None:
    """What was last said of its being closed."""
    said = [fact for fact in known if isinstance(fact, FindingClosed | FindingReopened)]
    return said[-1] if said else None
