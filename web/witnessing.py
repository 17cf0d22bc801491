"""Asking our witnesses for their signature under each new head (C2SP tlog-witness): at most once a minute, each."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Event
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record import tiles
from governance.record.note import Checkpoint, NotAHead, Verifier
from governance.record.sealer import Signed, continues, last, shelf
from projections.evidence import witnesses
from web.asking import Answer, ask
from web.heads import COSIGNED, Heads
from web.i18n import gettext as _
from web.office import Office
from web.pace import later

MEDIA = "text/plain; charset=utf-8"
A_MINUTE = timedelta(minutes=1)


class Heard(NamedTuple):
    """What a witness answered: its line under the head, or why there is none. `ahead`: the size that it knows, larger
    than ours; `forked`: it says that ours does not continue what it saw."""

    line: str = ""
    answer: str = ""
    ahead: int | None = None
    forked: bool = False


class Asker:
    """One cooperative's. `home`: the address of this installation, where other cooperatives of its may be witnesses;
    elsewhere only https, on the Internet."""

    def __init__(self, office: Office, heads: Heads, slug: str, home: str) -> None:
        self._office, self._heads, self._slug, self._home = office, heads, slug, home

    def turn(self, stop: Event) -> None:
        with self._office.reading() as db:
            head = last(db)
            waiting = witnesses.to_ask(db, head.size) if head else []
        for witness in waiting:
            if head and not stop.is_set():
                self._ask(witness, head)

    def _ask(self, witness: DictRow, head: Signed) -> None:
        with self._office.reading() as db:
            try:
                heard = self._heard(db, witness, head)
            except OSError:
                heard = Heard(answer=_("le témoin ne répond pas"))
            if heard.line:
                self._keep(db, witness, head, heard.line)
            if heard.ahead:
                self._look_ahead(db, witness, head)
            _note(db, witness["id"], heard)

    def _heard(self, db: Connection[DictRow], witness: DictRow, head: Signed) -> Heard:
        answer = self._said(db, witness, head, witness["size"] or 0)
        if answer.status == 409:  # it saw another head since, or has forgotten some
            known = _size(answer)
            if known is not None and known > head.size:
                return Heard(answer=_("le témoin a signé une tête plus longue que la nôtre"), ahead=known)
            answer = self._said(db, witness, head, known or 0)
        match answer.status:
            case 200:
                return _signed(witness, head, answer)
            case 403 | 404:
                return Heard(answer=_("le témoin ne connaît pas encore notre journal"))
            case 422:
                return Heard(answer=_("le témoin dit que ce journal ne continue pas celui qu’il a vu"), forked=True)
        return Heard(answer=_("le témoin répond %(status)s", status=answer.status))

    def _said(self, db: Connection[DictRow], witness: DictRow, head: Signed, old: int) -> Answer:
        proof = [b64encode(one).decode() for one in tiles.consistency(shelf(db), old, head.size)]
        said = "\n".join([f"old {old}", *proof, "", head.note])
        return self._at(witness, "add-checkpoint", said.encode())

    def _at(self, witness: DictRow, path: str, said: bytes | None = None) -> Answer:
        address = f"{witness['address']}/{path}"
        return ask(address, said, MEDIA, public=not address.startswith(f"{self._home}/"))

    def _keep(self, db: Connection[DictRow], witness: DictRow, head: Signed, line: str) -> None:
        at = datetime.fromtimestamp(Verifier(witness["key"]).at(line), UTC)
        db.execute(
            "insert into public.cosignature (size, by, line, at) values (%s, %s, %s, %s) on conflict do nothing",
            [head.size, witness["key"], line, at],
        )
        self._heads.keep(self._slug, head.note + line, COSIGNED)

    def _look_ahead(self, db: Connection[DictRow], witness: DictRow, head: Signed) -> None:
        """A longer head that bears our own signature proves that this record lost what it covers: it is kept, so that
        nothing is written before somebody said so. What a witness merely claims stops nobody.
        """
        mine = Verifier(head.key)
        try:
            answer = self._at(witness, f"{sha256(mine.name.encode()).hexdigest()}/checkpoint")
            note = answer.body.decode(errors="replace")
            seen = Checkpoint.read(note) if answer.status == 200 and mine.line(note) else None
        except (NotAHead, OSError):
            return
        if seen and seen.origin == mine.name and seen.size > witnesses.given_up(db) and not continues(db, seen):
            self._heads.keep(self._slug, note, COSIGNED)


def _size(answer: Answer) -> int | None:
    said = answer.body.decode(errors="replace").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else None


def _signed(witness: DictRow, head: Signed, answer: Answer) -> Heard:
    note = head.note + answer.body.decode(errors="replace")
    try:
        line = Verifier(witness["key"]).line(note)
    except NotAHead:
        line = None
    return Heard(line) if line else Heard(answer=_("le témoin a signé d’une autre clé que celle qu’il a donnée"))


def _note(db: Connection[DictRow], witness: str, heard: Heard) -> None:
    values: dict[str, Any] = {"witness": witness, **heard._asdict()}
    [row] = db.execute("select coalesce(max(attempts), 0) as n from public.asked_witness where witness = %s", [witness])
    values["attempts"] = 0 if heard.line else row["n"] + 1
    values["pause"] = A_MINUTE if heard.line else later(row["n"])
    db.execute(
        """
        insert into public.asked_witness (witness, attempts, next_try, answer, ahead, forked)
        values (%(witness)s, %(attempts)s, clock_timestamp() + %(pause)s, %(answer)s, %(ahead)s, %(forked)s)
        on conflict (witness) do update set attempts = excluded.attempts, next_try = excluded.next_try,
            answer = excluded.answer, ahead = excluded.ahead, forked = excluded.forked
        """,
        values,
    )
