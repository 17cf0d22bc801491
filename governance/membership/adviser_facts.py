"""What the record says of the advisers whom a cooperative lets read: invited, looking, no longer welcome."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.words import Day, Fact, PersonId, Public

InvitationId = NewType("InvitationId", str)


class Scope(Enum):
    """What an adviser is invited for, and so what she may read."""

    AUDIT = "audit"  # the révision coopérative: deadlines, alerts, and what the office of réviseur reads
    ADVICE = "advice"  # a union's advice: deadlines and alerts, no register but the public ones


class Seen(Enum):
    """What an adviser opened."""

    SUMMARY = "summary"  # this cooperative's lines, on the page of all those that invited her
    INSIDE = "inside"  # its own pages


@dataclass(frozen=True)
class AdviserInvited(Fact):
    """From a day on, until the end of another, a person of this organisation may read."""

    tags = (("person",),)
    invitation: InvitationId
    person: PersonId
    organisation: Public
    scope: Scope
    on: Day
    until: Day


@dataclass(frozen=True)
class AdviserRevoked(Fact):
    """An invitation is over, from this entry on."""

    tags = (("person",),)
    invitation: InvitationId
    person: PersonId
    on: Day


@dataclass(frozen=True)
class AdviserVisited(Fact):
    """She looked: once a day for each thing that she may open, however often she came back."""

    tags = (("person",),)
    invitation: InvitationId
    person: PersonId
    on: Day
    seen: Seen
