"""After a failure the worker goes on: later and later, and without filling the journal."""

import logging

import psycopg
import pytest

from web.office import Late
from web.pace import LONGEST, TURN, Pace


@pytest.fixture
def journal(caplog):
    caplog.set_level(logging.WARNING, "web.pace")
    return caplog


def fail(pace: Pace, reason: Exception) -> float:
    with pace.turn():
        raise reason
    return pace.pause


def test_the_pause_grows_from_a_second_to_a_minute_and_stays_there():
    pace = Pace("the clerk")

    assert [fail(pace, ValueError()) for _ in range(9)] == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert [fail(pace, ValueError()) for _ in range(2000)][-1] == LONGEST


def test_a_turn_that_succeeds_brings_everything_back_to_normal():
    pace = Pace("the clerk")
    for _ in range(5):
        fail(pace, ValueError())

    with pace.turn():
        pass

    assert pace.pause == TURN
    assert [fail(pace, ValueError()) for _ in range(2)] == [1, 2]


def test_a_failure_is_told_with_its_trace_once_then_in_one_line(journal):
    pace = Pace("the clerk of pole")
    for _ in range(4):
        fail(pace, ValueError("no such\nletter"))

    assert [bool(line.exc_info) for line in journal.records] == [True, False, False, False]
    assert journal.records[-1].getMessage() == "the clerk of pole stumbled (ValueError: no such) and tries again in 8 s"


def test_another_failure_has_its_own_trace_one_that_comes_back_has_none(journal):
    pace = Pace("the clerk")
    fail(pace, ValueError())
    fail(pace, KeyError("letter"))
    with pace.turn():
        pass
    fail(pace, ValueError())
    with pace.turn():
        raise ValueError  # the same word from another line

    assert [bool(line.exc_info) for line in journal.records] == [True, True, False, True]


def test_a_database_that_is_away_is_one_line(journal):
    fail(Pace("the worker"), psycopg.OperationalError("connection refused"))

    assert [(line.levelname, line.exc_info) for line in journal.records] == [("WARNING", None)]


def test_registers_that_are_being_built_are_waited_for_in_silence(journal):
    pace = Pace("the usher")

    assert [fail(pace, Late()) for _ in range(3)] == [TURN, TURN, TURN]
    assert not journal.records
