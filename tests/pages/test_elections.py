"""An election through the pages: who stands, what two tellers find on their phones, who sits."""

import json
import re

import pytest

from governance.membership.facts import OfficeTaken
from governance.vote.election_facts import ElectionCounted
from governance.words import Office
from tests.browser.sitting import gather, open_session
from tests.pages.hall import words
from tests.pages.reading import read
from tests.site import Site
from web.recount import recount


@pytest.fixture
def hall(site: Site):
    gather(site)
    open_session(site)
    return site


def sent(site, browser, path, **told):
    gesture = re.search(r'name="gesture" value="([0-9a-f]+)"', browser.get(site.at(path)).text)[1]
    return browser.post(site.at(path), data={"gesture": gesture, **told})


FOUND = {"papers.0": "1", "votes.0-0": "1", "papers.2": "1", "votes.2-1": "1"}  # employees, then volunteers


EVEN = {"papers.0": "2", "votes.0-0": "1", "votes.0-1": "1"}  # in one urn, as many for each


def test_from_who_stands_to_who_sits(hall):
    irene, felix, alma = (hall.browser(who) for who in ("irene", "felix", "alma"))

    assert "Ouvrir l’élection" in irene.get(hall.at("/assemblees/ag")).text
    asked = {"office": "board", "seats": "1"}
    assert sent(hall, irene, "/resolutions/board/election", **asked).status_code == 422
    page = sent(hall, irene, "/resolutions/board/election", **asked, candidates=["alma", "felix"])
    path = page.url.path.removeprefix(hall.at("").rstrip("/"))
    assert "Alma Reynier" in page.text
    assert "On vote encore" in sent(hall, irene, "/assemblees/ag/cloture").text
    sent(hall, felix, f"{path}/urnes", **FOUND)
    sent(hall, irene, f"{path}/cloture")
    assert "Deux scrutateurs doivent trouver" in sent(hall, irene, f"{path}/depouillement").text
    page = sent(hall, alma, f"{path}/urnes", **FOUND | {"votes.2-1": "0", "blank.2": "1"})
    assert "Les deux comptages diffèrent" in page.text
    sent(hall, alma, f"{path}/urnes", **FOUND)
    page = sent(hall, irene, f"{path}/depouillement")

    file = irene.get(hall.at(f"{path}/fichier")).text
    [counted] = [fact.election for fact in hall.facts if isinstance(fact, ElectionCounted)]
    again = json.loads(recount(file))["result"]
    assert [step["key"] for step in again["steps"]] == [step.key for step in counted.steps]
    assert (again["elected"], again["base"]) == (list(counted.elected), str(counted.base))
    assert "Félix Manteyer obtient" in page.text or "Alma Reynier obtient" in page.text or "tour suivant" in page.text
    assert "Ce scrutin est dépouillé" in sent(hall, felix, f"{path}/urnes", **FOUND).text


def test_who_is_not_a_teller_counts_nothing_and_a_member_opens_nothing(hall):
    irene, basile = hall.browser("irene"), hall.browser("basile")
    page = sent(hall, irene, "/resolutions/board/election", office="board", seats="2", candidates=["alma", "felix"])
    path = page.url.path.removeprefix(hall.at("").rstrip("/"))

    assert "Qui a dépouillé" in sent(hall, basile, f"{path}/urnes", **FOUND).text
    assert basile.get(hall.at("/resolutions/board/election")).status_code == 403
    assert basile.get(hall.at(f"{path}/decision")).status_code == 403


def test_the_elected_hold_their_office_by_a_decision_of_the_register(hall):
    irene, felix = hall.browser("irene"), hall.browser("felix")
    page = sent(hall, irene, "/resolutions/board/election", office="board", seats="2", candidates=["alma", "felix"])
    path = page.url.path.removeprefix(hall.at("").rstrip("/"))
    both = {"papers.0": "1", "votes.0-0": "1", "votes.0-1": "1", "papers.2": "1", "votes.2-0": "1", "votes.2-1": "1"}
    for browser in (felix, irene):
        sent(hall, browser, f"{path}/urnes", **both)
    for act in ("cloture", "depouillement"):
        sent(hall, irene, f"{path}/{act}")

    decision = sent(hall, irene, f"{path}/decision")

    assert "L’élection et son calcul" in decision.text
    assert "Décision n° 1" in decision.text.replace("\u202f", " ").replace("\xa0", " ")
    assert sent(hall, irene, f"{path}/decision").url == decision.url.copy_with(query=None), "from another tab"
    assert [(f.person, f.office) for f in hall.facts if isinstance(f, OfficeTaken)][-2:] == [
        ("alma", Office.BOARD), ("felix", Office.BOARD),
    ]  # fmt: skip

    sent(hall, irene, "/assemblees/ag/cloture")
    minutes = read("pdf", irene.get(hall.at("/assemblees/ag/proces-verbal/projet.pdf")).content)
    assert "Administrateur ou administratrice, 2 sièges, tour 1" in minutes
    assert "Félix Manteyer 2 élu·e" in minutes
    assert "Félix Manteyer (scrutateur ou scrutatrice)" in minutes
    solid = words(irene.get(hall.at("/assemblees/ag/solidite")))
    assert "Élire le conseil d’administration, tour 1 Alma Reynier, Félix Manteyer – marge : non calculée" in solid


def test_a_tie_in_the_last_round_is_parted_by_age(hall):
    irene, felix = hall.browser("irene"), hall.browser("felix")
    page = sent(hall, irene, "/resolutions/board/election", office="board", seats="1", candidates=["alma", "felix"])
    for turn in range(2):
        path = page.url.path.removeprefix(hall.at("").rstrip("/"))
        for browser in (felix, irene):
            sent(hall, browser, f"{path}/urnes", **EVEN)
        sent(hall, hall.browser("alma"), f"{path}/urnes", **EVEN)
        for act in ("cloture", "depouillement"):
            page = sent(hall, irene, f"{path}/{act}")
        if turn == 0:
            page = sent(hall, irene, f"{path}/tour-suivant")
    assert "Départager par l’âge" in page.text
    again = sent(hall, irene, f"{path}/egalite", **{"place.alma": "1", "place.felix": "1"})
    assert "une place différente" in again.text

    page = sent(hall, irene, f"{path}/egalite", **{"place.alma": "2", "place.felix": "1"})

    assert "Félix Manteyer obtient un siège" in page.text.replace("\xa0", " ")
    file = irene.get(hall.at(f"{path}/fichier")).text
    assert json.loads(recount(file))["result"]["elected"] == ["felix"]
