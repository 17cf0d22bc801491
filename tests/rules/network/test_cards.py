"""Cards, whatever their catalogue: written as its fields want, kept by who may, moved where their state leads."""

from dataclasses import replace

import pytest

from governance.network.card_facts import (
    CardCorrected,
    CardId,
    CardJoined,
    CardLent,
    CardMoved,
    CardQuit,
    CardsIntroduced,
    CardWritten,
    IntroductionClosed,
    LoanCancelled,
    LoanId,
)
from governance.network.catalogue import StateName, Value
from governance.network.introduce import CloseIntroduction, Introduce
from governance.network.join import JoinCard, JoinForMe, QuitCard, QuitForMe
from governance.network.keep_card import CorrectCard, CorrectMyCard, MoveCard, MoveMyCard, WriteCard, WriteMyCard
from governance.network.lend import BorrowForMe, CancelLoan, Lend
from governance.words import Day, Public
from tests.coop import LEA, TOM, admitted, known
from tests.gwt import given
from web.edge.catalogue_file import shipped

NEEDS, OFFERS = shipped()["besoins"], shipped()["offres"]
C1, O1 = CardId("c1"), CardId("o1")
ON = Day("2026-03-01")
SOUND = (Value("genre", Public("materiel")),)
members = [known("lea"), known("tom"), admitted("lea"), admitted("tom")]
need = CardWritten(C1, NEEDS.name, Public("Une sono"), SOUND, "ouvert", ON, LEA)
offer = CardWritten(O1, OFFERS.name, Public("Sono de 500 W"), SOUND, "disponible", ON, TOM)


def write(title="Une sono", values=SOUND, on=ON, owner=LEA, kind=WriteCard):
    return kind(NEEDS, C1, Public(title), values, on, owner)


def test_a_card_is_written_once_in_the_first_state_of_its_catalogue():
    given().when(write()).then(need)
    given(need).when(write()).then()
    given(need).when(write(title="Une estrade")).refused("already-reported")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title": " "}, "report-without-words"),
        ({"on": Day("2027")}, "day-to-come"),
        ({"values": ()}, "field-needed"),
        ({"values": (Value("genre", "velo"),)}, "value-not-fitting"),
        ({"values": (*SOUND, Value("avant", "demain"))}, "value-not-fitting"),
        ({"values": (*SOUND, Value("lieu", " "))}, "value-not-fitting"),
        ({"values": (*SOUND, *SOUND)}, "field-twice"),
        ({"values": (*SOUND, Value("couleur", "bleu"))}, "unknown-field"),
    ],
)
def test_what_does_not_fit_the_catalogue_is_refused(changed, reason):
    given().when(write(**changed)).refused(reason)


def test_a_correction_says_all_again_and_the_same_words_are_none():
    said = (*SOUND, Value("lieu", Public("Vichy")))

    given(need).when(CorrectCard(NEEDS, C1, need.title, said, ON)).then(CardCorrected(C1, need.title, said, ON))
    given(need).when(CorrectCard(NEEDS, C1, need.title, SOUND, ON)).then()
    given(need).when(CorrectCard(OFFERS, C1, need.title, said, ON)).refused("unknown-card")


def test_a_state_follows_another_only_where_the_catalogue_leads():
    moved = CardMoved(C1, "repondu", ON)

    given(need).when(MoveCard(NEEDS, C1, "repondu", ON)).then(moved)
    given(need, moved).when(MoveCard(NEEDS, C1, "repondu", ON)).then()
    given(need, moved).when(MoveCard(NEEDS, C1, "abandonne", ON)).refused("state-not-next")
    given(need, moved).when(MoveCard(NEEDS, C1, "ouvert", ON)).then(CardMoved(C1, "ouvert", ON))
    given(need).when(MoveCard(NEEDS, C1, "perdu", ON)).refused("state-not-next")


def test_a_member_keeps_what_is_its_own_and_nothing_else():
    mine = write(kind=WriteMyCard)

    given(*members).when(mine, by="lea").then(need)
    given(*members).when(mine, by="tom").refused("not-for-this-member")
    given(known("lea")).when(mine, by="lea").refused("not-a-member")
    given(*members).when(write(kind=WriteMyCard, owner=None), by="lea").refused("kept-by-the-board")
    given(*members).when(replace(mine, state=StateName("repondu")), by="lea").refused("state-not-next")
    given(*members, need).when(MoveMyCard(NEEDS, C1, "repondu", ON, owner=TOM), by="tom").refused("not-for-this-member")
    given(*members, need).when(MoveMyCard(NEEDS, C1, "repondu", ON, owner=LEA), by="lea").then(
        CardMoved(C1, "repondu", ON)
    )
    corrected = CorrectMyCard(NEEDS, C1, Public("Une estrade"), SOUND, ON, owner=LEA)
    given(*members, need).when(corrected, by="lea").then(CardCorrected(C1, Public("Une estrade"), SOUND, ON))


def test_a_need_and_an_offer_are_put_in_touch_once_and_what_came_of_it_is_said_once():
    introduce, introduced = Introduce(NEEDS, C1, O1, ON), CardsIntroduced(C1, O1, ON)
    over = CardMoved(C1, "abandonne", ON)
    close, closed = CloseIntroduction(C1, O1, True, ON), IntroductionClosed(C1, O1, True, ON)

    given(need, offer).when(introduce).then(introduced)
    given(need, offer, introduced).when(introduce).then()
    given(need, offer, over).when(introduce).refused("card-is-over")
    given(need).when(introduce).refused("does-not-answer")
    given(need, offer).when(close).refused("never-introduced")
    given(need, offer, introduced).when(close).then(closed)
    given(need, offer, introduced, closed).when(close).then()


def lend(since="2026-04-01", until="2026-04-03", loan="l2", kind=Lend):
    return kind(OFFERS, O1, LoanId(loan), LEA, Day(since), Day(until))


LENT = CardLent(LoanId("l1"), O1, LEA, Day("2026-04-03"), Day("2026-04-05"))


@pytest.mark.parametrize(
    ("since", "until", "free"),
    [
        ("2026-04-01", "2026-04-02", True),
        ("2026-04-01", "2026-04-03", False),
        ("2026-04-04", "2026-04-04", False),
        ("2026-04-02", "2026-04-30", False),
        ("2026-04-05", "2026-04-06", False),
        ("2026-04-06", "2026-04-06", True),
    ],
)
def test_two_loans_never_touch_the_same_day(since, until, free):
    when = given(*members, offer, LENT).when(lend(since, until))

    if free:
        when.then(CardLent(LoanId("l2"), O1, LEA, Day(since), Day(until)))
    else:
        when.refused("already-lent", since=LENT.since, until=LENT.until)


def test_a_loan_is_cancelled_and_its_days_are_free_again():
    cancelled = LoanCancelled(LENT.loan, O1, ON)

    given(offer, LENT).when(CancelLoan(O1, LENT.loan, ON)).then(cancelled)
    given(offer, LENT, cancelled).when(CancelLoan(O1, LENT.loan, ON)).then()
    given(offer).when(CancelLoan(O1, LENT.loan, ON)).refused("unknown-loan")
    assert given(*members, offer, LENT, cancelled).when(lend(until="2026-04-05")).gained()


def test_what_is_not_lent_or_to_whom_is_refused():
    given(*members, offer).when(lend(until="2026-03-31")).refused("loan-days-needed")
    given(*members, offer).when(lend(since="2026-04")).refused("loan-days-needed")
    given(offer).when(lend()).refused("not-a-member")
    given(*members, offer, CardMoved(O1, "retiree", ON)).when(lend()).refused("card-is-over")
    given(*members, need).when(Lend(NEEDS, C1, LoanId("l2"), LEA, ON, ON)).refused("not-lent")
    given(*members, offer).when(lend(kind=BorrowForMe), by="tom").refused("not-for-this-member")
    assert given(*members, offer).when(lend(kind=BorrowForMe), by="lea").gained()


COURSES = shipped()["formations"]
F1 = CardId("f1")
course = CardWritten(
    F1, COURSES.name, Public("Animer une réunion"), (Value("limite", Public("2026-03")),), "annoncee", ON
)
joined = CardJoined(F1, LEA, 2, ON)


def join(member=LEA, people=2, kind=JoinCard, catalogue=COURSES, card=F1):
    return kind(catalogue, card, member, people, ON)


def test_a_member_joins_once_and_may_leave_and_come_back():
    left = CardQuit(F1, LEA, ON)

    given(*members, course).when(join()).then(joined)
    given(*members, course, joined).when(join(people=3)).then()
    given(*members, course, joined).when(QuitCard(F1, LEA, ON)).then(left)
    given(*members, course).when(QuitCard(F1, LEA, ON)).then()
    given(*members, course, joined, left).when(join()).then(joined)


def test_who_may_not_join_is_told_why():
    past = CardCorrected(F1, course.title, (Value("limite", Public("2026-02")),), ON)

    given(course).when(join()).refused("not-a-member")
    given(*members, course).when(join(people=0)).refused("nobody-joins")
    given(*members, course, past).when(join()).refused("too-late-to-join", until=Day("2026-02"))
    given(*members, course, CardMoved(F1, "annulee", ON)).when(join()).refused("card-is-over")
    given(*members, need).when(join(catalogue=NEEDS, card=C1)).refused("not-joined")
    given(*members, course).when(join(kind=JoinForMe), by="tom").refused("not-for-this-member")
    given(*members, course, joined).when(QuitForMe(F1, LEA, ON), by="tom").refused("not-for-this-member")
    given(*members, course).when(join(kind=JoinForMe), by="lea").then(joined)
