"""A vote counted again: by what it was counted from, or under other statutes. The ballots stay, the rules change."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TypeVar

from governance.command import Refused
from governance.counting.consent import Consent, Consented, consent
from governance.counting.count import count
from governance.counting.election import Election, elect
from governance.counting.judgment import Grades, Judgment, Scale, judge
from governance.counting.no_candidate import WithoutCandidate, told
from governance.counting.points import Gathered, Points, Spread, points
from governance.counting.tally import WHOLE, Count, Electors, Line, Rules, Tally
from governance.counting.urn import Running, Suffrage, Urn
from governance.statutes.facts import Scheme, Statutes, Voice

E = TypeVar("E", bound=Electors)


@dataclass(frozen=True)
class Voting:
    """A resolution, and its tallies."""

    rules: Rules
    tallies: tuple[Tally, ...]


@dataclass(frozen=True)
class Electing:
    """A round of an election, and its urns."""

    suffrage: Suffrage
    running: Running
    urns: tuple[Urn, ...]


@dataclass(frozen=True)
class Judging:
    """Grades, and how many ballots gave them."""

    scale: Scale
    ballots: int
    grades: tuple[Grades, ...]


@dataclass(frozen=True)
class Pointing:
    """Points, and how many ballots gave them, each at most so many."""

    spread: Spread
    most: int
    ballots: int
    gathered: tuple[Gathered, ...]


@dataclass(frozen=True)
class Consenting:
    """A circle, and what it said of a proposal."""

    circle: Consent


@dataclass(frozen=True)
class Choosing:
    """Who named whom, and what the circle said of whom was proposed; None: nobody is yet."""

    chosen: WithoutCandidate
    circle: Consent | None = None


Asked = Voting | Electing | Judging | Pointing | Consenting | Choosing


def reckoned(asked: Asked) -> Count | Election | Judgment | Points | Consented:
    """The result of any of them, from nothing but what a file can say. Refused as each refuses."""
    match asked:
        case Voting():
            return count(asked.rules, asked.tallies)
        case Electing():
            return elect(asked.suffrage, asked.running, asked.urns)
        case Judging():
            return judge(asked.scale, asked.ballots, asked.grades)
        case Pointing():
            return points(asked.spread, asked.most, asked.ballots, asked.gathered)
        case Consenting():
            return consent(asked.circle)
        case Choosing():
            return _chosen(asked)


def _chosen(asked: Choosing) -> Consented:
    """Nobody is chosen by a count: once proposed, by consent alone."""
    named = told(asked.chosen)
    if asked.circle is None:
        return Consented(None, 0, (), asked.chosen.awaited, named)
    found = consent(asked.circle)
    return replace(found, steps=(*named, *found.steps))


def replayed(statutes: Statutes, rules: Rules, lines: Iterable[Line]) -> Count:
    """What these ballots would give if these statutes had ruled the vote. Refused where they cannot be told apart."""
    scheme = statutes.scheme(rules.scheme.organ) or Scheme(rules.scheme.organ)
    written = statutes.meeting(rules.kind)
    majority = written.majority if written else None
    found = regrouped(scheme, ((line.tally, line.voice is Voice.DELIBERATIVE) for line in lines))
    return count(replace(rules, form=statutes.form, scheme=scheme, majority=majority), found)


def reelected(statutes: Statutes, asked: Electing) -> Election:
    """The same of an election: the collèges and their weights are those of these statutes."""
    before = asked.suffrage.scheme
    scheme = statutes.scheme(before.organ) or Scheme(before.organ)
    heard = {college.id for college in before.colleges if college.voice is Voice.ADVISORY}
    found = regrouped(scheme, ((urn, urn.college not in heard) for urn in asked.urns))
    return elect(replace(asked.suffrage, scheme=scheme), asked.running, found)


def regrouped(scheme: Scheme, given: Iterable[tuple[E, bool]]) -> list[E]:
    """The figures by the collèges of this scheme; each comes with whether its votes were counted."""
    known = list(given)
    colleges = {college.id for college in scheme.colleges}
    if not colleges:
        voted = [one for one, votes in known if votes]
        return [replace(reduce(add, voted), college=WHOLE)] if voted else []
    if strange := next((one.college for one, _ in known if one.college not in colleges), None):
        raise Refused("college-not-voting", college=strange)
    if any(one.college == WHOLE for one, _ in known):
        raise Refused("ballots-without-college")
    return [one for one, _ in known]
