"""Everybody at once: threads that start together, over two offices, as two processes of the web would have."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from threading import Barrier
from typing import Any, TypeVar

from governance.command import Refused
from governance.record.record import Busy, Record
from tests.conftest import Database
from tests.office import open_office

T = TypeVar("T")


@contextmanager
def two_records(database: Database) -> Iterator[tuple[Record, Record]]:
    with ExitStack() as stack:
        first, second = (stack.enter_context(open_office(database)) for _ in range(2))
        yield first.record, second.record


def answer(act: Callable[[], T]) -> T | Refused:
    """What an act answers, be it a refusal; given again, as the same gesture, as long as the record is busy."""
    while True:
        try:
            return act()
        except Refused as refusal:
            return refusal
        except Busy:
            pass


def together(acts: Sequence[Callable[[], T]]) -> list[T | Refused]:
    """What each of these acts answers, all of them started at once."""
    start = Barrier(len(acts))

    def at_once(act: Callable[[], T]) -> T | Refused:
        start.wait()
        return answer(act)

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(at_once, acts))


def refusals(answers: Sequence[Any]) -> list[str]:
    return [answer.reason for answer in answers if isinstance(answer, Refused)]
