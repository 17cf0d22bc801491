"""Whoever offered to do something is reminded once, a week before its day or that of its meeting; never of a month."""

from dataclasses import replace

from governance.network.action_facts import ActionDone, ActionId, ActionSet, HelpOffered, HelpWithdrawn
from governance.words import Day, PersonId, Public
from projections.network import actions
from tests.hall import in_days
from tests.mail.outbox import link, turn, working
from tests.mail.post import post_office
from tests.rules.network.test_meetings import planned
from tests.site import Site

ALMA, IRENE, TODAY = PersonId("alma"), PersonId("irene"), in_days(0)


def action(name: str, **until) -> ActionSet:
    return ActionSet(ActionId(name), Public(f"Faire {name}"), TODAY, **until)


def helps(name: str, who: PersonId = ALMA) -> HelpOffered:
    return HelpOffered(ActionId(name), TODAY, person=who)


def test_a_reminder_leaves_once_and_anew_if_the_day_moves(site: Site, cooperative):
    soon = action("soon", due=in_days(3))
    month = Day(str(in_days(3))[:7])
    site.given(replace(planned, day=in_days(5), group=None), soon, helps("soon"), helps("soon", IRENE))
    site.given(HelpWithdrawn(soon.action, TODAY, person=IRENE))
    site.given(action("meet", due_meeting=planned.meeting), helps("meet"))
    for name, until in (("far", in_days(20)), ("past", in_days(-1)), ("vague", month), ("done", in_days(1))):
        site.given(action(name, due=until), helps(name))
    site.given(ActionDone(ActionId("done"), TODAY))

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        site.given(replace(soon, what=Public("Le faire vite")))  # other words, the same day
        turn(outbox)
        assert sorted(one["Subject"] for one in postmaster.received) == ["À faire : Faire meet", "À faire : Faire soon"]
        site.given(replace(soon, due=in_days(4)))
        turn(outbox)

    assert len(postmaster.received) == 3
    with site.office.reading() as db:
        assert actions.reminded(db, soon.action)["people"] == 1
    assert site.browser().post(link(postmaster.received[0])).url.path.startswith(site.at("/reseau/actions/"))
