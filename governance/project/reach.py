"""Reaching a milestone: what it comes after is reached, and its conditions are met, as of that day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Fold, Refused, about, folded
from governance.decision.facts import DecisionRecorded
from governance.project.facts import Checked, Counted, MilestonePlanned, MilestoneReached
from governance.project.figures import Census
from governance.project.standing import check_happened, plans, reached, waits_for
from governance.words import Day, DecisionId, Fact, MilestoneId, Office, PersonId, ProjectId, Public


@dataclass(frozen=True)
class ReachMilestone:
    """What has happened is always told: `despite` says why it is, where the rules would say no."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    milestone: MilestoneId
    project: ProjectId
    on: Day
    proof: Public = Public("")
    decision: DecisionId | None = None
    despite: Public = Public("")

    def boundary(self) -> Sequence[About | Fold]:
        decided = [about(DecisionRecorded, decision=self.decision)] if self.decision else []
        roadmap = [about(kind, project=self.project) for kind in (MilestonePlanned, MilestoneReached)]
        return [*roadmap, *decided, Census()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        roadmap, done = plans(known), reached(known)
        plan = roadmap.get(self.milestone)
        if plan is None:
            raise Refused("unknown-milestone")
        if already := done.get(self.milestone):
            if already.on == self.on:
                return []
            raise Refused("milestone-already-reached", on=already.on)
        if self.decision and not any(isinstance(fact, DecisionRecorded) for fact in known):
            raise Refused("unknown-decision")
        check_happened(self.on, now)
        behind = [one for one, fact in done.items() if not self.on.surely_before(fact.on)]
        waited_for = waits_for(plan, behind)
        checked = _checked(plan, folded(Census, known).on(self.on))
        if not self.despite.strip():
            _check(checked, [roadmap[one].title for one in waited_for])
        return [self._reached(waited_for, checked)]

    def _reached(self, waited_for: tuple[MilestoneId, ...], checked: tuple[Checked, ...]) -> MilestoneReached:
        irregular = bool(waited_for) or not all(one.met for one in checked)
        return MilestoneReached(
            milestone=self.milestone,
            project=self.project,
            on=self.on,
            proof=self.proof,
            decision=self.decision,
            checked=checked,
            waited_for=waited_for,
            despite=self.despite if irregular else Public(""),
        )


def _checked(plan: MilestonePlanned, there: Mapping[Counted, int]) -> tuple[Checked, ...]:
    return tuple(Checked(one.figure, one.least, there[one.figure]) for one in plan.conditions)


def _check(checked: Iterable[Checked], waits: list[Public]) -> None:
    if waits:
        raise Refused("milestone-waits", waits=waits)
    for one in checked:
        if not one.met:
            raise Refused("condition-not-met", figure=one.figure.value, least=one.least, there=one.there)
