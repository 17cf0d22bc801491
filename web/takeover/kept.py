"""What the rehearsal of a register said, kept under the key of its file: a page of it costs its rows.

It is made again when the register is read otherwise, or when the record is not what it was.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from threading import Event

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.membership.take_over import SECRETARIAT
from governance.record.vault import Vault
from governance.words import Office as Capacity
from governance.words import PersonId
from projections.membership import offices
from web.edge.spreadsheet import Sheet
from web.members import today
from web.office import Office
from web.takeover import drafts
from web.takeover.columns import program
from web.takeover.drafts import Draft
from web.takeover.known import known, nominal, stands
from web.takeover.meanings import PLACES, words_of
from web.takeover.reckoning import Sum, sums
from web.takeover.rehearsal import TOGETHER, Fate, Rehearsal, Rehearsed

AT_ONCE = 500  # lines rehearsed while somebody waits for the page; more of them are the worker's
_WRITTEN = 5_000  # lines in one sentence


@dataclass(frozen=True)
class Outlook:
    """What stands above the lines: the headings of the columns, the words that stand in those of PLACES with what each
    means, the program that wrote the file, how many lines have each fate, the sums.
    """

    headings: Sequence[str]
    words: Mapping[str, Sequence[tuple[str, str]]]
    program: str
    fates: Mapping[str, int]
    sums: Sequence[Sum]


@dataclass(frozen=True)
class Kept:
    """One line of the page."""

    line: int
    fate: str
    name: str
    remarks: Sequence[str]


def is_fresh(db: Connection[DictRow], draft: Draft) -> bool:
    return draft.seen is not None and draft.stands == stands(db, draft.source.ends)


class Interrupted(Exception):
    """What is being rehearsed is not what is asked for any more, or nobody waits for it."""


def rehearse(office: Office, draft: Draft, stop: Event | None = None) -> None:
    """All its lines, on the record as it stands."""
    with office.reading() as db:
        sheet = drafts.sheet(db, office.vault, draft)
        stood, there = stands(db, draft.source.ends), known(db)
        worth = nominal(db, draft.source.ends)
        source = replace(draft.source, nominal=worth, by=_who_may(db) or draft.source.by)
    if sheet is None:
        return

    def tell(done: int) -> None:
        if done % (5 * TOGETHER) == 0 and (not _noted(office, draft, done) or (stop and stop.is_set())):
            raise Interrupted

    with suppress(Interrupted):
        said = Rehearsal(office, there, sheet, draft.layout, source, tell)
        _keep(office, replace(draft, source=source, stands=stood), said, _outlook(sheet, draft, said))


def _who_may(db: Connection[DictRow]) -> PersonId | None:
    """In whose name the rules are asked: what they answer is the same for whoever may."""
    held = offices.holders(db, today())
    return next((PersonId(one["person"]) for one in held if Capacity(one["office"]) in SECRETARIAT), None)


def _noted(office: Office, draft: Draft, done: int) -> bool:
    """Whether it is still to be read so."""
    sentence = "update public.takeover set read = %s where id = %s and state = 'draft' and layout = %s"
    with office.reading() as db:
        return db.execute(sentence, [done, draft.id, Jsonb(asdict(draft.layout))]).rowcount == 1


def _outlook(sheet: Sheet, draft: Draft, said: Rehearsal) -> Outlook:
    heading = next(line for line in sheet if line.number == draft.layout.heading)
    fates = {fate.value: 0 for fate in Fate}
    for line in said.lines:
        fates[line.fate.value] += 1
    words = {name: words_of(sheet, draft.layout, name) for name in PLACES}
    return Outlook(heading.cells, words, program(heading), fates, sums(said))


def _keep(office: Office, draft: Draft, said: Rehearsal, outlook: Outlook) -> None:
    """In one transaction, unless the draft is read otherwise by now."""
    above, lines = _written(asdict(outlook)), [_written([one.name, one.remarks]) for one in said.lines]
    told = repr((draft.layout, draft.content, draft.stands, [(one.line, one.fate.value) for one in said.lines]))
    seen = office.vault.salt(b"\n".join([told.encode(), above, *lines]))
    with office.reading() as db, db.transaction():
        sentence = "select key from public.takeover where id = %s and state = 'draft' and layout = %s for update"
        row = db.execute(sentence, [draft.id, Jsonb(asdict(draft.layout))], binary=True).fetchone()
        if row is None:
            return
        db.execute("delete from public.takeover_line where draft = %s", [draft.id])
        for start in range(0, len(lines), _WRITTEN):
            part = slice(start, start + _WRITTEN)
            _insert(db, draft.id, said.lines[part], office.vault.close_slips(lines[part], row["key"], draft.id))
        [closed] = office.vault.close_slips([above], row["key"], draft.id)
        db.execute(
            "update public.takeover set seen = %s, stands = %s, nominal = %s, outlook = %s, lines = %s, read = %s"
            " where id = %s",
            [seen, draft.stands, draft.source.nominal, closed, len(lines), len(lines), draft.id],
        )


def _insert(db: Connection[DictRow], draft: str, lines: Sequence[Rehearsed], slips: Sequence[bytes]) -> None:
    db.execute(
        "insert into public.takeover_line (draft, line, fate, closed)"
        " select %s, * from unnest(%s::integer[], %s::text[], %s::bytea[])",
        [draft, [one.line for one in lines], [one.fate.value for one in lines], list(slips)],
    )


def _written(what: object) -> bytes:
    return json.dumps(what, ensure_ascii=False).encode()


def outlook(db: Connection[DictRow], vault: Vault, draft: str) -> Outlook:
    row = db.execute("select outlook, key from public.takeover where id = %s", [draft], binary=True).fetchone()
    assert row is not None
    [above] = vault.open_slips([row["outlook"]], row["key"], draft)
    told = json.loads(above)
    told["sums"] = [Sum(**one) for one in told["sums"]]
    return Outlook(**told)


def lines(db: Connection[DictRow], vault: Vault, draft: str, fate: str, after: int, most: int) -> list[Kept]:
    """Those after a line, of one fate or of any, in their order."""
    sentence = (
        "select line, fate, takeover_line.closed, key from public.takeover_line join public.takeover on draft = id"
        " where draft = %(draft)s and line > %(after)s and %(fate)s in ('', fate) order by line limit %(most)s"
    )
    asked = {"draft": draft, "after": after, "fate": fate, "most": most}
    rows = db.execute(sentence, asked, binary=True).fetchall()
    slips = vault.open_slips([row["closed"] for row in rows], rows[0]["key"], draft) if rows else []
    return [Kept(row["line"], row["fate"], *json.loads(slip)) for row, slip in zip(rows, slips, strict=True)]
