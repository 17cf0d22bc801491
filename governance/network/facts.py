"""What the record says of the territory: groups at work, meetings reported, surveys, needs, visions, proposals.

Texts are public: organisations are named in them, never persons.
"""

from dataclasses import dataclass
from typing import NewType

from governance.words import Day, Fact, MemberId, Public

GroupId = NewType("GroupId", str)
MeetingId = NewType("MeetingId", str)
SurveyId = NewType("SurveyId", str)
NeedId = NewType("NeedId", str)
VisionId = NewType("VisionId", str)
ProposalId = NewType("ProposalId", str)


@dataclass(frozen=True)
class GroupFormed(Fact):
    """A working group: it prepares, it does not decide."""

    tags = ((), ("group",))
    group: GroupId
    name: Public
    purpose: Public
    on: Day


@dataclass(frozen=True)
class MeetingReported(Fact):
    """A meeting that took place; `present` is None where nobody counted, `at_least` what the report says then. `kind`,
    in words: « forum »; `number`: the 13th."""

    tags = ((), ("meeting",))
    meeting: MeetingId
    title: Public
    on: Day
    place: Public
    organisations: tuple[Public, ...]
    present: int | None = None
    at_least: int | None = None
    group: GroupId | None = None
    source: Public = Public("")
    kind: Public = Public("")
    number: int | None = None


@dataclass(frozen=True)
class SurveyReported(Fact):
    """A survey and its base: a share of the answers is nothing without them."""

    tags = ((), ("survey",))
    survey: SurveyId
    title: Public
    on: Day
    population: int
    respondents: int
    unit: Public  # what was asked: « établissements »
    conducted_by: Public
    source: Public = Public("")


@dataclass(frozen=True)
class NeedStated(Fact):
    tags = ((), ("survey",))
    need: NeedId
    survey: SurveyId
    text: Public


@dataclass(frozen=True)
class ShareReported(Fact):
    """A result of a survey as its report prints it: so many per cent of those who answered."""

    tags = ((), ("survey",))
    survey: SurveyId
    text: Public
    percent: int


@dataclass(frozen=True)
class VisionStep:
    """What will have been passed on the way to a vision, by when if anybody said."""

    text: Public
    due: Day | None = None


@dataclass(frozen=True)
class VisionStated(Fact):
    """Where somebody wants to be at the horizon (souvenir du futur), by what `means`, by what `steps`."""

    tags = ((), ("vision",))
    vision: VisionId
    text: Public
    horizon: Day
    on: Day
    stated_by: Public
    source: Public = Public("")
    member: MemberId | None = None
    means: tuple[Public, ...] = ()
    steps: tuple[VisionStep, ...] = ()


@dataclass(frozen=True)
class ProposalMade(Fact):
    """What an organisation proposes, in a meeting or elsewhere: nobody has decided it."""

    tags = ((), ("proposal",))
    proposal: ProposalId
    text: Public
    proposed_by: Public
    on: Day
    source: Public = Public("")
    meeting: MeetingId | None = None
