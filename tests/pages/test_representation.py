"""Who speaks for a collège at one meeting, whatever mandates there are; an advisory one is said so."""

import pytest

from governance.network.meeting_facts import AttendanceNoted
from governance.words import Office
from tests.coop import adopted, association
from tests.pages.test_roadmap import told, words
from tests.rules.network.test_reports import met
from tests.site import Site

HERE = f"/reseau/reunions/{met.meeting}"


@pytest.fixture
def board(site: Site):
    site.given(adopted(association()), met)
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD, Office.SECRETARY))


def come(site: Site, browser, number: int, **said):
    given = {"gesture": f"{number:032x}", "presence": "present"} | said
    return browser.post(site.at(f"{HERE}/presence"), data=given)


def test_a_collège_is_represented_at_this_meeting_alone(site, board):
    form = board.get(site.at(f"{HERE}/presence"))
    assert "Représente le collège" in words(form)
    for number in (1, 1):
        come(site, board, number, organisation="Laurent et compagnie", college="createurs")
    come(site, board, 2, person="Ada Byron", college="salaries")

    lines = told(site, AttendanceNoted)
    assert [line.college for line in lines] == ["createurs", "salaries"]
    page = words(board.get(site.at(HERE)))
    assert "Laurent et compagnie · représente : Collège des créateurs" in page
    assert page.count("(consultatif)") == 1
    text = board.get(site.at(f"{HERE}/compte-rendu.pdf"))
    assert text.status_code == 200


def test_a_collège_that_the_statutes_do_not_know_is_refused(site, board):
    page = come(site, board, 1, organisation="Le collectif", college="nul")

    assert page.status_code == 409
    assert "nul" in words(page)
    assert "Le collectif" in words(page)
    assert told(site, AttendanceNoted) == []
