"""Invitations to a meeting, for anybody's calendar (RFC 5545, RFC 5546)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress
from icalendar.enums import STATUS

from web.mail.letters import Mailbox, one_line


@dataclass(frozen=True)
class Meeting:
    """What a calendar is told. Never the personal link: calendars are shared.

    `id` is `something@domain`, for good: a correction keeps it and raises `sequence`, counted from 0.
    `begins` and `ends` know their time zone; `at` is when this was written.
    """

    id: str
    sequence: int
    title: str
    begins: datetime
    ends: datetime
    place: str
    description: str
    organizer: Mailbox
    attendee: Mailbox
    at: datetime


def invitation(meeting: Meeting) -> bytes:
    """A REQUEST with its times in UTC, which every calendar understands, and an alarm the day before."""
    event = Event.new(
        uid=one_line(meeting.id),
        sequence=meeting.sequence,
        stamp=meeting.at.astimezone(UTC),
        summary=one_line(meeting.title),
        start=meeting.begins.astimezone(UTC),
        end=meeting.ends.astimezone(UTC),
        location=one_line(meeting.place),
        description=meeting.description,
        organizer=_person(meeting.organizer),
        attendees=[_person(meeting.attendee)],
        status=STATUS.CONFIRMED,
    )
    event.add_component(_alarm(meeting))
    calendar = Calendar.new(method="REQUEST", prodid="-//Palabre//FR", uid=event.uid, subcomponents=[event])
    return bytes(calendar.to_ical())


def _person(mailbox: Mailbox) -> vCalAddress:
    name = one_line(mailbox.name).replace('"', "’")  # RFC 5545 §3.2: a parameter cannot hold a double quote
    return vCalAddress.new(mailbox.address, cn=name, rsvp=False)


def _alarm(meeting: Meeting) -> Alarm:
    alarm = Alarm.new(description=one_line(meeting.title))
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-1))
    return alarm
