"""The tree over the record: how fast entries are sealed beside a cursor that reads them, and what a proof costs."""

from random import Random
from time import perf_counter

import psycopg

from governance.record import tiles
from governance.record.sealer import Sealer, last, shelf
from tests.bench.beside import Line, a_second
from tests.conftest import Database
from tests.office import open_office
from web.walk import under, walk

ENTRY = (
    '{"kind":"DecisionRecorded","at":"2026-03-02T12:30:15.250000Z","by":"palabre","gesture":"g-%s","fact":'
    '{"decision":"d-%s","number":%s,"title":"Une décision","text":"","organ":"board","on":"2026-03-02"}}'
)
PROOFS = 200


def sealing(database: Database, entries: int) -> list[Line]:
    with psycopg.connect(database.conninfo("owner"), autocommit=True) as db:
        written = "insert into public.record_events_tt_main (type, data, tags) select 'DecisionRecorded',"
        number = "replace(%s, '%%s', n::text)"
        db.execute(f"{written} convert_to({number}, 'UTF8'), '{{}}' from generate_series(1, %s) as n", [ENTRY, entries])
        bare = a_second(entries, lambda: _read(db))
    with open_office(database, "worker") as office, office.reading() as db:
        sealer = Sealer(office.record, bytes(32))
        ours = a_second(entries, lambda: _all(sealer, db))
        start, places = perf_counter(), Random(1)
        for _ in range(PROOFS):
            tiles.inclusion(shelf(db), places.randrange(entries), entries)
        proof = (perf_counter() - start) / PROOFS * 1000
        head = last(db)
        assert head
        assert head.size == entries
        proving = [entry.position for entry in office.record.since(0, PROOFS)]
        tiled = a_second(1, lambda: under(db, head, proving))
        walked = a_second(1, lambda: walk(office.record.written(0, entries), proving))
    return [
        Line(f"{entries:,} entries sealed, beside a cursor that reads them", "5 000/s", ours / bare, (ours, bare)),
        Line(f"a proof that an entry is among {entries:,}, from its tiles", "≤ 10 ms", proof, (1000 / proof,), "ms"),
        Line(f"{PROOFS} proofs among {entries:,}, beside a walk of all", "≥ 2", tiled / walked, (tiled, walked)),
    ]


def _read(db: psycopg.Connection) -> None:
    with db.transaction(), db.cursor("all", binary=True) as rows:
        rows.itersize = 5_000
        rows.execute("select id, data from public.record_events_tt_main order by id")
        for _ in rows:
            pass


def _all(sealer: Sealer, db: psycopg.Connection) -> None:
    while sealer.seal(db):
        pass
