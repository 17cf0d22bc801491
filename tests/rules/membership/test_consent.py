"""Electronic notice: an agreement in writing, dated, for a purpose; withdrawn when she likes."""

import pytest

from governance.membership.consent import (
    AgreeToMyNotice,
    AgreeToNotice,
    WithdrawAgreement,
    WithdrawMyAgreement,
    last_word,
)
from governance.membership.person_facts import NoticeAgreed, NoticeWithdrawn, Purpose, Way
from governance.words import Day, PersonId
from tests.coop import LEA, known
from tests.gwt import given

WHO = PersonId(LEA)
agreed = NoticeAgreed(WHO, Way.LETTER, Day("2026-01-10"))
withdrawn = NoticeWithdrawn(WHO, Day("2026-02-10"))
agree = AgreeToNotice(WHO, Way.LETTER, Purpose.MEETINGS, Day("2026-01-10"))


def test_an_agreement_is_written_once_with_how_it_was_given():
    given(known(LEA)).when(agree).then(agreed)
    given(known(LEA), agreed).when(agree).then()


def test_who_changes_her_mind_twice_in_a_day_is_heard_the_last_time():
    paper = NoticeWithdrawn(WHO, agreed.on)

    given(known(LEA), agreed, paper).when(agree).then(agreed)
    given(known(LEA), agreed, paper, agreed).when(WithdrawAgreement(WHO, agreed.on)).then(paper)


def test_another_purpose_takes_the_place_of_the_former():
    wider = AgreeToNotice(WHO, Way.EMAIL, Purpose.EVERYTHING, Day("2026-02-01"))

    [now] = given(known(LEA), agreed).when(wider).gained()

    assert last_word([now, agreed], WHO, Day("2026-01-31")) == agreed
    assert last_word([now, agreed], WHO, Day("2026-02-01")) == now


def test_it_is_withdrawn_from_a_day_on():
    withdraw = WithdrawAgreement(WHO, Day("2026-02-10"))
    given(known(LEA), agreed).when(withdraw).then(withdrawn)
    given(known(LEA), agreed, withdrawn).when(withdraw).then()

    assert last_word([agreed, withdrawn], WHO, Day("2026-02-09")) == agreed
    assert last_word([agreed, withdrawn], WHO, Day("2026-02-10")) == withdrawn


def test_who_was_never_asked_may_want_paper():
    given(known(LEA)).when(WithdrawAgreement(WHO, Day("2026-02-10"))).then(withdrawn)


def test_she_says_it_for_herself_alone():
    mine = AgreeToMyNotice(WHO, Way.PAGE, Purpose.MEETINGS, Day("2026-01-10"))

    given(known(LEA)).when(mine, by=LEA).then(NoticeAgreed(WHO, Way.PAGE, Day("2026-01-10")))
    given(known(LEA)).when(mine, by="tom").refused("not-about-you")
    given(known(LEA), agreed).when(WithdrawMyAgreement(WHO, Day("2026-02-10")), by=LEA).then(withdrawn)
    given(known(LEA), agreed).when(WithdrawMyAgreement(WHO, Day("2026-02-10")), by="tom").refused("not-about-you")


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        ([], agree, "unknown-person"),
        ([known(LEA)], AgreeToNotice(WHO, Way.FORM, Purpose.MEETINGS, Day("2026-03-03")), "day-to-come"),
        ([known(LEA)], AgreeToNotice(WHO, Way.FORM, Purpose.MEETINGS, Day("2026-03")), "full-day-needed"),
        ([], WithdrawAgreement(WHO, Day("2026-02-10")), "unknown-person"),
        ([known(LEA), agreed], WithdrawAgreement(WHO, Day("2026-03-03")), "day-to-come"),
    ],
)
def test_what_cannot_be_agreed_or_withdrawn(facts, command, reason):
    given(*facts).when(command).refused(reason)
