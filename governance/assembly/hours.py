"""The hours at which people came, went or gave power, where they are entered afterwards; and a sheet that moved."""

from collections.abc import Iterable
from datetime import datetime

from governance.command import Refused
from governance.words import Fact


def check_hour(happened_at: datetime | None, now: datetime, before: Iterable[Fact] = ()) -> None:
    """What happened is past, and comes after what was told `before` of the same member, where its hour is known."""
    if happened_at is None:
        return
    if happened_at > now:
        raise Refused("hour-to-come")
    told = [hour for fact in before if (hour := getattr(fact, "happened_at", None))]
    if told and happened_at < told[-1]:
        raise Refused("hour-before-the-last")


def check_seen(seen: int | None, movements: Iterable[Fact]) -> None:
    """`seen`: how often she had come or gone on the sheet that somebody had before her eyes; None: nobody says."""
    if seen is not None and seen != sum(1 for _ in movements):
        raise Refused("sheet-moved-since")
