"""The register of decisions: numbered without gap, from a vote or by common accord, corrected beside."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.counting.tally import Count
from governance.decision.correct import CorrectDecision
from governance.decision.facts import DecisionCorrected, DecisionRecorded, Way
from governance.decision.record import RecordAccord, RecordVotedDecision
from governance.statutes.facts import Aggregation, Organ
from governance.vote.facts import VoteCounted
from governance.words import Day, DecisionId, Public
from tests.gwt import given
from tests.rules.vote.test_voting import AG, V1, opened, planned

D1, D2 = DecisionId("d1"), DecisionId("d2")
count = Count(
    True, True, None, Aggregation.FLAT, *(Fraction(n) for n in (3, 1, 4)), Fraction(3, 4), Fraction(1, 2), True,
    Fraction(3), 1, (), (),
)  # fmt: skip
counted = VoteCounted(V1, count)
voted = DecisionRecorded(
    D1, 1, Public("Comptes"), Public("Les comptes sont approuvés."), Organ.ASSEMBLY, planned.day, Way.VOTE, True, V1, AG
)
accord = RecordAccord(D2, Public("Pilote"), Public("L’UDESS 05 pilote."), Organ.STEERING, Day("2018-11"))
agreed = DecisionRecorded(
    D2, 1, Public("Pilote"), Public("L’UDESS 05 pilote."), Organ.STEERING, Day("2018-11"), Way.COMMON_ACCORD, True
)


def test_a_counted_vote_makes_a_decision():
    given(opened(), planned, counted).when(RecordVotedDecision(D1, V1, AG)).then(voted)


def test_a_rejected_text_is_a_decision_too():
    rejected = VoteCounted(V1, replace(count, adopted=False))

    given(opened(), planned, rejected).when(RecordVotedDecision(D1, V1, AG)).then(replace(voted, adopted=False))


def test_a_vote_makes_one_decision():
    given(opened(), planned, counted, voted).when(RecordVotedDecision(D2, V1, AG)).then()


def test_numbers_follow_one_another_whatever_the_way():
    given(voted).when(accord).then(replace(agreed, number=2))
    given(agreed, opened(), planned, counted).when(RecordVotedDecision(D1, V1, AG)).then(replace(voted, number=2))


def test_a_vote_that_is_not_counted_decides_nothing():
    given(opened(), planned).when(RecordVotedDecision(D1, V1, AG)).refused("vote-not-counted")
    given(planned).when(RecordVotedDecision(D1, V1, AG)).refused("unknown-vote")


def test_a_committee_decides_by_common_accord_on_a_day_known_by_its_month():
    given().when(accord).then(agreed)
    given(agreed).when(accord).then()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"organ": Organ.ASSEMBLY}, "assembly-decides-by-vote"),
        ({"text": Public("  ")}, "decision-without-text"),
        ({"on": Day("2026-04")}, "day-to-come"),
    ],
)
def test_an_accord_is_refused(changed, reason):
    given().when(replace(accord, **changed)).refused(reason)


def test_a_decision_is_corrected_beside_what_was_written():
    right = CorrectDecision(
        D1, Public("Comptes"), Public("Les comptes 2025 sont approuvés."), Public("l’année manquait")
    )
    fact = DecisionCorrected(D1, right.title, right.text, right.reason, Day("2026-03-02"))

    given(voted).when(right).then(fact)
    given(voted, fact).when(right).then()
    given().when(right).refused("unknown-decision")
    given(voted).when(replace(right, reason=Public(""))).refused("correction-without-reason")
    given(voted).when(replace(right, text=voted.text)).then()
