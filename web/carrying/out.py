"""All that a cooperative owns, in one file, of one moment: nothing in it is closed, whoever holds it reads it."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from csv import writer
from io import StringIO
from pathlib import Path
from typing import Any

from psycopg import Connection, sql
from psycopg.rows import DictRow

from governance.evidence.facts import Digest
from governance.record import carry
from governance.record.log import Edge, leaf
from governance.record.sealer import last
from governance.record.vault import Vault
from governance.words import PersonId
from web import files
from web.carrying import lisezmoi
from web.carrying.parcel import Packing, Write, packed
from web.carrying.parts import FILES, FORMAT, MANIFEST, README, RECORD, ROWS, WORDS, Manifest, rows_of
from web.dossier import EXTENSIONS
from web.house import Cooperative, House
from web.office import Office
from web.packing import cell, harmless
from web.saving import reached

_ENDINGS = {medium.value: ending for medium, ending in EXTENSIONS.items()} | {"application/zip": "zip"}


def export(house: House, cooperative: Cooperative, file: Path) -> Manifest:
    """Everything as it stands at one moment, while life goes on. FileExistsError: nothing is written over."""
    with packed(file) as packing, _moment(house, cooperative) as (db, vault):
        entries, root = _record(packing, db)
        _words(packing, db, vault)
        _files(packing, db, vault)
        for table in ROWS:
            _rows(packing, db, vault, table)
        registers = list(_registers(packing, db))
        manifest = Manifest(
            FORMAT, cooperative.slug, cooperative.name, reached(db), _kinds(db), entries, root, _key(db)
        )
        packing.whole(MANIFEST, manifest.written)
        packing.whole(README, lisezmoi.text(manifest, registers).encode())
    return manifest


@contextmanager
def _moment(house: House, cooperative: Cooperative) -> Iterator[tuple[Connection[DictRow], Vault]]:
    conninfo = house.conninfo(cooperative.database, "owner")
    with closing(Office(conninfo, house.master_key())) as office, office.reading() as db, db.transaction():
        db.execute("set transaction isolation level repeatable read, read only")
        yield db, office.vault


def _record(packing: Packing, db: Connection[DictRow]) -> tuple[int, str]:
    """How many entries there are, and their root."""
    edge, entries = Edge(), 0
    with packing.part(RECORD) as write:
        for position, data in carry.entries(db):
            write(b'{"position":%d,"entry":%b}\n' % (position, data))
            edge.add(leaf(data))
            entries += 1
    return entries, edge.root.hex()


def _words(packing: Packing, db: Connection[DictRow], vault: Vault) -> None:
    with packing.part(WORDS) as write:
        for word in vault.words(db):
            said = json.dumps({"person": word.clear.of, "gesture": word.gesture})
            write(b'%b,"text":%b}\n' % (said[:-1].encode(), word.text))


def _files(packing: Packing, db: Connection[DictRow], vault: Vault) -> None:
    """Each by its digest, then the list of them: a zip is written one part at a time."""
    rows = db.execute("select digest, media_type from public.stored_file order by digest").fetchall()
    listed = []
    for row in rows:
        name = f"fichiers/{row['digest']}.{_ENDINGS.get(row['media_type'], 'bin')}"
        kept = files.take(db, vault, Digest(row["digest"]))
        packing.whole(name, kept.content)
        listed.append({"fichier": name, **row, "salt": kept.salt})
    with packing.part(FILES) as write:
        for one in listed:
            write(_line(one))


def _rows(packing: Packing, db: Connection[DictRow], vault: Vault, table: str) -> None:
    with packing.part(rows_of(table)) as write:
        for row in _told(db, "public", table):
            if row.get("message"):  # a letter that was sent
                letter = vault.read_letter(db, PersonId(row["recipient"]), bytes.fromhex(row["message"][2:]))
                row["message"] = letter and letter.decode("latin-1")  # every byte is a sign: it comes back
            write(_line(row))


def _registers(packing: Packing, db: Connection[DictRow]) -> Iterator[tuple[str, str]]:
    """The registers and their tables."""
    for row in db.execute("select name, unnest(tables) as table from public.register order by 1, 2").fetchall():
        name = f"registres/{row['name']}/{row['table']}"
        with packing.part(f"{name}.json") as write:
            _as_json(write, _told(db, "register", row["table"]))
        with packing.part(f"{name}.csv") as write:
            _as_csv(write, _columns(db, row["table"]), _told(db, "register", row["table"]))
        yield row["name"], row["table"]


def _as_json(write: Write, rows: Iterator[DictRow]) -> None:
    before = b"[\n"
    for row in rows:
        write(before + _line(row)[:-1])
        before = b",\n"
    write(b"\n]\n" if before == b",\n" else b"[]\n")


def _as_csv(write: Write, columns: list[str], rows: Iterator[DictRow]) -> None:
    """As French spreadsheets read it."""
    text = StringIO(newline="")
    lines = writer(text, delimiter=";")
    text.write("\ufeff")
    lines.writerow(columns)
    for row in rows:
        lines.writerow("" if value is None else harmless(cell(value)) for value in row.values())
        write(text.getvalue().encode())
        text.seek(text.truncate(0))
    write(text.getvalue().encode())


def _told(db: Connection[DictRow], schema: str, table: str) -> Iterator[DictRow]:
    """Its rows in JSON, always in the same order, read as they are asked for."""
    sentence = sql.SQL("select row_to_json(each) as said from {} as each order by each::text")
    with db.cursor("told") as rows:
        rows.execute(sentence.format(sql.Identifier(schema, table)))
        yield from (row["said"] for row in rows)


def _columns(db: Connection[DictRow], table: str) -> list[str]:
    empty = db.execute(sql.SQL("select * from {} limit 0").format(sql.Identifier("register", table)))
    return [column.name for column in empty.description or ()]


def _line(row: Any) -> bytes:
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def _kinds(db: Connection[DictRow]) -> list[str]:
    rows = db.execute("select distinct type from public.record_events_tt_main order by type").fetchall()
    return [row["type"] for row in rows]


def _key(db: Connection[DictRow]) -> str:
    head = last(db)
    return head.key if head else ""
