"""What changed between two days for a member and for a decision: what happened, and what was only learnt."""

import re
from datetime import datetime

import pytest

from governance.command import PALABRE
from governance.decision.facts import DecisionCorrected, DecisionRecorded, Way
from governance.decision.life_facts import FollowUpDone, FollowUpSet, TaskId
from governance.membership.facts import ContactChanged, MemberAdmitted, OfficeLeft, OfficeTaken, RepresentativeNamed
from governance.statutes.facts import Organ, RecordOpened
from governance.words import PARIS, CategoryId, CollegeId, Day, DecisionId, MemberId, Office, PersonId, Public
from tests.conftest import Database
from tests.site import Site, open_site

SPRING, AUTUMN = (datetime(2026, month, 10, 12, tzinfo=PARIS) for month in (3, 10))
LEA, DECISION, TASK = PersonId("lea"), DecisionId("d1"), TaskId("t1")


@pytest.fixture
def told(cooperative: Database):
    """Written in March: an admission of 2024 and an office. In October: that she had left it in May, and more."""
    with open_site(cooperative, opened=False) as site:
        lea = [
            *site.known("lea", "Léa Aubin"),
            MemberAdmitted(MemberId("lea"), CategoryId("c"), CollegeId("c"), Day("2024-02-01")),
        ]
        written(site, SPRING, RecordOpened(Public("Essai"), True), *site.known("sol", "Sol", Office.SECRETARY), *lea)
        text = Public("Bail"), Public("Signer le bail.")
        taken = DecisionRecorded(DECISION, 1, *text, Organ.BOARD, Day("2026-03-09"), Way.COMMON_ACCORD, True)
        asked = FollowUpSet(DECISION, TASK, Public("Appeler le notaire"), LEA, Day("2026-04-01"))
        written(site, SPRING, OfficeTaken(LEA, Office.BOARD, Day("2026-03-10")), taken, asked)
        left = (
            OfficeLeft(LEA, Office.BOARD, Day("2026-05-02")),
            RepresentativeNamed(MemberId("orga"), LEA, Day("2026-10-10")),
        )
        done = FollowUpDone(DECISION, TASK, Day("2026-04-20"))
        fixed = DecisionCorrected(DECISION, *text, Public("Le loyer manquait"), Day("2026-10-10"))
        written(site, AUTUMN, *left, ContactChanged(LEA), done, fixed)
        secretary = site.browser("sol")
        yield lambda path, **days: read(secretary.get(site.at(path), params=days).text)


def read(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split()).replace(" · ", " ")


def written(site: Site, at: datetime, *facts: object) -> None:
    site.office.record.enter(facts, PALABRE, f"g{site.head}", at)
    site.office.wait(site.head)


def test_of_a_member_what_happened_and_what_was_learnt_late(told):
    page = told("/membres/lea/changements", du="2026-05", au="2026-06")
    assert "2 mai 2026 Quitte une fonction : administrateur ou administratrice appris le 10 octobre 2026" in page
    assert "Devient membre" not in page

    happened, learnt = told("/membres/lea/changements", du="2026-10", au="2026-10").split("Ce qu’on a seulement appris")
    assert "10 octobre 2026 Coordonnées changées" in happened
    assert "Une personne est nommée pour représenter" in happened
    assert "2 mai 2026 Quitte une fonction" in learnt

    assert (
        "1er février 2024 Devient membre"
        in told("/membres/lea/changements", du="2026-03", au="2026-03").split("appris")[1]
    )


def test_of_a_decision_too(told):
    page = told("/decisions/d1/changements", du="2026-03", au="2026-04")

    assert "9 mars 2026 Adoptée, sous le n° 1 appris le 10 mars 2026" in page
    assert "10 mars 2026 Suite demandée : Appeler le notaire" in page
    assert "20 avril 2026 Suite faite : Appeler le notaire appris le 10 octobre 2026" in page
    assert "Corrigée" not in page
    assert "Corrigée : Le loyer manquait" in told("/decisions/d1/changements", du="2026-10")


def test_a_day_that_is_none_is_said_and_nothing_is_told(told):
    page = told("/decisions/d1/changements", du="hier")

    assert "Écrivez une date complète" in page
    assert "Adoptée" not in page
