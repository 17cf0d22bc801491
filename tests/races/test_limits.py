"""One race for each limit that people share, where a commit reaches the disk."""

from functools import partial

import pytest

from governance.assembly.facts import SessionClosed
from governance.assembly.presence_facts import AttendanceSigned
from governance.words import MemberId, PersonId
from tests.conftest import Database
from tests.races.racing import answer, refusals, together, two_records
from tests.record.acts import HERE, Close, Come, Decide, Entrust

LEA = PersonId("lea")
THREADS = 8


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        yield records


def entries(records):
    return list(records[0].entries())


def test_one_gesture_given_eight_times_has_one_effect_and_one_answer(records):
    come = Come(MemberId("lea"))

    receipts = together([partial(records[n % 2].execute, come, LEA, "one") for n in range(THREADS)])

    assert len(entries(records)) == 1
    assert {receipt.entries for receipt in receipts} == {receipts[0].entries}
    assert receipts[0].facts == [AttendanceSigned(HERE, come.member, LEA)]


def test_eight_gestures_of_one_command_have_one_effect(records):
    come = Come(MemberId("lea"))

    receipts = together([partial(records[n % 2].execute, come, LEA, f"g{n}") for n in range(THREADS)])

    assert len(entries(records)) == 1
    assert sorted(len(receipt.entries) for receipt in receipts) == [0] * (THREADS - 1) + [1]


def test_sixty_mandates_under_eight_threads_each_sign_sixty_times_once(records):
    def everybody(thread: int) -> int:
        signed = [records[thread % 2].execute(Come(MemberId(f"m{m}")), LEA, f"t{thread}.{m}") for m in range(60)]
        return sum(len(receipt.entries) for receipt in signed)

    effects = together([partial(everybody, thread) for thread in range(THREADS)])

    assert sum(effects) == 60
    assert sorted(entry.fact.member for entry in entries(records)) == sorted(f"m{m}" for m in range(60))


@pytest.mark.parametrize("round_", range(10))
def test_two_holders_who_share_a_limit_never_exceed_it(records, round_):
    holders = (MemberId("a"), MemberId("b"))
    acts = [Entrust(MemberId(f"g{n}"), holders[n % 2], holders, at_most=3) for n in range(THREADS)]

    answers = together([partial(records[n % 2].execute, act, LEA, f"g{n}") for n, act in enumerate(acts)])

    assert refusals(answers) == ["full"] * (THREADS - 3)
    assert len(entries(records)) == 3


@pytest.mark.parametrize("round_", range(5))
def test_once_the_session_is_closed_nobody_slips_under_the_count(records, round_):
    def come(thread: int) -> int:
        acts = [Come(MemberId(f"m{thread}.{m}")) for m in range(20)]
        return len(refusals([answer(partial(records[thread % 2].execute, act, LEA, act.member)) for act in acts]))

    def close() -> int:
        answer(partial(records[0].execute, Close(), LEA, "close"))
        return sum(isinstance(entry.fact, AttendanceSigned) for entry in records[1].entries())

    counted, *refused = together([close, *(partial(come, thread) for thread in range(THREADS))])

    facts = [entry.fact for entry in entries(records)]
    assert isinstance(facts[-1], SessionClosed)
    assert counted == len(facts) - 1
    assert counted + sum(refused) == THREADS * 20


def test_decisions_taken_at_once_are_numbered_without_a_gap(records):
    def take(thread: int) -> None:
        for n in range(5):
            answer(partial(records[thread % 2].execute, Decide(f"d{thread}.{n}"), LEA, f"g{thread}.{n}"))

    together([partial(take, thread) for thread in range(4)])

    assert [entry.fact.number for entry in entries(records)] == list(range(1, 21))
