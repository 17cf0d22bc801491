"""An office of a fresh cooperative, as tests open one: on real PostgreSQL, with or without its follower."""

from collections.abc import Iterator
from contextlib import contextmanager

from projections.past import Historian
from projections.registers import REGISTERS
from tests.conftest import Database
from web.house import Role
from web.office import Following, Office

KEY = b"k" * 32


@contextmanager
def open_office(database: Database, role: Role = "web") -> Iterator[Office]:
    office = Office(database.conninfo(role), KEY)
    yield office
    office.close()


@contextmanager
def followed_office(database: Database) -> Iterator[Office]:
    with Following(database.conninfo("worker"), KEY), open_office(database) as office:
        yield office


@contextmanager
def recalling(database: Database, key: bytes | None = None) -> Iterator[Historian]:
    """The worker's historian, who works when told to."""
    office = Office(database.conninfo("worker"), key or database.house.master_key())
    yield Historian(office.record, office.vault, database.conninfo("worker"), REGISTERS)
    office.close()
