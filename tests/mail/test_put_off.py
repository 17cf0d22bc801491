"""A letter that does not leave is kept, tried later or given up, and says why."""

from dataclasses import replace

import pytest

from governance.assembly.facts import (
    NoticeRefused,
    NoticeSent,
)
from governance.words import (
    PersonId,
)
from tests.hall import in_days
from tests.mail.outbox import SPRING, WITH_MAILBOX, convened, facts, in_haste, rows, turn, working
from tests.mail.post import HANG_UP, post_office


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
