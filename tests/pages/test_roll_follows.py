"""From the notice to the opening, the page of the roll says who came, who left and who moved; newcomers are told."""

from governance.assembly.facts import RollSealed
from governance.membership.facts import Cause, MemberLeft
from governance.words import MemberId
from projections.assembly import notices
from tests.hall import MEMBERS, Somebody, welcome
from tests.pages.hall import words
from web.falling_due import follow_movements
from web.members import today


def test_the_roll_follows_who_came_and_who_left(hall):
    hall.convene()
    looked = {}
    follow_movements(hall.site.office, looked)
    welcome(hall.site, Somebody("gino", "Gino Tallard", "benevoles", "benevoles"))
    hall.site.given(MemberLeft(MemberId("felix"), Cause.WITHDRAWAL, today()))
    follow_movements(hall.site.office, looked)
    follow_movements(hall.site.office, {})

    page = words(hall.irene.get(hall.path("/liste")))
    assert "Gino Tallard vote désormais" in page
    assert "Félix Manteyer ne vote plus : a quitté la coopérative" in page
    assert [seal.mandates for seal in hall.facts(RollSealed)] == [len(MEMBERS), len(MEMBERS)]
    with hall.site.office.reading() as db:
        assert "gino" in {row["recipient"] for row in notices.due(db, today())}
