"""Real PostgreSQL for every test that asks: one server a session, one fresh database a test.

- `house`: an installation on its own server, without fsync, for the whole session; `durable_house`: with fsync.
- `cooperative`: the database of an empty cooperative, migrated and its registers built, for one test;
  `.conninfo(role)`, `.name`.
- `durable_cooperative`: the same where a commit reaches the disk: races and kill -9.
- `folder`: an empty folder that the server's account can enter; what runs in it is stopped, then it is removed.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from projections.follower import Follower
from projections.registers import REGISTERS
from web.house import Cooperative, House, Role
from web.office import Office

# Waits until we are gone, however we go, then stops the server of the folder and removes everything.
SWEEPER = """
read -r _
while kill -QUIT "$(head -n 1 "$1/var/postgres/data/postmaster.pid")"; do sleep 0.02; done
rm -rf "$(readlink -f "$1/var/postgres")" "$1"
"""


LONGEST = ("stories", "browser", "pages")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first: what is left at the end is short, and both workers end together."""
    items.sort(key=lambda item: item.path.parent.name not in LONGEST)


@dataclass(frozen=True)
class Database:
    """The database of one cooperative."""

    house: House
    name: str

    def conninfo(self, role: Role = "web") -> str:
        return self.house.conninfo(self.name, role)


PATIENCE = 240.0  # seconds: what must come is waited for, however busy the machine is
Office.patience = PATIENCE  # no page of these tests says that its registers are coming

MEMORY = Path("/dev/shm")


def roomy_memory() -> Path | None:
    """Cloning a database makes 340 files: 0.02 s in memory, 0.2 s on a usual disk."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2 << 30 else None


@contextmanager
def swept_folder(where: Path | None = None) -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="palabre-test-", dir=where))
    path.chmod(0o711)
    words = ["sh", "-c", SWEEPER, "sweeper", str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True):
        yield path


@contextmanager
def house_for_tests(*, fsync: bool) -> Iterator[House]:
    where = None if fsync else roomy_memory()
    with swept_folder(where) as folder, House.open(folder / "var", fsync=fsync) as house:
        house.migrate()
        model = new_cooperative(house, "modele", "Modèle")
        build_registers(Database(house, model.database))
        yield house


def new_cooperative(house: House, slug: str, name: str) -> Cooperative:
    """A new cooperative, open before it has a secretary."""
    house.make(slug, name)
    return house.inaugurate(slug)


def build_registers(database: Database) -> None:
    """Once for all copies: a follower that finds them standing has nothing to build."""
    office = Office(database.conninfo("worker"), database.house.master_key())
    Follower(office.record, office.vault, database.conninfo("worker"), REGISTERS).catch_up()
    office.close()


_numbers = count()


@contextmanager
def fresh_cooperative(house: House) -> Iterator[Database]:
    name = f"test_{next(_numbers)}"
    with psycopg.connect(house.conninfo("postgres", "owner"), autocommit=True) as db:
        db.execute(
            sql.SQL("create database {} template palabre_modele strategy file_copy").format(sql.Identifier(name))
        )
        yield Database(house, name)
        db.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture
def folder() -> Iterator[Path]:
    with swept_folder(roomy_memory()) as path:
        yield path


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    with house_for_tests(fsync=False) as house:
        yield house


@pytest.fixture(scope="session")
def durable_house() -> Iterator[House]:
    with house_for_tests(fsync=True) as house:
        yield house


@pytest.fixture
def cooperative(house: House) -> Iterator[Database]:
    with fresh_cooperative(house) as database:
        yield database


@pytest.fixture
def durable_cooperative(durable_house: House) -> Iterator[Database]:
    with fresh_cooperative(durable_house) as database:
        yield database
