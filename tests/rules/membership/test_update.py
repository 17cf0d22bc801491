"""The yearly update: one at a time, each sheet once, by who speaks for the member or by her coupon."""

import pytest

from governance.membership.facts import RepresentativeNamed
from governance.membership.update import CloseUpdate, ConfirmMySheet, ConfirmSheet, OpenUpdate, RemindOfUpdate
from governance.membership.update_facts import (
    Answer,
    SheetConfirmed,
    UpdateClosed,
    UpdateId,
    UpdateOpened,
    UpdateReminded,
)
from governance.words import Day, PersonId
from tests.coop import LEA, TOM, admitted
from tests.gwt import given

U, TODAY = UpdateId("u1"), Day("2026-03-02")
opened = UpdateOpened(U, Day("2026-02-01"), Day("2026-03-31"))
closed = UpdateClosed(U, Day("2026-03-01"))
reminded = UpdateReminded(U, Day("2026-03-01"))
by_tom = RepresentativeNamed(LEA, PersonId(TOM), Day("2025-01-01"))


def test_it_opens_until_a_day_and_one_at_a_time():
    other = UpdateId("u2")

    given().when(OpenUpdate(U, Day("2026-03-31"))).then(UpdateOpened(U, TODAY, Day("2026-03-31")))
    given(opened).when(OpenUpdate(other, Day("2026-03-31"))).refused("update-still-open")
    given(opened, closed).when(OpenUpdate(other, Day("2026-03-31"))).then(UpdateOpened(other, TODAY, Day("2026-03-31")))
    given().when(OpenUpdate(U, Day("2026-03-01"))).refused("ends-before-it-begins")
    given().when(OpenUpdate(U, Day("2026-03"))).refused("full-day-needed")


def test_a_sheet_comes_back_once_whichever_way():
    mine, coupon = ConfirmMySheet(U, LEA), ConfirmSheet(U, LEA, Day("2026-02-20"))
    by_page, by_coupon = SheetConfirmed(U, LEA, Answer.PAGE, TODAY), SheetConfirmed(U, LEA, Answer.COUPON, coupon.on)

    given(opened, admitted(LEA)).when(mine, by=LEA).then(by_page)
    given(opened, admitted(LEA), by_coupon).when(mine, by=LEA).then()
    given(opened, admitted(LEA)).when(coupon).then(by_coupon)
    given(opened, admitted(LEA), by_page).when(coupon).then()


def test_a_coupon_is_entered_even_late_and_a_page_no_more():
    given(opened, closed, admitted(LEA)).when(ConfirmSheet(U, LEA, TODAY)).then(
        SheetConfirmed(U, LEA, Answer.COUPON, TODAY)
    )
    given(opened, closed, admitted(LEA)).when(ConfirmMySheet(U, LEA), by=LEA).refused("update-closed")


def test_who_speaks_for_a_member_answers_for_it():
    past = given(opened, admitted(LEA), by_tom)

    past.when(ConfirmMySheet(U, LEA), by=TOM).then(SheetConfirmed(U, LEA, Answer.PAGE, TODAY))
    past.when(ConfirmMySheet(U, LEA), by=LEA).refused("not-for-this-member")


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        ([], ConfirmSheet(U, LEA, TODAY), "no-such-update"),
        ([opened], ConfirmSheet(U, LEA, TODAY), "not-a-member"),
        ([opened, admitted(LEA)], ConfirmSheet(U, LEA, Day("2026-03-03")), "day-to-come"),
        ([], RemindOfUpdate(U), "no-such-update"),
        ([opened, closed], RemindOfUpdate(U), "update-closed"),
        ([], CloseUpdate(U), "no-such-update"),
    ],
)
def test_what_an_update_refuses(facts, command, reason):
    given(*facts).when(command).refused(reason)


def test_it_is_reminded_of_once_and_closed_once():
    given(opened).when(RemindOfUpdate(U)).then(UpdateReminded(U, TODAY))
    given(opened, reminded).when(RemindOfUpdate(U)).then()
    given(opened).when(CloseUpdate(U)).then(UpdateClosed(U, TODAY))
    given(opened, closed).when(CloseUpdate(U)).then()
