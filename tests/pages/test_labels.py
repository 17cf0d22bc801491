"""A label of one's own: written from a known one, aimed at, and what is wrong in it said with its line."""

import pytest

from governance.evidence.facts import LabelPursued
from governance.words import Office
from tests.pages.evidence import words
from tests.site import Site
from web.edge.label_file import LABELS

PTCE = (LABELS / "ptce.yaml").read_text("utf-8")
OWN = PTCE.replace("label: ptce", "label: appel-du-departement").replace("(PTCE)", "du département")


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sol", "Sol", Office.SECRETARY))


def write(site: Site, secretary, text: str):
    return secretary.post(site.at("/dossiers/modele"), data={"gesture": "a" * 32, "text": text, "on": "2026"})


def test_one_starts_from_a_known_template(site: Site, secretary):
    page = secretary.get(site.at("/dossiers/modele?modele=ptce")).text

    assert "décret 2015-431, art. 3, 2°" in page
    assert "survey_answers" in page, "what can be computed is listed"


def test_ones_own_is_aimed_at_once(site: Site, secretary):
    first, again = write(site, secretary, OWN), write(site, secretary, OWN)

    [aimed] = [fact for fact in site.facts if isinstance(fact, LabelPursued)]
    assert (first.url.path, again.url.path) == (site.at("/dossiers"), site.at("/dossiers"))
    assert aimed.label == "appel-du-departement"
    assert "du département" in words(secretary.get(site.at(f"/dossiers/labels/{aimed.label}")))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (OWN.replace("        least: 3", "        least: trois", 1), "Corrigez la ligne"),
        (OWN.replace("figure: needs", "figure: lune"), "Palabre ne calcule pas «\u00a0lune\u00a0»"),
        (OWN.replace("evidence: [EV15]", "evidence: [EV99]"), "EV99"),
        ("a: [", "Corrigez la ligne"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(site: Site, secretary, wrong, said):
    answer = write(site, secretary, wrong)

    assert answer.status_code == 409
    assert said in answer.text.replace("&nbsp;", "\u00a0")
    assert wrong.strip().splitlines()[-1].strip() in words(answer)
    assert not any(isinstance(fact, LabelPursued) for fact in site.facts)


def test_somebody_who_is_no_secretary_does_not(site: Site):
    site.person("lea", "Léa", Office.AUDITOR)

    assert write(site, site.browser("lea"), OWN).status_code == 403
