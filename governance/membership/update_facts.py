"""What the record says of a yearly update: each member is asked whether what is known of her still holds."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.words import Day, Fact, MemberId

UpdateId = NewType("UpdateId", str)


class Answer(Enum):
    """How a sheet came back."""

    PAGE = "page"  # confirmed by herself, once signed in
    COUPON = "coupon"  # on paper


@dataclass(frozen=True)
class UpdateOpened(Fact):
    """The sheets leave, by e-mail or by letter, to be answered until a day."""

    tags = ((), ("update",))
    update: UpdateId
    on: Day
    until: Day


@dataclass(frozen=True)
class SheetConfirmed(Fact):
    """What is known of a member holds on that day; what did not was corrected first, by facts of its own."""

    tags = (("update", "member"),)
    update: UpdateId
    member: MemberId
    answer: Answer
    on: Day


@dataclass(frozen=True)
class UpdateReminded(Fact):
    """Those who have not answered are asked once more."""

    tags = (("update",),)
    update: UpdateId
    on: Day


@dataclass(frozen=True)
class UpdateClosed(Fact):
    """No more sheet is awaited."""

    tags = ((), ("update",))
    update: UpdateId
    on: Day
