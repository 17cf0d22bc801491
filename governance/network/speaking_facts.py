"""What the record says of who speaks for the network elsewhere: at which event, and what came back from it."""

from dataclasses import dataclass
from typing import NewType

from governance.network.facts import GroupId
from governance.words import Day, Fact, PersonId, Public

MandateId = NewType("MandateId", str)


@dataclass(frozen=True)
class MandateGiven(Fact):
    """Some people speak at an event for a group, or for the whole network; said again, it is so from then on. `day`:
    of the event, where it is known."""

    tags = ((), ("mandate",))
    mandate: MandateId
    event: Public
    people: tuple[PersonId, ...]
    on: Day
    group: GroupId | None = None
    organisations: tuple[Public, ...] = ()
    day: Day | None = None
    place: Public = Public("")
    message: Public = Public("")


@dataclass(frozen=True)
class MandateReported(Fact):
    """What they bring back; said again, it is corrected."""

    tags = (("mandate",),)
    mandate: MandateId
    words: Public
    on: Day
