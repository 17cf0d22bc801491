"""What part of the cooperative some members make together: of its members, of the votes, of the capital."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from governance.assembly.facts import AssemblyPlanned, MandateEntered
from governance.assembly.roll import lines
from governance.capital.account import MOVEMENTS, changes
from governance.statutes.facts import RequestBase, Statutes
from governance.words import Day, Fact, MemberId


def part_of(
    facts: Iterable[Fact], members: Iterable[MemberId], base: RequestBase, planned: AssemblyPlanned, statutes: Statutes
) -> Fraction:
    """On the day of `planned`. Who is no member that day counts for nothing."""
    known, asking = list(facts), set(members)
    if base is RequestBase.CAPITAL:
        held = capital_by_member(known, planned.day)
        return _part(sum(held[one] for one in asking), sum(held.values()))
    everybody = lines(known, planned, statutes)
    counted = {
        member
        for member, line in everybody.items()
        if base is RequestBase.MEMBERS or (isinstance(line, MandateEntered) and line.votes)
    }
    return _part(len(asking & counted), len(counted))


def capital_by_member(facts: Iterable[Fact], day: Day) -> Counter[MemberId]:
    """What each has subscribed and still holds, in cents."""
    held: Counter[MemberId] = Counter()
    for fact in facts:
        if isinstance(fact, MOVEMENTS) and fact.on <= day:
            for change in changes(fact):
                held[change.member] += change.worth
    return held


def _part(some: int, whole: int) -> Fraction:
    return Fraction(some, whole) if whole else Fraction(0)
