"""A version of the statutes: not against the law, dated in full, never in force before it is adopted."""

from dataclasses import replace

import pytest

from governance.membership.facts import OfficeTaken
from governance.statutes.facts import Form, Organ, StatutesIrregular
from governance.statutes.law import findings
from governance.statutes.standing import in_force
from governance.words import Day, Office, PersonId, Public, StatutesId
from tests.gwt import given
from tests.rules.statutes.samples import DECISION, adopt, adopted, decided, lawful, weighing

amended = weighing(30, 30, 20, 20)


def test_statutes_are_adopted():
    given().when(adopt()).then(adopted())


def test_the_same_text_of_the_same_day_is_adopted_once():
    given(adopted()).when(adopt("v2")).then()


def test_a_day_entered_wrong_is_adopted_again_with_the_right_one():
    given(adopted()).when(adopt("v2", in_force_from="2019-01-01")).then(adopted("v2", in_force_from="2019-01-01"))


SECOND = ("v2", "2020-06-02", "2020-06-02", amended, "modifiés")


def irregular(rule, article="", reason="", version="v2"):
    return StatutesIrregular(StatutesId(version), Public(rule), Public(article), Public(reason))


def test_an_amendment_follows_by_the_decision_that_adopts_it():
    given(adopted(), decided()).when(adopt(*SECOND, decision=DECISION)).then(adopted(*SECOND, decision=DECISION))


def test_an_amendment_that_nobody_decided_is_written_as_irregular():
    given(adopted()).when(adopt(*SECOND)).then(adopted(*SECOND), irregular("adopted-without-decision", "C.com L227-9"))


def test_the_law_leaves_an_association_to_itself():
    free = replace(lawful, form=Form.ASSOCIATION, schemes=())
    second = ("v2", "2020-06-02", "2020-06-02", free, "modifiés")

    given(adopted()).when(adopt(*second)).then(adopted(*second))


def test_what_the_board_decided_is_written_as_irregular():
    given(adopted(), decided(organ=Organ.BOARD)).when(adopt(*SECOND, decision=DECISION)).then(
        adopted(*SECOND, decision=DECISION), irregular("adopted-by-another-organ", "C.com L227-9")
    )


@pytest.mark.parametrize(
    ("decisions", "reason"),
    [
        ((), "unknown-decision"),
        ((decided(adopted=False),), "decision-rejected-them"),
        ((decided("2020-06-01"),), "decided-another-day"),
    ],
)
def test_a_decision_that_does_not_adopt_them_is_refused(decisions, reason):
    given(adopted(), *decisions).when(adopt(*SECOND, decision=DECISION)).refused(reason)


def test_the_history_from_before_the_record_needs_no_decision():
    older = ("v0", "2010-05-01", "2010-05-01", amended, "anciens")

    given(adopted()).when(adopt(*older)).then(adopted(*older))


def test_a_forgotten_version_is_entered_with_its_reason_and_written_as_irregular():
    later = adopted("v3", "2022-06-01", "2022-06-01", lawful, "autres")
    why = Public("Retrouvés au greffe")

    given(adopted(), later, decided()).when(adopt(*SECOND, decision=DECISION, despite=why)).then(
        adopted(*SECOND, decision=DECISION), irregular("in-force-before-the-last", "", why)
    )


def test_statutes_that_the_law_bars_and_that_were_adopted_are_entered_with_the_article():
    unlawful = weighing(60, 30, 10)
    first, why = ("v2", "2018-12-01", "2018-12-01", unlawful, "illicites"), Public("Ils sont au greffe ainsi")

    given().when(adopt(*first, despite=why)).then(
        adopted(*first), irregular("weight-above-50", "L47 art. 19 octies", why)
    )


def test_an_association_becomes_a_cooperative_in_the_same_record():
    association = replace(lawful, form=Form.ASSOCIATION, schemes=())
    converted = replace(lawful, form_effective_from=Day("2020-06-02"))
    second = ("v2", "2020-06-02", "2020-06-02", converted, "SCIC")
    past = (adopted(statutes=association, text="association"), decided())

    given(*past).when(adopt(*second, decision=DECISION)).then(adopted(*second, decision=DECISION))
    assert in_force([*past, adopted(*second)], Day("2019-01-01")).statutes.form is Form.ASSOCIATION


def test_going_back_to_an_earlier_text_is_a_new_version():
    again = ("v3", "2021-06-01", "2021-06-01")

    given(adopted(), adopted(*SECOND), decided("2021-06-01")).when(adopt(*again, decision=DECISION)).then(
        adopted(*again, decision=DECISION)
    )


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
