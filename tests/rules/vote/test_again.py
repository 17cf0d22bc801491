"""E16: what half of all the members of a SARL did not adopt comes back before them, and those who vote decide."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.counting.count import count
from governance.counting.tally import WHOLE, Rules, Tally
from governance.statutes.facts import Form, Kind, Majority, MajorityBase, Organ, Ruled, Scheme
from governance.vote.again import ConsultAgain
from governance.vote.facts import VoteCounted
from governance.words import AssemblyId, Day, Public, ResolutionId
from tests.gwt import given
from tests.rules.vote.test_voting import AG, V1, planned, tabled
from tests.rules.vote.test_voting import opened as opened_vote

AGAIN = AssemblyId("again")
HALF = Majority(Ruled(Fraction(1, 2), Public("17")), True, Ruled(MajorityBase.ALL, Public("17")))
SARL = Rules(Form.SARL, Kind.ORDINARY, Scheme(Organ.ASSEMBLY), HALF)

again = ConsultAgain(AGAIN, AG, (V1,), planned.title, Day("2026-03-20"), "18:30", planned.place)


def held(for_: int, against: int, rules: Rules = SARL):
    """The first consultation of 45 members, and its count."""
    result = count(rules, [Tally(WHOLE, 45, for_ + against, for_, against)])
    vote = opened_vote(form=rules.form, kind=rules.kind, scheme=rules.scheme, majority=rules.majority)
    return planned, tabled(), replace(vote, second_call=rules.second_call), VoteCounted(V1, result)


def test_what_eighteen_of_forty_five_adopted_comes_back():
    given(*held(18, 2)).when(again).then(
        replace(planned, assembly=AGAIN, day=again.day, starts="18:30", second_call_of=AG),
        replace(tabled(), assembly=AGAIN, resolution=ResolutionId("again.1")),
    )


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        (held(23, 2), again, "no-second-consultation"),  # adopted
        (held(9, 11, replace(SARL, second_call=True)), again, "no-second-consultation"),  # a second time already
        (held(18, 20, replace(SARL, form=Form.SA)), again, "no-second-consultation"),  # the law of the SARL alone
        (held(18, 2)[:3], again, "no-second-consultation"),  # not counted
        (held(18, 2), replace(again, day=planned.day), "second-call-before-first"),
        (held(18, 2), replace(again, starts="25:00"), "not-an-hour"),
        ((*held(18, 2), replace(planned, assembly="other", second_call_of=AG)), again, "second-call-already-planned"),
    ],
)
def test_a_second_consultation_that_cannot_be_is_refused(past, command, reason):
    given(*past).when(command).refused(reason)
