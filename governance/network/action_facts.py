"""What the record says of what is to be done in the network: who offers to, until when, what became of it.

Texts are public and name organisations; a human being is her identifier.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.network.facts import GroupId, MeetingId
from governance.words import Day, Fact, MemberId, PersonId, Public

ActionId = NewType("ActionId", str)


class Priority(Enum):
    """In the words of those who ranked them."""

    FIRST = "first"  # « à faire prioritairement »
    LATER = "later"  # « dans un second temps »
    NONE = "none"


@dataclass(frozen=True)
class ActionSet(Fact):
    """Said again, it is so from then on. Until a day, in words (`due_said`: « à terme »), at a meeting, or nothing.

    `everybody`: each organisation of the group does it, or each one that was at the meeting. `source`: where it is
    written, in its own words.
    """

    tags = ((), ("action",))
    action: ActionId
    what: Public
    on: Day
    priority: Priority = Priority.NONE
    meeting: MeetingId | None = None
    group: GroupId | None = None
    due: Day | None = None
    due_said: Public = Public("")
    due_meeting: MeetingId | None = None
    everybody: bool = False
    source: Public = Public("")


@dataclass(frozen=True)
class HelpOffered(Fact):
    """Somebody does it, or lends a hand on a `condition`: « dans la mesure de leur disponibilité »."""

    tags = (("action",),)
    action: ActionId
    on: Day
    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None
    condition: Public = Public("")


@dataclass(frozen=True)
class HelpWithdrawn(Fact):
    tags = (("action",),)
    action: ActionId
    on: Day
    organisation: Public = Public("")
    person: PersonId | None = None


@dataclass(frozen=True)
class ShareDone(Fact):
    """One organisation did its part of what everybody does."""

    tags = (("action",),)
    action: ActionId
    organisation: Public
    on: Day
    note: Public = Public("")


@dataclass(frozen=True)
class ActionDone(Fact):
    tags = (("action",),)
    action: ActionId
    on: Day
    outcome: Public = Public("")


@dataclass(frozen=True)
class ActionGivenUp(Fact):
    tags = (("action",),)
    action: ActionId
    on: Day
    reason: Public
