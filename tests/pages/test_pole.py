"""The pole at the counter: who is of it on a day, by the cooperative or beyond it, nobody twice."""

import re

import pytest

from governance.membership.facts import ActorKind, Cause, MemberLeft, OrganisationRegistered
from governance.network.pole_facts import PoleJoined, PoleLeft
from governance.project.facts import Condition, Counted, MilestonePlanned
from governance.project.figures import Census
from governance.words import Day, MemberId, Office, Public
from projections.figures import figures
from tests.coop import admitted, adopted, scic
from tests.pages.test_roadmap import told, words
from tests.rules.project.roadmap import FORUM, PTCE, SCIC, started, structures
from tests.site import Site

town = OrganisationRegistered(MemberId("town"), Public("Commune d’Embrun"), ActorKind.LOCAL_AUTHORITY, True)


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), *structures(3), admitted("lea"), town)
    site.person("lea", "Léa Membre")
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def figures_of(page) -> list[str]:
    return re.findall(r"<li><strong>(.*?)</strong>", words(page))


def join(site: Site, browser, number: int, **said):
    return browser.post(site.at("/pole/entree"), data={"gesture": f"{number:032x}", "on": "03/2025"} | said)


def test_the_second_circle_is_counted_from_the_registers_and_nobody_twice(site, board):
    for number, name in ((1, "Commune d’Embrun"), (1, "Commune d’Embrun"), (2, "Structure 0")):
        page = join(site, board, number, organisation=name)
    join(site, board, 3, organisation="Université des Alpes", kind="research")

    assert figures_of(page) == ["4", "3", "1"], "Structure 0 was there already"
    page = board.get(site.at("/pole"))
    assert figures_of(page) == ["5", "3", "2"]
    assert words(page).count("Commune d’Embrun</a>") >= 1
    assert "Léa Membre" not in words(page), "people are of the cooperative, the pole lists organisations"
    site.given(MemberLeft(MemberId("s0"), Cause.WITHDRAWAL, Day("2026-01-01")))
    assert figures_of(board.get(site.at("/pole"))) == ["5", "2", "3"], "it left the cooperative, not the pole"
    assert figures_of(board.get(site.at("/pole?le=2025-02-01"))) == ["3", "3", "0"]
    with site.office.reading() as db:
        [figure] = figures(db, Day("2026-03-02"), ["pole"])
    census = Census()
    for fact in site.facts:
        census = census.after(fact) if isinstance(fact, Census.kinds) else census
    assert int(figure.amount) == census.on(Day("2026-03-02"))[Counted.POLE] == 5


def test_an_organisation_leaves_the_pole_and_stays_in_its_past(site, board):
    join(site, board, 1, organisation="Commune d’Embrun")
    given = {"gesture": "b" * 32, "on": "10/01/2026", "reason": "Fin du programme."}

    page = board.post(site.at("/pole/town/sortie"), data=given)

    assert figures_of(page) == ["3", "3", "0"]
    assert figures_of(board.get(site.at("/pole?le=2026-01-09"))) == ["4", "3", "1"]
    assert [type(one) for one in site.facts if isinstance(one, PoleJoined | PoleLeft)] == [PoleJoined, PoleLeft]


def test_an_unknown_organisation_wants_its_kind_and_nothing_typed_is_lost(site, board):
    page = join(site, board, 1, organisation="Université des Alpes", source="Courriel")

    assert page.status_code == 409
    assert "dites sa nature" in words(page)
    assert "Université des Alpes" in words(page)
    assert told(site, PoleJoined) == []


def test_a_milestone_waits_for_the_pole(site, board):
    site.given(started, MilestonePlanned(PTCE, SCIC, Public("PTCE"), FORUM, conditions=(Condition(Counted.POLE, 5),)))
    join(site, board, 1, organisation="Commune d’Embrun")

    assert "4 sur 5</strong> organisations du pôle" in words(board.get(site.at(f"/feuille-de-route/{PTCE}")))


def test_it_leaves_as_a_file(site, board):
    assert board.get(site.at("/pole.csv")).status_code == 200
