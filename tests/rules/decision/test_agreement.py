"""Agreements with those who run the cooperative: recorded whatever happened, ruled on by the assembly alone."""

import pytest

from governance.assembly.facts import Matter, ResolutionTabled
from governance.assembly.interest_facts import AgreementSubmitted
from governance.assembly.interested import interested
from governance.decision.agreement import RecordAgreement, RuleOnAgreement, SubmitAgreement
from governance.decision.facts import (
    AgreementRecorded,
    AgreementRuled,
    DecisionRecorded,
    Way,
)
from governance.statutes.facts import Kind, Organ
from governance.words import AgreementId, AssemblyId, Cents, Day, DecisionId, MemberId, Public, ResolutionId
from tests.coop import known
from tests.gwt import given

AGREED, BOARD, AG = AgreementId("a1"), DecisionId("d1"), DecisionId("d2")
RECORDED = AgreementRecorded(AGREED, MemberId("lea"), Public("Location d’un local"), Cents(600000), Day("2026-01-15"))


def decision(which: DecisionId = BOARD, organ: Organ = Organ.BOARD, adopted: bool = True, on: str = "2026-01-10"):
    words = (Public("Autorisation"), Public("Texte"))
    return DecisionRecorded(which, 1, *words, organ, Day(on), Way.VOTE, adopted)


def record(**changed) -> RecordAgreement:
    asked = {"party": MemberId("lea"), "object": Public("Location d’un local"), "amount": Cents(600000)}
    return RecordAgreement(**{"agreement": AGREED, **asked, "on": Day("2026-01-15"), **changed})


def test_an_agreement_is_recorded_with_or_without_what_authorised_it():
    authorised = AgreementRecorded(**{**vars(RECORDED), "authorised": BOARD})

    given(known("lea")).when(record()).then(RECORDED)
    given(known("lea"), decision()).when(record(authorised=BOARD)).then(authorised)
    given(known("lea"), RECORDED).when(record()).then()


@pytest.mark.parametrize(
    ("past", "changed", "reason"),
    [
        ((), {}, "unknown-person"),
        ((known("lea"),), {"object": Public(" ")}, "agreement-without-object"),
        ((known("lea"),), {"on": Day("2026-03-03")}, "day-to-come"),
        ((known("lea"),), {"authorised": BOARD}, "unknown-decision"),
        ((known("lea"), decision(organ=Organ.ASSEMBLY)), {"authorised": BOARD}, "board-authorises-agreements"),
        ((known("lea"), decision(adopted=False)), {"authorised": BOARD}, "board-authorises-agreements"),
        ((known("lea"), decision(on="2026-01-16")), {"authorised": BOARD}, "authorised-after"),
    ],
)
def test_what_cannot_be_is_refused(past, changed, reason):
    given(*past).when(record(**changed)).refused(reason)


def test_the_assembly_rules_on_it():
    rule, approved = RuleOnAgreement(AGREED, AG), AgreementRuled(AGREED, AG, True, Day("2026-01-20"))
    ag = decision(AG, Organ.ASSEMBLY, on="2026-01-20")

    given(RECORDED, ag).when(rule).then(approved)
    given(RECORDED, ag, approved).when(rule).then()
    given(RECORDED, decision(AG, Organ.ASSEMBLY, False, "2026-01-20")).when(rule).then(
        AgreementRuled(AGREED, AG, False, Day("2026-01-20"))
    )
    given(RECORDED, decision(AG)).when(rule).refused("assembly-rules-on-agreements")
    given(RECORDED).when(rule).refused("unknown-decision")
    given(ag).when(rule).refused("unknown-agreement")
    given(RECORDED, ag).when(rule, by="lea").refused("not-allowed")


R1 = ResolutionId("r1")
TABLED = ResolutionTabled(AssemblyId("ag"), R1, 1, Kind.ORDINARY, Matter.GENERAL, Public("Convention"), Public("Texte"))


def test_those_who_have_an_interest_in_it_are_said_with_the_resolution_that_submits_it():
    submit = SubmitAgreement(AGREED, R1, (MemberId("tom"),))
    submitted = AgreementSubmitted(AGREED, R1, (MemberId("lea"), MemberId("tom")), Day("2026-03-02"))

    given(RECORDED, TABLED, known("tom")).when(submit).then(submitted)
    given(RECORDED, TABLED, known("tom"), submitted).when(submit).then()
    assert interested([submitted], R1) == {"lea", "tom"}
    assert interested([submitted], ResolutionId("r2")) == set()


@pytest.mark.parametrize(
    ("past", "reason"),
    [
        ((TABLED, known("tom")), "unknown-agreement"),
        ((RECORDED, known("tom")), "unknown-resolution"),
        ((RECORDED, TABLED), "unknown-person"),
    ],
)
def test_what_cannot_be_submitted_is_refused(past, reason):
    given(*past).when(SubmitAgreement(AGREED, R1, (MemberId("tom"),))).refused(reason)
