"""What the law or the statutes want of the whole, when it is no longer so, and when it is again."""

from dataclasses import dataclass
from fractions import Fraction

from governance.words import (
    Day,
    Fact,
    Public,
)


@dataclass(frozen=True)
class InvariantBroken(Fact):
    """What the law or the statutes want of the whole is no longer so: what was measured, its limit, what to do.

    `invariant` is the name of the rule, the same in the fact that says it holds again.
    """

    tags = ((), ("invariant",))
    invariant: Public
    on: Day
    article: Public
    value: Fraction | None
    limit: Fraction | None
    task: Public


@dataclass(frozen=True)
class InvariantRestored(Fact):
    """What an earlier fact said broken holds again."""

    tags = ((), ("invariant",))
    invariant: Public
    on: Day
