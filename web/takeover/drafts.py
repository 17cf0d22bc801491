"""Registers being taken over: the file as it was brought, how it is to be read, how far it is carried out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.record.vault import Vault
from governance.words import Day, PersonId, Public
from web.edge.spreadsheet import Sheet, read_spreadsheet
from web.takeover.columns import guess, headings, signature
from web.takeover.lines import Layout
from web.takeover.meanings import with_meanings
from web.takeover.rehearsal import Source


@dataclass(frozen=True)
class Draft:
    """One register that was brought, in the words of its table."""

    id: str
    source: Source
    layout: Layout
    state: str
    agreed: list[int]
    carried: int
    refused: list[tuple[int, str]]


def bring(
    db: Connection[DictRow], vault: Vault, source: Source, content: bytes, places: Mapping[str, Mapping[str, str]]
) -> None:
    """Keep a file, and read it as the last one that had the same headings, else as its headings tell.
    `places`: the categories and collèges of the statutes, by name. Raises Unreadable.
    """
    sheet = max(read_spreadsheet(content), key=lambda one: len(guess(headings(one))))
    heading = headings(sheet)
    mark = signature(heading.cells)
    before = db.execute("select layout from public.takeover where signature = %s order by at desc limit 1", [mark])
    found = before.fetchone()
    layout = Layout(columns=guess(heading))
    if found:
        layout = Layout(columns=found["layout"]["columns"], meanings=found["layout"]["meanings"])
    layout = with_meanings(replace(layout, sheet=sheet.name, heading=heading.number), sheet, places)
    closed, key = vault.close_file(content, source.draft)
    db.execute(
        "insert into public.takeover"
        " (id, person, source, ends, numbers, highest, closed, key, signature, layout)"
        " values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) on conflict (id) do nothing",
        [
            *(source.draft, source.by, source.name, str(source.ends), source.last_number, source.highest),
            *(closed, key, mark, Jsonb(asdict(layout))),
        ],
    )


def of(db: Connection[DictRow], draft: str) -> Draft | None:
    sentence = "select * from public.takeover where id = %s and state <> 'given up'"
    row = db.execute(sentence, [draft]).fetchone()
    return _draft(row) if row else None


def every(db: Connection[DictRow]) -> list[Draft]:
    """The latest first."""
    sentence = "select * from public.takeover where state <> 'given up' order by at desc, id"
    return [_draft(row) for row in db.execute(sentence).fetchall()]


def confirmed(db: Connection[DictRow]) -> list[Draft]:
    sentence = "select * from public.takeover where state = 'confirmed' order by at, id"
    return [_draft(row) for row in db.execute(sentence).fetchall()]


def _draft(row: dict[str, Any]) -> Draft:
    source = Source(
        *(PersonId(row["person"]), Public(row["source"]), row["id"], Day(row["ends"])),
        *(row["numbers"], row["highest"]),
    )
    refused = [(line, why) for line, why in row["refused"]]
    return Draft(source.draft, source, Layout(**row["layout"]), row["state"], row["agreed"], row["carried"], refused)


def sheets(db: Connection[DictRow], vault: Vault, draft: str) -> list[Sheet]:
    """What the file holds; nothing once it was carried out, for then it is forgotten."""
    row = db.execute("select closed, key from public.takeover where id = %s", [draft]).fetchone()
    if row is None or row["closed"] is None:
        return []
    return read_spreadsheet(vault.open_file(row["closed"], row["key"], draft))


def sheet(db: Connection[DictRow], vault: Vault, draft: Draft) -> Sheet | None:
    """The one that its layout reads."""
    return next((one for one in sheets(db, vault, draft.id) if one.name == draft.layout.sheet), None)


def read_so(db: Connection[DictRow], draft: str, layout: Layout) -> None:
    """Change how a draft is read; once confirmed it stays as it was agreed."""
    sentence = "update public.takeover set layout = %s where id = %s and state = 'draft'"
    db.execute(sentence, [Jsonb(asdict(layout)), draft])


def confirm(db: Connection[DictRow], draft: Draft, lines: list[int], by: PersonId) -> None:
    """These lines, read so, and no other, are to be carried out in this person's name. One register at a time: two
    that hold the same members would enter them twice.
    """
    sentence = (
        "update public.takeover set state = 'confirmed', agreed = %s, person = %s where id = %s and state = 'draft'"
        " and layout = %s and not exists (select from public.takeover where state = 'confirmed')"
    )
    db.execute(sentence, [lines, by, draft.id, Jsonb(asdict(draft.layout))])


def give_up(db: Connection[DictRow], draft: str) -> None:
    """Before it is confirmed. The file is forgotten; how its columns read serves the next that has them."""
    sentence = (
        "update public.takeover set state = 'given up', closed = null, key = null where id = %s and state = 'draft'"
    )
    db.execute(sentence, [draft])


def advance(db: Connection[DictRow], draft: str, carried: int, refused: list[tuple[int, str]]) -> None:
    sentence = "update public.takeover set carried = %s, refused = %s where id = %s"
    db.execute(sentence, [carried, Jsonb(refused), draft])


def finish(db: Connection[DictRow], draft: str) -> None:
    """Carried out: the file is forgotten, its lines are in the record."""
    db.execute("update public.takeover set state = 'done', closed = null, key = null where id = %s", [draft])
