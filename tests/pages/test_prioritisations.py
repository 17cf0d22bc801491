"""A prioritisation at the counter: phones, paper, discrepancies, one idea a theme."""

import re
from html import unescape

import pytest

from governance.network.priority_facts import IdeasRetained, NotePlaced, NotesGrouped, NoteTakenBack
from governance.words import Office
from tests.coop import adopted, scic
from tests.rules.network.test_prioritise import VICHY, closed, opened, placed, three
from tests.site import Site

HERE = f"/hierarchisations/{VICHY}"


@pytest.fixture
def sec(site: Site):
    site.given(adopted(scic()))
    return site.browser(site.person("sec", "Sol Secrétaire", Office.SECRETARY))


def words(text: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", text)).replace("\u00a0", " ").replace("\u202f", " ").split())


def rows(page, table: str) -> list[tuple[str, ...]]:
    """The cells of a table of the page, row by row."""
    [body] = re.findall(rf'<span id="{table}">.*?<tbody>(.*?)</tbody>', page.text, re.S)
    return [tuple(map(words, re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S))) for row in body.split("</tr>")[:-1]]


def send(site, browser, path, **typed):
    return browser.post(site.at(HERE + path), data={"gesture": "a" * 32} | typed)


def test_a_note_is_placed_within_the_budget_and_taken_back(site, sec):
    site.given(opened, *three)
    lea = site.browser(site.person("lea", "Léa"))
    note = {"board": "axe1", "text": "Une newsletter entre acteurs"}

    refused = send(site, lea, "/placer", colour="pink", **note)
    assert refused.status_code == 409
    assert "Vous avez déjà placé vos 3 post-it « Court terme »" in words(refused.text)
    assert "Une newsletter entre acteurs" in refused.text
    assert "il n’en reste pas" in words(refused.text)

    for _twice in range(2):
        assert "Tous vos post-it sont placés." in words(send(site, lea, "/placer", colour="yellow", **note).text)
    [*_, last] = [fact for fact in site.facts if isinstance(fact, NotePlaced)]
    assert (last.text, last.person) == ("Une newsletter entre acteurs", "lea")
    assert sum(isinstance(fact, NotePlaced) for fact in site.facts) == 4

    assert send(site, lea, "/notes/a/retrait", gesture="b" * 32).status_code == 200
    assert any(isinstance(fact, NoteTakenBack) and fact.note == "a" for fact in site.facts)
    assert "il vous en reste 1" in words(lea.get(site.at(f"{HERE}/placer")).text)


def test_the_secretariat_opens_enters_the_paper_regroups_quotes_and_closes(site, sec):
    new = {"title": "Axes", "on": "30/01/2014", "boards": "Réseaux\nOutils", "near": "Court", "near_each": "3"}
    page = sec.post(site.at("/reseau/hierarchisations/nouvelle"), data=new | {"gesture": "c" * 32})
    here = str(page.url.path)
    assert "Aucun post-it" in page.text

    def send(path, gesture, **typed):
        return sec.post(here + path, data={"gesture": gesture * 32} | typed)

    send("/axes/axe1/papier", "d", colour="pink", texts="Un forum\n\nUn forum\nDes visites")
    shown = send("/axes/axe1/categories", "e", category="Rencontres", notes=[f"{'d' * 32}.1", f"{'d' * 32}.3"])
    assert rows(shown, "result")[0] == ("1", "Réseaux", "3 100 %", "3")
    assert "Rencontres (2)" in words(shown.text)
    assert [fact.category for fact in site.facts if isinstance(fact, NotesGrouped)] == ["Rencontres"]

    quoted = send("/axes/axe1/imprimes", "f", source="Compte rendu", remark="Axe sans numéro", called="Le réseau",
                  number="2", where="§ II", **{"figure.total": "2"})  # fmt: skip
    assert "Axe 1, « Réseaux » : § II l’appelle « Le réseau », § II lui donne le n° 2." in words(quoted.text)
    assert rows(quoted, "differing")[0][:3] == ("Réseaux, nombre", "2", "3")
    assert "Axe sans numéro" in quoted.text
    assert send("/axes/axe1/imprimes", "0", source="Compte rendu").status_code == 409

    closing = send("/cloture", "1", on="31/01/2014")
    assert "close : 31 janvier 2014" in words(closing.text)
    assert "La hiérarchisation est close" in words(sec.get(here + "/placer").text)


def test_one_idea_is_retained_for_each_theme_and_nothing_typed_is_lost(site, sec):
    site.given(opened, placed("a", person=None), placed("c", person=None, board="axe2"), closed)
    choice = {"committee": "Comité de sélection", "on": "28/11/2017", "idea.axe1": "a"}

    refused = send(site, sec, "/retenue", **choice)
    assert (refused.status_code, "chacun des 2 thèmes" in words(refused.text)) == (409, True)
    assert "Comité de sélection" in refused.text

    page = send(site, sec, "/retenue", **choice, **{"idea.axe2": "c", "next": "Étude de faisabilité en 2018"})
    assert "Par Comité de sélection, le 28 novembre 2017. Étude de faisabilité en 2018" in words(page.text)
    assert any(isinstance(fact, IdeasRetained) for fact in site.facts)


def test_a_participant_neither_enters_paper_nor_closes(site, sec):
    site.given(opened)
    lea = site.browser(site.person("lea", "Léa"))

    assert "Saisir le papier" not in lea.get(site.at(HERE)).text
    for path in ("/axes/axe1/papier", "/cloture", "/retenue"):
        assert send(site, lea, path).status_code == 403
