"""Advisers: invited to read for a time, each day's visit written once, and nothing more once it is over."""

import pytest

from governance.membership.adviser import InviteAdviser, RevokeAdviser, VisitAsAdviser
from governance.membership.adviser_facts import (
    AdviserInvited,
    AdviserRevoked,
    AdviserVisited,
    InvitationId,
    Scope,
    Seen,
)
from governance.membership.facts import PersonRegistered
from governance.words import Clear, Day, PersonId, Public, Said
from tests.coop import LEA, TOM, known
from tests.gwt import SECRETARY, given

HER = PersonId(LEA)
ONE, UNION = InvitationId("i1"), Public("Union régionale")
TODAY, LATER, YESTERDAY = Day("2026-03-02"), Day("2026-06-30"), Day("2026-03-01")

invite = InviteAdviser(ONE, HER, UNION, Scope.AUDIT, LATER)
invited = AdviserInvited(ONE, HER, UNION, Scope.AUDIT, TODAY, LATER)
advising = AdviserInvited(ONE, HER, UNION, Scope.ADVICE, TODAY, LATER)
over = AdviserInvited(ONE, HER, UNION, Scope.AUDIT, Day("2026-01-01"), YESTERDAY)
revoked = AdviserRevoked(ONE, HER, TODAY)
look = VisitAsAdviser(ONE, HER, Seen.SUMMARY)
enter = VisitAsAdviser(ONE, HER, Seen.INSIDE)


def test_an_unknown_person_is_registered_as_she_is_invited():
    name, email = Clear(HER, Said.NAME, "Léa"), Clear(HER, Said.EMAIL, "lea@union.example")
    words = InviteAdviser(ONE, HER, UNION, Scope.AUDIT, LATER, name, email)

    registered, fact = given().when(words).gained()

    assert isinstance(registered, PersonRegistered)
    assert fact == invited


def test_she_is_invited_again_once_it_is_over_or_revoked():
    again = InviteAdviser(InvitationId("i2"), HER, UNION, Scope.ADVICE, LATER)
    expected = AdviserInvited(InvitationId("i2"), HER, UNION, Scope.ADVICE, TODAY, LATER)

    given(known(LEA), over).when(again).then(expected)
    given(known(LEA), invited, revoked).when(again).then(expected)


@pytest.mark.parametrize(
    ("facts", "command", "by", "why"),
    [
        ((), invite, SECRETARY, "unknown-person"),
        ((known(LEA), invited), invite, SECRETARY, "adviser-already-invited"),
        ((known(LEA),), InviteAdviser(ONE, HER, UNION, Scope.AUDIT, YESTERDAY), SECRETARY, "ends-before-it-begins"),
        ((known(LEA),), InviteAdviser(ONE, HER, UNION, Scope.AUDIT, Day("2027")), SECRETARY, "full-day-needed"),
        ((known(LEA),), invite, TOM, "not-allowed"),
        ((invited,), RevokeAdviser(ONE, HER), LEA, "not-allowed"),
        ((invited,), look, TOM, "not-about-you"),
        ((), look, LEA, "adviser-not-invited"),
        ((over,), look, LEA, "adviser-not-invited"),
        ((invited, revoked), look, LEA, "adviser-not-invited"),
        ((invited, revoked), enter, LEA, "adviser-not-invited"),
        ((advising,), enter, LEA, "adviser-not-invited"),
        ((invited,), VisitAsAdviser(InvitationId("i2"), HER, Seen.SUMMARY), LEA, "adviser-not-invited"),
    ],
)
def test_nobody_invites_nor_reads_beyond_what_was_said(facts, command, by, why):
    given(*facts).when(command, by).refused(why)


def test_an_invitation_is_ended_once():
    given(invited).when(RevokeAdviser(ONE, HER)).then(revoked)
    given(invited, revoked).when(RevokeAdviser(ONE, HER)).then()
    given(over).when(RevokeAdviser(ONE, HER)).then()


def test_a_visit_is_written_once_a_day_for_each_thing_that_she_opens():
    seen = AdviserVisited(ONE, HER, TODAY, Seen.SUMMARY)

    given(invited).when(look, LEA).then(seen)
    given(invited, seen).when(look, LEA).then()
    given(invited, seen).when(enter, LEA).then(AdviserVisited(ONE, HER, TODAY, Seen.INSIDE))
    given(advising, AdviserVisited(ONE, HER, YESTERDAY, Seen.SUMMARY)).when(look, LEA).then(seen)
