"""What the record says of the sheet itself: the scan that the officers signed, and what went wrong with a live link."""

from dataclasses import dataclass
from datetime import datetime

from governance.words import AssemblyId, Fact, Public


@dataclass(frozen=True)
class SheetKept(Fact):
    """The attendance sheet as it was signed and certified by the officers: a scan, kept beside (C.com R225-95)."""

    tags = (("assembly",), ("digest",))
    assembly: AssemblyId
    digest: str
    size: int
    media_type: str


@dataclass(frozen=True)
class TechnicalIncidentNoted(Fact):
    """A live link failed and disturbed the meeting: the minutes must say so (C.com R225-99, R223-24). `effect`: what it
    did to the meeting; `cut_off`: how many of those there from afar could no longer take part."""

    tags = (("assembly",),)
    assembly: AssemblyId
    what: Public
    effect: Public
    cut_off: int
    happened_at: datetime | None = None
