"""What the record says of the meetings of the network and of the groups that hold them: planned, held, told, sent.

Texts are public and name organisations; a human being is her identifier. Whoever came alone has no organisation, and
one person who came for three is noted three times.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.network.facts import GroupId, MeetingId
from governance.words import CollegeId, Day, DecisionId, Fact, MemberId, PersonId, Public

AttendanceId = NewType("AttendanceId", str)
TopicId = NewType("TopicId", str)
PointId = NewType("PointId", str)
PaperId = NewType("PaperId", str)


class Presence(Enum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"  # without a word


class Belonging(Enum):
    """Where an organisation stands with a group."""

    ASKED = "asked"
    MEMBER = "member"
    LEFT = "left"


@dataclass(frozen=True)
class AgendaItem:
    """Hours as `14:45`, or nothing."""

    text: Public
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True)
class GroupRenamed(Fact):
    tags = ((), ("group",))
    group: GroupId
    name: Public
    on: Day


@dataclass(frozen=True)
class GroupPaced(Fact):
    """It means to meet every so many days on the average; `standing`: what is on each of its agendas."""

    tags = (("group",),)
    group: GroupId
    days: int | None
    on: Day
    standing: tuple[Public, ...] = ()


@dataclass(frozen=True)
class GroupMemberNoted(Fact):
    """`decision`: the one that let it in."""

    tags = (("group",),)
    group: GroupId
    organisation: Public
    belonging: Belonging
    on: Day
    member: MemberId | None = None
    decision: DecisionId | None = None


@dataclass(frozen=True)
class PackGiven(Fact):
    """Newcomers were given the past reports of a group and its days to come."""

    tags = (("group",),)
    group: GroupId
    people: tuple[PersonId, ...]
    on: Day


@dataclass(frozen=True)
class MeetingPlanned(Fact):
    """Said again, it is the plan from then on. `day` None: put off, nobody knows until when. Not `firm`: « envisagée ».

    `kind`, in words: « forum », « groupe de travail »; `number`: the 13th. `within`: the meeting of which it is a
    workshop.
    """

    tags = ((), ("meeting",))
    meeting: MeetingId
    title: Public
    day: Day | None
    firm: bool
    on: Day
    kind: Public = Public("")
    number: int | None = None
    starts: str = ""
    ends: str = ""
    place: Public = Public("")
    group: GroupId | None = None
    within: MeetingId | None = None
    agenda: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True)
class MeetingCancelled(Fact):
    tags = (("meeting",),)
    meeting: MeetingId
    reason: Public
    on: Day


@dataclass(frozen=True)
class MeetingInvited(Fact):
    """An invitation went out; to `people` by e-mail, to others by other ways."""

    tags = (("meeting",),)
    meeting: MeetingId
    people: tuple[PersonId, ...]
    on: Day


@dataclass(frozen=True)
class MeetingHeld(Fact):
    """It took place on that day. `present` if somebody counted, `at_least` as a report says it; a count said again
    does not hide the one before. `source`: the report that tells it, where somebody else wrote one.
    """

    tags = ((), ("meeting",))
    meeting: MeetingId
    on: Day
    place: Public = Public("")
    present: int | None = None
    at_least: int | None = None
    source: Public = Public("")


@dataclass(frozen=True)
class AttendanceNoted(Fact):
    """Who came, or did not: a person, an organisation, or a person for an organisation. `animates`: counted apart.

    `college`: the one that it speaks for at this meeting, whatever mandates there are.
    """

    tags = (("meeting",), ("attendance",))
    attendance: AttendanceId
    meeting: MeetingId
    presence: Presence
    on: Day
    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None
    role: Public = Public("")
    animates: bool = False
    college: CollegeId | None = None


@dataclass(frozen=True)
class AttendanceStruck(Fact):
    """Noted by mistake."""

    tags = (("attendance",), ("meeting",))
    attendance: AttendanceId
    meeting: MeetingId
    on: Day


@dataclass(frozen=True)
class TopicNoted(Fact):
    """What was spoken of; said again, it is corrected."""

    tags = (("topic",),)
    topic: TopicId
    meeting: MeetingId
    title: Public
    on: Day
    notes: Public = Public("")


@dataclass(frozen=True)
class PointLeftOpen(Fact):
    """To be spoken of again: it comes back on each agenda of the group until it is closed."""

    tags = (("point",),)
    point: PointId
    meeting: MeetingId
    text: Public
    on: Day


@dataclass(frozen=True)
class PointClosed(Fact):
    """`meeting`: the one that settled it, if one did."""

    tags = (("point",),)
    point: PointId
    outcome: Public
    on: Day
    meeting: MeetingId | None = None


@dataclass(frozen=True)
class AccordReached(Fact):
    """A decision of the register was taken in this meeting, by common accord of those who were there."""

    tags = (("meeting",), ("decision",))
    meeting: MeetingId
    decision: DecisionId
    on: Day


@dataclass(frozen=True)
class PaperListed(Fact):
    """A document of the meeting; `digest`, the SHA-256 of its file; without, it exists and nobody has it."""

    tags = (("paper",), ("digest",))
    paper: PaperId
    meeting: MeetingId
    title: Public
    on: Day
    digest: str | None = None
    size: int = 0
    media_type: str = ""


@dataclass(frozen=True)
class ReportPublished(Fact):
    """Anybody may read the report from that day on, which is not the day of the meeting."""

    tags = (("meeting",),)
    meeting: MeetingId
    on: Day


@dataclass(frozen=True)
class ReportSent(Fact):
    tags = (("meeting",),)
    meeting: MeetingId
    people: tuple[PersonId, ...]
    on: Day
