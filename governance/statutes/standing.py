"""What other rooms may ask of this one: the statutes of a day, what their text says, whether all this is for show."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from governance.statutes.facts import RecordOpened, Ruled, StatutesAdopted
from governance.words import Day, Fact


def in_force(facts: Iterable[Fact], day: Day) -> StatutesAdopted | None:
    """The version in force on a day, None before the first. Of two from the same day, the one adopted last."""
    found: StatutesAdopted | None = None
    for fact in facts:
        if isinstance(fact, StatutesAdopted) and fact.in_force_from <= day:
            found = fact if found is None or found.in_force_from <= fact.in_force_from else found
    return found


def quotes(ruled: object) -> dict[str, str]:
    """By article, what the text says of everything that is ruled in these clauses."""
    found: dict[str, list[str]] = {}
    for one in _ruled(ruled):
        if one.quote and one.quote not in found.setdefault(one.article, []):
            found[one.article].append(one.quote)
    return {article: " ".join(sentences) for article, sentences in found.items() if sentences}


def _ruled(clause: object) -> Iterator[Ruled[Any]]:
    if isinstance(clause, Ruled):
        yield clause
    elif isinstance(clause, tuple):
        for each in clause:
            yield from _ruled(each)
    elif is_dataclass(clause):
        for field in fields(clause):
            yield from _ruled(getattr(clause, field.name))


def demonstration(facts: Iterable[Fact]) -> bool:
    """Whether the record says that nothing in it happened to anybody."""
    return any(isinstance(fact, RecordOpened) and fact.demonstration for fact in facts)
