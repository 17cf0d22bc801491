"""Notices by post: ordinary letters together, registered ones by their number, a scan of what was stamped."""

from dataclasses import replace

import pytest

from governance.assembly.convening_facts import NoticeCorrected, NoticePosted, PostingProved
from governance.assembly.dispatch import (
    RETURNED,
    NoteReturn,
    Post,
    PostNotices,
    PostRegistered,
    ProvePosting,
    by_post,
)
from governance.assembly.facts import NoticeHandedOver, NoticeRefused, NoticeSent
from governance.assembly.notices import HandOverNotice, RecordDelivery
from governance.command import PALABRE
from governance.statutes.facts import Form, Organ
from governance.words import Day, PersonId, Public
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, convened, ready

ALMA, BASILE, TODAY = PersonId("alma"), PersonId("basile"), Day("2026-03-02")
corrected = NoticeCorrected(SPRING, 1, TODAY, Public("Jardin"))
register = PostRegistered(SPRING, ALMA, "1a 123 456 7890 1", TODAY)
registered = NoticePosted(SPRING, ALMA, TODAY, "1A12345678901")
proof = ProvePosting(SPRING, "a" * 64, 9, "application/pdf", TODAY)


@pytest.mark.parametrize(
    ("form", "organ", "post"),
    [
        (Form.SARL, Organ.ASSEMBLY, Post.REGISTERED),
        (Form.SARL, Organ.BOARD, Post.LETTER),
        (Form.SA, Organ.ASSEMBLY, Post.LETTER),
        (Form.SAS, Organ.ASSEMBLY, Post.LETTER),
        (Form.ASSOCIATION, Organ.ASSEMBLY, Post.LETTER),
    ],
)
def test_the_law_of_the_form_says_whether_a_letter_is_registered(form, organ, post):
    assert by_post(form, organ) is post


def test_ordinary_letters_are_posted_together_and_once():
    post = PostNotices(SPRING, (ALMA, BASILE), TODAY)
    gone = [NoticePosted(SPRING, ALMA, TODAY), NoticePosted(SPRING, BASILE, TODAY)]

    given(*ready).when(post).then(*gone)
    given(*ready, gone[0]).when(post).then(gone[1])
    given(*ready, *gone, corrected).when(post).then(*(replace(one, edition=1) for one in gone))


def test_a_registered_letter_bears_one_number_and_a_number_one_letter():
    given(*ready).when(register).then(registered)
    given(*ready, registered).when(register).then()
    given(*ready, registered).when(replace(register, number="2C98765432109")).then(
        replace(registered, number="2C98765432109")
    )
    given(*ready, registered).when(replace(register, person=BASILE)).refused("number-already-used")
    given(*ready).when(replace(register, number="à remplir")).refused("not-a-tracking-number")


def test_a_letter_that_came_back_goes_another_way():
    sent, back = NoticeSent(SPRING, ALMA, "1@p"), NoticeRefused(SPRING, ALMA, RETURNED)

    given(*ready, sent).when(NoteReturn(SPRING, ALMA)).then(back)
    given(*ready, sent, back).when(NoteReturn(SPRING, ALMA)).then()
    given(*ready).when(NoteReturn(SPRING, ALMA)).refused("notice-not-sent")
    given(*ready, sent, corrected).when(NoteReturn(SPRING, ALMA)).refused("notice-not-sent")


def test_the_stamped_slips_are_bound_by_their_digest():
    proved = PostingProved(SPRING, proof.digest, 9, "application/pdf", TODAY)

    given(*ready).when(proof).then(proved)
    given(*ready, proved).when(proof).then()
    given(*ready).when(replace(proof, size=0)).refused("file-size")


@pytest.mark.parametrize("act", [PostNotices(SPRING, (ALMA,), TODAY), register, NoteReturn(SPRING, ALMA), proof])
def test_nothing_is_posted_before_the_meeting_is_convened_nor_on_a_day_to_come(act):
    given(*(fact for fact in ready if fact is not convened)).when(act).refused("not-convened")
    if hasattr(act, "on"):
        given(*ready).when(replace(act, on=Day("2026-03-03"))).refused("day-to-come")


def test_a_corrected_notice_is_sent_and_handed_over_again():
    sent, handed = NoticeSent(SPRING, ALMA, "1@p"), NoticeHandedOver(SPRING, ALMA, TODAY)

    given(*ready, sent, corrected).when(RecordDelivery(SPRING, ALMA, "2@p", edition=1), by=PALABRE).then(
        NoticeSent(SPRING, ALMA, "2@p", 1)
    )
    given(*ready, sent).when(RecordDelivery(SPRING, ALMA, "2@p", edition=1), by=PALABRE).refused("not-convened")
    given(*ready, handed, corrected).when(HandOverNotice(SPRING, ALMA, TODAY)).then(replace(handed, edition=1))
