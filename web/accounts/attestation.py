"""A certificate of shares: what it says, and the PDF of one or of many."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from governance.words import Day
from web.documents import document
from web.documents.contents import legal
from web.documents.contents.lives import Paper


def certificates(coop: dict[str, Any], letters: Sequence[Paper], at: datetime) -> bytes:
    """A page each."""
    return document("lettre", {"cooperative": legal(coop), "letters": list(letters)}, at)


def certificate(row: Mapping[str, Any], day: Day, signs: str) -> Paper:
    """`position`: the last movement that the certificate rests on."""
    return {
        "kind": "SharesHeld",
        "to": {"name": row["name"] or "", "address": row["address"] or "", "college": ""},
        "day": str(day),
        "position": row["last"],
        "signatory": signs,
        "words": "",
        "shares": row["shares"],
        "lots": row["lots"],
        "amount": row["worth"],
        "owed": row["owed"],
    }
