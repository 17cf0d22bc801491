"""A project at the counter: born of what led to it, led, paid for, measured, chosen; a member reads all of it."""

import pytest

from governance.evidence.trace_facts import DocumentDelivered, LedTo
from governance.network.action_facts import ActionId, ActionSet
from governance.project.choice_facts import OptionChosen, RemarksMade
from governance.project.facts import ProjectStarted
from governance.project.life_facts import AmountNoted, MeasureTaken
from governance.words import Day, Office, Public
from tests.coop import admitted, adopted, scic
from tests.pages.test_roadmap import told, words
from tests.rules.network.test_reports import formed, proposed, stated
from tests.rules.project.roadmap import ROADMAP
from tests.rules.project.test_reach import D1, decided
from tests.site import Site

ACTION = ActionSet(ActionId("formes"), Public("Rechercher les formes juridiques"), Day("2017-10-16"))
PDF = ("note.pdf", b"%PDF-1.7 formes", "application/pdf")


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), *ROADMAP, decided, formed, stated, proposed, ACTION)
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


@pytest.fixture
def send(site, board):
    numbers = iter(range(1, 100))

    def send(path: str, files=None, **given):
        gesture = f"{next(numbers):032x}"
        return board.post(site.at(path), data={"gesture": gesture, **given}, files=files)

    return send


@pytest.mark.parametrize("origin", [f"proposal.{proposed.proposal}", f"vision.{stated.vision}", f"decision.{D1}"])
def test_a_project_is_born_of_what_led_to_it(site, board, send, origin):
    form = board.get(site.at(f"/projets/nouveau?de={origin}"))
    assert f'value="{origin}"' in form.text

    page = send("/projets/nouveau", title="Formation MES", purpose="Former.", on="2018", origin=origin)

    [project] = [one.project for one in told(site, ProjectStarted) if one.title == "Formation MES"]
    assert "D’où cela vient" in words(page)
    assert [(one.cause, one.effect) for one in told(site, LedTo)] == [(origin, f"project.{project}")]
    assert "Formation MES" in words(board.get(site.at(f"/fil/{origin}" if origin[0] != "d" else f"/decisions/{D1}")))


def test_a_project_is_led_paid_for_and_measured(site, board, send):
    send("/projets/scic/etapes", stage="prefiguration", on="11/2018", decision=D1, note="Après le forum")
    send("/projets/scic/equipe", role="partenaire", organisation="ADDET 05", on="2019")
    send("/projets/scic/equipe", role="animation", person="bea", on="2019")
    send("/projets/scic/avis", committee=formed.group, view="reserved", text="À chiffrer.", on="2019-03")
    line = "f" * 32
    site_line = {"side": "expense", "label": "Étude", "foreseen": "1 234,50", "source": "Devis", "gesture": line}
    board.post(site.at("/projets/scic/budget"), data=site_line)
    send(f"/projets/scic/budget/{line}", amount="0,10", on="2019", source="Facture 1")
    send(f"/projets/scic/budget/{line}", amount="0,20", on="2019", source="Facture 2")
    indicator = "e" * 32
    follow = {
        "name": "Achats communs",
        "unit": "structures",
        "method": "Comptées",
        "target": "10",
        "gesture": indicator,
    }
    board.post(site.at("/projets/scic/indicateurs"), data=follow)
    send(f"/projets/scic/indicateurs/{indicator}", value="28/310", number="310", on="11/2018", method="Enquête")

    page = words(board.get(site.at("/projets/scic")))

    for said in ("préfiguration", "décision n° 1", "ADDET 05", "Béa Bureau", "À chiffrer.", "1 234,50 €", "0,30 €"):
        assert said in page, said
    assert "1 234,20 €" in page, "what is left is exact to the cent"
    assert "14/155 (≈ 0,09)" in page
    assert "310" in page
    assert "préfiguration" in words(board.get(site.at("/projets")))
    [row] = board.get(site.at("/projets/scic/budget.json")).json()["rows"]
    assert (row["label"], row["foreseen"], row["real"]) == ("Étude", "1234.50", "0.30")
    assert "14/155" in board.get(site.at("/projets/scic/mesures.csv")).text
    struck = told(site, AmountNoted)[0].entry
    send(f"/projets/scic/ecritures/{struck}", reason="Comptée deux fois.")
    assert "0,20 €" in words(board.get(site.at("/projets/scic")))
    assert "retiré : Comptée deux fois." in words(board.get(site.at(f"/projets/scic/budget/{line}")))


def test_four_forms_are_compared_and_a_decision_chooses_one(site, board, send):
    forms = "Association loi 1901\nSCIC\nGIE\nCoopérative d’employeurs"
    page = send("/choix/nouveau", question="Quelle forme ?", options=forms, criteria="Capital\nFiscalité", on="2018")
    choice = str(page.url).rpartition("/")[2].partition("?")[0]
    send(f"/choix/{choice}/remarques", **{"remark.0-0": "aucun", "remark.1-0": "18 500 €", "remark.1-1": "TVA"})
    send(f"/choix/{choice}/remarques", **{"remark.0-0": "aucun", "remark.1-0": "18 500 €", "remark.1-1": "TVA"})

    page = send(f"/choix/{choice}/retenue", option="SCIC", decision=D1, on="2019", reason="Ouverte à tous.")

    assert "décision n° 1" in words(page)
    assert "18 500 €" in words(page)
    assert len(told(site, RemarksMade)) == 1
    assert [one.option for one in told(site, OptionChosen)] == ["SCIC"]
    assert "Quelle forme" in words(board.get(site.at(f"/decisions/{D1}"))), "the decision shows what it chose"
    assert send(f"/choix/{choice}/retenue", option="SAS", decision=D1, on="2019").status_code == 409


def test_a_pilot_is_chosen_among_candidates_by_a_decision(site, board, send):
    page = send(
        "/choix/nouveau", question="Pilote ?", options="UDESS 05\nADDET 05", project="scic", pilot="true", on="2018"
    )
    choice = str(page.url).rpartition("/")[2].partition("?")[0]
    assert "UDESS 05" not in words(board.get(site.at("/projets/scic")))

    send(f"/choix/{choice}/retenue", option="UDESS 05", decision=D1, on="2019")

    assert "<dt>Structure pilote</dt><dd>UDESS 05</dd>" in words(board.get(site.at("/projets/scic")))


def test_an_action_of_research_delivers_a_document(site, board, send):
    page = send("/fil/action.formes/documents", {"file": PDF}, title="Note sur les formes", on="01/2018")

    assert "Note sur les formes" in words(page)
    [document] = told(site, DocumentDelivered)
    answer = board.get(site.at(f"/fil/documents/{document.document}"))
    assert answer.content == PDF[1]
    assert answer.headers["content-disposition"] == 'attachment; filename="document.pdf"'
    wrong = send("/fil/action.formes/documents", {"file": ("a.html", b"<html>", "text/html")}, title="Page", on="2018")
    assert wrong.status_code == 409
    assert 'value="Page"' in wrong.text


@pytest.mark.parametrize(
    ("path", "given", "status", "sentence"),
    [
        ("/projets/scic/budget", {"side": "expense", "label": "Étude", "foreseen": "cent"}, 422, "un montant"),
        ("/projets/scic/indicateurs", {"name": "A", "unit": "b", "method": "c", "target": "dix"}, 422, "un nombre"),
        ("/projets/scic/indicateurs", {"name": "A", "unit": "b", "method": "c", "target": "1/0"}, 422, "un nombre"),
        ("/projets/scic/equipe", {"role": "Appui", "on": "2019"}, 409, "Nommez une organisation"),
        ("/choix/nouveau", {"question": "Quoi ?", "options": "Un seul", "on": "2019"}, 409, "au moins deux options"),
        ("/projets/scic/etapes", {"stage": "study", "on": "2199"}, 409, "pas encore venu"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(send, path, given, status, sentence):
    page = send(path, **given)

    assert page.status_code == status
    assert sentence in words(page)
    for typed in given.values():
        assert typed in words(page)


def test_nobody_reaches_the_accounts_of_another_project(site, board, send):
    line = "f" * 32
    board.post(
        site.at("/projets/scic/budget"), data={"side": "income", "label": "Don", "foreseen": "1", "gesture": line}
    )
    site.given(ProjectStarted("autre", Public("Autre"), Public("Autre."), Day("2019")))

    for path in (f"/projets/autre/budget/{line}", "/projets/nul", "/choix/nul", "/projets/scic/ecritures/nulle"):
        assert board.get(site.at(path)).status_code == 404, path
    assert send(f"/projets/autre/budget/{line}", amount="1", on="2019", source="Reçu").status_code == 404


def test_a_member_reads_the_project_and_changes_nothing(site, board, send):
    send("/projets/scic/equipe", role="partenaire", organisation="ADDET 05", on="2019")
    site.given(admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))

    page = words(member.get(site.at("/projets/scic")))

    assert "ADDET 05" in page
    assert "Entrer dans une étape" not in page
    assert member.post(site.at("/projets/scic/budget"), data={"gesture": "a" * 32}).status_code == 403
    assert told(site, MeasureTaken) == []
