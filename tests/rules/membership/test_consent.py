"""Electronic notice: an agreement in writing, dated, for a purpose; withdrawn when she likes."""

import pytest

from governance.membership.consent import AgreeToNotice, WithdrawAgreement, consent
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


def test_another_purpose_takes_the_place_of_the_former():
    wider = AgreeToNotice(WHO, Way.EMAIL, Purpose.EVERYTHING, Day("2026-02-01"))

    [now] = given(known(LEA), agreed).when(wider).gained()

    assert consent([now, agreed], WHO, Day("2026-01-31")) == agreed
    assert consent([now, agreed], WHO, Day("2026-02-01")) == now


def test_it_is_withdrawn_from_a_day_on():
    given(agreed).when(WithdrawAgreement(WHO, Day("2026-02-10"))).then(withdrawn)
    given(agreed, withdrawn).when(WithdrawAgreement(WHO, Day("2026-02-10"))).then()

    assert consent([agreed, withdrawn], WHO, Day("2026-02-09")) == agreed
    assert consent([agreed, withdrawn], WHO, Day("2026-02-10")) is None


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        ([], agree, "unknown-person"),
        ([known(LEA)], AgreeToNotice(WHO, Way.FORM, Purpose.MEETINGS, Day("2026-03-03")), "day-to-come"),
        ([known(LEA)], AgreeToNotice(WHO, Way.FORM, Purpose.MEETINGS, Day("2026-03")), "full-day-needed"),
        ([agreed], WithdrawAgreement(WHO, Day("2026-01-09")), "no-agreement-to-notice"),
        ([agreed, withdrawn], WithdrawAgreement(WHO, Day("2026-02-11")), "no-agreement-to-notice"),
        ([agreed], WithdrawAgreement(WHO, Day("2026-03-03")), "day-to-come"),
    ],
)
def test_what_cannot_be_agreed_or_withdrawn(facts, command, reason):
    given(*facts).when(command).refused(reason)
