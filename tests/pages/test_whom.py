"""Choosing one among many: a name is typed, the form comes back as it stood with those who answer."""

import re

import pytest

from governance.network.card_facts import CardWritten
from governance.words import Office
from tests.coop import admitted, adopted, scic
from tests.site import Site
from web.whom import FEW, Listed, Offered

OFFER = {"title": "Barnum", "f_genre": "materiel", "on": "2026", "owner": ""}


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    names = [f"Membre {chr(97 + n // 26)}{chr(97 + n % 26)}ton" for n in range(FEW + 3)]
    people = [fact for n, name in enumerate(names) for fact in (*site.known(f"p{n}", name), admitted(f"p{n}"))]
    site.given(adopted(scic()), *people, *site.known("zoe", "Zoé Dupont"), admitted("zoe"))
    site.person("bea", "Béa Bureau", Office.BOARD)
    return site


@pytest.fixture(scope="module")
def board(site: Site):
    return site.browser("bea")


def send(site, board, **changed):
    given = OFFER | {"gesture": "a" * 32} | changed
    return board.post(site.at("/reseau/fiches/offres/nouvelle"), data=given)


def offered(page) -> list[str]:
    return re.findall(r'<option value="((?:p\d+|zoe))"', page.text)


def test_few_are_all_shown_and_many_are_sought(site, board):
    assert offered(board.get(site.at("/reseau/fiches/offres/nouvelle"))) == []
    assert "De qui : un nom" in board.get(site.at("/reseau/fiches/offres/nouvelle")).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "asked",
    [
        {"seek.owner": "zoe dupond"},
        {"seek.owner": "zoé", "seek": "owner"},
        {"seek.owner": "DUP", "owner": "p1", "seek": "owner"},
    ],
)
def test_who_answers_comes_back_with_the_form_as_it_stood(site, board, asked):
    page = send(site, board, **asked)

    assert page.status_code == 200
    assert set(offered(page)) == {"zoe"} | ({"p1"} if "owner" in asked else set())
    assert 'value="Barnum"' in page.text
    assert not any(isinstance(fact, CardWritten) for fact in site.facts)


def test_too_many_answers_and_none_are_said(site, board):
    assert "d’autres y répondent" in send(site, board, **{"seek.owner": "membre"}).text
    assert "personne ne s’appelle ainsi" in send(site, board, **{"seek.owner": "inconnue"}).text


def test_once_chosen_it_is_written(site, board):
    send(site, board, **{"seek.owner": "zoe", "owner": "zoe"})

    assert [fact.owner for fact in site.facts if isinstance(fact, CardWritten)] == ["zoe"]


def test_several_stay_ticked_while_another_is_sought(site, board):
    site.given()
    form = {"gesture": "b" * 32, "people": ["p1", "p2"], "seek.people": "zoe", "seek": "people"}
    page = board.post(site.at("/reseau/mandats/nouveau"), data=form)

    ticked = re.findall(r'value="(\w+)" checked', page.text)
    assert (page.status_code, ticked) == (200, ["p1", "p2"])
    assert 'value="zoe"' in page.text


MANY = [(f"p{n}", f"Membre {n}") for n in range(FEW + 1)]


@pytest.mark.parametrize(
    ("options", "typed", "chosen", "offered"),
    [
        (MANY[:2], "", "", Offered(MANY[:2], False, False)),
        ([*MANY, ("zoe", "Zoé Dupont")], "", "", Offered([], True, False)),
        ([*MANY, ("zoe", "Zoé Dupont")], "dupond", ["p1"], Offered([MANY[1], ("zoe", "Zoé Dupont")], True, False)),
        (MANY, "membre", "", Offered(MANY[:FEW], True, True)),
    ],
)
def test_a_list_that_the_page_has_is_narrowed_alike(options, typed, chosen, offered):
    assert Listed(options).offered(typed, chosen) == offered


def test_whoever_is_ticked_stays_however_many_they_are(site, board):
    everybody = [f"p{n}" for n in range(FEW + 3)]
    form = {"gesture": "b" * 32, "people": everybody, "seek.people": "membre", "seek": "people"}
    page = board.post(site.at("/reseau/mandats/nouveau"), data=form)

    assert len(re.findall(r'value="p\d+" checked', page.text)) == FEW + 3
    assert len(Listed(MANY).offered("", [one for one, _name in MANY]).options) == FEW + 1
