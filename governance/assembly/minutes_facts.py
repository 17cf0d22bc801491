"""What the record says of minutes: those that it printed, and those older than itself."""

from dataclasses import dataclass
from enum import Enum

from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, DecisionId, Fact, Public


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


@dataclass(frozen=True)
class SheetsUsed(Fact):
    """An edition was printed on sheets numbered without gap and paraphed by an authority (C.com R225-22, R221-3): from
    `first` to `last` of a volume of that organ's register. Entered again for the same edition, the last prevails.
    `gap`: why sheets before or after them hold no minutes of this record."""

    organ: Organ
    assembly: AssemblyId
    edition: str  # the digest of what was printed
    volume: int
    first: int
    last: int
    authority: Public
    gap: Public = Public("")


class Signing(Enum):
    """What a signed copy is, as far as its bytes tell."""

    SCAN = "scan"  # of paper, or a file in which no signature is found: somebody reads the signatures
    SIGNED = "signed"  # it begins with the very edition, and every signature in it is sound
    ALTERED = "altered"  # it bears signatures, and is not the edition with signatures added


@dataclass(frozen=True)
class SignedMinutesKept(Fact):
    """An edition as it came back signed. Who signed is in the file, which is kept closed, and nowhere here."""

    tags = (("assembly",), ("digest",))
    assembly: AssemblyId
    edition: str
    digest: str  # of the file, salted
    size: int
    media_type: str
    on: Day
    signing: Signing


@dataclass(frozen=True)
class NarrativeKept(Fact):
    """What was said at a meeting, told after its minutes and beside them: a version, in a file kept closed, since it
    may say who said what. It changes nothing in the minutes."""

    tags = (("assembly",), ("digest",))
    assembly: AssemblyId
    version: int
    digest: str  # of the text, salted
    size: int


@dataclass(frozen=True)
class NarrativeApproved(Fact):
    """A version of the narrative, approved by a decision of a later meeting, or by who chaired: no `decision`."""

    tags = (("assembly",),)
    assembly: AssemblyId
    version: int
    on: Day
    decision: DecisionId | None = None
