"""Statutes drafted question by question: nothing typed is lost, everything is checked, nothing is recorded."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from governance.statutes.facts import StatutesAdopted
from governance.words import Office
from tests.coop import DEMONSTRATION
from tests.site import Site
from web.edge.statutes_file import read_statutes

SCIC = (DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text()
GESTURE = {"gesture": "c" * 32}


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def begin(site, secretary, start, text="", gesture="d" * 32):
    page = secretary.post(site.at("/statuts/brouillons"), data={"start": start, "text": text, "gesture": gesture})
    assert page.status_code == 200, page.text
    return page


def file_of(secretary, page):
    return secretary.get(f"{page.url.path}/fichier").text


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("SA", ['threshold:\n      value: "2/3"', 'value: "1/5"', 'value: "15"', "legal_reserve:"]),
        ("SAS", ['threshold:\n      value: "1/2"', "floor_fraction:"]),
        ("SARL", ['value: "all"', 'value: "present"', 'value: "against"']),
        ("association", ['form: "association"']),
    ],
)
def test_a_draft_begins_with_what_the_law_of_the_form_says(site: Site, secretary, form, answers):
    text = file_of(secretary, begin(site, secretary, form))

    for answer in answers:
        assert answer in text


def test_everything_typed_is_kept_right_or_wrong(site: Site, secretary):
    page = begin(site, secretary, "SAS")
    typed = {
        "form": "SAS",
        "capital.nominal.value": "cinquante",
        "capital.nominal.article": "8",
        "capital.nominal.quote": "La part vaut cinquante euros.",
        "categories.3.name": "Salariés",
        "secret.value": ["persons", "elections"],
        "secret.article": "24",
    }
    page = secretary.post(page.url.path, data={**GESTURE, **typed, "then": "section-10"})

    assert page.status_code == 200
    for words in ('value="cinquante"', "La part vaut cinquante euros.", 'value="Salariés"', "Écrivez un montant"):
        assert words in page.text, words
    assert page.text.count("checked") == 2
    assert not any(isinstance(fact, StatutesAdopted) for fact in site.facts)


def test_the_findings_follow_each_saving(site: Site, secretary):
    page = begin(site, secretary, "pasted", SCIC.replace("weight: 20", "weight: 5"))
    assert "19 octies" in page.text
    assert "Rien à redire" not in page.text

    page = secretary.post(site.at("/statuts/brouillons"), data={"start": "pasted", "text": SCIC, "gesture": "e" * 32})
    assert "Rien à redire" in page.text


def test_a_draft_is_the_same_file_and_is_adopted_from_its_page(site: Site, secretary):
    page = begin(site, secretary, "pasted", SCIC)
    draft = page.url.path.rpartition("/")[2]
    text = file_of(secretary, page)
    assert read_statutes(text).statutes == read_statutes(SCIC).statutes

    adoption = secretary.get(site.at(f"/statuts/adoption?brouillon={draft}"))
    assert "structures" in adoption.text
    days = {"on": "01/02/2026", "in_force_from": "01/02/2026"}
    page = secretary.post(site.at("/statuts/adoption"), data={**GESTURE, **days, "text": text})
    assert page.url.path == site.at("/statuts")


def test_a_draft_is_printed_on_two_pages(site: Site, secretary):
    page = begin(site, secretary, "pasted", SCIC)

    pdf = secretary.get(f"{page.url.path}/relecture.pdf")

    assert pdf.headers["content-type"] == "application/pdf"
    assert len(PdfReader(BytesIO(pdf.content)).pages) <= 2


def test_a_text_that_is_no_yaml_begins_nothing_and_stays_in_the_form(site: Site, secretary):
    page = secretary.post(
        site.at("/statuts/brouillons"), data={"start": "pasted", "text": "form: [SAS", "gesture": "d" * 32}
    )

    assert page.status_code == 422
    assert "form: [SAS" in page.text


def test_the_version_in_force_begins_an_amendment_and_a_draft_is_dropped(site: Site, secretary):
    secretary.post(
        site.at("/statuts/adoption"),
        data={**GESTURE, "on": "01/02/2026", "in_force_from": "01/02/2026", "text": SCIC},
    )
    page = begin(site, secretary, "in_force")
    assert read_statutes(file_of(secretary, page)).statutes == read_statutes(SCIC).statutes

    secretary.post(f"{page.url.path}/abandon", data=GESTURE)
    assert secretary.get(page.url.path).status_code == 404


def test_a_page_of_many_answers_holds_in_the_form(site: Site, secretary):
    """Browsers send every field: no more than the counter reads."""
    page = begin(site, secretary, "pasted", SCIC)

    assert page.text.count(" name=") < 900


@pytest.mark.parametrize("name", ["categories.99999999.name", "categories.x.name", "schemes.0.colleges.9" + "9" * 5000])
def test_a_form_made_by_hand_makes_no_rows(site: Site, secretary, name):
    page = begin(site, secretary, "SAS")

    page = secretary.post(page.url.path, data={**GESTURE, "form": "SAS", name: "x"})

    assert page.status_code == 200
    assert "categories" not in file_of(secretary, page)
