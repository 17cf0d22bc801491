"""What happened against a rule: refused, or recorded as irregular if somebody says why."""

from collections.abc import Iterable

from governance.capital.facts import CapitalIrregular
from governance.command import Refused
from governance.words import Cents, Day, Fact, MemberId, Public, Sealed


def irregular(member: MemberId, on: Day, broken: Iterable[Refused], despite: Sealed | None) -> list[Fact]:
    """One fact for each rule passed over, with its article and, where it is known, the amount that it weighs at most.
    Without a reason the first of them refuses."""
    facts: list[Fact] = []
    for refusal in broken:
        if despite is None:
            raise refusal
        article, effect = Public(str(refusal.details.get("article", ""))), refusal.details.get("effect")
        largest = Cents(effect) if isinstance(effect, int) else None
        facts.append(CapitalIrregular(member, on, refusal.reason, article, Public(""), largest, despite))
    return facts
