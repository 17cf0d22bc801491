"""What the record says of the territory: groups at work, meetings reported, surveys, needs and visions."""

from dataclasses import dataclass

from governance.words import Day, Fact, Public


@dataclass(frozen=True)
class GroupFormed(Fact):
    """A working group: it prepares, it does not decide."""

    tags = ((), ("group",))
    group: str
    name: Public
    purpose: Public
    on: Day


@dataclass(frozen=True)
class MeetingReported(Fact):
    """A meeting that took place; `present` is None where nobody counted, `at_least` what the report says then."""

    tags = ((), ("meeting",))
    meeting: str
    title: Public
    on: Day
    place: Public
    organisations: tuple[Public, ...]
    present: int | None = None
    at_least: int | None = None
    group: str | None = None
    source: Public = Public("")


@dataclass(frozen=True)
class SurveyReported(Fact):
    """A survey and its base: a share of the answers is nothing without them."""

    tags = ((), ("survey",))
    survey: str
    title: Public
    on: Day
    population: int
    respondents: int
    conducted_by: Public
    source: Public = Public("")


@dataclass(frozen=True)
class NeedStated(Fact):
    tags = ((), ("survey",))
    need: str
    survey: str
    text: Public


@dataclass(frozen=True)
class VisionStated(Fact):
    """Where somebody wants to be at the horizon (souvenir du futur)."""

    tags = ((), ("vision",))
    vision: str
    text: Public
    horizon: Day
    source: Public = Public("")
