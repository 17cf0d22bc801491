"""The newsletter: one letter to each who wants it, with the way to leave in one press (RFC 8058)."""

import re

from governance.membership.person_facts import Way
from governance.network.news_facts import NewsDeclined, NewsletterSent, NewsWanted
from governance.words import PersonId
from tests.hall import in_days
from tests.mail.outbox import turn, working
from tests.mail.post import post_office
from tests.rules.network.test_newsletter import LETTER, another, composed
from tests.site import Site

TODAY = in_days(0)


def wants(site: Site, name: str, email: str) -> None:
    site.given(NewsWanted(site.person(name, name.capitalize(), email=email), Way.PAGE, TODAY))


def test_it_reaches_once_whoever_wants_it_and_one_press_ends_it(site: Site, cooperative):
    wants(site, "bea", "bea@exemple.fr")
    wants(site, "carl", "carl@exemple.fr")
    site.given(NewsDeclined(PersonId("carl"), TODAY))
    site.given(composed, NewsletterSent(LETTER, TODAY))
    wants(site, "dana", "dana@exemple.fr")  # after it left

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)
        [letter] = postmaster.received
        leave = letter["List-Unsubscribe"].strip("<>")
        visitor = site.browser()
        forged = visitor.post(re.sub(r"\w$", "z", leave).removeprefix("http://palabre.test"))
        asked = visitor.get(leave.removeprefix("http://palabre.test"))
        left = visitor.post(
            leave.removeprefix("http://palabre.test"),
            content="List-Unsubscribe=One-Click",
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        site.given(another, NewsletterSent(another.newsletter, TODAY))
        turn(outbox)

    assert letter["To"] == "Bea <bea@exemple.fr>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"http://palabre.test/{site.slug}/decisions/d1" in letter.get_body(("plain",)).get_content()
    assert leave in letter.get_body(("plain",)).get_content()
    assert (forged.status_code, asked.status_code, left.status_code) == (404, 200, 200)
    assert [fact.person for fact in site.facts if isinstance(fact, NewsDeclined)] == ["carl", "bea"]
    assert [one["To"] for one in postmaster.received[1:]] == ["Dana <dana@exemple.fr>"]
