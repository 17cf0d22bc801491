"""What the record says of a choice: its options and criteria, what was remarked of each, the option that was chosen.

Nothing is scored: whoever decides reads the remarks.
"""

from dataclasses import dataclass
from typing import NewType

from governance.words import Day, DecisionId, Fact, ProjectId, Public

ChoiceId = NewType("ChoiceId", str)


@dataclass(frozen=True)
class ChoiceLaid(Fact):
    """Said again, it is so from then on; remarks stay with the options and criteria that they name.

    `pilot`: the options are organisations, the chosen one leads the project.
    """

    tags = (("choice",),)
    choice: ChoiceId
    question: Public
    options: tuple[Public, ...]
    criteria: tuple[Public, ...]
    on: Day
    project: ProjectId | None = None
    pilot: bool = False
    source: Public = Public("")


@dataclass(frozen=True)
class Remark:
    """Empty: what had been remarked no longer holds."""

    option: Public
    criterion: Public
    text: Public


@dataclass(frozen=True)
class RemarksMade(Fact):
    tags = (("choice",),)
    choice: ChoiceId
    remarks: tuple[Remark, ...]
    on: Day


@dataclass(frozen=True)
class OptionChosen(Fact):
    """By a decision. Another one may choose otherwise later."""

    tags = (("choice",),)
    choice: ChoiceId
    option: Public
    decision: DecisionId
    on: Day
    reason: Public = Public("")
