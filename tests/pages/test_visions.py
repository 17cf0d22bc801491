"""A vision at the counter: its means and its steps, their dates as they are said, the project that comes of it."""

import pytest

from governance.network.facts import VisionStated, VisionStep
from governance.words import Day, Office, Public
from tests.coop import adopted, scic
from tests.pages.test_roadmap import told, words
from tests.rules.project.roadmap import structures
from tests.site import Site

VISION = {
    "text": "Des ressourceries citoyennes dans chaque vallée.",
    "horizon": "2031",
    "stated_by": "Structure 0",
    "means": "Un local par vallée\nDeux emplois",
    "steps": "06/2028 : ouvrir la première\n2030 : en ouvrir trois\nTrier : un jour, chacun",
    "on": "06/11/2026",
    "gesture": "a" * 32,
}


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), *structures(1))
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def test_a_vision_says_its_means_and_its_steps_and_invents_no_date(site, board):
    for _ in range(2):
        board.post(site.at("/reseau/visions"), data=VISION)

    [vision] = told(site, VisionStated)
    assert vision.member == "s0", "the structure that states it is known by its name"
    assert vision.steps == (
        VisionStep(Public("ouvrir la première"), Day("2028-06")),
        VisionStep(Public("en ouvrir trois"), Day("2030")),
        VisionStep(Public("Trier : un jour, chacun")),
    )
    page = words(board.get(site.at(f"/reseau/visions/{vision.vision}")))
    for said in ("À l’horizon 2031", "Deux emplois", "juin 2028", "sans date", "En faire un projet"):
        assert said in page, said
    assert f"/reseau/visions/{vision.vision}" in board.get(site.at("/reseau")).text


def test_a_step_beyond_the_horizon_is_said_and_nothing_typed_is_lost(site, board):
    page = board.post(site.at("/reseau/visions"), data=VISION | {"steps": "2032 : trop tard"})

    assert page.status_code == 409
    assert "Une étape (2032) vient avant l’horizon (2031)" in words(page)
    assert "2032 : trop tard" in words(page)
    assert told(site, VisionStated) == []


def test_a_vision_that_is_none_is_not_found(site, board):
    assert board.get(site.at("/reseau/visions/nulle")).status_code == 404
