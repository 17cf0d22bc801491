"""An entry of the record as it leaves, and where its path leads. Standard library only: the verifier carries it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, NamedTuple


class Proved(NamedTuple):
    """A line of faits.jsonl: an entry of the record, its place, and its path to the root (RFC 6962 §2.1.1)."""

    position: int
    rang: int  # in the tree, from 0
    entree: str
    chemin: list[str]

    @property
    def row(self) -> dict[str, Any]:
        """With what the entry says: kind, at, by, gesture, fact."""
        return {"position": self.position, "rang": self.rang, **json.loads(self.entree)}


def climbed(leaf: bytes, rank: int, size: int, path: Iterable[str], as_last: bool = False) -> str:
    """The root that a path leads to (RFC 9162 §2.1.3.2). `as_last`: before anything came on the right of this leaf."""
    siblings, last = [bytes.fromhex(sibling) for sibling in path], size - 1
    while last > 0:
        if rank % 2 or rank != last:
            sibling = siblings.pop(0) if siblings else b""
            if rank % 2:
                leaf = hashlib.sha256(b"\1" + sibling + leaf).digest()
            elif not as_last:
                leaf = hashlib.sha256(b"\1" + leaf + sibling).digest()
        rank, last = rank // 2, last // 2
    return "" if siblings or rank or last else leaf.hex()
