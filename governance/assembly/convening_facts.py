"""What the record says of the convening of a meeting beside its notice: documents laid, points asked for, post."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import NewType

from governance.assembly.facts import Backing, Matter
from governance.statutes.facts import Kind, RequestBase
from governance.words import AssemblyId, Day, Fact, MemberId, PersonId, Public

PointId = NewType("PointId", str)
"""A point that members asked to put on an agenda."""


class Piece(Enum):
    """What must lie ready for those who will vote."""

    ACCOUNTS = "accounts"
    MANAGEMENT_REPORT = "management-report"
    RESOLUTIONS = "resolutions"
    CANDIDATES = "candidates"
    AUDITOR_CALLED = "auditor-called"  # the letter that convenes the statutory auditor
    AUDITOR_REPORT = "auditor-report"
    REVISER_CALLED = "reviser-called"
    AGREEMENTS_REPORT = "agreements-report"


class Convener(Enum):
    """Who convenes: the organ, or whoever the law puts in its place."""

    BOARD = "board"
    MANAGER = "manager"  # the gérant of a SARL
    CHAIR = "chair"
    MEMBERS = "members"
    AUDITOR = "auditor"  # statutory auditor, where the organ does not
    AGENT = "agent"  # named by a judge
    LIQUIDATOR = "liquidator"


@dataclass(frozen=True)
class ConvenerNamed(Fact):
    """In whose name a notice leaves. `capacity`: what gives the power, such as the decision of the board or the order
    of the judge; `members`: those who convene together."""

    tags = (("assembly",),)
    assembly: AssemblyId
    convener: Convener
    capacity: Public
    article: Public
    members: tuple[MemberId, ...] = ()


@dataclass(frozen=True)
class DocumentLaid(Fact):
    """A document lies ready since `on`; of a piece the last one prevails. `digest`: SHA-256 of salt ‖ content."""

    tags = (("assembly",), ("digest",))
    assembly: AssemblyId
    piece: Piece
    title: Public
    digest: str
    size: int  # bytes
    media_type: str
    on: Day


@dataclass(frozen=True)
class PieceSetAside(Fact):
    """A piece that this meeting does not need, and why."""

    tags = (("assembly",),)
    assembly: AssemblyId
    piece: Piece
    reason: Public


@dataclass(frozen=True)
class PointRequested(Fact):
    """Members asked for a point, received on a day: what part they make, what part is wanted, until when. When others
    join, it is written again with all of them: the last prevails.

    `held` and `needed` are parts of `base`; nothing obliges anybody where `needed` is None. `until`: the last day,
    None where nothing fixes one.
    """

    tags = (("assembly",), ("point",))
    point: PointId
    assembly: AssemblyId
    members: tuple[MemberId, ...]
    title: Public
    text: Public
    kind: Kind
    matter: Matter
    on: Day
    held: Fraction
    needed: Fraction | None
    base: RequestBase
    article: Public
    until: Day | None = None

    @property
    def binding(self) -> bool:
        """Whether the author of the notice must put it on the agenda."""
        in_time = self.until is None or self.on <= self.until
        return self.needed is not None and self.held >= self.needed and in_time


@dataclass(frozen=True)
class PointAnswered(Fact):
    """Put on the agenda, with the board behind it or not; or refused, with the reason."""

    tags = (("assembly",), ("point",))
    point: PointId
    assembly: AssemblyId
    accepted: bool
    backing: Backing | None
    reason: Public
    on: Day


@dataclass(frozen=True)
class NoticeCorrected(Fact):
    """The agenda has changed since the notice: it leaves again, whole, to everybody. `edition` counts from 1."""

    tags = (("assembly",),)
    assembly: AssemblyId
    edition: int
    on: Day
    reason: Public


@dataclass(frozen=True)
class NoticePosted(Fact):
    """A notice went by post; `number` is that of a registered letter, empty for an ordinary one."""

    tags = (("assembly",), ("assembly", "person"), ("number",))
    assembly: AssemblyId
    person: PersonId
    on: Day
    number: str = ""
    edition: int = 0


@dataclass(frozen=True)
class PostingProved(Fact):
    """The scan of what the post office stamped. `digest`: SHA-256 of salt ‖ content."""

    tags = (("assembly",), ("digest",))
    assembly: AssemblyId
    digest: str
    size: int  # bytes
    media_type: str
    on: Day
