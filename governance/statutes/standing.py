"""What other rooms may ask of this one: which statutes were in force on a day, and whether this is a demonstration."""

from collections.abc import Iterable

from governance.statutes.facts import RecordOpened, StatutesAdopted
from governance.words import Day, Fact


def in_force(facts: Iterable[Fact], day: Day) -> StatutesAdopted | None:
    """The version in force on a day, None before the first. Of two from the same day, the one adopted last."""
    found: StatutesAdopted | None = None
    for fact in facts:
        if isinstance(fact, StatutesAdopted) and fact.in_force_from <= day:
            found = fact if found is None or found.in_force_from <= fact.in_force_from else found
    return found


def demonstration(facts: Iterable[Fact]) -> bool:
    """Whether the record says that nothing in it happened to anybody."""
    return any(isinstance(fact, RecordOpened) and fact.demonstration for fact in facts)
