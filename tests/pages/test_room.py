"""Paper for the room, « pas uniquement dans l’outil virtuel »: what is pinned, what is handed out, what is read out."""

import csv
import io

import pytest

from governance.network.card_facts import CardId, CardWritten
from governance.network.catalogue import CatalogueName, FieldName, StateName, Value
from governance.network.facts import GroupId
from governance.network.meeting_facts import GroupPaced
from governance.words import Day, Office, Public
from tests.coop import adopted, scic
from tests.documents.reading import Paper
from tests.rules.network.test_prioritise import VICHY, opened, three
from tests.rules.network.test_reports import formed
from tests.site import Site
from web.edge.catalogue_file import shipped


def card(name: str, catalogue: str, title: str, kind: str, state: str = "ouvert") -> CardWritten:
    values = (Value(FieldName("genre"), Public(kind)),)
    return CardWritten(CardId(name), CatalogueName(catalogue), Public(title), values, StateName(state), Day("2026"))


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), formed)
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def test_needs_and_offers_are_pinned_an_axis_a_page(site, board):
    many = [card(f"n{number}", "besoins", f"Chaise {number:02}", "materiel") for number in range(16)]
    site.given(*many, card("o1", "offres", "Une remorque", "transport", "disponible"))
    site.given(card("n99", "besoins", "Un hangar", "locaux", "abandonne"))

    pages = Paper(board.get(site.at("/reseau/fiches/besoins/a-afficher.pdf")).content).pages

    equipment = next(page for page in pages if "Matériel" in page)
    assert len(pages) == len(shipped()["besoins"].field("genre").options), (
        "one for each kind, even of nothing: one writes there"
    )
    assert "Chaise 13" in equipment
    assert "Chaise 14" not in equipment
    assert "et 2 de plus, en ligne" in equipment
    assert "Une remorque" in next(page for page in pages if "Transport" in page)
    assert not any("Un hangar" in page for page in pages), "given up"
    assert board.get(site.at("/reseau/fiches/lieux/a-afficher.pdf")).status_code == 404


def test_totals_are_printed_and_blank_notes_handed_out(site, board):
    site.given(opened, *three)
    here = f"/hierarchisations/{VICHY}"

    blank = Paper(board.get(site.at(f"{here}/post-it-vierges.pdf")).content)
    printed = Paper(board.get(site.at(f"{here}/totaux.pdf")).content)
    read = list(csv.reader(io.StringIO(board.get(site.at(f"{here}/totaux.csv")).text.lstrip("\ufeff")), delimiter=";"))

    assert len(blank.pages) == len(opened.horizons)
    assert blank.pages[0].count("Axe :") == 8
    assert all(one.name in printed.words for one in opened.boards)
    assert read[-1][-1] == str(len(three))


def test_each_meeting_of_a_group_may_carry_the_exchange_of_offers_and_needs(site, board):
    site.given(GroupPaced(GroupId("g"), 30, Day("2019"), (Public("Offres et besoins"),)))

    assert "Offres et besoins" in board.get(site.at("/reseau/reunions/nouvelle?groupe=g")).text
