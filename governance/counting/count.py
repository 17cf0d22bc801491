"""The count of a vote: outcome, contributions of the collèges, and the steps by which a member can do it again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from governance.counting.aggregation import aggregate
from governance.counting.margin import margin
from governance.counting.tally import Count, Line, Reading, Rules, Tally, by_college, colleges, voting
from governance.counting.telling import ballots, level, outcome, ratio
from governance.counting.threshold import applicable, legal, stated
from governance.counting.totals import Totals
from governance.statutes.facts import AbsentPolicy, Aggregation, Majority, Ruled, Scheme
from governance.words import CollegeId, Public


def count(rules: Rules, tallies: Iterable[Tally]) -> Count:
    """Adopted if votes were expressed, the majority of the statutes is reached, and the law's below it.

    Refused: tallies that cannot be, weights or a majority that the statutes do not give.
    """
    found = by_college(rules.scheme, tallies)
    result = _counted(rules, found)
    return replace(result, readings=tuple(_readings(rules, found, result)))


def _counted(rules: Rules, found: Mapping[CollegeId, Tally]) -> Count:
    if rules.second_round:
        rules = replace(rules, scheme=_by_majority(rules.scheme))
    clause = aggregate(rules.scheme, found, applicable(rules))
    floor = legal(rules)
    law = aggregate(_losing_nothing(rules.scheme, floor), found, floor) if floor else None
    expressed = any(found[college.id].expressed for college in voting(rules.scheme))
    adopted = expressed and clause.met and (law is None or law.met)
    majority = stated(rules)
    return Count(
        adopted=adopted,
        by_clause=expressed and clause.met,
        by_law=(expressed and law.met) if law else None,
        aggregation=clause.aggregation,
        for_=clause.for_,
        against=clause.against,
        base=clause.base,
        ratio=ratio(clause),
        threshold=majority.threshold.value,
        strict=majority.strict,
        need=level(clause, majority),
        margin=margin([clause, law] if law else [clause], adopted),
        lines=tuple(_lines(rules, found, clause)),
        steps=(*ballots(rules, found), *clause.steps, *outcome(rules, clause, law, expressed)),
        second_round=tuple(college.id for college in clause.undecided),
    )


def _by_majority(scheme: Scheme) -> Scheme:
    """Where a collège has no mandate below a threshold, it now follows its majority, however short."""
    said = scheme.aggregation
    if said is None or said.value is not Aggregation.COLLEGE_THRESHOLD:
        return scheme
    return replace(scheme, aggregation=replace(said, value=Aggregation.COLLEGE_MAJORITY))


def _readings(rules: Rules, found: Mapping[CollegeId, Tally], result: Count) -> Iterator[Reading]:
    """What each policy gives where the statutes leave the choice open, and where it bears on this vote."""
    keys = {each.key for each in result.steps}
    for policy in AbsentPolicy if "empty-by-default" in keys else ():
        scheme = replace(rules.scheme, empty=Ruled(policy, Public("")))
        yield _reading("empty", policy, replace(rules, scheme=scheme), found)
    for policy in AbsentPolicy if "silent-by-default" in keys else ():
        scheme = replace(rules.scheme, silent=Ruled(policy, Public("")))
        yield _reading("silent", policy, replace(rules, scheme=scheme), found)


def _reading(rule: str, policy: AbsentPolicy, rules: Rules, found: Mapping[CollegeId, Tally]) -> Reading:
    read = _counted(rules, found)
    return Reading(rule, policy.value, read.adopted, tuple(each for each in read.steps if each.key not in _BALLOTS))


_BALLOTS = {"entitled-in-college", "ballots-in-college", "advisory-college", "majority-by-law", "second-consultation"}


def _losing_nothing(scheme: Scheme, law: Majority) -> Scheme:
    """The law's base holds what is cast: a weight that the statutes lose is not in it, nor does it know mandates or
    collèges in favour."""
    left_out = Ruled(AbsentPolicy.EXCLUDED_FROM_BASE, law.base.article)

    def kept(policy: Ruled[AbsentPolicy] | None) -> Ruled[AbsentPolicy] | None:
        return left_out if policy and policy.value is AbsentPolicy.LOST else policy

    said = scheme.aggregation
    if said and said.value is Aggregation.DOUBLE_MAJORITY:
        scheme = replace(scheme, aggregation=replace(said, value=Aggregation.PROPORTIONAL))
    return replace(_by_majority(scheme), empty=kept(scheme.empty), silent=kept(scheme.silent))


def _lines(rules: Rules, tallies: Mapping[CollegeId, Tally], totals: Totals) -> Iterator[Line]:
    casts = {cast.college.id: cast for cast in totals.casts}
    heads = totals.aggregation is Aggregation.FLAT
    for college in colleges(rules.scheme):
        tally = tallies[college.id]
        if cast := casts.get(college.id):
            yield Line(tally, college.voice, None if heads else cast.weight, cast.for_, cast.against)
        else:
            yield Line(tally, college.voice, None, Fraction(), Fraction())
