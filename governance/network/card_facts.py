"""What the record says of the cards of a catalogue: written, corrected, moved from a state to another, brought
together, lent, joined.

Texts are public: organisations are named in them, never persons.
"""

from dataclasses import dataclass
from typing import NewType

from governance.network.catalogue import CatalogueName, StateName, Value
from governance.words import Day, Fact, MemberId, Public

CardId = NewType("CardId", str)
LoanId = NewType("LoanId", str)


@dataclass(frozen=True)
class CardWritten(Fact):
    """`owner`: the member whose card it is, None for one that nobody keeps; `organisation`: whose it is then, by name.
    `source`: where it was read.
    """

    tags = ((), ("card",))
    card: CardId
    catalogue: CatalogueName
    title: Public
    values: tuple[Value, ...]
    state: StateName
    on: Day
    owner: MemberId | None = None
    source: Public = Public("")
    organisation: Public = Public("")


@dataclass(frozen=True)
class CardCorrected(Fact):
    """All that the card says from now on; what it said before stays."""

    tags = ((), ("card",))
    card: CardId
    title: Public
    values: tuple[Value, ...]
    on: Day
    reason: Public = Public("")


@dataclass(frozen=True)
class CardMoved(Fact):
    tags = ((), ("card",))
    card: CardId
    state: StateName
    on: Day
    note: Public = Public("")


@dataclass(frozen=True)
class CardsIntroduced(Fact):
    """Somebody put both in touch: what asks, and what may answer it."""

    tags = ((), ("card",))
    card: CardId
    answer: CardId
    on: Day


@dataclass(frozen=True)
class IntroductionClosed(Fact):
    """What came of it."""

    tags = ((), ("card",))
    card: CardId
    answer: CardId
    fruitful: bool
    on: Day
    note: Public = Public("")


@dataclass(frozen=True)
class CardLent(Fact):
    """From a day to another, both included."""

    tags = ((), ("card",), ("loan",))
    loan: LoanId
    card: CardId
    member: MemberId
    since: Day
    until: Day
    purpose: Public = Public("")


@dataclass(frozen=True)
class LoanCancelled(Fact):
    tags = ((), ("card",), ("loan",))
    loan: LoanId
    card: CardId
    on: Day


@dataclass(frozen=True)
class CardJoined(Fact):
    """A member takes part in what the card announces, with so many people. Who came first has a seat first. `through`:
    the organisation by which it may."""

    tags = ((), ("card",))
    card: CardId
    member: MemberId
    people: int
    on: Day
    through: MemberId | None = None


@dataclass(frozen=True)
class CardQuit(Fact):
    """It does not come after all: its seats are those of whoever waits next."""

    tags = ((), ("card",))
    card: CardId
    member: MemberId
    on: Day
