"""What the record says of the pole: the organisations that belong to it, beyond the members of the cooperative.

A member of the cooperative belongs to the pole by that alone: nothing more is written of it.
"""

from dataclasses import dataclass

from governance.words import Day, DecisionId, Fact, MemberId, Public


@dataclass(frozen=True)
class PoleJoined(Fact):
    """`decision`: the one that let it in. `source`: where it is written."""

    tags = ((), ("member",))
    member: MemberId
    on: Day
    decision: DecisionId | None = None
    source: Public = Public("")


@dataclass(frozen=True)
class PoleLeft(Fact):
    """From that day on it no longer belongs; if it is a member of the cooperative, it still does."""

    tags = ((), ("member",))
    member: MemberId
    on: Day
    reason: Public = Public("")
