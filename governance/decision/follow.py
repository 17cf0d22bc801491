"""Following a decision up: who does what and until when; it is done, by who was to do it or as the secretary saw."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.decision.life_facts import FollowUpDone, FollowUpSet, TaskId
from governance.membership.facts import PersonRegistered
from governance.words import Day, DecisionId, Fact, Office, PersonId, Public, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class SetFollowUp:
    """`what` names nobody: the owner is a person of the register."""

    may = SECRETARIAT
    decision: DecisionId
    task: TaskId
    what: Public
    owner: PersonId
    due: Day

    def boundary(self) -> list[About]:
        return [
            *_about(self.decision),
            about(DecisionRecorded, decision=self.decision),
            about(PersonRegistered, person=self.owner),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        recorded = next((fact for fact in known if isinstance(fact, DecisionRecorded)), None)
        if recorded is None:
            raise Refused("unknown-decision")
        if not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-owner")
        if not self.what.strip():
            raise Refused("follow-up-without-words")
        if not self.due.full:
            raise Refused("full-day-needed", on=self.due)
        asked = FollowUpSet(self.decision, self.task, self.what, self.owner, self.due)
        return [] if _standing(known, self.task) == asked else [asked]


@dataclass(frozen=True)
class FinishFollowUp:
    """`on`: the day it was done."""

    may = SECRETARIAT
    decision: DecisionId
    task: TaskId
    on: Day

    def boundary(self) -> list[About]:
        return _about(self.decision)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return _finished(list(facts), self.decision, self.task, self.on, now)


@dataclass(frozen=True)
class FinishMyFollowUp:
    """By who was to do it, today."""

    may = frozenset({Office.ANYONE})
    decision: DecisionId
    task: TaskId

    def boundary(self) -> list[About]:
        return _about(self.decision)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        asked = _standing(known, self.task)
        if asked is None or asked.owner != by:
            raise Refused("not-her-follow-up")
        return _finished(known, self.decision, self.task, legal_day(now), now)


def _about(decision: DecisionId) -> list[About]:
    return [about(kind, decision=decision) for kind in (FollowUpSet, FollowUpDone)]


def _standing(facts: list[Fact], task: TaskId) -> FollowUpSet | None:
    """The task as it was set last."""
    return next((one for one in reversed(facts) if isinstance(one, FollowUpSet) and one.task == task), None)


def _finished(facts: list[Fact], decision: DecisionId, task: TaskId, on: Day, now: datetime) -> list[Fact]:
    if _standing(facts, task) is None:
        raise Refused("unknown-follow-up")
    if legal_day(now).surely_before(on):
        raise Refused("day-to-come", on=on)
    if any(isinstance(fact, FollowUpDone) and fact.task == task for fact in facts):
        return []
    return [FollowUpDone(decision, task, on)]
