"""What is due leaves once, to the right person, through a real mail server; what cannot leave is kept and said."""

import re
from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Thread

import psycopg
import pytest

from governance.assembly.facts import (
    AssemblyConvened,
    AssemblyPlanned,
    MandateEntered,
    Matter,
    NoticeRefused,
    NoticeSent,
    ResolutionTabled,
    RollSealed,
)
from governance.statutes.facts import Kind, Organ
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    MemberId,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
)
from tests.hall import MEMBERS, in_days, settle
from tests.mail.post import HANG_UP, post_office
from tests.site import open_site
from web.members import today
from web.notices import Post
from web.office import Office
from web.outbox import Outbox

SPRING = AssemblyId("spring")
WITH_MAILBOX = {one.id: one for one in MEMBERS if one.email}


def convened(day=None):
    """An assembly whose notice was just fixed."""
    lines = [
        MandateEntered(
            SPRING,
            MemberId(one.id),
            PersonId(f"{one.id}.voix" if one.speaker else one.id),
            CategoryId(one.category),
            CollegeId(one.college),
            True,
            None,
        )
        for one in MEMBERS
    ]
    day = day or in_days(20)
    return [
        AssemblyPlanned(SPRING, Organ.ASSEMBLY, Public("Assemblée annuelle"), day, "18:30", Public("Gap")),
        ResolutionTabled(
            SPRING, ResolutionId("r1"), 1, Kind.ORDINARY, Matter.GENERAL, Public("Comptes"), Public("Texte.")
        ),
        *lines,
        RollSealed(SPRING, StatutesId("v1"), len(lines), ()),
        AssemblyConvened(SPRING, today(), StatutesId("v1"), 20, 15, Public("20.1")),
    ]


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        settle(site)
        yield site


@contextmanager
def working(site, cooperative, server=None):
    """The outbox as the worker holds it."""
    office = Office(cooperative.conninfo("worker"), cooperative.house.master_key())
    yield Outbox(office, site.slug, Post("http://palabre.test", "secretariat@coop.example", server))
    office.close()


def turn(outbox):
    outbox.fill()
    outbox.send(Event())
    outbox.tell()


def rows(site, what="*"):
    with site.office.reading() as db:
        return db.execute(f"select {what} from public.outbox order by id").fetchall()


def facts(site, kind):
    return [fact for fact in site.facts if isinstance(fact, kind)]


def in_haste(cooperative):
    """As if the delay before the next attempt had passed."""
    with psycopg.connect(cooperative.conninfo("owner")) as db:
        db.execute("update public.outbox set next_try = now() - interval '1 second'")


def link(message):
    [found] = re.findall(r"http://palabre\.test(/\S+)", message.get_body(("plain",)).get_content())
    return found


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


@pytest.mark.parametrize("answer", ["451 plus tard", HANG_UP])
def test_a_letter_put_off_is_kept_and_tried_later(site, cooperative, answer):
    site.given(*convened())
    moody = {"alma@exemple.fr": answer}

    with post_office(letter=moody) as (_, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)
        [waiting] = [row for row in rows(site) if row["recipient"] == "alma"]
        page = site.browser("irene").get(site.at("/assemblees/spring/convocations")).text
    in_haste(cooperative)
    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)

    assert (waiting["state"], waiting["attempts"]) == ("due", 1)
    assert waiting["answer"] in page
    assert [message["To"].addresses[0].addr_spec for message in postmaster.received] == ["alma@exemple.fr"]
    assert len(facts(site, NoticeSent)) == len(WITH_MAILBOX)


def test_a_link_that_did_not_leave_opens_nothing(site, cooperative):
    site.given(*convened())
    refusing = {f"{name}@exemple.fr": "451 plus tard" for name in WITH_MAILBOX}

    with post_office(letter=refusing) as (_, server), working(site, cooperative, server) as outbox:
        turn(outbox)

    with site.office.reading() as db:
        assert db.execute("select count(*) as links from public.entrance").fetchone()["links"] == 0


def test_the_next_attempt_comes_later_and_later(site, cooperative):
    site.given(*convened())
    refusing = {f"{name}@exemple.fr": "451 plus tard" for name in WITH_MAILBOX}
    delays = []

    with post_office(letter=refusing) as (_, server), working(site, cooperative, server) as outbox:
        for _again in range(9):
            turn(outbox)
            delays.append(rows(site, "round(extract(epoch from next_try - now()) / 60) as minutes")[0]["minutes"])
            in_haste(cooperative)

    assert [int(delay) for delay in delays] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_letter_refused_for_good_is_written_with_its_code_alone(site, cooperative):
    site.given(*convened())
    full = {"alma@exemple.fr": "550 alma@exemple.fr: boîte inconnue"}

    with post_office(to=full) as (_, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)

    assert facts(site, NoticeRefused) == [NoticeRefused(SPRING, PersonId("alma"), "550")]
    page = site.browser("irene").get(site.at("/assemblees/spring/convocations")).text
    assert "son serveur a refusé la lettre (550)" in page
    assert "alma@exemple.fr" not in page


def test_without_a_server_letters_wait_and_say_why(site, cooperative):
    site.given(*convened())

    with working(site, cooperative) as outbox:
        turn(outbox)

    assert {(row["state"], row["answer"]) for row in rows(site)} == {("due", "aucun serveur de courrier")}
    assert site.browser().get(site.at("/courrier")).status_code == 404


def test_a_notice_is_of_no_use_after_the_meeting(site, cooperative):
    site.given(*convened())
    with working(site, cooperative) as outbox:
        outbox.fill()
    site.given(replace(convened()[0], day=in_days(-2)))

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)

    assert postmaster.received == []
    assert {row["answer"] for row in rows(site)} == {"trop tard"}


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
