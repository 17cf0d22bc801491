"""What happened against a rule: refused, or recorded as irregular if somebody says why."""

from collections.abc import Iterable

from governance.command import Refused
from governance.membership.facts import MembershipIrregular
from governance.words import Day, Fact, MemberId, Public, Sealed


def irregular(
    member: MemberId, on: Day, broken: Iterable[Refused], despite: Sealed | None, largest_effect: int | None
) -> list[Fact]:
    """One fact for each rule passed over, with its article. Without a reason the first of them refuses."""
    facts: list[Fact] = []
    for refusal in broken:
        if despite is None:
            raise refusal
        article = Public(str(refusal.details.get("article", "")))
        facts.append(MembershipIrregular(member, on, refusal.reason, article, despite, largest_effect))
    return facts
