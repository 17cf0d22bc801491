"""A catalogue as data: what its cards say, the states that they go through, who keeps it, what answers it.

Needs, offers, rooms, trainings… differ by their fields and their life, not by their rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.command import Refused
from governance.words import Day, Public

CatalogueName = NewType("CatalogueName", str)
"""A slug: `besoins`."""
FieldName = NewType("FieldName", str)
StateName = NewType("StateName", str)


@dataclass(frozen=True)
class Words:
    """What a reader sees, in French and in English."""

    fr: Public
    en: Public


class Shape(Enum):
    """What a field holds, and how it is written: `day` as in `words.Day`, `amount` in cents, `count` in units."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    COUNT = "count"
    AMOUNT = "amount"
    CHOICE = "choice"


@dataclass(frozen=True)
class Option:
    name: FieldName
    words: Words


@dataclass(frozen=True)
class Field:
    """`inner`: for the network alone, neither asked of anybody outside nor shown there."""

    name: FieldName
    label: Words
    shape: Shape = Shape.LINE
    hint: Words | None = None
    needed: bool = False
    options: tuple[Option, ...] = ()
    inner: bool = False


class Tone(Enum):
    """How a state looks: alive, done, waiting, over."""

    OPEN = "open"
    DONE = "done"
    WAITING = "waiting"
    STOPPED = "stopped"


@dataclass(frozen=True)
class State:
    """`leads`: the states that may follow. None: nothing more happens to the card."""

    name: StateName
    words: Words
    tone: Tone = Tone.OPEN
    leads: tuple[StateName, ...] = ()


class Keepers(Enum):
    """Who writes the cards: the secretariat and the board alone, or every member about its own."""

    BOARD = "board"
    MEMBERS = "members"


@dataclass(frozen=True)
class Catalogue:
    """`singular`: one card of it. `first`: what its first line is called. A card begins in the first of the `states`.

    `answered_by`: the catalogue whose cards may meet these, where they agree on the field `agreeing`. `until`: the
    field that says until when a card is good. `lent`: its cards are booked from a day to another. `joined`: members
    take part in what they announce, as many people as the field `seats` says; whoever comes after waits. `held`: what
    they announce takes place on the day of `until`, which is no deadline. `placed`: the field that says in which
    commune they are. `reserved`: the field that names, one a line, the organisations for whose members the seats are.
    `proposed`: anybody may propose one, which a keeper accepts or refuses.
    """

    name: CatalogueName
    title: Words
    singular: Words
    purpose: Words
    first: Words
    fields: tuple[Field, ...]
    states: tuple[State, ...]
    keepers: Keepers = Keepers.BOARD
    answered_by: CatalogueName | None = None
    agreeing: FieldName | None = None
    until: FieldName | None = None
    lent: bool = False
    joined: bool = False
    seats: FieldName | None = None
    held: bool = False
    reserved: FieldName | None = None
    placed: FieldName | None = None
    proposed: bool = False

    def field(self, name: FieldName) -> Field:
        """Refused where the catalogue has no such field."""
        for one in self.fields:
            if one.name == name:
                return one
        raise Refused("unknown-field", name=name)

    def state(self, name: StateName) -> State:
        for one in self.states:
            if one.name == name:
                return one
        raise Refused("unknown-state", name=name)


@dataclass(frozen=True)
class Value:
    """What a card says in one field, written as its shape wants."""

    field: FieldName
    said: Public


def check_values(catalogue: Catalogue, values: Iterable[Value]) -> None:
    """Each field once at most, those that are needed said, each as its shape wants."""
    said = list(values)
    names = [value.field for value in said]
    if len(names) != len(set(names)):
        raise Refused("field-twice")
    for value in said:
        if not _fits(catalogue.field(value.field), value.said):
            raise Refused("value-not-fitting", field=value.field, said=value.said)
    for one in catalogue.fields:
        if one.needed and one.name not in names:
            raise Refused("field-needed", field=one.name)


def _fits(field: Field, said: Public) -> bool:
    match field.shape:
        case Shape.COUNT | Shape.AMOUNT:
            return said.isascii() and said.isdecimal()
        case Shape.CHOICE:
            return said in [str(option.name) for option in field.options]
        case Shape.DAY:
            return _is_day(said)
    return bool(said.strip())


def _is_day(said: str) -> bool:
    try:
        Day(said)
    except ValueError:
        return False
    return True
