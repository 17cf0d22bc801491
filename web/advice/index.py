"""Which cooperatives to ask for an adviser: the installation knows her by what is pledged of her mailbox.

It only finds whom to ask. Each cooperative's record says whether she may still read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow, dict_row

from governance.record.vault import pledge_key, pledged
from projections.membership import advisers
from projections.statutes import versions
from web.house import House, Role
from web.members import today
from web.office import Office

LEADS_TO = "/conseil#"  # then the mailbox that a letter left for: no other link opens the front


@contextmanager
def front(house: House, role: Role = "web") -> Iterator[Connection[DictRow]]:
    """A connection to the installation's own database, each sentence on its own."""
    way = house.conninfo(house.database, role)
    with psycopg.connect(way, autocommit=True, connect_timeout=5, row_factory=dict_row) as db:
        yield db


def mailbox(pledge: Callable[[str], str], email: str, demonstration: bool) -> str:
    """What stands for a mailbox outside every cooperative. Anybody reads the letters of a demonstration: what they open
    leads to demonstrations alone.
    """
    return pledge(f"conseil/{'demonstration' if demonstration else ''}/{email.strip().casefold()}")


def mailboxes(house: House, email: str) -> list[str]:
    """Under which a typed address may be known."""
    key = pledge_key(house.master_key())
    return [mailbox(lambda words: pledged(key, words), email, either) for either in (False, True)]


def invited(db: Connection[DictRow], box: str) -> list[DictRow]:
    """The cooperatives to ask, with the person that she is there."""
    sentence = "select slug, name, person from public.adviser join public.cooperative using (slug)"
    return db.execute(sentence + " where mailbox = %s order by name, slug", [box]).fetchall()


class Index:
    """The lines of one cooperative, as its worker keeps them: written when an invitation or a mailbox changes."""

    def __init__(self, house: House, slug: str) -> None:
        self._house, self._slug = house, slug
        self._written: set[tuple[str, str]] | None = None

    def keep(self, office: Office) -> None:
        with office.reading() as db:
            known, coop = advisers.readers(db, today()), versions.cooperative(db)
        shown = bool(coop and coop["demonstration"])
        lines = {(mailbox(office.vault.pledge, row["email"], shown), str(row["person"])) for row in known}
        if lines != self._written:
            self._write(lines)
            self._written = lines

    def _write(self, lines: set[tuple[str, str]]) -> None:
        line = "insert into public.adviser (mailbox, slug, person) values (%s, %s, %s) on conflict do nothing"
        with front(self._house, "worker") as db, db.transaction():
            db.execute("delete from public.adviser where slug = %s", [self._slug])
            for box, person in sorted(lines):
                db.execute(line, [box, self._slug, person])


def send_links(house: House) -> None:
    """Of those who asked for a link, the first cooperative that answers writes to whom it knows; the others are
    forgotten. So the page that was asked takes as long for a stranger."""
    asked = """
        with gone as (delete from public.asked returning mailbox)
        select mailbox, person, database from gone join public.adviser using (mailbox)
        join public.cooperative using (slug) where state = 'open' order by mailbox, slug
    """
    with front(house, "worker") as db, db.transaction():
        for _, ways in groupby(db.execute(asked).fetchall(), key=lambda row: row["mailbox"]):
            any(_in_outbox(house, row["database"], row["person"]) for row in ways)


def _in_outbox(house: House, database: str, person: str) -> bool:
    letter = "insert into public.outbox (purpose, recipient, subject, position) values ('adviser', %s, '', 0)"
    try:
        with psycopg.connect(house.conninfo(database, "worker"), connect_timeout=5) as db:
            db.execute(letter, [person])
    except psycopg.OperationalError:
        return False
    return True
