"""L47 art. 19 octies: none or at least three collèges, each of 10 % to 50 %, 100 % in all."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.statutes.facts import Form, Organ, Voice
from governance.statutes.findings import Severity
from governance.statutes.law import findings
from tests.rules.statutes.samples import college, colleges, lawful, scheme, weighing

THIRD = Fraction(100, 3)


def blocking(statutes):
    return [(finding.key, *finding.path[2:4]) for finding in findings(statutes) if finding.blocks]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((60, 20, 20), ["weight-above-50"]),
        ((50, 50), ["colleges-too-few"]),
        ((50, 40, 10), []),
        ((THIRD, THIRD, THIRD), []),
        ((45, 45, 9), ["weights-not-100", "weight-below-10"]),
        ((10,) * 10, []),
        ((10,) * 11, ["weights-not-100"]),
        ((Fraction("33.33"),) * 3, ["weights-not-100"]),
        ((100,), ["colleges-too-few", "weight-above-50"]),
        ((), []),
    ],
)
def test_which_weights_the_law_allows(weights, expected):
    assert expected == [key for key, *_ in blocking(weighing(*weights))]


def test_a_real_draft_has_two_colleges_under_ten_per_cent():
    draft = {"garants": 30, "porteurs": 30, "salaries": 15, "beneficiaires": 15, "adherents": 5, "jeunes": 5}
    statutes = replace(lawful, schemes=(scheme(*(college(*one) for one in draft.items())),))

    found = [finding for finding in findings(statutes) if finding.blocks]

    assert [(finding.key, finding.details["college"]) for finding in found] == [
        ("weight-below-10", "adherents"),
        ("weight-below-10", "jeunes"),
    ]
    assert {"L47 art. 19 octies"} == {finding.article for finding in found}


def test_the_same_draft_once_merged_is_allowed_and_one_college_holds_a_veto():
    merged = weighing(50, THIRD, Fraction(50, 3))

    assert blocking(merged) == []
    assert "weight-is-a-veto" in [finding.key for finding in findings(merged)]


def test_an_advisory_college_is_outside_the_number_and_the_sum():
    heard = college("salaries", None, Voice.ADVISORY)

    assert blocking(replace(lawful, schemes=(scheme(*colleges(40, 30, 30), heard),))) == []
    assert blocking(replace(lawful, schemes=(scheme(*colleges(50, 50), heard),))) == [("colleges-too-few", "colleges")]


def test_an_advisory_college_has_no_weight():
    weighed = college("salaries", 10, Voice.ADVISORY)

    assert blocking(replace(lawful, schemes=(scheme(*colleges(40, 30, 30), weighed),))) == [
        ("advisory-with-weight", "colleges", 3)
    ]


@pytest.mark.parametrize("form", [Form.SAS, Form.ASSOCIATION])
def test_unknown_weights_are_no_breach(form):
    found = [finding for finding in findings(weighing(None, None, None, form=form)) if finding.path[0] == "schemes"]

    assert [(finding.key, finding.severity) for finding in found] == [("weight-unknown", Severity.UNKNOWN)] * 3


@pytest.mark.parametrize(
    ("weights", "possible"),
    [
        ((40, 40, None), True),
        ((50, 41, None), False),  # 9 % would be left
        ((50, 50, None), False),
        ((20, None, None), True),
        ((10, 10, None), False),  # 80 % would be needed
        ((30, 30, 30, None), True),
    ],
)
def test_known_weights_leave_room_for_the_unknown_ones(weights, possible):
    keys = [key for key, *_ in blocking(weighing(*weights))]

    assert ([] if possible else ["weights-leave-no-room"]) == keys


def test_the_article_binds_the_assembly_of_a_company_and_advises_the_others():
    severities = {
        (form, organ): {finding.severity for finding in findings(weighing(95, 5, form=form, organ=organ))
                        if finding.article == "L47 art. 19 octies"}
        for form, organ in [(Form.SAS, Organ.ASSEMBLY), (Form.SAS, Organ.BOARD), (Form.ASSOCIATION, Organ.ASSEMBLY)]
    }  # fmt: skip

    assert [{Severity.LAW}, {Severity.PRACTICE}, {Severity.PRACTICE}] == list(severities.values())


def test_weights_make_a_hundred_even_where_the_article_does_not_bind():
    assert blocking(weighing(60, 30, form=Form.ASSOCIATION)) == [("weights-not-100", "colleges")]


@pytest.mark.parametrize(
    ("criteria", "severity"),
    [
        ("Au prorata du capital détenu", Severity.LAW),
        ("Titulaires d’au moins 10 parts sociales", Severity.LAW),
        ("Quel que soit le capital détenu", Severity.PRACTICE),
        ("Indépendamment du nombre de parts", Severity.PRACTICE),
        ("Ceux qui font un apport en travail", Severity.PRACTICE),
        ("Ceux qui prennent part à l’activité", None),
        ("Habitants du département", None),
    ],
)
def test_capital_is_never_a_criterion(criteria, severity):
    members = (college("a", 40, criteria=criteria), *colleges(30, 30))
    found = findings(replace(lawful, schemes=(scheme(*members),)))
    about_capital = [finding.severity for finding in found if finding.key == "criteria-of-capital"]

    assert ([severity] if severity else []) == about_capital


@st.composite
def legal_weights(draw):
    """Shares of what is left above 10 % each, none beyond 50 %."""
    parts = draw(st.lists(st.integers(0, 1000), min_size=3, max_size=9))
    spare, total = 100 - 10 * len(parts), sum(parts) or 1
    if not sum(parts):
        parts = [1] + [0] * (len(parts) - 1)
    weights = [10 + Fraction(spare * part, total) for part in parts]
    return weights if max(weights) <= 50 else [Fraction(100, len(parts))] * len(parts)


@given(legal_weights())
@settings(max_examples=100)
def test_any_exact_sharing_between_the_bounds_is_allowed(weights):
    assert blocking(weighing(*weights)) == []


@given(legal_weights(), st.fractions(min_value="1/1000", max_value=100), st.data())
@settings(max_examples=100)
def test_moving_one_weight_alone_is_never_allowed(weights, change, data):
    rank = data.draw(st.integers(0, len(weights) - 1))
    weights[rank] += data.draw(st.sampled_from([change, -min(change, weights[rank])]))

    assert "weights-not-100" in [key for key, *_ in blocking(weighing(*weights))]


@given(legal_weights(), st.fractions(min_value="1/1000", max_value=10), st.data())
@settings(max_examples=100)
def test_a_college_beyond_a_bound_is_never_allowed_even_if_the_sum_is_right(weights, beyond, data):
    low, high = data.draw(st.permutations(range(len(weights))))[:2]
    weights[high] += weights[low] - (10 - beyond)
    weights[low] = 10 - beyond

    assert ("weight-below-10", "colleges", low) in blocking(weighing(*weights))
