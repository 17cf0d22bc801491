"""The cards of a register leave in every format, and come back from each as they left, once."""

import json

import pytest

from governance.network.action_facts import ActionId, ActionSet, Priority
from governance.network.card_facts import CardWritten
from governance.words import Office, Public
from tests.conftest import Database, fresh_cooperative
from tests.coop import admitted, adopted, scic
from tests.rules.network.test_reports import FORUM, formed, met
from tests.site import Site, open_site

OFFERS = (
    {"title": "Sonorisation de 500 W", "f_genre": "materiel", "f_lieu": "Vichy", "f_tarif": "12,50", "on": "2026"},
    {
        "title": "=1+1",
        "f_genre": "locaux",
        "f_precisions": "Une ;\r\nautre.",
        "on": "03/2026",
        "organisation": "Viltaïs",
    },
    {"title": "Conteuse", "f_genre": "artistes", "f_jusqu_au": "31/12/2030", "owner": "lea", "on": "01/03/2026"},
)


@pytest.fixture
def board(site: Site):
    return _board(site)


def _board(site: Site):
    site.given(adopted(scic()), admitted("lea"))
    site.person("lea", "Léa Abrest")
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def _bring(site, board, name, content, gesture):
    said = {"source": "Notre registre", "on": "2020", "gesture": gesture * 32}
    return board.post(site.at("/reseau/fiches/offres/reprise"), data=said, files={"file": (name, content)})


def _written(site):
    return [fact for fact in site.facts if isinstance(fact, CardWritten)]


def test_a_register_comes_back_from_every_format_as_it_left(site: Site, board, cooperative: Database):
    for rank, offer in enumerate(OFFERS):
        board.post(site.at("/reseau/fiches/offres/nouvelle"), data=offer | {"gesture": f"{rank}" * 32})
    sono = f"/reseau/fiches/offres/{'0' * 32}/etat"
    board.post(site.at(sono), data={"state": "suspendue", "on": "02/03/2026", "gesture": "e" * 32})
    files = {one: board.get(site.at(f"/reseau/fiches/offres.{one}")).content for one in ("csv", "ods", "xlsx", "json")}

    for ending, file in files.items():
        with fresh_cooperative(cooperative.house) as other, open_site(other, f"Ailleurs-{ending}") as away:
            keeper = _board(away)
            assert "3 fiches inscrites" in _bring(away, keeper, f"offres.{ending}", file, "a").text
            assert keeper.get(away.at("/reseau/fiches/offres.csv")).content == files["csv"], ending
    assert "3 fiches étaient déjà là." in _bring(site, board, "offres.json", files["json"], "f").text
    assert len(_written(site)) == 3


@pytest.mark.parametrize(
    ("path", "said"), [("reunions", "Forum de l’ESS"), ("groupes", "Structures proactives"), ("actions", "Écrire")]
)
def test_what_the_network_does_leaves_as_data_too(site: Site, board, path, said):
    site.given(formed, met, ActionSet(ActionId("a"), Public("Écrire la charte"), FORUM, Priority.FIRST))
    kept = json.loads(board.get(site.at(f"/reseau/{path}.json")).content)

    assert said in str(kept["rows"])
    assert said in board.get(site.at(f"/reseau/{path}.csv")).content.decode()
