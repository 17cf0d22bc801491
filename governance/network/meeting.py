"""A meeting as the rules look it up: planned, or told once it had taken place."""

from collections.abc import Iterable

from governance.command import About, Refused, about
from governance.network.facts import MeetingId, MeetingReported
from governance.network.meeting_facts import MeetingPlanned
from governance.words import Fact

PLANS = (MeetingPlanned, MeetingReported)


def about_meeting(meeting: MeetingId) -> list[About]:
    return [about(kind, meeting=meeting) for kind in PLANS]


def check_meeting(known: Iterable[Fact], meeting: MeetingId) -> None:
    if not any(isinstance(fact, MeetingPlanned | MeetingReported) and fact.meeting == meeting for fact in known):
        raise Refused("unknown-meeting")
