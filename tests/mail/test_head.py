"""Every letter says where the record stood: whoever keeps her mail can tell whether it was made anew."""

from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.evidence.witness_facts import HeadsPosted
from governance.record.note import Checkpoint
from governance.words import PersonId
from tests.mail.outbox import SPRING, WITH_MAILBOX, convened, turn, working
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


def test_members_get_it_once_a_quarter_where_nothing_else_left_and_only_if_that_was_chosen(site, cooperative):
    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        seal(outbox._office, cooperative.house, site.slug)
        turn(outbox)
        assert postmaster.received == []

        site.given(HeadsPosted(True))
        for _ in range(2):
            seal(outbox._office, cooperative.house, site.slug)
            turn(outbox)
        assert len(postmaster.received) == len(WITH_MAILBOX)
        assert "à garder" in postmaster.received[0].get_body(("plain",)).get_content()

        with outbox._office.reading() as db:
            db.execute("update public.outbox set asked = asked - interval '4 months'")
        turn(outbox)
        assert len(postmaster.received) == len(WITH_MAILBOX), "nothing was written since"
        site.given(*convened()[:1])
        seal(outbox._office, cooperative.house, site.slug)
        turn(outbox)
        assert len(postmaster.received) == 2 * len(WITH_MAILBOX)


def test_somebody_outside_keeps_the_signed_head_of_each_minutes(site, cooperative):
    site.person("notary", "L’étude", email="etude@notaires.example")
    drawn = [MinutesDrawnUp(SPRING, digest * 64, 1) for digest in "ab"]
    site.given(*convened(), drawn[0], HeadsPosted(False, PersonId("notary")), drawn[1])
    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        assert to_notary(postmaster) == [], "not before it is signed"
        seal(outbox._office, cooperative.house, site.slug)
        for _ in range(2):
            turn(outbox)

    [letter] = to_notary(postmaster)
    [note] = letter.iter_attachments()
    assert note.get_filename() == "tete.note"
    assert Checkpoint.read(note.get_content()) == cooperative.house.heads.last(site.slug)


def to_notary(postmaster) -> list:
    return [one for one in postmaster.received if "etude@" in one["To"]]
