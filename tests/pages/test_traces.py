"""The trace at the counter: from a post-it to the evidence and back, page after page."""

import re
from itertools import pairwise

import pytest

from governance.evidence.trace_facts import LedTo, LinkTakenBack
from governance.network.action_facts import ActionId, ActionSet
from governance.words import Day, Office, Public
from tests.coop import admitted, adopted, scic
from tests.pages.test_roadmap import told, words
from tests.rules.evidence.label import TERRITORY, attached, pursued
from tests.rules.network.test_prioritise import VICHY, opened, placed
from tests.rules.project.roadmap import PILOT, ROADMAP
from tests.rules.project.test_reach import D1, decided
from tests.site import Site

BOARD = opened.boards[0].board
NOTE = placed("n1", board=BOARD)
ACTION = ActionSet(ActionId("visite"), Public("Visiter un pôle"), Day("2026-01-05"))
WAY = [
    f"note.{NOTE.note}",
    f"axis.{VICHY}.{BOARD}",
    "action.visite",
    f"decision.{D1}",
    f"milestone.{PILOT}",
    "piece.carte",
]
PAGES = {
    "action.visite": "/reseau/actions/visite",
    f"decision.{D1}": f"/decisions/{D1}",
    f"milestone.{PILOT}": f"/feuille-de-route/{PILOT}",
}


def page_of(thing: str) -> str:
    return PAGES.get(thing, f"/fil/{thing}")


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), *ROADMAP, opened, NOTE, ACTION, decided, pursued, attached("carte", TERRITORY))
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def link(site: Site, browser, one: str, other: str, number: int, way: str = "on"):
    given = {"other": other, "way": way, "gesture": f"{number:032x}"}
    return browser.post(site.at(f"/fil/{one}/liens"), data=given)


def join(site: Site, browser) -> None:
    """The note is on its axis already: the record says it."""
    for number, (one, other) in enumerate(pairwise(WAY[1:]), 1):
        assert link(site, browser, one, other, number).status_code == 200


def part(page, title: str) -> list[str]:
    """Where one half of the trace leads, in its order."""
    whole = re.search(rf"<h2>{title}</h2>(.*?)(?:<h2>|</section>)", page.text, re.S)
    return (
        re.findall(r'</small> <a href="[^"]*?(/(?:fil|reseau|decisions|feuille-de-route|projets)[^"]*)"', whole[1])
        if whole
        else []
    )


def test_from_a_post_it_to_the_evidence_and_back_through_pages(site, board):
    join(site, board)

    there, back = [WAY[0]], [WAY[-1]]
    for forth, trail, title in ((WAY, there, "Ce que cela a donné"), (WAY[::-1], back, "D’où cela vient")):
        for expected in forth[1:]:
            page = board.get(site.at(page_of(trail[-1])))
            assert page.status_code == 200
            leads = part(page, title)
            assert page_of(expected) in leads
            assert page_of(forth[-1]) in leads, "the far end is seen from every page of the way"
            trail.append(expected)
    assert there == WAY
    assert back == WAY[::-1]


def test_either_end_may_state_it_and_twice_is_once(site, board):
    for _ in range(2):
        link(site, board, WAY[4], WAY[3], 1, way="back")

    assert told(site, LedTo) == [LedTo(WAY[3], WAY[4], told(site, LedTo)[0].on)]


def test_an_action_is_born_of_a_priority(site, board):
    form = board.get(site.at(f"/reseau/actions/nouvelle?de={WAY[1]}")).text
    assert f'name="origin" value="{WAY[1]}"' in form

    given = {"what": "Monter un agenda", "priority": "first", "origin": WAY[1], "gesture": "a" * 32}
    page = board.post(site.at("/reseau/actions/nouvelle"), data=given)

    assert page_of(WAY[1]) in part(page, "D’où cela vient")
    assert page_of(WAY[0]) in part(page, "D’où cela vient")


def test_a_link_is_taken_back_with_its_reason_and_what_the_record_says_by_itself_is_not(site, board):
    join(site, board)

    page = board.get(site.at(f"/decisions/{D1}"))
    assert f"/fil/{WAY[3]}/liens/{WAY[4]}" in page.text
    assert f"/fil/{WAY[0]}/liens" not in board.get(site.at(page_of(WAY[1]))).text, "a note is on its axis for good"
    undo = site.at(f"/fil/{WAY[3]}/liens/{WAY[4]}")
    assert "obligatoire" in words(board.post(undo, data={"gesture": "f" * 32, "reason": ""}))
    after = board.post(undo, data={"gesture": "e" * 32, "reason": "Une autre décision."})
    assert page_of(WAY[4]) not in part(after, "Ce que cela a donné")
    assert len(told(site, LinkTakenBack)) == 1


def test_what_is_wrong_is_said_and_what_is_nowhere_is_not_found(site, board):
    assert link(site, board, WAY[2], "decision.nulle", 1).status_code == 409
    assert link(site, board, WAY[2], WAY[2], 2).status_code == 409
    for path in ("/fil/nul.rien", "/fil/note.nulle", "/fil/note", f"/fil/{WAY[0]}/liens/decision.nulle"):
        assert board.get(site.at(path)).status_code == 404, path
    assert "Visiter un pôle" in words(board.get(site.at(f"/fil/{WAY[0]}/liens?genre=action")))
    assert board.get(site.at(f"/fil/{WAY[0]}/liens?genre=nul")).status_code == 200


def test_a_member_follows_the_trace_and_links_nothing(site, board):
    join(site, board)
    site.given(admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))

    page = member.get(site.at(f"/fil/{WAY[0]}"))

    assert page_of(WAY[-1]) in part(page, "Ce que cela a donné")
    assert "Relier" not in words(page)
    assert "Télécharger" not in words(member.get(site.at(page_of(WAY[-1]))))
    assert link(site, member, WAY[0], WAY[2], 50).status_code == 403
