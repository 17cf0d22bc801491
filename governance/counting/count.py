"""The count of a vote: outcome, contributions of the collèges, and the steps by which a member can do it again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from governance.counting.aggregation import Totals, aggregate
from governance.counting.margin import margin
from governance.counting.tally import (
    WHOLE,
    Count,
    Line,
    Reading,
    Rules,
    Step,
    Tally,
    by_college,
    called,
    colleges,
    step,
    voting,
)
from governance.counting.threshold import CASTING_VOTE, SECOND_CONSULTATION, applicable, legal, need, reaches, stated
from governance.statutes.facts import AbsentPolicy, Aggregation, College, Majority, Ruled, Scheme, Voice
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
        ratio=_ratio(clause),
        threshold=majority.threshold.value,
        strict=majority.strict,
        need=_need(clause, majority),
        margin=margin([clause, law] if law else [clause], adopted) if expressed and not clause.undecided else None,
        lines=tuple(_lines(rules, found, clause)),
        steps=(*_ballots(rules, found), *clause.steps, *_outcome(rules, clause, law, expressed)),
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
    """The law's base holds what is cast: a weight that the statutes lose is not in it, nor does it know mandates."""
    left_out = Ruled(AbsentPolicy.EXCLUDED_FROM_BASE, law.base.article)

    def kept(policy: Ruled[AbsentPolicy] | None) -> Ruled[AbsentPolicy] | None:
        return left_out if policy and policy.value is AbsentPolicy.LOST else policy

    return replace(_by_majority(scheme), empty=kept(scheme.empty), silent=kept(scheme.silent))


def _ratio(totals: Totals) -> Fraction:
    return totals.for_ / totals.base if totals.base else Fraction()


def _need(totals: Totals, majority: Majority) -> Fraction:
    """In heads, the first whole number that reaches the majority; in percent, its very level."""
    threshold = majority.threshold.value
    if totals.aggregation is Aggregation.FLAT:
        return Fraction(need(threshold, int(totals.base), majority.strict))
    return threshold * totals.base


def _lines(rules: Rules, tallies: Mapping[CollegeId, Tally], totals: Totals) -> Iterator[Line]:
    casts = {cast.college.id: cast for cast in totals.casts}
    heads = totals.aggregation is Aggregation.FLAT
    for college in colleges(rules.scheme):
        tally = tallies[college.id]
        if cast := casts.get(college.id):
            yield Line(tally, college.voice, None if heads else cast.weight, cast.for_, cast.against)
        else:
            yield Line(tally, college.voice, None, Fraction(), Fraction())


def _ballots(rules: Rules, tallies: Mapping[CollegeId, Tally]) -> Iterator[Step]:
    """Who could vote, then what they put in the box, then what those said who are only heard."""
    for college in voting(rules.scheme):
        tally = tallies[college.id]
        yield _of(college, "entitled", entitled=tally.entitled, there=tally.there, absent=tally.absent)
    for college in voting(rules.scheme):
        yield _of(college, "ballots", **_counters(tallies[college.id]))
    for college in rules.scheme.colleges:
        if college.voice is Voice.ADVISORY:
            counters = _counters(tallies[college.id])
            yield step("advisory-college", college.article, college=called(college), **counters)
    if not rules.majority:
        yield step("majority-by-law", stated(rules).threshold.article)
    if stated(rules).base.article == SECOND_CONSULTATION:
        yield step("second-consultation", SECOND_CONSULTATION)


def _of(college: College, key: str, **numbers: int) -> Step:
    """The same step of a collège, or of everybody where there is none."""
    if college.id == WHOLE:
        return step(key, **numbers)
    return step(f"{key}-in-college", college.article, college=called(college), **numbers)


def _counters(tally: Tally) -> dict[str, int]:
    return {
        "for_": tally.for_,
        "against": tally.against,
        "abstention": tally.abstention,
        "blank": tally.blank,
        "void": tally.void,
        "did_not_take_part": tally.did_not_take_part,
    }


def _outcome(rules: Rules, clause: Totals, law: Totals | None, expressed: bool) -> Iterator[Step]:
    """The level to reach, what decides when it does not decide alone, and the result."""
    majority = stated(rules)
    yield _level(clause, majority)
    if clause.undecided:
        yield from (step("second-round", college.article, college=called(college)) for college in clause.undecided)
        return
    if not expressed:
        yield step("nobody-expressed")
        yield step("rejected", majority.threshold.article, ratio=Fraction())
        return
    if clause.met and not reaches(majority, clause.for_, clause.base):
        yield step("casting-vote", CASTING_VOTE)
    if clause.for_ == clause.against and not clause.met:
        yield step("tie")
    deciding = clause
    if law and clause.met and not law.met:
        yield step("law-prevails", law.majority.threshold.article, ratio=_ratio(clause))
        yield from law.steps
        yield _level(law, law.majority)
        deciding = law
    outcome = "adopted" if deciding.met else "rejected"
    yield step(outcome, deciding.majority.threshold.article, ratio=_ratio(deciding))


def _level(totals: Totals, majority: Majority) -> Step:
    compared = "more-than" if majority.strict else "at-least"
    article, threshold, wanted = majority.threshold.article, majority.threshold.value, _need(totals, majority)
    if totals.aggregation is Aggregation.FLAT:
        return step(f"heads-{compared}", article, threshold=threshold, base=totals.base, need=wanted)
    points = {"points_base": totals.base, "points_need": wanted}
    return step(f"points-{compared}", article, threshold=threshold, **points)
