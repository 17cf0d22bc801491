"""Every step and every refusal of counting has its sentence, and every sentence its numbers."""

import ast
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

import governance.counting
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import Held, Tally, step
from governance.statutes.facts import (
    AbsentPolicy,
    AbstentionEffect,
    CollegeTie,
    Form,
    Kind,
    MajorityBase,
    Quorum,
    QuorumBase,
    Voice,
)
from governance.words import CollegeId
from tests.rules.counting.polls import (
    ASSEMBLY,
    BOARD,
    COLLEGE_MAJORITY,
    COLLEGE_THRESHOLD,
    DOUBLE_MAJORITY,
    FLAT,
    IN_HEADS,
    PROPORTIONAL,
    college,
    majority,
    ruled,
    rules,
    scheme,
    tallies,
    tally,
)
from web.words.counting import REFUSALS, STEPS, say

COUNTING = ("tally", "merging", "weights", "threshold", "aggregation", "count", "quorum")


def test_every_refusal_of_counting_has_its_sentence():
    sources = [Path(governance.counting.__file__).with_name(f"{name}.py").read_text() for name in COUNTING]
    calls = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    reasons = {call.args[0].value for call in calls if getattr(call.func, "id", "") == "Refused"}

    assert reasons == REFUSALS.keys()


def every_kind_of_count():
    four = {"a": 40, "b": 25, "c": 25, "d": 10}
    silent = tallies({"a": (3, 1, 1), "b": (1, 1), "c": (0, 0), "d": (0, 0, 2)})
    for policy, way, base in product([None, *AbsentPolicy], (FLAT, PROPORTIONAL, COLLEGE_MAJORITY), IN_HEADS):
        for strict, effect in ((True, AbstentionEffect.FOR), (False, AbstentionEffect.AGAINST)):
            asked = scheme(four, way, empty=policy, silent=policy)
            yield rules(asked, majority(strict=strict, base=base, abstention=effect)), silent
            yield rules(asked, majority("1/5", strict=strict, base=base), Form.SAS), silent
    three = scheme({"a": 50, "b": 30, "c": 20}, COLLEGE_MAJORITY, tie=CollegeTie.AGAINST)
    yield rules(three), tallies({"a": (1, 1), "b": (1, 0), "c": (0, 1)})
    yield rules(three), tallies({"a": (1, 0), "b": (0, 1)})
    mandated = replace(scheme({"a": 50, "b": 30, "c": 20}, COLLEGE_THRESHOLD), college_threshold=ruled(Fraction(3, 5)))
    yield rules(mandated), tallies({"a": (7, 5), "b": (2, 1), "c": (0, 1)})
    again = replace(rules(mandated), second_round=True, kept=(CollegeId("b"),))
    yield again, tallies({"a": (7, 5), "b": (2, 1), "c": (0, 1)})
    for favourable in (1, 3):
        double = replace(scheme({"a": 50, "b": 30, "c": 20}, DOUBLE_MAJORITY), colleges_for=ruled(favourable))
        yield rules(double), tallies({"a": (7, 0), "b": (2, 1), "c": (0, 1)})
    in_shares = replace(tally("", 2, 1), shares=Held(100, 100, 80, 20))
    yield rules(ASSEMBLY, majority(base=MajorityBase.SHARES)), [in_shares]
    small = scheme({"a": 45, "b": 30, "c": 15, "d": 10})
    joining = replace(small.colleges[3], min_members=3, merge_into=CollegeId("a"))
    yield rules(replace(small, colleges=(*small.colleges[:3], joining))), tallies(dict.fromkeys("abcd", (1, 0)))
    yield rules(BOARD, form=Form.SA, chair_for=True), [tally("", 1, 1)]
    yield rules(ASSEMBLY), [tally("", 1, 1)]
    yield rules(ASSEMBLY), [Tally("", 2, 0)]
    yield rules(ASSEMBLY, majority("1/3"), Form.SAS), [tally("", 2, 3)]
    advised = [*{"a": 40, "b": 30, "c": 30}.items(), college("z", None, Voice.ADVISORY)]
    yield (
        rules(scheme(advised, silent=AbsentPolicy.EQUAL_REDISTRIBUTION)),
        tallies({"a": (1, 0), **dict.fromkeys("bcz", (0, 0, 1))}),
    )
    uneven = scheme({"a": 50, "b": 36, "c": 4, "d": 10}, empty=AbsentPolicy.PRORATA_REDISTRIBUTION)
    yield rules(uneven), tallies(dict.fromkeys("abc", (1, 0)))
    yield rules(ASSEMBLY, None, Form.SARL, Kind.ORDINARY, second_call=True), [tally("", 1, 1)]


def every_kind_of_quorum():
    three, there = scheme({"a": 50, "b": 30, "c": 20}), [Tally("a", 4, 4), Tally("b", 4, 1), Tally("c", 4, 1)]
    there = [replace(each, shares=Held(8, 4)) for each in there]
    for base, needed in product(QuorumBase, ("1/4", "3/4")):
        yield quorum(Quorum(ruled(Fraction(needed)), None, ruled(base)), three, there)
    yield quorum(Quorum(None, None, None), three, there)


def test_every_step_can_be_said():
    results = [*(count(*each) for each in every_kind_of_count()), *every_kind_of_quorum()]
    said = {step.key: say(step) for result in results for step in result.steps}

    assert said.keys() == STEPS.keys()
    assert all("%(" not in sentence for sentence in said.values())


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            step("statutory-weight", "art. 12", college="Salariés", weight="100/3"),
            "Salariés : poids fixé par les statuts, 100/3 (33,3 %).",
        ),
        (
            step("heads-at-least", threshold="2/3", base="498498", need="332332"),
            "Il faut au moins 2/3 de 498 498, soit au moins 332 332 pour.",
        ),
        (
            step("adopted", ratio="14/25"),
            "Pour : 14/25 (56 %) de la base. La majorité est atteinte : la résolution est adoptée.",
        ),
        (
            step("weight-raised", college="2024", before="10", after="12"),
            "2024 passe de 10 % à 12 %.",
        ),
        (
            step("weight-left-over", weight="50"),
            "50 % ne reviennent à personne, car aucun collège ne peut dépasser la moitié : ils sortent de la base.",
        ),
    ],
)
def test_numbers_are_exact_and_read_as_in_french(told, sentence):
    assert say(told).replace("\u00a0", " ").replace("\u202f", " ") == sentence
