"""Where the amendments to a resolution stand: in what order they are voted, and the text that they make."""

from collections.abc import Iterable

from governance.command import About, about
from governance.counting.amending import Amended, Amendment, AmendmentId, amended
from governance.vote.amendment_facts import AmendmentLaid, AmendmentSettled, AmendmentsRanked
from governance.words import Fact, Public, ResolutionId


def about_amendments(resolution: ResolutionId) -> list[About]:
    return [about(kind, resolution=resolution) for kind in (AmendmentLaid, AmendmentsRanked, AmendmentSettled)]


def laid(facts: Iterable[Fact]) -> dict[AmendmentId, AmendmentLaid]:
    """In the order in which they were laid."""
    return {fact.amendment: fact for fact in facts if isinstance(fact, AmendmentLaid)}


def standing(facts: Iterable[Fact], text: Public) -> Amended:
    """The draft as the adopted amendments make it, and those that are still to be voted, the next one first."""
    known = list(facts)
    orders = [fact.order for fact in known if isinstance(fact, AmendmentsRanked)]
    fates = {fact.amendment: fact.fate for fact in known if isinstance(fact, AmendmentSettled)}
    return amended(text, ranked(laid(known).values(), orders[-1] if orders else ()), fates)


def ranked(found: Iterable[AmendmentLaid], order: tuple[AmendmentId, ...]) -> list[Amendment]:
    """One that nobody ranked comes after those that are."""
    distances = {one: len(order) - rank for rank, one in enumerate(order)}
    return [Amendment(one.amendment, one.passage, one.instead, distances.get(one.amendment, 0)) for one in found]
