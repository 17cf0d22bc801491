"""The hundredth and the hundred and first member of a SARL, admitted at once."""

from dataclasses import replace
from functools import partial

import pytest

from governance.membership.admit import Admit
from governance.membership.facts import MemberAdmitted, OfficeTaken
from governance.statutes.facts import Form
from governance.words import Day, MemberId, Office, PersonId
from tests.conftest import Database
from tests.coop import admitted, adopted, applied, scic
from tests.races.racing import refusals, together, two_records

SEC = PersonId("sec")
sarl = adopted(replace(scic(), form=Form.SARL))


@pytest.mark.parametrize("round_", range(3))
def test_of_the_hundredth_and_the_hundred_and_first_one_alone_is_admitted(durable_cooperative: Database, round_):
    there = [admitted(f"m{n}") for n in range(99)]
    past = [OfficeTaken(SEC, Office.SECRETARY, Day("2000")), sarl, *there, applied("lea"), applied("tom")]
    with two_records(durable_cooperative) as records:
        records[0].enter(past, SEC, "past")
        admit = [Admit(MemberId(who), Day("2026-03-01")) for who in ("lea", "tom")]

        answers = together([partial(records[n].execute, act, SEC, f"g{n}") for n, act in enumerate(admit)])

        facts = [entry.fact for entry in records[0].entries()]

    assert refusals(answers) == ["too-many-members"]
    assert sum(isinstance(fact, MemberAdmitted) for fact in facts) == 100
