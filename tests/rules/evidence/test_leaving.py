"""A sealed dossier leaves: published at an address that may be closed, handed to an organisation on a day."""

from dataclasses import replace

import pytest

from governance.evidence.disclosure_facts import FieldsDisclosed, Ground
from governance.evidence.facts import Digest, DossierSealed
from governance.evidence.given_facts import (
    DossierHanded,
    DossierPublished,
    HandingId,
    Means,
    PublicationEnded,
    PublicationId,
)
from governance.evidence.hand import HandDossier
from governance.evidence.publish import EndPublication, PublishDossier
from governance.membership.person_facts import Shown
from governance.words import Day, DossierId, PersonId, Public
from tests.gwt import given
from tests.rules.evidence.label import LABEL

ONE, THERE, TODAY = DossierId("d1"), PublicationId("p1"), Day("2026-03-02")
sealed = DossierSealed(ONE, LABEL, Day("2026-03-01"), 41, 40, Digest("c" * 64), Digest("d" * 64), ())
publish = PublishDossier(THERE, ONE, listed=False, until=Day("2026-06-30"))
published = DossierPublished(THERE, ONE, False, TODAY, Day("2026-06-30"))
ended = PublicationEnded(THERE, TODAY)
consented = (Shown.NAME,), Public("Le jury les appelle"), Ground.CONSENT, Public("écrit du 1er mars")
named = FieldsDisclosed(ONE, PersonId("ana"), *consented)
hand = HandDossier(HandingId("h1"), ONE, Public("Jury French Impact"), Means.EMAIL, TODAY)
handed = DossierHanded(HandingId("h1"), ONE, Public("Jury French Impact"), Means.EMAIL, TODAY, sealed.digest)


def test_a_dossier_is_published_once_until_a_day_then_its_address_is_closed_once():
    given(sealed).when(publish).then(published)
    given(sealed, published).when(publish).then()
    given(published).when(EndPublication(THERE)).then(ended)
    given(published, ended).when(EndPublication(THERE)).then()


def test_a_dossier_that_names_persons_is_published_at_a_secret_address_alone():
    given(sealed, named).when(publish).then(published)


def test_a_dossier_handed_says_which_version_and_is_noted_once():
    given(sealed).when(hand).then(handed)
    given(sealed, handed).when(hand).then()


@pytest.mark.parametrize(
    ("past", "asked", "reason"),
    [
        ([], publish, "unknown-dossier"),
        ([sealed], replace(publish, until=Day("2026-03-01")), "published-until-the-past"),
        ([sealed], replace(publish, until=Day("2026-06")), "full-day-needed"),
        ([sealed, named], replace(publish, listed=True), "published-with-persons"),
        ([], EndPublication(THERE), "unknown-publication"),
        ([], hand, "unknown-dossier"),
        ([sealed], replace(hand, on=Day("2026-03-03")), "day-to-come"),
        ([sealed], replace(hand, on=Day("2026-02-28")), "handed-before-sealed"),
        ([sealed], replace(hand, recipient=Public(" ")), "report-without-words"),
        ([sealed, handed], replace(hand, means=Means.POST), "already-reported"),
    ],
)
def test_what_cannot_leave_is_refused(past, asked, reason):
    given(*past).when(asked).refused(reason)


@pytest.mark.parametrize("asked", [publish, EndPublication(THERE), hand])
def test_a_member_without_office_lets_nothing_leave(asked):
    given(sealed, published).when(asked, by="somebody").refused("not-allowed")
