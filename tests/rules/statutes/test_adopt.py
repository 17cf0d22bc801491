"""A version of the statutes: not against the law, dated in full, never in force before it is adopted."""

from dataclasses import replace

import pytest

from governance.membership.facts import OfficeTaken
from governance.statutes.law import findings
from governance.words import Day, Office, PersonId
from tests.gwt import given
from tests.rules.statutes.samples import adopt, adopted, lawful, weighing

amended = weighing(30, 30, 20, 20)


def test_statutes_are_adopted():
    given().when(adopt()).then(adopted())


def test_the_same_text_of_the_same_day_is_adopted_once():
    given(adopted()).when(adopt("v2")).then()


def test_a_day_entered_wrong_is_adopted_again_with_the_right_one():
    given(adopted()).when(adopt("v2", in_force_from="2019-01-01")).then(adopted("v2", in_force_from="2019-01-01"))


def test_an_amendment_follows():
    given(adopted()).when(adopt("v2", "2020-06-02", "2020-06-02", amended, "modifiés")).then(
        adopted("v2", "2020-06-02", "2020-06-02", amended, "modifiés")
    )


def test_going_back_to_an_earlier_text_is_a_new_version():
    past = adopted(), adopted("v2", "2020-06-02", "2020-06-02", amended, "modifiés")

    given(*past).when(adopt("v3", "2021-06-01", "2021-06-01")).then(adopted("v3", "2021-06-01", "2021-06-01"))


def test_statutes_may_take_effect_later():
    given().when(adopt(on="2026-03-02", in_force_from="2027-01-01")).then(
        adopted(on="2026-03-02", in_force_from="2027-01-01")
    )


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (adopt(in_force_from="2018-11-30"), "in-force-before-adoption"),
        (adopt(on="2018-12"), "full-day-needed"),
        (adopt(on="2018", in_force_from="2019-01-01"), "full-day-needed"),
        (adopt(in_force_from="2019"), "full-day-needed"),
        (adopt(on="2026-03-03", in_force_from="2026-03-03"), "day-to-come"),
    ],
)
def test_days_that_cannot_be_are_refused(command, reason):
    given().when(command).refused(reason)


def test_no_version_takes_the_place_of_a_later_one():
    later = adopted("v2", "2020-06-02", "2021-01-01", amended, "modifiés")

    given(adopted(), later).when(adopt("v3", "2020-09-01", "2020-09-01", text="autres")).refused(
        "in-force-before-the-last", last=Day("2021-01-01")
    )


def test_an_identifier_names_one_version():
    given(adopted()).when(adopt("v1", "2020-06-02", "2020-06-02", amended, "modifiés")).refused(
        "version-already-adopted"
    )


def test_statutes_against_the_law_are_refused_with_every_breach():
    unlawful = weighing(60, 35, 5)

    given().when(adopt(statutes=unlawful)).refused(
        "statutes-against-the-law", findings=[one for one in findings(unlawful) if one.blocks]
    )


def test_what_is_only_unwise_or_unsaid_is_adopted():
    silent = replace(lawful, schemes=tuple(replace(one, empty=None, silent=None) for one in lawful.schemes))

    given().when(adopt(statutes=silent)).then(adopted(statutes=silent))


@pytest.mark.parametrize("office", [Office.BOARD, Office.AUDITOR])
def test_only_the_secretary_and_the_chair_adopt(office):
    somebody = PersonId("somebody")

    given(OfficeTaken(somebody, office, Day("2000"))).when(adopt(), by=somebody).refused("not-allowed")


def test_the_chair_adopts():
    chair = PersonId("chair")

    given(OfficeTaken(chair, Office.CHAIR, Day("2000"))).when(adopt(), by=chair).then(adopted())
