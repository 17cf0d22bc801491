"""Forward-only SQL: once each, in order, whole or not at all."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

import migrations
from migrations import MigrationError, migrate, waiting
from web.house import House

ONE = "create table one (n int); insert into one values (1)"
TWO = "alter table one add column m int"


@pytest.fixture
def empty(house: House) -> Iterator[str]:
    """How the owner connects to a database with nothing in it."""
    with psycopg.connect(house.conninfo("postgres", "owner"), autocommit=True) as db:
        db.execute("create database nothing template template0")
        yield house.conninfo("nothing", "owner")
        db.execute("drop database nothing with (force)")


def files(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name.lstrip('_')}.sql").write_text(text)
    return folder


def count(conninfo: str, table: str) -> int:
    with psycopg.connect(conninfo) as db:
        found = db.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(table))).fetchone()
    assert found
    return int(found[0])


def test_files_are_applied_in_order_and_once(empty: str, tmp_path: Path) -> None:
    folder = files(tmp_path, _0002_two=TWO, _0001_one=ONE)

    assert waiting(empty, folder) == ["0001_one.sql", "0002_two.sql"]
    assert migrate(empty, folder) == ["0001_one.sql", "0002_two.sql"]
    assert migrate(empty, folder) == waiting(empty, folder) == []
    assert count(empty, "one") == 1


def test_an_empty_folder_has_nothing_to_apply(empty: str, tmp_path: Path) -> None:
    assert migrate(empty, tmp_path) == []


def test_of_six_runs_at_once_one_applies(empty: str, tmp_path: Path) -> None:
    folder = files(tmp_path, _0001_one=ONE, _0002_two=TWO)

    with ThreadPoolExecutor(6) as six:
        done = list(six.map(lambda _: migrate(empty, folder), range(6)))

    assert sorted(done, key=len) == [[]] * 5 + [["0001_one.sql", "0002_two.sql"]]
    assert count(empty, "one") == 1


def test_a_file_that_fails_leaves_no_trace_and_keeps_those_before_it(empty: str, tmp_path: Path) -> None:
    folder = files(tmp_path, _0001_one=ONE, _0002_two="create table half (n int); select 1 / 0")

    with pytest.raises(MigrationError, match=r"failed: 0002_two\.sql"):
        migrate(empty, folder)

    assert waiting(empty, folder) == ["0002_two.sql"]
    with pytest.raises(psycopg.errors.UndefinedTable):
        count(empty, "half")


def test_a_failed_file_may_be_mended(empty: str, tmp_path: Path) -> None:
    with pytest.raises(MigrationError):
        migrate(empty, files(tmp_path, _0001_one="select 1 / 0"))

    assert migrate(empty, files(tmp_path, _0001_one=ONE)) == ["0001_one.sql"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"_0001_one": ONE + " "}, "edited: 0001_one.sql"),
        ({"_0003_three": "select 1"}, "gap: 0003_three.sql"),
        ({"_0001_again": "select 1"}, "gap: 0001_one.sql"),
        ({"_0002_Two": "select 1"}, "misnamed: 0002_Two.sql"),
        ({"_two": "select 1"}, "misnamed: two.sql"),
    ],
)
def test_a_history_that_does_not_hold_is_refused(
    empty: str, tmp_path: Path, change: dict[str, str], reason: str
) -> None:
    migrate(empty, files(tmp_path, _0001_one=ONE))

    with pytest.raises(MigrationError, match=reason):
        migrate(empty, files(tmp_path, **change))
    with pytest.raises(MigrationError, match=reason):
        waiting(empty, tmp_path)


def test_a_database_from_a_newer_version_is_refused(empty: str, tmp_path: Path) -> None:
    migrate(empty, files(tmp_path, _0001_one=ONE, _0002_two=TWO))
    (tmp_path / "0002_two.sql").unlink()

    with pytest.raises(MigrationError, match=r"unknown: 0002_two\.sql"):
        migrate(empty, tmp_path)


@pytest.mark.parametrize("folder", [migrations.INSTALLATION, migrations.COOPERATIVE])
def test_our_own_files_are_numbered_and_go_with_the_package(folder: Path) -> None:
    assert [file.name[:4] for file in sorted(folder.glob("*.sql"))][:1] == ["0001"]
    assert folder.is_relative_to(Path(migrations.__file__).parent)
