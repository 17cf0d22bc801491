"""Every letter says where the record stood: whoever keeps her mail can tell whether it was made anew."""

from tests.mail.outbox import convened, turn, working
from tests.mail.post import post_office
from web.worker import seal


def test_a_letter_bears_the_head_that_was_signed(site, cooperative):
    site.given(*convened())
    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        seal(outbox._office, cooperative.house, site.slug)
        turn(outbox)

    with site.office.reading() as db:
        [head] = db.execute("select size, root from public.checkpoint").fetchall()
    words = postmaster.received[0].get_body(("plain",)).get_content()
    page = postmaster.received[0].get_body(("html",)).get_content()
    assert head["root"].hex() in words.replace("=\n", "")
    assert head["root"].hex() in page


def test_before_anything_is_signed_it_says_nothing_of_it(site, cooperative):
    site.given(*convened())
    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)

    assert "sous cette tête" not in postmaster.received[0].get_body(("plain",)).get_content()
