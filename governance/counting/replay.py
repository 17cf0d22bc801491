"""A vote counted again under other statutes: the ballots stay, the rules change."""

from collections.abc import Iterable
from dataclasses import replace

from governance.command import Refused
from governance.counting.count import count
from governance.counting.tally import WHOLE, Count, Line, Rules, Tally
from governance.statutes.facts import Scheme, Statutes, Voice


def replayed(statutes: Statutes, rules: Rules, lines: Iterable[Line]) -> Count:
    """What these ballots would give if these statutes had ruled the vote. Refused where they cannot be told apart."""
    scheme = statutes.scheme(rules.scheme.organ) or Scheme(rules.scheme.organ)
    written = statutes.meeting(rules.kind)
    majority = written.majority if written else None
    found = regrouped(scheme, ((line.tally, line.voice is Voice.DELIBERATIVE) for line in lines))
    return count(replace(rules, form=statutes.form, scheme=scheme, majority=majority), found)


def regrouped(scheme: Scheme, tallies: Iterable[tuple[Tally, bool]]) -> list[Tally]:
    """The figures by the collèges of this scheme; each comes with whether its votes were counted."""
    known = list(tallies)
    colleges = {college.id for college in scheme.colleges}
    if not colleges:
        voted = [tally for tally, votes in known if votes]
        return [sum(voted, start=Tally(WHOLE, 0, 0))] if voted else []
    if strange := next((tally.college for tally, _ in known if tally.college not in colleges), None):
        raise Refused("college-not-voting", college=strange)
    if any(tally.college == WHOLE for tally, _ in known):
        raise Refused("ballots-without-college")
    return [tally for tally, _ in known]
