"""A call left unpaid takes the vote thirty days after the formal notice, where the law of the form says so."""

from dataclasses import replace

import pytest

from governance.assembly.facts import MandateEntered, MandateWithheld, Withheld
from governance.assembly.roll import roll
from governance.capital.facts import FormalNoticeSent, SharesPaid
from governance.statutes.facts import Form
from governance.words import Cents, Day, MemberId, Public, SubscriptionId
from tests.rules.assembly.coop import members, planned, statutes
from tests.rules.statutes.samples import adopted as adopt

ALMA, TAKEN = MemberId("alma"), SubscriptionId("s1")


def notice(on: str) -> FormalNoticeSent:
    return FormalNoticeSent(ALMA, TAKEN, Cents(5000), Day(on), Public("LR 1"))


def paid(amount: int, on: str) -> SharesPaid:
    return SharesPaid(TAKEN, ALMA, Cents(amount), Day(on))


@pytest.mark.parametrize(
    ("form", "facts", "votes"),
    [
        (Form.SAS, [notice("2026-02-18")], False),  # thirty days before 20 March
        (Form.SAS, [notice("2026-02-19")], True),
        (Form.SA, [notice("2026-02-18")], False),
        (Form.SARL, [notice("2025-02-18")], True),  # no law takes it there, and statutes cannot
        (Form.ASSOCIATION, [notice("2025-02-18")], True),
        (Form.SAS, [notice("2026-02-18"), paid(5000, "2026-03-20")], True),
        (Form.SAS, [notice("2026-02-18"), paid(4999, "2026-03-01")], False),
        (Form.SAS, [notice("2026-02-18"), paid(5000, "2026-03-21")], False),
        (Form.SAS, [notice("2026-02-18"), paid(5000, "2026-02-17")], False),
    ],
)
def test_a_call_left_unpaid_suspends_the_vote(form, facts, votes):
    version = adopt(statutes=replace(statutes, form=form, capital=None))

    lines = {line.member: line for line in roll([*members, *facts], planned, version) if hasattr(line, "member")}

    assert isinstance(lines[ALMA], MandateEntered) == votes
    if not votes:
        assert lines[ALMA] == MandateWithheld(planned.assembly, ALMA, Withheld.CALL_NOT_PAID, Public("C.com L228-29"))
