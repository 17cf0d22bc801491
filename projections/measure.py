"""What a figure is measured by: its definition, what it counts among, and the sentence that counts."""

from dataclasses import dataclass
from typing import LiteralString


@dataclass(frozen=True)
class Measure:
    """`sentence` answers a row: `value`, `base` (the number that the words of `base` announce), `facts` (positions). It
    knows the first (`since`) and the last `day` of a period, and the same day one `year` before the last.

    The words are those that a French jury reads, whoever seals. `happens`: it counts what happened in a period, and not
    what stands on its last day.
    """

    definition: str
    base: str
    sentence: LiteralString
    happens: bool = False


NOTHING: LiteralString = "null::bigint[]"
"""No entry is cited: those that were counted are about human beings, or say more than a stranger needs."""


def counted(kind: LiteralString, base: LiteralString, since: LiteralString = "%(since)s") -> LiteralString:
    """How many subjects have a fact of this kind in the period, and the facts that say so."""
    return f"""
        select count(distinct subject) as value, ({base}) as base, array_agg(position order by position) as facts
        from proof where kind = '{kind}' and happened between {since}::date and %(day)s::date
    """
