"""Being forgotten: two persons with reasons, and what the law wants kept until its day."""

from datetime import UTC, datetime

import pytest

from governance.capital.facts import SharesSubscribed
from governance.membership.facts import Cause, ContactErased, MemberLeft, OfficeLeft, OfficeTaken
from governance.rights.correct import AnswerCorrection, RequestCorrection
from governance.rights.erase import DecideErasure, RequestErasure, RequestMyErasure
from governance.rights.facts import (
    CorrectionAnswered,
    CorrectionRequested,
    ErasureDecided,
    ErasureRequested,
    IdentityErased,
    RequestId,
    Scope,
)
from governance.words import Cents, Day, Office, PersonId, Sealed, SubscriptionId
from tests.coop import admitted, known
from tests.gwt import SECRETARY, given

LEA, CHAIR, BOARD = PersonId("lea"), PersonId("chair"), PersonId("board")
ASKED, WHY, TODAY = RequestId("r1"), Sealed("ab" * 32), Day("2026-03-02")
OFFICERS = (OfficeTaken(CHAIR, Office.CHAIR, Day("2000")), OfficeTaken(BOARD, Office.BOARD, Day("2000")))


def asked(scope: Scope = Scope.CONTACT, person: PersonId = LEA) -> ErasureRequested:
    return ErasureRequested(ASKED, person, scope, Day("2026-03-01"), WHY)


def decided(by: PersonId, agrees: bool = True) -> ErasureDecided:
    return ErasureDecided(ASKED, LEA, by, agrees, WHY, TODAY)


def decide(agrees: bool = True, person: PersonId = LEA) -> DecideErasure:
    return DecideErasure(ASKED, person, agrees, WHY)


def test_a_person_asks_for_herself_and_once():
    mine = RequestMyErasure(ASKED, LEA, Scope.CONTACT, WHY)
    received = ErasureRequested(ASKED, LEA, Scope.CONTACT, TODAY, WHY)

    given(known("lea")).when(mine, by="lea").then(received)
    given(known("lea"), received).when(mine, by="lea").then()
    given(known("lea")).when(mine, by="tom").refused("not-about-you")
    given().when(mine, by="lea").refused("unknown-person")


def test_a_letter_is_recorded_on_the_day_it_came():
    letter = RequestErasure(ASKED, LEA, Scope.IDENTITY, Day("2026-02-20"), WHY)

    given(known("lea")).when(letter).then(ErasureRequested(ASKED, LEA, Scope.IDENTITY, Day("2026-02-20"), WHY))
    given(known("lea")).when(letter, by="lea").refused("not-allowed")
    given().when(letter).refused("unknown-person")
    given(known("lea")).when(RequestErasure(ASKED, LEA, Scope.CONTACT, Day("2026-02"))).refused("full-day-needed")
    given(known("lea")).when(RequestErasure(ASKED, LEA, Scope.CONTACT, Day("2026-03-03"))).refused("day-to-come")


def test_the_first_who_agrees_erases_nothing():
    given(asked()).when(decide()).then(decided(SECRETARY))


def test_the_second_who_agrees_erases():
    past = given(*OFFICERS, asked(), decided(SECRETARY))

    past.when(decide(), by=CHAIR).then(decided(CHAIR), ContactErased(LEA))
    given(*OFFICERS, asked(Scope.IDENTITY), decided(SECRETARY)).when(decide(), by=BOARD).then(
        decided(BOARD), ContactErased(LEA), IdentityErased(LEA)
    )


def test_one_person_does_not_decide_twice():
    given(asked(), decided(SECRETARY)).when(decide()).refused("another-person-decides")


def test_nobody_decides_on_her_own_request():
    given(asked(person=SECRETARY)).when(decide(person=SECRETARY)).refused("not-on-your-own-request")


def test_who_does_not_agree_ends_it():
    given(*OFFICERS, asked(), decided(SECRETARY)).when(decide(agrees=False), by=CHAIR).then(decided(CHAIR, False))
    given(*OFFICERS, asked(), decided(SECRETARY, False)).when(decide(), by=CHAIR).refused("request-answered")


def test_what_is_erased_is_not_decided_again():
    done = (asked(), decided(SECRETARY), decided(CHAIR), ContactErased(LEA))

    given(*OFFICERS, *done).when(decide(), by=BOARD).refused("request-answered", on=TODAY)


def test_only_those_who_answer_for_the_cooperative_decide():
    given(asked()).when(decide(), by="somebody").refused("not-allowed")
    given().when(decide()).refused("no-such-request")
    given(asked()).when(decide(person=PersonId("tom"))).refused("no-such-request")


LEFT_IN_2022 = (admitted("lea"), MemberLeft("lea", Cause.WITHDRAWAL, Day("2022-03-02")))
SHARES = SharesSubscribed(SubscriptionId("s"), "lea", 2, Cents(2000), Day("2021-02-01"))
IN_OFFICE = OfficeTaken(LEA, Office.BOARD, Day("2021-01-01"))


@pytest.mark.parametrize(
    ("past", "reason", "details"),
    [
        ((admitted("lea"),), "law-keeps-it", {"article": "C.com L231-6"}),
        (LEFT_IN_2022, "law-keeps-it-until", {"until": Day("2027-03-02"), "article": "C.com L231-6"}),
        ((*LEFT_IN_2022, SHARES), "law-keeps-it", {"article": "C.com R228-8"}),
        ((IN_OFFICE,), "law-keeps-it", {"article": "C.civ 2224"}),
        (
            (IN_OFFICE, OfficeLeft(LEA, Office.BOARD, Day("2024-02-29"))),
            "law-keeps-it-until",
            {"until": Day("2029-03-01"), "article": "C.civ 2224"},
        ),
    ],
)
def test_a_name_stays_as_long_as_the_law_wants_it(past, reason, details):
    given(*past, asked(Scope.IDENTITY)).when(decide()).refused(reason, **details)


def test_how_to_reach_her_may_be_forgotten_at_once_and_a_name_after_its_day():
    given(admitted("lea"), asked()).when(decide()).then(decided(SECRETARY))
    after = datetime(2027, 3, 2, 12, tzinfo=UTC)
    agreed = ErasureDecided(ASKED, LEA, SECRETARY, True, WHY, Day("2027-03-02"))

    given(*LEFT_IN_2022, asked(Scope.IDENTITY)).when(decide(), now=after).then(agreed)


def test_a_request_that_the_law_stops_may_always_be_refused_with_its_reason():
    given(admitted("lea"), asked(Scope.IDENTITY)).when(decide(agrees=False)).then(decided(SECRETARY, False))


def test_a_correction_is_asked_and_answered():
    request, wanted = RequestCorrection(ASKED, LEA, WHY), CorrectionRequested(ASKED, LEA, WHY, TODAY)
    answer, answered = AnswerCorrection(ASKED, LEA, True, WHY), CorrectionAnswered(ASKED, LEA, True, WHY, TODAY)

    given(known("lea")).when(request, by="lea").then(wanted)
    given(known("lea"), wanted).when(request, by="lea").then()
    given(known("lea")).when(request, by="tom").refused("not-about-you")
    given().when(request, by="lea").refused("unknown-person")
    given(wanted).when(answer).then(answered)
    given(wanted).when(answer, by="lea").refused("not-allowed")
    given(wanted, answered).when(answer).refused("request-answered", on=TODAY)
    given().when(answer).refused("no-such-request")
