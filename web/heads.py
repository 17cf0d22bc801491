"""The last heads of each record, signed here and signed by a witness, kept outside the databases: one that went back
does not go on in silence.
"""

import os
from pathlib import Path

from psycopg import Connection
from psycopg.rows import DictRow

from governance.command import Refused
from governance.record.note import Checkpoint, NotAHead
from governance.record.sealer import continues
from web.i18n import gettext as _
from web.office import Office
from web.trouble import HouseError, trouble

SIGNED, COSIGNED = "checkpoint", "cosigned"


class Heads:
    """A folder of signed notes, two a cooperative. It is not part of a backup: it is what a restore is held against."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, slug: str, note: str, which: str = SIGNED) -> None:
        """In place of the one before, on the disk when this returns."""
        file = self._folder / f"{slug}.{which}"
        beside = file.with_name(f"{file.name}.new")
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with beside.open("w", encoding="utf-8") as opened:
                opened.write(note)
                opened.flush()
                os.fsync(opened.fileno())
            beside.replace(file)
        except OSError as error:
            raise trouble(error, file) from error

    def forget(self, slug: str) -> None:
        """The record goes on without what was lost: the next head is the first that it is held against."""
        for which in (SIGNED, COSIGNED):
            (self._folder / f"{slug}.{which}").unlink(missing_ok=True)

    def last(self, slug: str, which: str = SIGNED) -> Checkpoint | None:
        """What the record must still begin with, None if nothing was ever sealed here, or no witness ever signed."""
        file = self._folder / f"{slug}.{which}"
        try:
            return Checkpoint.read(file.read_text("utf-8"))
        except FileNotFoundError:
            return None
        except (NotAHead, UnicodeDecodeError):
            raise HouseError(
                _("« %(file)s » est abîmé : remettez la dernière tête signée du journal.", file=file)
            ) from None

    def guard(self, slug: str, office: Office) -> None:
        """A database that lost what was signed is read, and not written: somebody must say that it goes on so."""
        with office.reading() as db:
            if head := self.lost(slug, db):
                office.record.close(Refused("record-went-back", size=head.size))

    def lost(self, slug: str, db: Connection[DictRow]) -> Checkpoint | None:
        """The largest head that this database does not know any more, None if it goes on from both."""
        heads = [self.last(slug, which) for which in (SIGNED, COSIGNED)]
        lost = [head for head in heads if head and not continues(db, head)]
        return max(lost, key=lambda head: head.size, default=None)
