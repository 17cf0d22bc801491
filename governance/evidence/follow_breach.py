"""What follows a breach: formal notice, what the cooperative did, the body of the network (L47 art. 25-3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.capital.delays import months_after
from governance.command import About, Refused, about
from governance.evidence.report_revision import reported
from governance.evidence.revision import PROPOSED, REFERRED
from governance.evidence.revision_facts import (
    BreachFollowed,
    FindingRaised,
    RevisionId,
    RevisionReported,
    Step,
    Weight,
)
from governance.network.check import SECRETARIAT
from governance.words import Day, Fact, PersonId, Public, legal_day

AFTER = {
    None: {Step.NOTICE},
    Step.NOTICE: {Step.COMPLIED, Step.REFERRED},
    Step.COMPLIED: {Step.NOTICE},
    Step.REFERRED: {Step.PROPOSED, Step.COMPLIED},
    Step.PROPOSED: {Step.NOTICE, Step.COMPLIED},
}
"""What may come after each step; None: before any."""


@dataclass(frozen=True)
class Awaited:
    """What is to come, on that day at the latest."""

    step: Step
    last: Day


@dataclass(frozen=True)
class FollowBreach:
    """`until`: by when the notice wants it mended: it must say so."""

    may = SECRETARIAT
    revision: RevisionId
    step: Step
    on: Day
    until: Day | None = None
    note: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(kind, revision=self.revision) for kind in (RevisionReported, FindingRaised, BreachFollowed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        reported(known)
        steps = [fact for fact in known if isinstance(fact, BreachFollowed)]
        said = BreachFollowed(self.revision, self.step, self.on, self.until, self.note)
        if steps[-1:] == [said]:
            return []
        if not any(isinstance(fact, FindingRaised) and fact.weight is Weight.BREACH for fact in known):
            raise Refused("no-breach")
        if self.step not in AFTER[steps[-1].step if steps else None]:
            raise Refused("step-out-of-order")
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if steps and self.on.surely_before(steps[-1].on):
            raise Refused("step-before-the-last", on=steps[-1].on)
        if self.step is Step.NOTICE and not (self.until and self.until.full and self.on < self.until):
            raise Refused("notice-without-day")
        return [said]


def awaited(steps: Sequence[BreachFollowed], day: Day) -> Awaited | None:
    """What the law has come next, and until when; None where nothing is left to come."""
    if not steps:
        return None
    match steps[-1]:
        case BreachFollowed(step=Step.NOTICE, until=Day() as until):
            if day <= until:
                return Awaited(Step.COMPLIED, until)
            return Awaited(Step.REFERRED, Day.of(until.last + timedelta(days=REFERRED)))
        case BreachFollowed(step=Step.REFERRED, on=on):
            return Awaited(Step.PROPOSED, months_after(on, PROPOSED))
    return None
