"""Registers being taken over: the file as it was brought, how it is to be read, how far it is carried out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.record.vault import Vault
from governance.words import PersonId, Public
from web.edge.spreadsheet import Sheet, read_spreadsheet
from web.takeover.columns import guess, headings, signature
from web.takeover.lines import Layout
from web.takeover.meanings import with_meanings
from web.takeover.rehearsal import Whose


@dataclass(frozen=True)
class Draft:
    """One register that was brought, in the words of its table."""

    id: str
    whose: Whose
    layout: Layout
    state: str
    agreed: list[int]
    carried: int
    refused: list[tuple[int, str]]


def bring(
    db: Connection[DictRow], vault: Vault, whose: Whose, content: bytes, places: Mapping[str, Mapping[str, str]]
) -> None:
    """Keep a file, and read it as the last one that had the same headings, else as its headings tell.
    `places`: the categories and collèges of the statutes, by name. Raises Unreadable.
    """
    sheet = max(read_spreadsheet(content), key=lambda one: len(guess(headings(one))))
    heading = headings(sheet)
    mark = signature(heading.cells)
    before = db.execute("select layout from public.takeover where signature = %s order by at desc limit 1", [mark])
    found = before.fetchone()
    layout = Layout(**found["layout"]) if found else Layout(columns=guess(heading))
    layout = with_meanings(replace(layout, sheet=sheet.name, heading=heading.number), sheet, places)
    closed, key = vault.close_file(content, whose.draft)
    db.execute(
        "insert into public.takeover (id, person, source, closed, key, signature, layout)"
        " values (%s, %s, %s, %s, %s, %s, %s) on conflict (id) do nothing",
        [whose.draft, whose.by, whose.source, closed, key, mark, Jsonb(asdict(layout))],
    )


def of(db: Connection[DictRow], draft: str) -> Draft | None:
    row = db.execute("select * from public.takeover where id = %s", [draft]).fetchone()
    return _draft(row) if row else None


def every(db: Connection[DictRow]) -> list[Draft]:
    """The latest first."""
    return [_draft(row) for row in db.execute("select * from public.takeover order by at desc, id").fetchall()]


def confirmed(db: Connection[DictRow]) -> list[Draft]:
    sentence = "select * from public.takeover where state = 'confirmed' order by at, id"
    return [_draft(row) for row in db.execute(sentence).fetchall()]


def _draft(row: dict[str, Any]) -> Draft:
    whose = Whose(PersonId(row["person"]), Public(row["source"]), row["id"])
    refused = [(line, why) for line, why in row["refused"]]
    return Draft(row["id"], whose, Layout(**row["layout"]), row["state"], row["agreed"], row["carried"], refused)


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


def confirm(db: Connection[DictRow], draft: str, lines: list[int], by: PersonId) -> None:
    """These lines, and no other, are to be carried out in this person's name."""
    sentence = (
        "update public.takeover set state = 'confirmed', agreed = %s, person = %s where id = %s and state = 'draft'"
    )
    db.execute(sentence, [lines, by, draft])


def give_up(db: Connection[DictRow], draft: str) -> None:
    """Before it is confirmed; nothing of it stays."""
    db.execute("delete from public.takeover where id = %s and state = 'draft'", [draft])


def advance(db: Connection[DictRow], draft: str, carried: int, refused: list[tuple[int, str]]) -> None:
    sentence = "update public.takeover set carried = %s, refused = %s where id = %s"
    db.execute(sentence, [carried, Jsonb(refused), draft])


def finish(db: Connection[DictRow], draft: str) -> None:
    """Carried out: the file is forgotten, its lines are in the record."""
    db.execute("update public.takeover set state = 'done', closed = null, key = null where id = %s", [draft])
