"""Amendments: which is voted first, which falls with another, and the text that is put to the vote in the end.

The furthest from the text is voted first; once it is adopted, those that touch the same words have no object.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.command import Refused
from governance.counting.tally import Step, step
from governance.words import Public

AmendmentId = NewType("AmendmentId", str)


class Fate(Enum):
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Amendment:
    """`passage`: the words that it touches, as they stand once in the text; empty: it adds at the end. `instead`: what
    replaces them; empty: nothing. `distance`: how far it takes the text, as the officers of the meeting rank it."""

    id: AmendmentId
    passage: Public
    instead: Public
    distance: int = 0


@dataclass(frozen=True)
class Amended:
    """`text`: as the adopted amendments make it. `fallen`: those without object any more. `awaited`: those to be voted,
    in order; the text is put to the vote when none is left."""

    text: Public
    adopted: tuple[AmendmentId, ...]
    fallen: tuple[AmendmentId, ...]
    awaited: tuple[AmendmentId, ...]
    steps: tuple[Step, ...]

    @property
    def ready(self) -> bool:
        return not self.awaited


def order(amendments: Iterable[Amendment]) -> tuple[Amendment, ...]:
    """The furthest first; those as far as each other in the order in which they were filed."""
    return tuple(sorted(amendments, key=lambda one: -one.distance))


def amended(text: Public, amendments: Iterable[Amendment], fates: Mapping[AmendmentId, Fate]) -> Amended:
    """Refused: a passage that the text does not have just once, two adopted amendments that touch the same words."""
    ranked = order(amendments)
    if len({one.id for one in ranked}) < len(ranked):
        raise Refused("amendment-twice")
    spans = {one.id: _span(text, one) for one in ranked}
    adopted = [one for one in ranked if fates.get(one.id) is Fate.ADOPTED]
    for rank, one in enumerate(adopted):
        if any(_overlap(spans[one.id], spans[earlier.id]) for earlier in adopted[:rank]):
            raise Refused("amendments-clash", amendment=one.id)
    open_ = [one for one in ranked if one.id not in fates]
    fallen = [one.id for one in open_ if any(_overlap(spans[one.id], spans[other.id]) for other in adopted)]
    awaited = tuple(one.id for one in open_ if one.id not in fallen)
    steps = tuple(_told(one, fates.get(one.id), one.id in fallen) for one in ranked)
    ids = tuple(one.id for one in adopted)
    return Amended(_applied(text, adopted, spans), ids, tuple(fallen), awaited, steps)


Span = tuple[int, int]


def _span(text: str, amendment: Amendment) -> Span:
    if not amendment.passage:
        return len(text), len(text)
    if text.count(amendment.passage) != 1:
        raise Refused("passage-not-found-once", amendment=amendment.id, times=text.count(amendment.passage))
    start = text.index(amendment.passage)
    return start, start + len(amendment.passage)


def _overlap(one: Span, other: Span) -> bool:
    """What is added at the end touches nobody's words."""
    return one[0] < other[1] and other[0] < one[1]


def _applied(text: str, adopted: Sequence[Amendment], spans: Mapping[AmendmentId, Span]) -> Public:
    """From the last words to the first, so that no place moves; two additions follow each other as they were voted."""
    placed = sorted(enumerate(adopted), key=lambda one: (spans[one[1].id], one[0]), reverse=True)
    for _, one in placed:
        start, end = spans[one.id]
        text = text[:start] + one.instead + text[end:]
    return Public(text)


def _told(amendment: Amendment, fate: Fate | None, fallen: bool) -> Step:
    known = fate.value if fate else "fallen" if fallen else "awaited"
    return step(f"amendment-{known}", amendment=amendment.id, distance=amendment.distance)
