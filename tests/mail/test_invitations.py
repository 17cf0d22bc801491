"""The invitation that a calendar reads."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.mail.post import AT, OFFICE, ZOE, notice, read
from web.i18n import PARIS
from web.mail.invitations import Meeting, invitation
from web.mail.letters import Mailbox, compose

MEETING = Meeting(
    id="assemblee.a1@coop05.example",
    sequence=0,
    title="Assemblée générale ordinaire annuelle",
    begins=datetime(2026, 12, 15, 18, tzinfo=PARIS),
    ends=datetime(2026, 12, 15, 20, 30, tzinfo=PARIS),
    place="Salle des fêtes, place de la Mairie, 05200 Embrun",
    description="Ordre du jour :\n1. Comptes de l’exercice 2025; 2. Questions diverses",
    organizer=OFFICE,
    attendee=ZOE,
    at=AT,
)


def event(meeting):
    (found,) = Calendar.from_ical(invitation(meeting)).events
    return found


def test_the_times_of_paris_are_written_in_utc():
    assert b"DTSTART:20261215T170000Z" in invitation(MEETING)
    assert b"DTEND:20261215T193000Z" in invitation(MEETING)


def test_summer_time_is_two_hours_from_utc():
    summer = replace(MEETING, begins=datetime(2026, 6, 15, 18, tzinfo=PARIS))

    assert event(summer).start == datetime(2026, 6, 15, 16, tzinfo=UTC)


def test_it_is_a_request_with_its_people():
    calendar = Calendar.from_ical(invitation(MEETING))

    assert calendar["METHOD"] == "REQUEST"
    assert event(MEETING)["ORGANIZER"] == "mailto:secretariat@coop05.example"
    assert event(MEETING)["ATTENDEE"] == "mailto:zoe@exemple.fr"
    assert event(MEETING)["ATTENDEE"].params["CN"] == "Zoé Œuvrard"
    assert event(MEETING)["DESCRIPTION"] == MEETING.description


def test_a_correction_keeps_the_identifier_and_raises_the_sequence():
    corrected = replace(MEETING, sequence=1, place="Mairie de Gap")

    assert event(corrected)["UID"] == event(MEETING)["UID"] == "assemblee.a1@coop05.example"
    assert (event(MEETING)["SEQUENCE"], event(corrected)["SEQUENCE"]) == (0, 1)


def test_an_alarm_rings_the_day_before():
    (alarm,) = event(MEETING).walk("VALARM")

    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(days=-1))


def test_the_same_meeting_is_the_same_bytes():
    assert invitation(MEETING) == invitation(MEETING)


@pytest.mark.parametrize("name", ['Jean "Jojo" Dupont; Cie, SA: 1', "محمد السعيد", "Léa 🌻", "Zoé\r\nATTENDEE:x"])
def test_any_name_makes_one_attendee(name):
    found = event(replace(MEETING, attendee=Mailbox(name, "zoe@exemple.fr")))

    assert found["ATTENDEE"] == "mailto:zoe@exemple.fr"
    assert found["ATTENDEE"].params["CN"] == name.replace('"', "’").replace("\r\n", " ")


def test_a_mail_program_finds_the_invitation_in_the_letter():
    message = read(compose(notice(invitation=invitation(MEETING), documents={"c.pdf": b"%PDF"})).as_bytes())

    (part,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]

    assert part.get_param("method") == "REQUEST"
    assert Calendar.from_ical(part.get_payload(decode=True)).events[0]["UID"] == MEETING.id
    assert message.get_content_type() == "multipart/mixed"
    assert message.get_payload(0).get_content_type() == "multipart/alternative"
