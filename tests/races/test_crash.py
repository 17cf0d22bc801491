"""kill -9: of the server under writers, of a writer, of a follower in the middle of a batch."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from threading import Event, Thread
from time import sleep

import psycopg
import pytest

from governance.assembly.presence_facts import AttendanceSigned
from governance.words import MemberId, PersonId
from tests.conftest import Database, house_for_tests
from tests.office import open_office
from tests.races.racing import answer, two_records
from tests.races.sheets import follower, slow_sheets, stands
from tests.races.test_following import following, wait_for
from tests.record.acts import HERE, Come
from web.house import House

LEA = PersonId("lea")
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def doomed():
    """A server of its own, where a commit reaches the disk."""
    with house_for_tests(fsync=True) as house:
        yield Database(house, "palabre_modele")


def kill_server(house: House) -> None:
    assert house.cluster
    assert house.cluster._server
    os.kill(int((house.cluster.data / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
    house.cluster._server.wait()
    house.cluster.start()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_and_nothing_is_there_twice(doomed: Database):
    acknowledged: dict[str, int] = {}
    stop = Event()

    def come(record, thread: int) -> None:
        for n in range(100_000):
            if stop.is_set():
                return
            gesture = f"g{thread}.{n}"
            try:
                receipt = answer(lambda: record.execute(Come(MemberId(gesture)), LEA, gesture))  # noqa: B023
                acknowledged[gesture] = receipt.position
            except psycopg.OperationalError:
                sleep(0.05)

    with two_records(doomed) as records, following(doomed, many=1):
        writers = [Thread(target=come, args=[records[n % 2], n]) for n in range(8)]
        for writer in writers:
            writer.start()
        for life in range(1, 5):
            while len(acknowledged) < 10 * life:
                sleep(0.01)
            if life < 4:
                kill_server(doomed.house)
        stop.set()
        for writer in writers:
            writer.join()

        entries = list(records[0].entries())
        written = {entry.gesture: entry.position for entry in entries}
        assert Counter(entry.gesture for entry in entries).most_common(1)[0][1] == 1
        assert acknowledged.items() <= written.items()
        assert len(acknowledged) > 20
        assert wait_for(doomed, entries[-1].position) == [entry.position for entry in entries]


def live_and_be_killed(module: str, *words: str, lines: int = 1, after: float = 0) -> list[str]:
    """The lines that a process printed until it was killed, so many seconds after so many of them."""
    command = [sys.executable, "-m", module, *words]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = [process.stdout.readline().strip() for _ in range(lines)]
        sleep(after)
        process.kill()
        return [*first, *process.stdout.read().splitlines()]


def test_what_a_killed_writer_was_told_is_there_once(durable_cooperative: Database):
    for life in "123":
        told = live_and_be_killed("tests.races.writing", durable_cooperative.conninfo("web"), life, lines=20)
        with open_office(durable_cooperative) as office:
            written = Counter(e.gesture for e in office.record.entries() if e.gesture.startswith(f"life{life}."))
        assert len(told) >= 20
        assert set(told) <= written.keys()
        assert len(written) <= len(told) + 1
        assert set(written.values()) == {1}


def test_rows_and_position_agree_wherever_a_follower_is_killed(durable_cooperative: Database):
    worker = durable_cooperative.conninfo("worker")
    follower(worker, slow_sheets).catch_up()
    with open_office(durable_cooperative) as office:
        for n in range(20):
            office.record.enter([signed(f"m{n}.{m}") for m in range(1000)], LEA, f"past{n}")

    stood, lives = 0, 0
    while lives < 4 or not stood:  # on a busy machine the first does nothing
        live_and_be_killed("tests.races.sheets", worker, after=0.2 + 0.07 * lives)
        lives += 1
        position, rows = stands(durable_cooperative)
        assert rows == list(range(1, position + 1))
        assert stood <= position < 20_000
        stood = position

    follower(worker, slow_sheets).catch_up()
    assert stands(durable_cooperative) == (20_000, list(range(1, 20_001)))


def signed(member: str) -> AttendanceSigned:
    return AttendanceSigned(HERE, MemberId(member), PersonId(member))
