"""The follower while others write: it misses nothing, and a second one does no harm."""

from contextlib import contextmanager
from functools import partial
from threading import Event, Thread
from time import monotonic, sleep

from governance.words import MemberId, PersonId
from tests.conftest import PATIENCE, Database
from tests.races.racing import together, two_records
from tests.races.sheets import follower, stands
from tests.record.acts import Come

LEA = PersonId("lea")


@contextmanager
def following(database: Database, many: int):
    stop = Event()
    threads = [Thread(target=follower(database.conninfo("worker")).run, args=[stop]) for _ in range(many)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def write(records, threads: int, each: int) -> None:
    def come(thread: int) -> None:
        for n in range(each):
            records[thread % 2].execute(Come(MemberId(f"m{thread}.{n}")), LEA, f"g{thread}.{n}")

    together([partial(come, thread) for thread in range(threads)])


def wait_for(database: Database, position: int) -> list[int]:
    deadline = monotonic() + PATIENCE
    while (stood := stands(database))[0] < position and monotonic() < deadline:
        sleep(0.02)
    assert stood[0] == position
    return stood[1]


def test_a_reader_misses_no_entry_under_eight_writers(durable_cooperative: Database):
    seen: list[int] = []
    done = Event()

    with two_records(durable_cooperative) as records:

        def read() -> None:
            while not done.is_set() or records[1].since(seen[-1] if seen else 0):
                seen.extend(entry.position for entry in records[1].since(seen[-1] if seen else 0))

        reader = Thread(target=read)
        reader.start()
        write(records, threads=8, each=25)
        done.set()
        reader.join()

        assert seen == [entry.position for entry in records[0].entries()]
        assert len(seen) == 200


def test_two_followers_at_once_write_every_row_once(durable_cooperative: Database):
    with two_records(durable_cooperative) as records, following(durable_cooperative, many=2):
        write(records, threads=8, each=25)

        rows = wait_for(durable_cooperative, records[0].head())

        assert rows == [entry.position for entry in records[0].entries()]


def test_a_follower_is_called_and_does_not_only_look_now_and_then(durable_cooperative: Database):
    with two_records(durable_cooperative) as records, following(durable_cooperative, many=1):
        write(records, threads=1, each=1)
        wait_for(durable_cooperative, 1)
        started = monotonic()
        for n in range(10):
            receipt = records[0].execute(Come(MemberId(f"late{n}")), LEA, f"late{n}")
            wait_for(durable_cooperative, receipt.position)

        assert monotonic() - started < 5  # looking every second alone would take ten
