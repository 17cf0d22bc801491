"""palabre run, killed at the worst moments: what was acknowledged is there when it opens again."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import httpx2
import psycopg

from tests.conftest import PATIENCE, new_cooperative
from web.cluster import Cluster
from web.house import House

ROOT = Path(__file__).parent.parent.parent
FACTS = {"palabre_hautes_alpes": 575, "palabre_pole_economie_solidaire": 172}  # notices apart
VOTE = "hautes-alpes/scrutins/v-ag-2026-11-2"
BALLOTS = {"gesture": "a" * 32, "choice.animacoop": "for", "choice.mbp": "against"}


class Running(NamedTuple):
    process: "subprocess.Popen[str]"
    log: Path

    def told(self, pattern: str, times: int = 1) -> list[str]:
        """What it printed of this, once it has."""
        found: list[str] = []
        deadline = time.monotonic() + PATIENCE
        while len(found) < times:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)
            found = re.findall(pattern, self.log.read_text(), re.M)
        return found

    @property
    def address(self) -> str:
        return self.told(r"répond à (http://\S+)")[0]

    def links(self) -> dict[str, str]:
        """The address that lets each role of the first cooperative in."""
        return dict(self.told(r"^  (\S.*?)  .*  (http://\S+/hautes-alpes/entrer/\S+)$", 6))  # type: ignore[arg-type]


@contextmanager
def running(folder: Path, port: int = 0) -> Iterator[Running]:
    """The command in a process of its own, as `make run` starts it; killed in the end. Its server outlives it."""
    env = os.environ | {"PALABRE_HOME": str(folder / "var"), "PYTHONUNBUFFERED": "1"}
    env.pop("PALABRE_DATABASE_URL", None)
    log = folder / "log"
    with log.open("w") as out:
        words = [sys.executable, "-m", "web", "run", "--port", str(port)]
        with subprocess.Popen(words, cwd=ROOT, env=env, stdout=out, stderr=out, text=True) as process:
            try:
                yield Running(process, log)
            finally:
                process.kill()


def kill_the_server(folder: Path) -> None:
    """The postmaster and all its children at once, as a machine that stops."""
    cluster = Cluster(folder / "var/postgres")
    with psycopg.connect(cluster.conninfo("postgres")) as db:
        children = [pid for (pid,) in db.execute("select pid from pg_stat_activity").fetchall()]
    postmaster = int((cluster.data / "postmaster.pid").read_text().split()[0])
    for pid in (postmaster, *children):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def facts(folder: Path) -> dict[str, int]:
    """How many each record holds, but the notices, which leave when they can; none where there is no database yet."""
    counted = "select count(*) from record_events_tt_main where type <> 'NoticeSent'"
    cluster, found = Cluster(folder / "var/postgres"), {}
    for database in FACTS:
        with suppress(psycopg.Error), psycopg.connect(cluster.conninfo(database)) as db:
            [(found[database],)] = db.execute(counted).fetchall()
    return found


@contextmanager
def signed_in(link: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(follow_redirects=True, timeout=60) as visitor:
        assert visitor.post(link, data={"gesture": "0" * 32}).status_code == 200
        yield visitor


def test_killed_at_any_moment_it_finds_everything_as_it_was_left(folder: Path):
    with running(folder) as first:
        first.told("Démonstration")
        while facts(folder).get("palabre_hautes_alpes", 0) < 50:
            assert first.process.poll() is None, first.log.read_text()
    kill_the_server(folder)  # in the middle of the first opening

    with running(folder) as second, signed_in(second.links()["représentant"]) as representative:
        assert facts(folder) == FACTS
        cast = representative.post(second.address + VOTE, data=BALLOTS)
        assert "Un bulletin déposé ne se reprend pas" in cast.text
    kill_the_server(folder)  # right after it was said that the vote is recorded

    with running(folder) as third, signed_in(third.links()["membre"]) as member:
        assert facts(folder) == FACTS | {"palabre_hautes_alpes": FACTS["palabre_hautes_alpes"] + 2}
        assert "11 bulletins sur 18" in member.get(third.address + VOTE).text


def test_a_second_instance_is_refused_and_the_first_leaves_nothing_running(folder: Path):
    with House.open(folder / "var", fsync=False) as house:
        house.migrate()
        new_cooperative(house, "essai", "Essai")
        with running(folder) as first:
            first.told("Palabre répond")
            with running(folder) as second:
                assert second.process.wait(PATIENCE) == 3
            assert f"Une autre instance tourne déjà (processus {first.process.pid})" in second.log.read_text()
            first.process.send_signal(signal.SIGTERM)
            assert first.process.wait(PATIENCE) == 0
    assert not Cluster(folder / "var/postgres").answers()
