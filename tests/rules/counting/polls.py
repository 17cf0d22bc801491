"""Small words for votes to count: weights, ballots, majorities, as the tables of the tests write them."""

from fractions import Fraction

from governance.counting.tally import WHOLE, Rules, Tally
from governance.statutes.facts import (
    Aggregation,
    College,
    Form,
    Kind,
    Majority,
    MajorityBase,
    Organ,
    Ruled,
    Scheme,
    Voice,
)
from governance.words import CollegeId, Public

FLAT, PROPORTIONAL, COLLEGE_MAJORITY = Aggregation.FLAT, Aggregation.PROPORTIONAL, Aggregation.COLLEGE_MAJORITY
COLLEGE_THRESHOLD, DOUBLE_MAJORITY = Aggregation.COLLEGE_THRESHOLD, Aggregation.DOUBLE_MAJORITY
CAST, PRESENT, ALL = MajorityBase.CAST, MajorityBase.PRESENT, MajorityBase.ALL
IN_HEADS = (CAST, PRESENT, ALL)

ASSEMBLY = Scheme(Organ.ASSEMBLY)
BOARD = Scheme(Organ.BOARD)


def ruled(value, article="art. 17"):
    return Ruled(value, Public(article))


def college(name, weight, voice=Voice.DELIBERATIVE):
    weight = None if weight is None else Fraction(weight)
    return College(CollegeId(name), Public(f"Collège {name}"), voice, weight, Public(f"art. 12 {name}"))


def scheme(weights, aggregation=PROPORTIONAL, *, empty=None, silent=None, tie=None, organ=Organ.ASSEMBLY):
    return Scheme(
        organ,
        tuple(each if isinstance(each, College) else college(*each) for each in _pairs(weights)),
        aggregation and ruled(aggregation, "art. 18"),
        tie and ruled(tie, "art. 18 §1"),
        empty and ruled(empty, "art. 18 §2"),
        silent and ruled(silent, "art. 18 §3"),
    )


def _pairs(weights):
    return weights.items() if isinstance(weights, dict) else weights


def majority(threshold="1/2", *, strict=True, base=CAST, abstention=None):
    effect = abstention and ruled(abstention, "art. 17 §2")
    return Majority(ruled(Fraction(threshold)), strict, ruled(base, "art. 17 §1"), effect)


SIMPLE = majority()
TWO_THIRDS = majority("2/3", strict=False)


def rules(scheme, majority=SIMPLE, form=Form.ASSOCIATION, kind=Kind.ORDINARY, **more):
    return Rules(form, kind, scheme, majority, **more)


def tally(college=WHOLE, for_=0, against=0, abstention=0, *, absent=0, silent=0, **more):
    """As many there as ballots, and `silent` more who said nothing."""
    there = for_ + against + abstention + silent + sum(more.values())
    return Tally(CollegeId(college), there + absent, there, for_, against, abstention, **more)


def tallies(ballots):
    """`{"a": (9, 1), …}`: for, against, abstention."""
    return [tally(name, *counters) for name, counters in ballots.items()]


def weights_of(count):
    return {line.tally.college: line.weight for line in count.lines}


def keys_of(result):
    return [step.key for step in result.steps]
