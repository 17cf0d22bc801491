"""Whom the law keeps from voting on one resolution: who has an interest in it, where the form sets her aside."""

from collections.abc import Iterable
from dataclasses import replace

from governance.assembly.facts import RollSealed
from governance.assembly.interested import about_interested, interested
from governance.assembly.standing import about_line, line
from governance.command import About, Refused
from governance.counting.aside import Barred, standing_aside
from governance.counting.tally import WHOLE, Count, step
from governance.statutes.facts import Form
from governance.vote.facts import VoteOpened
from governance.words import AssemblyId, CollegeId, Fact, MemberId, ResolutionId


def about_aside(assembly: AssemblyId, resolution: ResolutionId, named: Iterable[MemberId]) -> list[About]:
    """`named`: those whom the counter found, whose lines of the roll are read."""
    return [*about_interested(resolution), *(one for member in named for one in about_line(assembly, member))]


def aside(
    facts: Iterable[Fact], form: Form, resolution: ResolutionId, named: Iterable[MemberId]
) -> tuple[tuple[MemberId, CollegeId], ...]:
    """Those on the roll, there or not. Refused where somebody has an interest and was not named: look again."""
    known = list(facts)
    found = interested(known, resolution)
    if found - set(named):
        raise Refused("agenda-has-moved")
    if standing_aside(form).value is Barred.NOTHING:
        return ()
    [roll] = [fact for fact in known if isinstance(fact, RollSealed)][-1:]
    colleges = {college for college, _ in roll.members_by_college}
    lines = [one for member in sorted(found) if (one := line(known, member)) and one.votes]
    return tuple((one.member, one.college if one.college in colleges else WHOLE) for one in lines)


def told(vote: VoteOpened, result: Count) -> Count:
    """The result, whose first step says how many were set aside and from what."""
    if not vote.aside:
        return result
    rule = standing_aside(vote.form)
    first = step(f"aside-{rule.value.value}", rule.article, members=len(vote.aside))
    return replace(result, steps=(first, *result.steps))
