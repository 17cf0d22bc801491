"""Deliberations through the pages: asked, answered on a phone or from paper, closed, explained, counted again."""

import json
import re

import pytest

from governance.counting.judgment import Scale
from governance.decision.facts import DecisionRecorded
from governance.vote.deliberation_facts import Answered, DeliberationClosed, DeliberationOpened
from governance.vote.methods import Method
from governance.words import DeliberationId, PersonId, Public
from tests.hall import settle
from tests.pages.test_elections import sent as sent_plainly
from tests.site import Site
from web.recount import recount

PEOPLE = ["alma", "basile", "felix"]


@pytest.fixture
def hall(site: Site):
    settle(site)
    return site


def sent(site, browser, path, **told):
    """The form of a page, with the round that it was served for."""
    served = re.search(r'name="round" value="(\d+)"', browser.get(site.at(path)).text)
    return sent_plainly(site, browser, path, **({"round": served[1]} if served else {}), **told)


def opened(site, browser, method, **told):
    asked = {"title": "Le local", "audience": "chosen", "people": PEOPLE, **told}
    page = sent(site, browser, f"/deliberations/nouvelle/{method}", **asked)
    assert page.status_code == 200, page.text
    return page.url.path.removeprefix(site.at("").rstrip("/"))


def test_a_consent_in_two_rounds(hall):
    irene, alma, felix = (hall.browser(who) for who in ("irene", "alma", "felix"))
    assert sent(hall, irene, "/deliberations/nouvelle/consent", title="Le local").status_code == 422
    path = opened(hall, irene, "consent", text="Louer neuf ans.")
    assert "votre réponse est attendue" in alma.get(hall.at("/")).text

    assert sent(hall, alma, f"{path}/reponse").status_code == 409
    page = sent(hall, alma, f"{path}/reponse", objects="true", reason="Trop long pour nos comptes.")
    assert "Trop long pour nos comptes." in page.text
    sent(hall, felix, f"{path}/reponse", objects="false")
    sent(hall, irene, f"{path}/papier", person="basile", objects="false")
    assert "Changer la proposition" in irene.get(hall.at(path)).text
    page = sent(hall, irene, f"{path}/tour", text="Louer trois ans.")
    assert "tour 2" in page.text
    assert "Louer trois ans." in page.text
    for browser in (alma, felix):
        sent(hall, browser, f"{path}/reponse", objects="false")
    assert "On attend Basile Onde" in irene.get(hall.at(path)).text
    assert "délibération à conclure" not in irene.get(hall.at("/")).text
    sent(hall, irene, f"{path}/papier", person="basile", objects="false")
    assert "délibération à conclure" in irene.get(hall.at("/")).text
    page = sent(hall, irene, f"{path}/cloture")

    assert "Plus aucune objection ne demeure" in page.text
    assert "levée au tour 2" in page.text
    assert not [fact for fact in hall.facts if isinstance(fact, DecisionRecorded)]


def test_a_choice_without_candidates(hall):
    irene = hall.browser("irene")
    path = opened(hall, irene, "no_candidate", title="Qui anime le comité ?")
    for person, named in (("alma", "felix"), ("basile", "alma"), ("felix", "felix")):
        sent(hall, hall.browser(person), f"{path}/reponse", named=named, reason="Elle sait écouter.")
    assert "Elle sait écouter." in irene.get(hall.at(path)).text

    page = sent(hall, irene, f"{path}/tour", proposed="felix")
    assert "Est proposé·e : Félix Manteyer" in page.text.replace("\xa0", " ")
    assert (
        "La personne proposée parle la dernière"
        in sent(hall, hall.browser("felix"), f"{path}/reponse", objects="false").text
    )
    for person in ("alma", "basile", "felix"):
        sent(hall, hall.browser(person), f"{path}/reponse", objects="false")

    assert "Alma Reynier" in (closed := sent(hall, irene, f"{path}/cloture").text)
    assert "consentie" in closed


ADVICE = {"alma": {"one": "0"}, "basile": {"one": "1"}, "felix": {"one": "0"}}
DATES = {"options": "Avril\nMai\nJuin"}
APPROVED = {"alma": {"several": ["0", "1"]}, "basile": {"several": ["1"]}, "felix": {"several": []}}
GRADES = "À rejeter\nInsuffisant\nPassable\nAssez bien\nBien\nTrès bien\nExcellent"
GRADED = {
    "alma": {"mark.0": "6", "mark.1": "2", "mark.2": "0"},
    "basile": {"mark.0": "5", "mark.1": "2", "mark.2": "1"},
    "felix": {"mark.0": "0", "mark.1": "4", "mark.2": "0"},
}
DOTS = {person: {"mark.0": "1", "mark.1": "4"} for person in PEOPLE}


@pytest.mark.parametrize(
    ("method", "told", "answers", "first", "said"),
    [
        ("advice", {}, ADVICE, "Pour", "Chaque bulletin dit un choix"),
        ("approval", DATES, APPROVED, "Mai", "Chaque bulletin approuve"),
        ("judgment", {**DATES, "grades": GRADES}, GRADED, "Avril", "mention majoritaire « Très bien »"),
        ("points", {**DATES, "most": "5"}, DOTS, "Mai", "répartit 5 points au plus"),
    ],
)
def test_what_is_marked_is_ranked_and_counts_the_same_from_its_file(hall, method, told, answers, first, said):
    irene = hall.browser("irene")
    path = opened(hall, irene, method, **told)
    for person, given in answers.items():
        sent(hall, hall.browser(person), f"{path}/reponse", **given)

    page = sent(hall, irene, f"{path}/cloture").text.replace("\xa0", " ")

    assert f"En tête : {first}" in page
    assert said in page
    found = json.loads(recount(irene.get(hall.at(f"{path}/fichier")).text))["result"]
    [closed] = [fact for fact in hall.facts if isinstance(fact, DeliberationClosed)]
    assert [step["key"] for step in found["steps"]] == [step.key for step in closed.steps]
    assert found["won"] == list(closed.won)


E23 = {"A": [0, 0, 0, 1, 1, 2, 2, 3, 3, 3], "B": [0, 0, 1, 1, 2, 2, 2, 2, 3, 3]}


def test_e23_on_the_page_and_from_its_file(hall):
    """Both have the same number of the best grades: the medians, removed one by one, rank B before A."""
    judging, circle = DeliberationId("e23"), tuple(PersonId(f"p{rank}") for rank in range(10))
    scale = Scale(tuple(map(Public, ("À rejeter", "Insuffisant", "Passable", "Bien"))))
    asked = (Method.JUDGMENT, Public("Quel projet ?"), Public(""), circle, tuple(map(Public, E23)), 1, scale)
    grades = zip(circle, *E23.values(), strict=True)
    hall.given(
        DeliberationOpened(judging, *asked), *(Answered(judging, who, marks=tuple(marks)) for who, *marks in grades)
    )
    irene, path = hall.browser("irene"), f"/deliberations/{judging}"

    page = sent(hall, irene, f"{path}/cloture").text.replace("\xa0", " ")

    assert "En tête : B" in page
    assert "B : mention majoritaire « Passable »" in page
    assert "A : mention majoritaire « Insuffisant »" in page
    ranking = json.loads(recount(irene.get(hall.at(f"{path}/fichier")).text))["result"]["ranking"]
    assert [(one["option"], one["place"], one["counts"]) for one in ranking] == [
        ("B", 1, [2, 2, 4, 2]), ("A", 2, [3, 2, 2, 3]),
    ]  # fmt: skip


def test_an_answer_is_given_again_and_nobody_else_answers(hall):
    irene, alma = hall.browser("irene"), hall.browser("alma")
    path = opened(hall, irene, "points", **DATES, most="5")

    assert "C’est plus que ce que" in sent(hall, alma, f"{path}/reponse", **{"mark.0": "6"}).text
    sent(hall, alma, f"{path}/reponse", **{"mark.0": "5"})
    sent(hall, alma, f"{path}/reponse", **{"mark.1": "5"})
    assert (
        "ne fait pas partie du cercle"
        in sent(hall, hall.browser("carline.voix"), f"{path}/reponse", **{"mark.0": "1"}).text
    )

    assert [fact.marks for fact in hall.facts if isinstance(fact, Answered)] == [(5, 0, 0), (0, 5, 0)]
    assert alma.get(hall.at(f"{path}/cloture")).status_code == 403
    assert alma.get(hall.at(f"{path}/fichier")).status_code == 404
    assert irene.get(hall.at("/deliberations/nouvelle/rien")).status_code == 404
