"""What the record says of the newsletter: who wants it, what each one tells, when it left.

Texts are public: organisations are named in them, never persons.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.membership.person_facts import Way
from governance.words import Day, Fact, PersonId, Public

NewsletterId = NewType("NewsletterId", str)


class Tells(Enum):
    """What a piece of news is about."""

    DECISION = "decision"
    DATE = "date"
    MEMBER = "member"
    OFFER = "offer"
    NEED = "need"
    REPORT = "report"


@dataclass(frozen=True)
class Item:
    """A piece of news; `path`: where it is read whole, within the cooperative: `decisions/d1`."""

    tells: Tells
    text: Public
    path: str


@dataclass(frozen=True)
class NewsWanted(Fact):
    """A person agrees to receive the newsletter; `way`: how she said so."""

    tags = (("person",),)
    person: PersonId
    way: Way
    on: Day


@dataclass(frozen=True)
class NewsDeclined(Fact):
    """She does not want it any more."""

    tags = (("person",),)
    person: PersonId
    on: Day


@dataclass(frozen=True)
class NewsletterComposed(Fact):
    """Said again, it is what it says from then on, until it leaves. `opening` and `closing`: the secretary's words."""

    tags = ((), ("newsletter",))
    newsletter: NewsletterId
    title: Public
    items: tuple[Item, ...]
    on: Day
    opening: Public = Public("")
    closing: Public = Public("")


@dataclass(frozen=True)
class NewsletterSent(Fact):
    """It left for whoever wanted it at that moment."""

    tags = ((), ("newsletter",))
    newsletter: NewsletterId
    on: Day


@dataclass(frozen=True)
class NewsletterPublished(Fact):
    """Anybody may read it from that day on."""

    tags = (("newsletter",),)
    newsletter: NewsletterId
    on: Day
