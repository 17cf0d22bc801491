"""What the record says of the requests that persons make about what is kept of them, and of what was answered."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.words import Day, Fact, PersonId, Sealed

RequestId = NewType("RequestId", str)


class Scope(Enum):
    """What is to be forgotten: how to reach her; or also her name and address, and all that was said of her."""

    CONTACT = "contact"
    IDENTITY = "identity"


@dataclass(frozen=True)
class ErasureRequested(Fact):
    """She asks to be forgotten (RGPD art. 17). `on`: the day her request was received, from which a month runs."""

    tags = (("request",), ("person",))
    request: RequestId
    person: PersonId
    scope: Scope
    on: Day
    reason: Sealed | None = None


@dataclass(frozen=True)
class ErasureDecided(Fact):
    """What one of the two who decide said, and why. Both must agree; one who does not ends it."""

    tags = (("request",), ("person",))
    request: RequestId
    person: PersonId
    decider: PersonId
    agrees: bool
    reason: Sealed
    on: Day


@dataclass(frozen=True)
class IdentityErased(Fact):
    """Her name, her address and what was said of her are to be forgotten: their key is destroyed with this entry."""

    tags = (("person",),)
    person: PersonId


@dataclass(frozen=True)
class CorrectionRequested(Fact):
    """She says what is wrong, and what is right (RGPD art. 16)."""

    tags = (("request",), ("person",))
    request: RequestId
    person: PersonId
    words: Sealed
    on: Day


@dataclass(frozen=True)
class CorrectionAnswered(Fact):
    """What was done about it: corrected by a gesture of its own, or not, and why."""

    tags = (("request",), ("person",))
    request: RequestId
    person: PersonId
    done: bool
    reason: Sealed
    on: Day
