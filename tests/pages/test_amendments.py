"""Amendments through the pages: a member's, voted before the text, and what the text, the decision and PV become."""

import re

import pytest

from governance.decision.facts import DecisionRecorded
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Choice
from governance.words import VoteId
from tests.browser.sitting import AG, cast, gather, gives, open_session
from tests.pages.test_elections import sent
from tests.site import Site
from web.minutes.resolutions import resolutions

PAGE, RENT = "/resolutions/local/amendements", "pour neuf ans"
SHORTER = {"title": "Raccourcir le bail", "passage": RENT, "instead": "pour trois ans"}


@pytest.fixture
def hall(site: Site):
    gather(site)
    open_session(site)
    return site


def voted(site, browser):
    """The next vote on the resolution, opened on its page, adopted and counted: its path."""
    page = sent(site, browser, "/resolutions/local/scrutin", channels="online")
    vote = VoteId(page.url.path.rpartition("/")[2])
    cast(site, vote, alma=Choice.FOR, felix=Choice.FOR)
    gives(site, "irene", CloseVote(vote), CountVote(vote, AG))
    return f"/scrutins/{vote}"


def test_a_members_amendment_is_voted_first_and_changes_the_text(hall):
    irene, felix = hall.browser("irene"), hall.browser("felix")

    assert "Aucun amendement" in felix.get(hall.at(PAGE)).text
    again = sent(hall, felix, f"{PAGE}/nouveau", **SHORTER | {"passage": "des mots absents"}, author="felix")
    assert again.status_code == 409
    assert "Raccourcir le bail" in again.text
    assert "Raccourcir le bail" in sent(hall, felix, f"{PAGE}/nouveau", **SHORTER, author="felix").text
    sent(hall, irene, f"{PAGE}/nouveau", title="Renoncer", passage=RENT, instead="pour un an")
    first, second = re.findall(r'name="place\.([0-9a-f]+)"', irene.get(hall.at(f"{PAGE}/ordre")).text)
    page = sent(hall, irene, f"{PAGE}/ordre", **{f"place.{first}": "1", f"place.{second}": "2"})
    assert "Raccourcir le bail" in page.text.split("Renoncer")[0]
    assert "On vote d’abord l’amendement n° 1" in irene.get(hall.at("/resolutions/local/scrutin")).text

    amendment = irene.get(hall.at(voted(hall, irene))).text

    assert "Amendement à la résolution n° 1" in amendment
    assert "Inscrire au registre" not in amendment
    assert "à inscrire au registre" not in irene.get(hall.at("/")).text
    amended = irene.get(hall.at(PAGE)).text
    assert "sans objet" in amended
    assert "pour trois ans, le local" in amended
    path = voted(hall, irene)
    assert "pour trois ans" in irene.get(hall.at(path)).text
    sent(hall, irene, f"{path}/decision")
    [decision] = [fact for fact in hall.facts if isinstance(fact, DecisionRecorded)]
    assert "pour trois ans" in decision.text
    assert "2 amendements proposés" in felix.get(hall.at(f"/decisions/{decision.decision}")).text
    with hall.office.reading() as db:
        [local, _] = resolutions(db, {"id": "ag"})
    assert "pour trois ans" in local["text"]
    assert local["amendments"].startswith("Amendement n° 1, «\xa0Raccourcir le bail\xa0»\xa0: adopté.")


def test_a_member_neither_ranks_nor_withdraws(hall):
    felix = hall.browser("felix")

    assert felix.get(hall.at(f"{PAGE}/ordre")).status_code == 403
    assert felix.get(hall.at(f"{PAGE}/rien/retrait")).status_code == 403
