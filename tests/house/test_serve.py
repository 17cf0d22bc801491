"""palabre serve, as a process of its own: it answers, it stops, it is killed and comes back."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import PATIENCE
from web.cluster import Cluster
from web.house import House

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def serving(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process, and the address that it printed."""
    env = os.environ | {"PALABRE_HOME": str(folder / "var"), "PYTHONUNBUFFERED": "1"}
    env.pop("PALABRE_DATABASE_URL", None)
    words = [sys.executable, "-m", "web", "serve", "--port", "0"]
    with subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found
        try:
            yield process, found.group()
        finally:
            process.kill()


def status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return int(answer.status)


def test_it_answers_where_it_says_and_stops_the_server_that_it_started(folder: Path) -> None:
    with House.open(folder / "var") as house:
        house.migrate()

    with serving(folder) as (process, address):
        assert status(address) == 200

        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert not Cluster(folder / "var/postgres").answers()


def test_killed_it_leaves_a_server_that_the_next_one_finds(folder: Path) -> None:
    with House.open(folder / "var") as house:
        house.migrate()

    with serving(folder) as (process, address):
        process.kill()
        process.wait(PATIENCE)
    assert Cluster(folder / "var/postgres").answers()

    with serving(folder) as (process, address):
        assert status(address) == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in (0, 130)
    assert not Cluster(folder / "var/postgres").answers()
