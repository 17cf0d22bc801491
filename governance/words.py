"""The vocabulary that every room shares: identities, days, money, what is said of a person, and what a fact is."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import total_ordering
from typing import ClassVar, NewType
from zoneinfo import ZoneInfo

PersonId = NewType("PersonId", str)
"""A human being: who signs in, acts, represents."""
MemberId = NewType("MemberId", str)
"""A member or applicant, person or organisation. A person who is a member carries one identifier for both."""
StatutesId = NewType("StatutesId", str)
SubscriptionId = NewType("SubscriptionId", str)
AssemblyId = NewType("AssemblyId", str)
ResolutionId = NewType("ResolutionId", str)
VoteId = NewType("VoteId", str)
DecisionId = NewType("DecisionId", str)
AgreementId = NewType("AgreementId", str)
ProjectId = NewType("ProjectId", str)
DeliberationId = NewType("DeliberationId", str)
MilestoneId = NewType("MilestoneId", str)
DossierId = NewType("DossierId", str)

CollegeId = NewType("CollegeId", str)
"""A collège as the statutes name it: a slug such as `salaries`."""
CategoryId = NewType("CategoryId", str)

Cents = NewType("Cents", int)
"""Money, in euro cents. Never a float."""

Public = NewType("Public", str)
"""Text that anyone may read: organisations, statutes, resolutions, decisions. Never about a person."""


class Office(Enum):
    """In what capacity somebody acts. Taken from a day, left on another; ANYONE and WORKER are never given."""

    ANYONE = "anyone"  # whoever signed in: the act judges its author itself, a voter or a member for herself
    WORKER = "worker"  # Palabre on its own, under the same rules
    SECRETARY = "secretary"
    CHAIR = "chair"
    BOARD = "board"
    AUDITOR = "auditor"  # réviseur: reads everything, writes nothing


@total_ordering
class Day:
    """A day of the calendar (Europe/Paris), perhaps known only by its month or its year.

    Written `2017`, `2017-11` or `2017-11-16`. It sorts by its first possible day, the vaguer first.
    """

    __slots__ = ("text",)
    _FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

    def __init__(self, text: str) -> None:
        if not self._FORM.fullmatch(text):
            raise ValueError(f"not a day: {text!r}")
        self.text = text
        _ = self.first  # a month 13 or a 30 February is refused here

    @classmethod
    def of(cls, day: date) -> Day:
        return cls(f"{day.year:04}-{day.month:02}-{day.day:02}")

    @property
    def first(self) -> date:
        """The earliest day this may be."""
        return date.fromisoformat(self.text + "-01-01"[len(self.text) - 4 :])

    @property
    def last(self) -> date:
        """The latest day this may be."""
        first = self.first
        if self.full:
            return first
        month = 12 if len(self.text) == 4 else first.month
        return date(first.year, month, calendar.monthrange(first.year, month)[1])

    @property
    def full(self) -> bool:
        """Whether the very day is known."""
        return len(self.text) == 10

    def surely_before(self, other: Day) -> bool:
        return self.last < other.first

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Day) and self.text == other.text

    def __lt__(self, other: Day) -> bool:
        return (self.first, len(self.text)) < (other.first, len(other.text))

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Day({self.text!r})"


PARIS = ZoneInfo("Europe/Paris")


def legal_day(moment: datetime) -> Day:
    """The day of the law for a moment: the calendar of Paris."""
    return Day.of(moment.astimezone(PARIS).date())


class Said(Enum):
    """What a piece of information about a person is, and which of her two keys closes it.

    The register key is kept for the legal term; the contact key can be destroyed at once.
    """

    NAME = ("name", "register")
    ADDRESS = ("address", "register")
    REASON = ("reason", "register")
    EMAIL = ("email", "contact")
    PHONE = ("phone", "contact")
    COMMENT = ("comment", "contact")
    IBAN = ("iban", "contact")

    @property
    def key(self) -> str:
        return self.value[1]


class Sealed:
    """What is said of a person. The record keeps this commitment; the words lie in the vault."""

    __slots__ = ("commitment",)

    def __init__(self, commitment: str) -> None:
        self.commitment = commitment

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and other.commitment == self.commitment

    def __hash__(self) -> int:
        return hash(self.commitment)

    def __repr__(self) -> str:
        return f"Sealed({self.commitment!r})"


class Clear(Sealed):
    """The same, still in words, as a form gives it: the record seals it before any rule is asked."""

    __slots__ = ("of", "said", "words")

    def __init__(self, of: PersonId, said: Said, words: str) -> None:
        super().__init__("")
        self.of, self.said, self.words = of, said, words

    def __eq__(self, other: object) -> bool:
        mine = (self.of, self.said, self.words)
        return isinstance(other, Clear) and mine == (other.of, other.said, other.words)

    def __hash__(self) -> int:
        return hash((self.of, self.said, self.words))

    def __repr__(self) -> str:
        return f"Clear({self.of!r}, {self.said.name})"  # never the words: this ends up in logs


@dataclass(frozen=True)
class Fact:
    """Something that happened, named in the past tense. Kinds and fields are stored for good:
    add, never rename, never remove; a new field has a default, a new meaning is a new kind.

    `tags` lists the combinations of fields under which rules look the kind up: () is the kind alone.
    """

    tags: ClassVar[tuple[tuple[str, ...], ...]] = ((),)
