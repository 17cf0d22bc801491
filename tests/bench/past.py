"""The registers as they were known on a past day: how fast they are built, and a page of theirs beside one of today."""

from datetime import UTC, datetime
from time import perf_counter

from governance.words import Day
from projections import past
from projections.follower import Follower
from projections.membership.roster import page
from projections.paging import AsOf, Sought
from projections.registers import REGISTERS
from tests.bench.beside import Line, a_second, beside
from tests.bench.reading import settle
from tests.conftest import Database
from tests.office import KEY, open_office, recalling
from web.office import Office

PAGES = 50


def recalled(database: Database, members: int) -> list[Line]:
    """Five facts a member."""
    with open_office(database) as office, recalling(database, KEY) as historian:
        settle(office, members)
        Follower(office.record, office.vault, database.conninfo("worker"), REGISTERS).catch_up()
        head, edition = office.record.head(), past.fingerprint(REGISTERS)
        with office.reading() as db:
            past.ask(db, head, edition)
        facts = a_second(head, historian.turn)
        with office.reading() as db:
            then = office.as_known(past.ask(db, head, edition))
            start = perf_counter()
            db.execute("select public.record_known(%s)", [datetime.now(UTC)])
            looked = perf_counter() - start
        return [
            Line(f"{head:,} facts read again for a past day, all registers", "≤ 120", head / facts, (facts,), "s"),
            Line(f"the entry where a day ended, among {head:,}", "≤ 10 ms", looked * 1000, (1 / looked,), "ms"),
            beside(
                "a page of members on a past day, beside today", "≥ 0.5", lambda: pages(then), lambda: pages(office)
            ),
        ]


def pages(office: Office) -> float:
    """Pages a second, each asked for on its own."""

    def read() -> None:
        for _ in range(PAGES):
            with office.reading() as db:
                page(db, Sought(AsOf(Day("2026-03-02"))))

    return a_second(PAGES, read)
