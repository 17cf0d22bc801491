"""What is due leaves once, to the right person, through a real mail server."""

import re
from threading import Event, Thread

import psycopg
import pytest

from governance.assembly.facts import (
    NoticeSent,
)
from tests.hall import settle
from tests.mail.outbox import WITH_MAILBOX, convened, facts, link, rows, turn, working
from tests.mail.post import post_office
from tests.site import open_site


def test_a_notice_leaves_for_each_voter_who_has_a_mailbox(site, cooperative):
    site.given(*convened())

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)

    assert {message["To"].addresses[0].addr_spec for message in postmaster.received} == {
        f"{name}@exemple.fr" for name in WITH_MAILBOX
    }
    assert len(postmaster.received) == len(WITH_MAILBOX)
    assert {fact.person.removesuffix(".voix") for fact in facts(site, NoticeSent)} == set(WITH_MAILBOX)
    assert len(facts(site, NoticeSent)) == len(WITH_MAILBOX)


def test_a_notice_says_all_and_opens_the_meeting(site, cooperative):
    site.given(*convened())

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
    letter = next(one for one in postmaster.received if "Chloé" in one["To"])

    assert "Assemblée annuelle" in letter["Subject"]
    kinds = [part.get_content_type() for part in letter.walk()]
    assert {"text/calendar", "application/pdf"} <= set(kinds)
    browser = site.browser()
    assert "Chloé Vitrolles" in browser.get(link(letter)).text
    opened = browser.post(link(letter))
    assert opened.url.path == site.at("/assemblees/spring")
    assert "Recyclerie de la Luye" in opened.text


def test_a_link_to_sign_in_leaves_at_once(site, cooperative):
    site.browser().post(site.at("/connexion"), data={"email": "irene@exemple.fr", "gesture": "0" * 32})

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)

    [letter] = postmaster.received
    browser = site.browser()
    assert "Bonjour, Irène Laye" in browser.post(link(letter)).text


def test_two_workers_send_each_letter_once(site, cooperative):
    site.given(*convened())

    with (
        post_office() as (postmaster, server),
        working(site, cooperative, server) as one,
        working(site, cooperative, server) as other,
    ):
        threads = [Thread(target=turn, args=[outbox]) for outbox in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    ids = [message["Message-ID"] for message in postmaster.received]
    assert len(ids) == len(set(ids)) == len(WITH_MAILBOX)
    assert len(facts(site, NoticeSent)) == len(WITH_MAILBOX)


def test_a_letter_whose_note_was_lost_leaves_again_under_the_same_name(site, cooperative):
    """The database goes away between the server's answer and the note of it."""
    site.given(*convened())

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        accept, cut = postmaster.handle_DATA, []

        async def accept_and_cut(*words):
            answer = await accept(*words)
            if not cut:
                cut.append(True)
                _cut_off_the_worker(cooperative)
            return answer

        postmaster.handle_DATA = accept_and_cut
        outbox.fill()
        with pytest.raises(psycopg.OperationalError):
            outbox.send(Event())
        turn(outbox)

    ids = [message["Message-ID"] for message in postmaster.received]
    assert len(ids) == len(WITH_MAILBOX) + 1
    assert len(set(ids)) == len(WITH_MAILBOX)
    assert len(facts(site, NoticeSent)) == len(WITH_MAILBOX)


def _cut_off_the_worker(cooperative):
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = %s and usename = 'palabre_worker' and state = 'idle in transaction'",
            [cooperative.name],
        )


def test_what_is_kept_of_a_letter_opens_no_door(site, cooperative):
    site.given(*convened())

    with post_office() as (_, server), working(site, cooperative, server) as outbox:
        turn(outbox)

    with site.office.reading() as db:
        kept = [site.office.vault.read_letter(db, row["recipient"], row["message"]) for row in rows(site)]
    assert all(b"Message-ID" in letter and b"/entrer/" not in letter for letter in kept)


def test_in_a_demonstration_letters_stay_here_and_can_be_read(cooperative):
    with open_site(cooperative, demonstration=True) as site:
        settle(site)
        site.given(*convened())
        with working(site, cooperative) as outbox:
            turn(outbox)
        browser = site.browser()
        first = re.search(r'href="([^"]+/courrier/\d+)"', browser.get(site.at("/courrier")).text)[1]
        letter = browser.get(first).text

        assert "Convocation" in letter
        assert "convocation.pdf" in letter
        assert browser.get(f"{first}/0").headers["content-type"].startswith("text/calendar")
        assert browser.get(f"{first}/9").status_code == 404
        entrance = re.search(r"http://palabre\.test(/[^\"]+/entrer/[^\"]+)", letter)[1]
        assert browser.post(entrance).url.path == site.at("/assemblees/spring")
        assert len(facts(site, NoticeSent)) == len(WITH_MAILBOX)
