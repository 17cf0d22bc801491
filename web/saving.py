"""Saving a cooperative and putting it back: what cannot be rebuilt, as PostgreSQL's own programs write and read it.

The tables are made by our migrations, as far as the save had come, then filled, then brought up to this version: a save
is read by later versions, on another server, whoever owns it. Registers are not saved: they are rebuilt.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import psycopg
from psycopg.pq import Conninfo
from psycopg.rows import DictRow, dict_row

import migrations
from governance.record import log
from governance.record.carry import entries
from governance.record.sealer import last
from web.databases import migrate_cooperative
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.trouble import HouseError

_MADE_BY_US = ("register", "past", "migration", "record_kind")  # filled by who follows, migrates and declares


@dataclass(frozen=True)
class Saved:
    """A cooperative in a file of `size` bytes. `entries` and `root` (RFC 6962): of its record, as it was put back once
    to see; `migration`: the last that had been applied.
    """

    slug: str
    name: str
    file: str
    sha256: str
    size: int
    migration: str
    entries: int
    root: str


def save(house: House, cooperative: Cooperative, folder: Path) -> Saved:
    """Written, put back in a database made for that, and read there from its first entry to its last."""
    file = folder / f"{cooperative.slug}.dump"
    conninfo = house.conninfo(cooperative.database, "owner")
    with psycopg.connect(conninfo, row_factory=dict_row) as db:
        migration = reached(db)
    left_out = [f"--exclude-table=public.{table}" for table in _MADE_BY_US]
    _run(house, conninfo, "pg_dump", "--format=custom", "--data-only", "--schema=public", *left_out, f"--file={file}")
    with house.scratch(lambda scratch: _fill(house, scratch, file, migration)) as scratch:
        entries, root = read(scratch)
    written = file.name, _digest(file), file.stat().st_size
    return Saved(cooperative.slug, cooperative.name, *written, migration, entries, root)


def check(saved: Saved, folder: Path) -> None:
    """Raises HouseError for a file that is not the one that was saved."""
    file = folder / saved.file
    if not file.exists() or _digest(file) != saved.sha256:
        raise HouseError(_("« %(file)s » manque, ou n’est plus le fichier qui a été sauvegardé.", file=file))


def put_back(house: House, saved: Saved, folder: Path) -> Cooperative:
    """A cooperative of this house again, that nobody enters yet. Raises HouseError where it is not the record that it
    was.
    """
    file = folder / saved.file

    def fill(conninfo: str) -> None:
        _fill(house, conninfo, file, saved.migration)

    made = house.make(saved.slug, saved.name, fill, anew=True)
    if read(house.conninfo(made.database, "owner")) != (saved.entries, saved.root):
        raise HouseError(_("Le journal de « %(slug)s » n’est pas celui qui a été sauvegardé.", slug=saved.slug))
    return made


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _fill(house: House, conninfo: str, file: Path, migration: str) -> None:
    """All of it or nothing; nothing more where it was filled already."""
    migrations.migrate(conninfo, migrations.COOPERATIVE, migration)
    with psycopg.connect(conninfo) as db:
        [filled] = db.execute("select count(*) from public.record_events_tt_main").fetchone() or [0]
    if not filled:
        into = ("--data-only", "--single-transaction", "--exit-on-error", f"--dbname={_name(conninfo)}", file)
        _run(house, conninfo, "pg_restore", *into)
    migrate_cooperative(conninfo)


def reached(db: "psycopg.Connection[DictRow]") -> str:
    """The last migration that was applied."""
    [row] = db.execute("select max(file) as file from public.migration").fetchall()
    return str(row["file"])


def read(conninfo: str) -> tuple[int, str]:
    """How many entries there are, and their root, from their very bytes. What was signed must be how they begin."""
    edge, size = log.Edge(), 0
    with psycopg.connect(conninfo, row_factory=dict_row) as db:
        signed = last(db)
        for _position, data in entries(db):
            edge.add(log.leaf(data))
            size += 1
            if signed and size == signed.size and edge.root != signed.root:
                raise HouseError(_("Le journal ne s’accorde pas avec sa tête signée : cette base est altérée."))
    if signed and size < signed.size:
        raise HouseError(_("Le journal ne s’accorde pas avec sa tête signée : cette base est altérée."))
    return size, edge.root.hex()


def _run(house: House, conninfo: str, program: str, *words: str | Path) -> None:
    """Nothing of the way in, passwords least of all, is shown to who lists the processes."""
    with _told(program):
        subprocess.run(
            [house.program(program), "--no-password", *words], env=_way_in(conninfo), check=True, capture_output=True
        )


@contextmanager
def _told(program: str) -> Iterator[None]:
    try:
        yield
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()[-600:]
        raise HouseError(_("%(program)s a échoué : %(said)s", program=program, said=said)) from error


def _way_in(conninfo: str) -> dict[str, str]:
    """As libpq's own variables."""
    said = Conninfo.parse(conninfo.encode())
    return os.environ | {one.envvar.decode(): one.val.decode() for one in said if one.envvar and one.val}


def _name(conninfo: str) -> str:
    return _way_in(conninfo)["PGDATABASE"]
