"""What was erased of each record, kept outside the databases: a base that is put back must forget it again."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.facts import ContactErased
from governance.record.entry import unwrap
from governance.rights.facts import IdentityErased
from web.i18n import gettext as _
from web.trouble import HouseError, trouble

_KEYS = {ContactErased.__name__: "contact", IdentityErased.__name__: "register"}


class Erasure(NamedTuple):
    """`key`: which of the keys of a person was destroyed; `at`: the moment of the entry that says so (ISO 8601)."""

    at: str
    person: str
    key: str


class Erased:
    """A folder of lists, one a cooperative: identifiers, never a name. A line is only ever added."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, slug: str, db: Connection[DictRow], after: int) -> None:
        """Those of the entries after a position, of all of them at first, or where the list was torn; on the disk when
        this returns.
        """
        file, whole = self._file(slug), self._whole(slug)
        torn = file.exists() and file.stat().st_size > len(whole)
        if not (fresh := list(_entries(db, after if whole and not torn else 0))):
            return
        known = self._known(slug)
        lines = b"" if whole.endswith(b"\n") or not whole else b"\n"
        lines += b"".join(json.dumps(one._asdict()).encode() + b"\n" for one in fresh if one not in known)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with file.open("ab") as opened:
                if torn:
                    opened.truncate(len(whole))
                opened.write(lines)
                opened.flush()
                os.fsync(opened.fileno())
        except OSError as error:
            raise trouble(error, file) from error

    def again(self, slug: str, db: Connection[DictRow]) -> list[Erasure]:
        """Those that this database does not know of, done in it. What was given after one of them stays: the record may
        have gone on without it since.
        """
        missing = sorted(self._known(slug) - set(_entries(db, 0)))
        until = "public.record_known(%s::timestamptz + interval '1 microsecond')"  # that very moment too
        for one in missing:
            db.execute(f"select public.vault_forget(%s, %s, {until})", [one.person, one.key, one.at])
        return missing

    def _known(self, slug: str) -> set[Erasure]:
        """Raises HouseError where a line does not read: nobody is left out in silence."""
        try:
            return {Erasure(**json.loads(line)) for line in self._whole(slug).splitlines()}
        except (ValueError, TypeError):
            raise HouseError(
                _(
                    "La liste des effacements « %(file)s » est abîmée : remettez-en la copie mise à l’abri.",
                    file=self._file(slug),
                )
            ) from None

    def _whole(self, slug: str) -> bytes:
        """The list, but for a last line that a crash tore: it is noted again with the entry that says so."""
        file = self._file(slug)
        kept = file.read_bytes() if file.exists() else b""
        ended, end, last = kept.rpartition(b"\n")
        return kept if last.endswith(b"}") else ended + end

    def _file(self, slug: str) -> Path:
        return self._folder / f"{slug}.jsonl"


def _entries(db: Connection[DictRow], after: int) -> Iterator[Erasure]:
    rows = db.execute(
        "select id, data from public.record_events_tt_main, unnest(%s::text[]) as kind where id > %s and id in"
        " (select main_id from public.record_events_tt_tag where tag > kind || '/' and tag < kind || '0')",
        [list(_KEYS), after],
    )
    for row in rows.fetchall():
        entry = unwrap(row["id"], bytes(row["data"]))
        yield Erasure(entry.at, entry.says("person"), _KEYS[entry.kind])
