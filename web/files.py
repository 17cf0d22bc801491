"""Stored files: pieces of evidence, sealed zips, minutes; encrypted in the cooperative's database."""

from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.convening_facts import DocumentLaid, PostingProved
from governance.assembly.minutes_facts import MinutesDrawnUp, NarrativeKept, PastMinutesKept, SignedMinutesKept
from governance.assembly.sheet_facts import SheetKept
from governance.assembly.year_facts import DutyDone
from governance.command import Refused
from governance.evidence.facts import Digest, DossierSealed, PieceAttached
from governance.evidence.revision_facts import RevisionReported
from governance.evidence.trace_facts import DocumentDelivered
from governance.network.meeting_facts import PaperListed
from governance.record.vault import UNCITED, Altered, Vault
from governance.statutes.facts import LogoKept, StatutesFiled
from web.packing import sha256


@dataclass(frozen=True)
class StoredFile:
    """`salt` is the hexadecimal text that the digest was made with, or nothing."""

    content: bytes
    salt: str
    media_type: str


def keep(db: Connection[DictRow], vault: Vault, content: bytes, media_type: str, salt: str = "") -> Digest:
    """The digest under which the record cites it. The same file is kept once."""
    whole = salt.encode() + content
    digest = sha256(whole)
    closed, key = vault.close_file(whole, digest)
    db.execute(
        "insert into public.stored_file (digest, closed, key, size, media_type) values (%s, %s, %s, %s, %s)"
        " on conflict (digest) do update set at = clock_timestamp()",
        [digest, closed, key, len(content), media_type],
    )
    return Digest(digest)


def take(db: Connection[DictRow], vault: Vault, digest: Digest) -> StoredFile:
    """The file that was kept. Refused if it is not there any more, or not as it was."""
    row = db.execute("select * from public.stored_file where digest = %s", [digest], binary=True).fetchone()
    if row is None:
        raise Refused("file-lost")
    try:
        whole = vault.open_file(row["closed"], row["key"], digest)
    except Altered:
        raise Refused("file-lost") from None
    salted = len(whole) - row["size"]
    return StoredFile(whole[salted:], whole[:salted].decode(), row["media_type"])


def sweep(db: Connection[DictRow]) -> int:
    """Forget the files that no entry cites a day after they were given: a refused gesture, a crash. How many."""
    minutes = (MinutesDrawnUp, PastMinutesKept, SignedMinutesKept, NarrativeKept)
    others = (
        DutyDone,
        SheetKept,
        DocumentLaid,
        PostingProved,
        PaperListed,
        LogoKept,
        DocumentDelivered,
        RevisionReported,
    )
    citing = (PieceAttached, DossierSealed, StatutesFiled, *minutes, *others)
    cited = [f"{kind.__name__}/digest:" for kind in citing]
    return db.execute(
        "delete from public.stored_file where at < clock_timestamp() - %s and not exists"
        " (select from public.record_events_tt_tag, unnest(%s::text[]) as cited where tag = cited || digest)",
        [UNCITED, cited],
    ).rowcount
