"""Commands given to the installation of the tests, whose server already runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import psycopg
import pytest
from psycopg import sql

from governance.record.record import Record
from tests.palabre import Left, Palabre, runner
from web.commands import office_of, the_cooperative
from web.house import House

_numbers = count()


@pytest.fixture
def palabre(house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Palabre:
    """What it prints is given with plain spaces, as a reader sees it."""
    monkeypatch.setenv("PALABRE_HOME", str(house.folder))
    run = runner(monkeypatch, capsys)

    def plainly(*words: str) -> Left:
        code, printed, said = run(*words)
        return Left(code, printed.replace("\u00a0", " "), said.replace("\u00a0", " "))

    return plainly


@pytest.fixture
def slug(house: House) -> Iterator[str]:
    """Of a cooperative that nobody has created yet, and that is gone afterwards: the workers of other tests would
    serve it."""
    name = f"essai-{next(_numbers)}"
    yield name
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        db.execute("delete from cooperative where slug = %s", [name])
        database = sql.Identifier("palabre_" + name.replace("-", "_"))
        db.execute(sql.SQL("drop database if exists {} with (force)").format(database))


@pytest.fixture
def coop(palabre: Palabre, slug: str) -> str:
    """A cooperative that exists, with its secretary."""
    assert palabre("create", slug, "Coopérative d’essai", "--secretaire", "Léa Œuvrard").code == 0
    return slug


@contextmanager
def record_of(house: House, slug: str) -> Iterator[Record]:
    with office_of(house, the_cooperative(house, slug)) as office:
        yield office.record


def facts_of(house: House, slug: str) -> list[str]:
    """Each fact of its record in a line, its kind first."""
    with record_of(house, slug) as record:
        return [f"{entry.kind} {entry.fact.decode()}" for entry in record.since(0)]
