"""Aiming at a label: a template that holds together, kept edition after edition."""

from dataclasses import replace

import pytest

from governance.evidence.facts import Digest, LabelPursued
from governance.evidence.pursue import PursueLabel
from governance.words import Day, Public
from tests.gwt import given
from tests.rules.evidence.label import LABEL, SUPPORT, pursued, template

DIGEST, JULY = Digest("0" * 64), Day("2018-07")
territory, support = template.evidence


def test_the_cooperative_aims_at_a_label():
    given().when(PursueLabel(template, JULY, DIGEST)).then(pursued)


def test_the_same_edition_is_not_recorded_twice():
    given(pursued).when(PursueLabel(template, Day("2026-03-01"), DIGEST)).then()


def test_a_later_edition_replaces_the_former():
    later = replace(template, edition=Public("modèle 2027"))
    on = Day("2026-03-01")

    given(pursued).when(PursueLabel(later, on, DIGEST)).then(LabelPursued(LABEL, later, on, DIGEST))


def asking(*least: int):
    """The territory, with so much asked of each requirement."""
    return replace(territory, requirements=tuple(replace(territory.requirements[0], least=one) for one in least))


def test_what_is_told_beside_what_is_asked_holds_together():
    given().when(PursueLabel(replace(template, evidence=(asking(0, 1), support)), JULY, DIGEST)).gained()


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (replace(template, criteria=()), "label-without-criterion"),
        (replace(template, criteria=template.criteria * 2), "criterion-twice"),
        (replace(template, evidence=(territory, support, territory)), "evidence-twice"),
        (replace(template, evidence=(territory,)), "criterion-without-evidence"),
        (replace(template, criteria=(replace(template.criteria[0], evidence=()),)), "criterion-without-evidence"),
        (replace(template, evidence=(territory, replace(support, requirements=()))), "evidence-without-requirement"),
        *(
            (replace(template, evidence=(asking(*least), support)), "evidence-without-requirement")
            for least in ((0,), (0, 0), (-1, 1))
        ),
    ],
)
def test_a_template_that_does_not_hold_together_is_refused(broken, reason):
    given().when(PursueLabel(broken, JULY, DIGEST)).refused(reason)


def test_a_label_is_not_pursued_from_a_day_to_come():
    given().when(PursueLabel(template, Day("2026-03-03"), DIGEST)).refused("day-to-come")


def test_the_refusal_names_the_criterion_and_what_it_lacks():
    broken = replace(template, evidence=(territory,))

    given().when(PursueLabel(broken, JULY, DIGEST)).refused(
        "criterion-without-evidence", criterion="T2", unknown=[SUPPORT]
    )


def test_a_member_without_office_does_not_aim_at_a_label():
    given().when(PursueLabel(template, JULY, DIGEST), by="somebody").refused("not-allowed")
