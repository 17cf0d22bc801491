"""The steps of a count that are neither weights nor collèges: who voted, the level to reach, what decides."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from governance.counting.tally import WHOLE, Rules, Step, Tally, called, step, voting
from governance.counting.threshold import CASTING_VOTE, SECOND_CONSULTATION, casting_by, need, reaches, stated
from governance.counting.totals import Totals
from governance.statutes.facts import Aggregation, College, Majority, Voice
from governance.words import CollegeId


def ratio(totals: Totals) -> Fraction:
    return totals.for_ / totals.base if totals.base else Fraction()


def level(totals: Totals, majority: Majority) -> Fraction:
    """In heads, the first whole number that reaches the majority; in percent, its very level."""
    threshold = majority.threshold.value
    if totals.aggregation is Aggregation.FLAT:
        return Fraction(need(threshold, int(totals.base), majority.strict))
    return threshold * totals.base


def ballots(rules: Rules, tallies: Mapping[CollegeId, Tally]) -> Iterator[Step]:
    """Who could vote, then what they put in the box, then what those said who are only heard."""
    for college in voting(rules.scheme):
        tally = tallies[college.id]
        yield _of(college, "entitled", entitled=tally.entitled, there=tally.there, absent=tally.absent)
    for college in voting(rules.scheme):
        yield _of(college, "ballots", **_counters(tallies[college.id]))
        if college.id in rules.kept:
            yield step("college-kept", college.article, college=called(college))
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


def outcome(rules: Rules, clause: Totals, law: Totals | None, expressed: bool) -> Iterator[Step]:
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
        yield step("casting-vote", casting_by(rules) or CASTING_VOTE)
    if clause.for_ == clause.against and not clause.met:
        yield step("tie")
    deciding = clause
    if law and clause.met and not law.met:
        yield step("law-prevails", law.majority.threshold.article, ratio=ratio(clause))
        yield from law.steps
        yield _level(law, law.majority)
        deciding = law
    yield step(_verdict(deciding), deciding.majority.threshold.article, ratio=ratio(deciding))


def _verdict(deciding: Totals) -> str:
    if deciding.met:
        return "adopted"
    weighty = reaches(deciding.majority, deciding.for_, deciding.base)
    return "rejected-by-colleges" if weighty and not deciding.enough_colleges else "rejected"


def _level(totals: Totals, majority: Majority) -> Step:
    compared = "more-than" if majority.strict else "at-least"
    article, threshold, wanted = majority.threshold.article, majority.threshold.value, level(totals, majority)
    if totals.aggregation is Aggregation.FLAT:
        return step(f"heads-{compared}", article, threshold=threshold, base=totals.base, need=wanted)
    points = {"points_base": totals.base, "points_need": wanted}
    return step(f"points-{compared}", article, threshold=threshold, **points)
