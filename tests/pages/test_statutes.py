"""Statutes at the counter: read in plain words, adopted, refused with the line and the article."""

import pytest

from governance.statutes.facts import StatutesAdopted
from governance.words import Office
from tests.coop import DEMONSTRATION, adopted, association
from tests.rules.statutes.samples import decided
from tests.site import Site

SCIC = (DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text()
DAYS = {"on": "01/02/2026", "in_force_from": "01/02/2026", "gesture": "a" * 32}


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def adopt(site, browser, text, **changed):
    return browser.post(site.at("/statuts/adoption"), data={**DAYS, "text": text, **changed})


def test_statutes_are_adopted_and_read_in_plain_words(site: Site, secretary):
    page = adopt(site, secretary, SCIC)

    assert page.url.path == site.at("/statuts")
    for words in (
        "En vigueur depuis le 1er février 2026",
        "Collège des salariés",
        "40\u00a0%",
        "1/4 (25\u00a0%)",
        "50,00\u00a0€",
    ):
        assert words in page.text


def test_a_file_uploaded_is_the_one_adopted(site: Site, secretary):
    page = secretary.post(site.at("/statuts/adoption"), data=DAYS, files={"file": ("statuts.yaml", SCIC.encode())})

    assert page.url.path == site.at("/statuts")
    assert [fact.text for fact in site.facts if isinstance(fact, StatutesAdopted)] == [SCIC]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("weight: 20", "weight: 5", ["19 octies", "29"]),
        ("weight: 40", "weight: 41", ["100"]),
        ("floor_fraction: {value: 1/4", "floor_fraction: {value: 1/10", ["art. 13"]),
        ("aggregation:", "agregation:", ["agregation", "vouliez-vous dire"]),
        ("form: SAS", "form: [SAS", ["ligne"]),
        ("strict: true", "strict: peut-être", ["strict"]),
    ],
)
def test_statutes_against_the_law_are_refused_with_line_and_article(site: Site, secretary, old, new, words):
    page = adopt(site, secretary, SCIC.replace(old, new, 1))

    assert page.status_code == 409
    for word in words:
        assert word in page.text
    assert not any(isinstance(fact, StatutesAdopted) for fact in site.facts)
    assert "Collège des salariés" in page.text, "what was typed is still there"


def test_unknown_weights_are_accepted_and_shown(site: Site, secretary):
    page = adopt(site, secretary, (DEMONSTRATION / "statuts-pole-economie-solidaire.yaml").read_text())

    assert page.url.path == site.at("/statuts")
    assert "inconnu" in page.text
    assert "consultatif" in page.text


def test_the_same_text_twice_is_one_version(site: Site, secretary):
    adopt(site, secretary, SCIC)
    adopt(site, secretary, SCIC, gesture="b" * 32)

    assert sum(isinstance(fact, StatutesAdopted) for fact in site.facts) == 1


def test_the_version_of_a_past_day(site: Site, secretary):
    site.given(adopted(association(), "2020-01-01", "v1"))
    adopt(site, secretary, SCIC)

    assert "Aucuns statuts" in secretary.get(site.at("/statuts?le=2019-12-31")).text
    before, after = (secretary.get(site.at(f"/statuts?le={day}")).text for day in ("2026-01-31", "2026-02-01"))
    assert "Collège des personnalités qualifiées" in before
    assert "Collège des structures de l’ESS" not in before
    assert "Collège des structures de l’ESS" in after


def test_a_board_member_reads_and_does_not_adopt(site: Site, secretary):
    board = site.browser(site.person("bo", "Bo", Office.BOARD))

    assert board.get(site.at("/statuts")).status_code == 200
    assert adopt(site, board, SCIC).status_code == 403


def test_a_file_of_20_mb_is_refused_and_nothing_else_breaks(site: Site, secretary):
    page = secretary.post(site.at("/statuts/adoption"), data=DAYS, files={"file": ("x.yaml", b"a" * 20_000_000)})

    assert page.status_code == 413
    assert secretary.get(site.at("/statuts")).status_code == 200


PDF = b"%PDF-1.7\n%%EOF\n"


def version_of(site):
    return [fact.version for fact in site.facts if isinstance(fact, StatutesAdopted)][-1]


def test_a_text_is_checked_without_being_adopted(site: Site, secretary):
    path = site.at("/statuts/adoption/verification")
    wrong = secretary.post(path, data={"gesture": "a" * 32, "text": SCIC.replace("weight: 20", "weight: 5")})
    right = secretary.post(path, data={"gesture": "a" * 32, "text": SCIC})

    assert "19 octies" in wrong.text
    assert "weight: 5" in wrong.text, "what was typed is still there"
    assert "Rien à redire" in right.text
    assert not any(isinstance(fact, StatutesAdopted) for fact in site.facts)


def test_statutes_that_the_law_bars_are_entered_with_a_reason_and_written_as_irregular(site: Site, secretary):
    unlawful = SCIC.replace("floor_fraction: {value: 1/4", "floor_fraction: {value: 1/10")

    refused = adopt(site, secretary, unlawful)
    assert "Pourquoi l’enregistrer malgré tout" in refused.text
    page = adopt(site, secretary, unlawful, despite="Ils sont au greffe ainsi", gesture="b" * 32)

    assert page.url.path == site.at("/statuts")
    for words in ("Cette version contredit la loi.", "art. 13", "Ils sont au greffe ainsi"):
        assert words in page.text


def test_the_rules_are_unread_until_an_adviser_reads_them(site: Site, secretary):
    page = adopt(site, secretary, SCIC)
    assert "Règles non relues" in page.text

    path = site.at(f"/statuts/{version_of(site)}/relecture")
    assert secretary.post(path, data={"gesture": "c" * 32, "by_role": "moi", "on": "02/02/2026"}).status_code == 409
    page = secretary.post(path, data={"gesture": "c" * 32, "by_role": "urscop", "on": "02/02/2026"})

    assert "relu le 2 février 2026 par l’URSCOP" in page.text
    assert "Règles non relues" not in page.text


def test_a_version_carries_the_text_as_it_was_filed(site: Site, secretary):
    adopt(site, secretary, SCIC)
    path = site.at(f"/statuts/{version_of(site)}/depot")
    form = {"gesture": "c" * 32, "on": "10/02/2026"}

    assert secretary.post(path, data=form, files={"file": ("s.txt", b"texte")}).status_code == 409
    page = secretary.post(path, data=form, files={"file": ("s.pdf", PDF)})

    assert "Les statuts déposés le 10 février 2026" in page.text
    assert secretary.get(f"{path}.pdf").content == PDF


def test_what_changed_is_said_rule_by_rule(site: Site, secretary):
    adopt(site, secretary, SCIC)
    first = version_of(site)
    amended = SCIC.replace("term_years: {value: 3", "term_years: {value: 4").replace("value: 1/20", "value: 1/10")
    adopt(site, secretary, amended, on="02/02/2026", in_force_from="02/02/2026", gesture="b" * 32)

    page = secretary.get(site.at(f"/statuts/{version_of(site)}/differences"))
    assert "2 règles ont changé" in page.text
    for words in ("Durée d’un mandat, en années", "1/10 (10\u00a0%)", "1/20 (5\u00a0%)"):
        assert words in page.text
    assert "Qui admet les associés" not in page.text
    assert secretary.get(site.at(f"/statuts/{first}/differences")).status_code == 404


def test_an_amendment_cites_the_decision_that_adopts_it(site: Site, secretary):
    adopt(site, secretary, SCIC)
    site.given(decided("2026-02-10"))
    second = SCIC.replace("term_years: {value: 3", "term_years: {value: 4")
    days = {"on": "10/02/2026", "in_force_from": "10/02/2026", "gesture": "b" * 32}

    page = adopt(site, secretary, second, **days, decision="d1")

    assert "La décision qui les adopte" in page.text
    assert "ne cite pas la décision" not in page.text


def test_an_association_that_becomes_a_cooperative_keeps_one_record(site: Site, secretary):
    site.given(adopted(association(), "2020-01-01", "v1"))
    adopt(site, secretary, SCIC)

    for day, form in (("2020-06-01", "association"), ("2026-02-02", "SAS")):
        assert f"Forme\u00a0: {form}" in secretary.get(site.at(f"/statuts?le={day}")).text
    changes = secretary.get(site.at(f"/statuts/{version_of(site)}/differences")).text
    assert "Forme juridique" in changes
