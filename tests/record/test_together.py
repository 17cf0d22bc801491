"""Asking together: who gathers, who waits, and what becomes of a bad question."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest

from governance.record.together import Together


class Slowly:
    """Doubles numbers, as soon as it is let go; remembers what was asked at once."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.started = Event()
        self.go = Event()

    def __call__(self, numbers: list[int]) -> list[int]:
        self.asked.append(numbers)
        self.started.set()
        if 0 in numbers:
            self.go.wait()
        if 13 in numbers:
            raise ValueError("thirteen")
        return [2 * number for number in numbers]


@pytest.fixture
def slowly():
    return Slowly()


@pytest.fixture
def threads():
    with ThreadPoolExecutor(8) as threads:
        yield threads


def ask_during_the_first(threads, slowly, together, numbers):
    """Zero is asked, and is long; the others come meanwhile."""
    first = threads.submit(together.ask, 0)
    slowly.started.wait()
    others = [threads.submit(together.ask, number) for number in numbers]
    while len(together._waiting) < len(numbers):
        sleep(0.001)
    return [first, *others]


def test_those_who_wait_are_asked_for_at_once(threads, slowly):
    asked = ask_during_the_first(threads, slowly, Together(slowly), [1, 2, 3])

    slowly.go.set()

    assert [future.result() for future in asked] == [0, 2, 4, 6]
    assert slowly.asked == [[0], [1, 2, 3]]


def test_alone_one_is_asked_at_once(slowly):
    assert Together(slowly).ask(5) == 10
    assert slowly.asked == [[5]]


def test_a_failure_is_for_everybody_who_asked(threads, slowly):
    asked = ask_during_the_first(threads, slowly, Together(slowly), [1, 13])

    slowly.go.set()

    assert asked[0].result() == 0
    for future in asked[1:]:
        with pytest.raises(ValueError, match="thirteen"):
            future.result()


def test_a_bad_question_harms_only_who_asked_it(threads, slowly):
    together = Together(slowly, alone=lambda error: isinstance(error, ValueError))
    asked = ask_during_the_first(threads, slowly, together, [1, 13, 2])

    slowly.go.set()

    assert [asked[n].result() for n in (0, 1, 3)] == [0, 2, 4]
    with pytest.raises(ValueError, match="thirteen"):
        asked[2].result()
    assert slowly.asked == [[0], [1, 13, 2], [1], [13], [2]]


def test_who_is_out_of_patience_asks_by_herself(threads, slowly):
    together = Together(slowly, patience=0.01)
    first = threads.submit(together.ask, 0)
    slowly.started.wait()

    assert threads.submit(together.ask, 4).result(timeout=60) == 8

    slowly.go.set()
    assert first.result() == 0
    assert slowly.asked == [[0], [4]]
