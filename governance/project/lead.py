"""Leading a project: the stage that it enters, who takes part and until when, what a committee thinks of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.membership.facts import PersonRegistered
from governance.network.check import BOARD, already_told, check_told
from governance.network.facts import GroupFormed, GroupId
from governance.project.facts import ProjectStarted
from governance.project.life_facts import (
    OpinionGiven,
    OpinionId,
    PartEnded,
    PartId,
    PartTaken,
    ProjectMoved,
    Stage,
    View,
)
from governance.project.standing import check_project, last
from governance.words import Day, DecisionId, Fact, MemberId, PersonId, ProjectId, Public


@dataclass(frozen=True)
class MoveProject:
    may = BOARD
    project: ProjectId
    stage: Stage
    on: Day
    decision: DecisionId | None = None
    note: Public = Public("")

    def boundary(self) -> list[About]:
        decided = [about(DecisionRecorded, decision=self.decision)] if self.decision else []
        return [about(ProjectStarted, project=self.project), about(ProjectMoved, project=self.project), *decided]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, moved = list(facts), ProjectMoved(**vars(self))
        check_project(known)
        if last(ProjectMoved, known) == moved:
            return []
        if self.decision and last(DecisionRecorded, known) is None:
            raise Refused("unknown-decision")
        check_told(self.on, now)
        return [moved]


@dataclass(frozen=True)
class TakePartIn:
    may = BOARD
    part: PartId
    project: ProjectId
    role: Public
    on: Day
    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None

    def boundary(self) -> list[About]:
        person = [about(PersonRegistered, person=self.person)] if self.person else []
        return [about(ProjectStarted, project=self.project), about(PartTaken, part=self.part), *person]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, taken = list(facts), PartTaken(**vars(self))
        check_project(known)
        if already_told(known, taken):
            return []
        if not (self.organisation.strip() or self.person):
            raise Refused("nobody-meant")
        if self.person and not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        check_told(self.on, now, self.role)
        return [taken]


@dataclass(frozen=True)
class EndPart:
    may = BOARD
    part: PartId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, part=self.part) for kind in (PartTaken, PartEnded)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        taken = last(PartTaken, known)
        if taken is None:
            raise Refused("unknown-part")
        if last(PartEnded, known):
            return []
        check_told(self.on, now)
        if self.on.surely_before(taken.on):
            raise Refused("ended-before-it-began", on=taken.on)
        return [PartEnded(self.part, self.on)]


@dataclass(frozen=True)
class GiveOpinion:
    may = BOARD
    opinion: OpinionId
    project: ProjectId
    committee: GroupId
    view: View
    text: Public
    on: Day

    def boundary(self) -> list[About]:
        found = [about(ProjectStarted, project=self.project), about(GroupFormed, group=self.committee)]
        return [*found, about(OpinionGiven, opinion=self.opinion)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, given = list(facts), OpinionGiven(**vars(self))
        check_project(known)
        if already_told(known, given):
            return []
        if not any(isinstance(fact, GroupFormed) for fact in known):
            raise Refused("unknown-group")
        check_told(self.on, now, self.text)
        return [given]
