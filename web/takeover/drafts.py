"""Registers being taken over: the file as it was brought, how it is to be read, how far it is carried out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.command import Refused
from governance.record.vault import Vault
from governance.words import Day, PersonId, Public
from projections.names import plain
from web.edge.spreadsheet import Line, Sheet, read_spreadsheet
from web.takeover.acts import Source
from web.takeover.columns import guess, headings
from web.takeover.lines import Layout, parted
from web.takeover.meanings import with_meanings


@dataclass(frozen=True)
class Draft:
    """One register that was brought, in the words of its table. `seen`: what its page shows, once it is rehearsed;
    `read` of its `lines` are; `carried` of those that are `agreed`.
    """

    id: str
    source: Source
    layout: Layout
    state: str
    content: str
    stands: str
    seen: str | None
    lines: int
    read: int
    agreed: list[int]
    carried: int
    refused: list[tuple[int, str]]


def bring(
    db: Connection[DictRow], vault: Vault, source: Source, content: bytes, places: Mapping[str, Mapping[str, str]]
) -> None:
    """Keep a file, and read it as the last one that had the same headings, else as its headings tell.
    `places`: the categories and collèges of the statutes, by name. Raises Unreadable; Refused for another file under
    the gesture of one that is here.
    """
    sheet = max(read_spreadsheet(content), key=lambda one: len(guess(one)))
    heading = headings(sheet)
    mark = _signature(vault, heading)
    before = db.execute("select layout from public.takeover where signature = %s order by at desc limit 1", [mark])
    layout = Layout(columns=guess(sheet))
    if found := before.fetchone():
        layout = Layout(**found["layout"])
    layout = with_meanings(replace(layout, sheet=sheet.name, heading=heading.number), sheet, places)
    closed, key = vault.close_file(content, source.draft)
    said = [source.draft, source.by, source.name, str(source.ends), source.last_number, source.highest]
    brought = vault.salt(repr(said[2:]).encode() + content)
    many = len(parted(sheet, layout)[0])
    db.execute(
        "insert into public.takeover"
        " (id, person, source, ends, numbers, highest, closed, key, content, signature, layout, lines)"
        " values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) on conflict (id) do nothing",
        [*said, closed, key, brought, mark, Jsonb(asdict(layout)), many],
    )
    there = db.execute("select content from public.takeover where id = %s", [source.draft]).fetchone()
    if there and there["content"] != brought:
        raise Refused("gesture-said-otherwise")


def _signature(vault: Vault, heading: Line) -> str:
    """What files with the same headings have in common, to whoever has the key: how one was read serves the next."""
    return vault.salt("\x1f".join(map(plain, heading.cells)).encode())


def of(db: Connection[DictRow], draft: str) -> Draft | None:
    sentence = "select * from public.takeover where id = %s and state <> 'given up'"
    row = db.execute(sentence, [draft]).fetchone()
    return _draft(row) if row else None


def every(db: Connection[DictRow], state: str = "") -> list[Draft]:
    """Those not given up, or those in a state; the latest first."""
    sentence = (
        "select * from public.takeover where state <> 'given up' and %(state)s in ('', state) order by at desc, id"
    )
    return [_draft(row) for row in db.execute(sentence, {"state": state}).fetchall()]


def _draft(row: dict[str, Any]) -> Draft:
    named = (PersonId(row["person"]), Public(row["source"]), row["id"], Day(row["ends"]))
    source = Source(*named, row["numbers"], row["highest"], row["nominal"])
    told = {name: row[name] for name in ("state", "content", "stands", "seen", "lines", "read", "agreed", "carried")}
    refused = [(line, why) for line, why in row["refused"]]
    return Draft(id=row["id"], source=source, layout=Layout(**row["layout"]), refused=refused, **told)


def sheet(db: Connection[DictRow], vault: Vault, draft: Draft) -> Sheet | None:
    """The one that its layout reads; none once the file was carried out, for then it is forgotten."""
    row = db.execute("select closed, key from public.takeover where id = %s", [draft.id], binary=True).fetchone()
    if row is None or row["closed"] is None:
        return None
    sheets = read_spreadsheet(vault.open_file(row["closed"], row["key"], draft.id))
    return next((one for one in sheets if one.name == draft.layout.sheet), None)


def read_so(db: Connection[DictRow], draft: str, layout: Layout) -> None:
    """Change how a draft is read: what was rehearsed is not what it says any more. Once confirmed it stays."""
    sentence = "update public.takeover set layout = %s, seen = null, read = 0 where id = %s and state = 'draft'"
    db.execute(sentence, [Jsonb(asdict(layout)), draft])


def confirm(db: Connection[DictRow], draft: str, seen: str, stands: str, by: PersonId) -> bool:
    """The lines to be taken, of what was seen and no other, are to be carried out in this person's name. Not if the
    page would show something else by now. One register at a time: two copies would enter the same members twice.
    """
    sentence = (
        "update public.takeover set state = 'confirmed', carried = 0, refused = '[]', person = %(by)s,"
        " agreed = array(select line from public.takeover_line where draft = id and fate = 'taken' order by line)"
        " where id = %(draft)s and state = 'draft' and seen = %(seen)s and stands = %(stands)s"
        " and not exists (select from public.takeover where state = 'confirmed')"
    )
    return db.execute(sentence, {"by": by, "draft": draft, "seen": seen, "stands": stands}).rowcount == 1


def give_up(db: Connection[DictRow], draft: str) -> None:
    """Before it is confirmed. The file is forgotten; how its columns read serves the next that has them."""
    forgotten = db.execute(
        "update public.takeover set state = 'given up', closed = null, key = null, outlook = null"
        " where id = %s and state = 'draft'",
        [draft],
    )
    if forgotten.rowcount:
        _forget_lines(db, draft)


def hand_back(db: Connection[DictRow], draft: str) -> None:
    """Who agreed may do so no more: what is not carried out waits for somebody who may."""
    sentence = "update public.takeover set state = 'draft', seen = null, read = 0 where id = %s and state = 'confirmed'"
    db.execute(sentence, [draft])


def advance(db: Connection[DictRow], draft: str, carried: int, refused: list[tuple[int, str]]) -> None:
    sentence = "update public.takeover set carried = %s, refused = %s where id = %s"
    db.execute(sentence, [carried, Jsonb(refused), draft])


def finish(db: Connection[DictRow], draft: str) -> None:
    """Carried out: the file is forgotten, its lines are in the record."""
    sentence = "update public.takeover set state = 'done', closed = null, key = null, outlook = null where id = %s"
    db.execute(sentence, [draft])
    _forget_lines(db, draft)


def _forget_lines(db: Connection[DictRow], draft: str) -> None:
    db.execute("delete from public.takeover_line where draft = %s", [draft])
