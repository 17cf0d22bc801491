"""The cooperative as its papers name it: what the register says, with the logos of its funders as pictures."""

from base64 import b64encode
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.command import Refused
from governance.evidence.facts import Digest
from governance.record.vault import Vault
from projections.statutes import versions
from web import files

_PICTURES: dict[str, str] = {}
MOST = 64  # pictures kept open by a process: what a digest names never changes


def letterhead(db: Connection[DictRow], vault: Vault) -> dict[str, Any] | None:
    """None before anything is said of it."""
    coop = versions.cooperative(db)
    if coop is None or not coop["logos"]:
        return coop
    shown = [{**one, "picture": picture} for one in coop["logos"] if (picture := _picture(db, vault, one["digest"]))]
    return {**coop, "logos": shown}


def _picture(db: Connection[DictRow], vault: Vault, digest: str) -> str:
    """In base64; nothing for a file that is lost, which keeps no paper from being printed."""
    if digest not in _PICTURES:
        if len(_PICTURES) >= MOST:
            _PICTURES.clear()
        try:
            _PICTURES[digest] = b64encode(files.take(db, vault, Digest(digest)).content).decode()
        except Refused:
            return ""
    return _PICTURES[digest]
