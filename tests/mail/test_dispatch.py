"""A dispatch sorted by what each one said, through a real mail server: a bounce goes by letter, a correction to all."""

from email.message import EmailMessage

import pytest
from icalendar import Calendar

from governance.assembly.convening_facts import NoticeCorrected, NoticePosted
from governance.assembly.dispatch import PostNotices
from governance.assembly.facts import NoticeRefused, NoticeSent
from governance.membership.person_facts import NoticeWithdrawn
from governance.words import Office, PersonId, Public
from projections.assembly import notices
from tests.hall import SINCE, settle
from tests.mail.outbox import SPRING, convened, facts, turn, working
from tests.mail.post import post_office
from tests.site import open_site
from web.members import today

ON_PAPER = {"elsa": "none", "felix": "paper"}  # no mailbox; takes paper


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        settle(site)
        site.given(NoticeWithdrawn(PersonId("felix"), SINCE), *convened())
        yield site


def states(site):
    with site.office.reading() as db:
        return {row["person"]: row["state"] for row in notices.of(db, SPRING, today())}


def sequence(message: EmailMessage) -> int:
    [invitation] = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    [event] = Calendar.from_ical(invitation.get_payload(decode=True)).walk("VEVENT")
    return int(event["SEQUENCE"])


def test_each_goes_her_way_and_a_bounce_goes_by_letter(site, cooperative):
    site.person("irene2", "Irène", Office.SECRETARY)
    bouncing = post_office(to={"alma@exemple.fr": "550 inconnue"})
    with bouncing as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        assert states(site) | ON_PAPER | {"alma": "refused"} == states(site)
        assert list(states(site).values()).count("sent") == 5

        site.office.execute(PostNotices(SPRING, (PersonId("alma"), PersonId("felix")), today()), "irene2", "g1")
        turn(outbox)
        assert len(facts(site, NoticeRefused)) == 1
        assert {fact.person for fact in facts(site, NoticePosted)} == {"alma", "felix"}

        site.given(NoticeCorrected(SPRING, 1, today(), Public("Jardin")))
        turn(outbox)

    assert [sequence(message) for message in postmaster.received] == [0] * 5 + [1] * 5
    assert [fact.edition for fact in facts(site, NoticeSent)] == [0] * 5 + [1] * 5
    assert "corrigée" in postmaster.received[-1]["Subject"]
    assert states(site)["alma"] == "refused"  # the corrected notice bounced too: by letter again
