"""What the record says of minutes: those that it printed, and those older than itself."""

from dataclasses import dataclass

from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, Fact, Public


@dataclass(frozen=True)
class MinutesDrawnUp(Fact):
    """The minutes as they were printed: anybody who holds the file can compare it with this digest."""

    tags = (("assembly",), ("digest",))
    assembly: AssemblyId
    digest: str
    stood_at: int  # the position of the record's last entry when they were written


@dataclass(frozen=True)
class PastMinutesKept(Fact):
    """Minutes written before this record began: a scan of what was signed, kept beside."""

    tags = (("digest",),)
    organ: Organ
    title: Public
    on: Day
    digest: str
    size: int
    media_type: str
