"""The hours at which people came, went or gave power, where they are entered afterwards; and a sheet that moved."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from governance.command import Refused
from governance.words import Fact


class Movement(Protocol):
    """Somebody comes or goes. `seen`: how often she had on the sheet that whoever says it had before her eyes."""

    @property
    def happened_at(self) -> datetime | None: ...

    @property
    def seen(self) -> int | None: ...


def check_hour(happened_at: datetime | None, now: datetime) -> None:
    if happened_at and happened_at > now:
        raise Refused("hour-to-come")


def check_movement(asked: Movement, before: Iterable[Fact], now: datetime) -> None:
    """It comes after those of the same member that were told before: as the sheet showed them, or by their hours."""
    known = list(before)
    check_hour(asked.happened_at, now)
    if asked.seen is not None:
        if asked.seen != len(known):
            raise Refused("sheet-moved-since")
        return
    told = [hour for fact in known if (hour := getattr(fact, "happened_at", None))]
    if asked.happened_at and told and asked.happened_at < told[-1]:
        raise Refused("hour-before-the-last")
