"""Letters about meetings: the invitation, the report to who came and was excused, and what a newcomer is given."""

from governance.network.meeting_facts import (
    AttendanceId,
    AttendanceNoted,
    MeetingInvited,
    PackGiven,
    Presence,
    ReportSent,
)
from governance.words import PersonId
from projections.network import meetings
from tests.hall import in_days
from tests.mail.outbox import turn, working
from tests.mail.post import post_office
from tests.rules.network.test_meetings import planned
from tests.rules.network.test_reports import formed, met
from tests.site import Site

ALMA = PersonId("alma")
TODAY = in_days(0)


def test_each_letter_leaves_once_with_its_reports(site: Site, cooperative):
    past = type(met)(**vars(met) | {"meeting": "past", "group": formed.group})
    came = AttendanceNoted(AttendanceId("a"), past.meeting, Presence.EXCUSED, TODAY, person=ALMA)
    site.given(formed, planned, past, came, MeetingInvited(planned.meeting, (ALMA,), TODAY))
    site.given(ReportSent(past.meeting, (ALMA,), TODAY), PackGiven(formed.group, (ALMA,), TODAY))
    with site.office.reading() as db:
        assert [row["id"] for row in meetings.reached(db, past.meeting)] == [ALMA]

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)

    told = {one["Subject"]: [part.get_filename() for part in one.iter_attachments()] for one in postmaster.received}
    assert len(postmaster.received) == 3
    assert told["Invitation : Réunion collective 3"] == []
    assert told["Compte rendu : Forum de l’ESS"] == ["compte-rendu.pdf"]
    assert told["Pour rejoindre le groupe : Structures proactives"] == ["compte-rendu-2018-11-06-past.pdf"]
