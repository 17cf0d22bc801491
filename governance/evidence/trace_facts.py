"""What the record says of what came from what, from a post-it to the evidence; and of the documents delivered with any
of them.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.evidence.facts import Digest, Medium
from governance.words import Day, Fact, Public

Thing = NewType("Thing", str)
"""One thing of the record, whatever its kind: `decision.d12`, `axis.vichy.axe1` (the board of a prioritisation)."""


DocumentId = NewType("DocumentId", str)


class Kind(Enum):
    """In the order in which one usually leads to another."""

    FINDING = "finding"  # a point that the réviseur raised
    NOTE = "note"
    AXIS = "axis"
    TOPIC = "topic"
    VISION = "vision"
    PROPOSAL = "proposal"
    ACTION = "action"
    CARD = "card"
    DECISION = "decision"
    PROJECT = "project"
    CHOICE = "choice"
    MILESTONE = "milestone"
    PIECE = "piece"
    DOCUMENT = "document"


def thing(kind: Kind, identifier: str) -> Thing:
    return Thing(f"{kind.value}.{identifier}")


def parts(one: Thing) -> tuple[Kind, str]:
    """ValueError where it is of no known kind."""
    kind, _, identifier = one.partition(".")
    return Kind(kind), identifier


@dataclass(frozen=True)
class LedTo(Fact):
    """`effect` came from `cause`. Said again after it was taken back, it stands again."""

    tags = (("cause", "effect"),)
    cause: Thing
    effect: Thing
    on: Day


@dataclass(frozen=True)
class LinkTakenBack(Fact):
    """It was a mistake: the one did not come from the other."""

    tags = (("cause", "effect"),)
    cause: Thing
    effect: Thing
    on: Day
    reason: Public


@dataclass(frozen=True)
class DocumentDelivered(Fact):
    """What `of` produced: a study, a note on legal forms. `digest` is the SHA-256 of salt ‖ content, as of a piece."""

    tags = (("document",), ("digest",))
    document: DocumentId
    of: Thing
    title: Public
    digest: Digest
    size: int  # bytes
    media_type: Medium
    on: Day
    note: Public = Public("")
