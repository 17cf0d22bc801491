"""Choosing among options: they are laid with criteria, remarked on, and one is chosen by a decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.network.check import BOARD, check_told
from governance.project.choice_facts import ChoiceId, ChoiceLaid, OptionChosen, Remark, RemarksMade
from governance.project.facts import ProjectStarted
from governance.project.standing import check_project, last
from governance.words import Day, DecisionId, Fact, PersonId, ProjectId, Public


@dataclass(frozen=True)
class LayChoice:
    may = BOARD
    choice: ChoiceId
    question: Public
    options: tuple[Public, ...]
    criteria: tuple[Public, ...]
    on: Day
    project: ProjectId | None = None
    pilot: bool = False
    source: Public = Public("")

    def boundary(self) -> list[About]:
        projects = [about(ProjectStarted, project=self.project)] if self.project else []
        return [about(ChoiceLaid, choice=self.choice), about(OptionChosen, choice=self.choice), *projects]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, laid = list(facts), ChoiceLaid(**vars(self))
        if last(ChoiceLaid, known) == laid:
            return []
        if self.project:
            check_project(known)
        elif self.pilot:
            raise Refused("pilot-of-a-project")
        check_told(self.on, now, self.question, *self.options, *self.criteria)
        for words in (self.options, self.criteria):
            if len(set(words)) < len(words):
                raise Refused("named-twice")
        if len(self.options) < 2:
            raise Refused("nothing-to-choose")
        chosen = last(OptionChosen, known)
        if chosen and chosen.option not in self.options:
            raise Refused("chosen-option-dropped", option=chosen.option)
        return [laid]


@dataclass(frozen=True)
class MakeRemarks:
    """Those that say something new are written."""

    may = BOARD
    choice: ChoiceId
    remarks: tuple[Remark, ...]
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, choice=self.choice) for kind in (ChoiceLaid, RemarksMade)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        laid = the_choice(known)
        if any(one.option not in laid.options or one.criterion not in laid.criteria for one in self.remarks):
            raise Refused("unknown-option")
        made = (one for fact in known if isinstance(fact, RemarksMade) for one in fact.remarks)
        stand = {(one.option, one.criterion): one.text for one in made}
        new = tuple(one for one in self.remarks if stand.get((one.option, one.criterion), "") != one.text)
        if not new:
            return []
        check_told(self.on, now)
        return [RemarksMade(self.choice, new, self.on)]


@dataclass(frozen=True)
class ChooseOption:
    may = BOARD
    choice: ChoiceId
    option: Public
    decision: DecisionId
    on: Day
    reason: Public = Public("")

    def boundary(self) -> list[About]:
        own = [about(kind, choice=self.choice) for kind in (ChoiceLaid, OptionChosen)]
        return [*own, about(DecisionRecorded, decision=self.decision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, chosen = list(facts), OptionChosen(**vars(self))
        laid = the_choice(known)
        if last(OptionChosen, known) == chosen:
            return []
        if self.option not in laid.options:
            raise Refused("unknown-option")
        decided = last(DecisionRecorded, known)
        if decided is None:
            raise Refused("unknown-decision")
        if not decided.adopted:
            raise Refused("decision-not-adopted")
        check_told(self.on, now)
        return [chosen]


def the_choice(facts: Iterable[Fact]) -> ChoiceLaid:
    """As it was last laid. Refused where there is none."""
    laid = last(ChoiceLaid, facts)
    if laid is None:
        raise Refused("unknown-choice")
    return laid
