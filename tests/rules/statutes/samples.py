"""Statutes that break no law, and what tests change in them."""

from dataclasses import replace
from fractions import Fraction
from hashlib import sha256

from governance.decision.adopt import AdoptStatutes
from governance.decision.facts import DecisionRecorded, Way
from governance.statutes.facts import (
    AbsentPolicy,
    Aggregation,
    Category,
    College,
    Form,
    Majority,
    MajorityBase,
    MeetingRules,
    Nature,
    Organ,
    Quorum,
    QuorumBase,
    Ruled,
    Scheme,
    Statutes,
    StatutesAdopted,
    Voice,
)
from governance.words import CategoryId, CollegeId, Day, DecisionId, Public, StatutesId


def ruled(value, article="17 §1"):
    return Ruled(value, Public(article))


def college(name, weight, voice=Voice.DELIBERATIVE, criteria=""):
    exact = None if weight is None else Fraction(weight)
    return College(CollegeId(name), Public(name), voice, exact, Public("18"), Public(criteria))


def colleges(*weights):
    return tuple(college(f"college-{rank}", weight) for rank, weight in enumerate(weights))


def scheme(*members, organ=Organ.ASSEMBLY):
    return Scheme(
        organ,
        members,
        aggregation=ruled(Aggregation.PROPORTIONAL),
        empty=ruled(AbsentPolicy.EQUAL_REDISTRIBUTION),
        silent=ruled(AbsentPolicy.EXCLUDED_FROM_BASE),
    )


def meeting(threshold, *, strict, quorum=Fraction(1, 4)):
    return MeetingRules(
        ruled(15),
        ruled(8),
        Quorum(ruled(quorum), None, ruled(QuorumBase.HEADS)),
        Majority(ruled(threshold), strict, ruled(MajorityBase.CAST)),
    )


def category(nature):
    return Category(CategoryId(nature.value), Public(nature.value), nature, 1, Public("12"))


lawful = Statutes(
    form=Form.SAS,
    categories=tuple(map(category, (Nature.EMPLOYEE, Nature.BENEFICIARY, Nature.OTHER))),
    admission=ruled(Organ.BOARD),
    schemes=(scheme(*colleges(20, 40, 15, 25)),),
    ordinary=meeting(Fraction(1, 2), strict=True),
    extraordinary=meeting(Fraction(2, 3), strict=False),
    proxies=None,
)


def weighing(*weights, form=Form.SAS, organ=Organ.ASSEMBLY):
    """The same with other weights."""
    return replace(lawful, form=form, schemes=(scheme(*colleges(*weights), organ=organ),))


def digest(text):
    return sha256(text.encode()).hexdigest()


def adopt(version="v1", on="2018-12-01", in_force_from="2018-12-01", statutes=lawful, text="premiers statuts", **more):
    days = (Day(on), Day(in_force_from))
    return AdoptStatutes(StatutesId(version), *days, statutes, Public(text), digest(text), **more)


def adopted(
    version="v1", on="2018-12-01", in_force_from="2018-12-01", statutes=lawful, text="premiers statuts", decision=None
):
    days = (Day(on), Day(in_force_from))
    return StatutesAdopted(StatutesId(version), *days, statutes, digest(text), Public(text), decision)


def decided(on="2020-06-02", organ=Organ.ASSEMBLY, *, adopted=True):
    """The assembly amends its statutes."""
    title, text = Public("Statuts"), Public("Les statuts sont modifiés.")
    return DecisionRecorded(DECISION, 1, title, text, organ, Day(on), Way.VOTE, adopted)


DECISION = DecisionId("d1")
