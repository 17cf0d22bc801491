"""What an authority outside dates (RFC 3161): each day's last head, every file of evidence and the head under it."""

from datetime import datetime
from threading import Event
from time import monotonic, sleep
from typing import LiteralString, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from web.office import Office
from web.pace import later
from web.stamping import Authority, NotStamped

AUTHORITY_PATIENCE = 5.0  # seconds that a file of evidence waits for the date of its own head

_OF_YESTERDAY = """
    select * from public.checkpoint
    where at < date_trunc('day', clock_timestamp() at time zone 'Europe/Paris') at time zone 'Europe/Paris'
    order by size desc limit 1
"""
_THE_FIRST = "select * from public.checkpoint where not exists (select from public.stamp) order by size desc limit 1"
_TO_DATE = (
    "insert into public.stamp (digest, size) select sha256(convert_to(note, 'UTF8')), size from ({}) head"
    " on conflict do nothing"
)


class Stamp(NamedTuple):
    """A head that was dated: its note, the reply of the authority, the certificates that lead to it; who, and when."""

    size: int
    position: int
    note: str
    token: bytes
    chain: str
    authority: str
    at: datetime
    qualified: bool


class Stamps:
    """The worker's side of one cooperative."""

    def __init__(self, office: Office, authority: Authority) -> None:
        self._office, self._authority = office, authority

    def turn(self, stop: Event) -> None:
        self.fill()
        self.send(stop)

    def fill(self) -> None:
        """What is to be dated without being asked: the last head of a day that is over, the first head of all when an
        authority is new here, every file of evidence."""
        with self._office.reading() as db:
            for which in (_OF_YESTERDAY, _THE_FIRST):
                db.execute(_TO_DATE.format(which))
            db.execute(
                "insert into public.stamp (digest) select decode(digest, 'hex') from dossier on conflict do nothing"
            )

    def send(self, stop: Event) -> None:
        """All that is due, until one is not answered: it is asked again later and later."""
        while not stop.is_set() and self._send_one():
            pass

    def _send_one(self) -> bool:
        with self._office.reading() as db, db.transaction():
            row = db.execute(
                "select digest, attempts from public.stamp where token is null and next_try <= clock_timestamp()"
                " order by size desc nulls last limit 1 for update skip locked"
            ).fetchone()
            if row is None:
                return False
            try:
                token = self._authority.stamp(bytes(row["digest"]))
            except NotStamped as why:
                db.execute(
                    "update public.stamp set answer = %s, attempts = attempts + 1,"
                    " next_try = clock_timestamp() + %s where digest = %s",
                    [str(why), later(row["attempts"]), row["digest"]],
                )
                return False
            db.execute(
                "update public.stamp set token = %s, at = %s, authority = %s, chain = %s, qualified = %s, answer = ''"
                " where digest = %s",
                [*token, self._authority.chain.decode(), self._authority.qualified, row["digest"]],
            )
        return True


def newest(db: Connection[DictRow]) -> Stamp | None:
    """The last head that was dated. None where no authority ever answered."""
    return _stamp(db, "stamp.token is not null", [])


def of(db: Connection[DictRow], digest: str) -> DictRow | None:
    """What an authority said of a file of evidence, by its SHA-256; None if none did."""
    sentence = "select * from public.stamp where digest = decode(%s, 'hex') and token is not null"
    return db.execute(sentence, [digest]).fetchone()


def awaited(at: Office, size: int) -> Stamp | None:
    """The date of the head of this size, asked for and waited for a moment; None if it does not come."""
    deadline = monotonic() + AUTHORITY_PATIENCE
    with at.reading() as db:
        db.execute(_TO_DATE.format("select * from public.checkpoint where size = %s"), [size])
        while (found := _stamp(db, "stamp.size = %s and stamp.token is not null", [size])) is None:
            if monotonic() > deadline or _silent(db):
                return None
            sleep(0.1)
    return found


def _silent(db: Connection[DictRow]) -> bool:
    """Whether the authority did not answer when it was last asked: nobody waits for it then."""
    return db.execute("select from public.stamp where token is null and attempts > 0").fetchone() is not None


def _stamp(db: Connection[DictRow], which: LiteralString, values: list[int]) -> Stamp | None:
    row = db.execute(
        "select head.size, head.position, head.note, stamp.token, stamp.chain, stamp.authority, stamp.at,"
        " stamp.qualified from public.stamp join public.checkpoint head using (size)"
        f" where {which} order by size desc limit 1",
        values,
    ).fetchone()
    return Stamp(**{**row, "token": bytes(row["token"])}) if row else None
