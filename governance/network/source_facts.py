"""What the record says of a report that somebody wrote of a meeting: the figures that it prints, what is odd in it.

Texts are public: organisations are named in them, never persons.
"""

from dataclasses import dataclass
from enum import Enum

from governance.network.facts import MeetingId
from governance.network.priority_facts import Remark
from governance.words import Fact, Public


class Head(Enum):
    """What a report counts of those who were awaited: animators apart."""

    STRUCTURES_PRESENT = "structures_present"
    PEOPLE_PRESENT = "people_present"
    STRUCTURES_EXCUSED = "structures_excused"
    PEOPLE_EXCUSED = "people_excused"


@dataclass(frozen=True)
class Printed:
    """One figure as the report prints it, however wrong."""

    counted: Head
    printed: int


@dataclass(frozen=True)
class SourceRead(Fact):
    """Kept beside what the sheet adds up to. A figure read again replaces the former one; a remark stays."""

    tags = (("meeting",),)
    meeting: MeetingId
    source: Public
    figures: tuple[Printed, ...]
    remarks: tuple[Remark, ...] = ()
