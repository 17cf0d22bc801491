"""A dossier composed before it is sealed: its period, its pieces in or out, a word by criterion; the draft is kept."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from governance.evidence.facts import Comment, Composition, DossierSealed, LeftOut
from governance.membership.facts import OfficeTaken
from governance.words import Day, Office, PersonId, Public
from tests.pages.evidence import LABEL, MAP, attach, attached, press, seal, seen, words
from tests.site import Site
from web import verify
from web.packing import unpacked

COMPOSE = f"{LABEL}/preparation"


def compose(site: Site, browser, then: str = "", **typed: str | list[str]):
    return browser.post(site.at(COMPOSE), data={"gesture": "c" * 32, "then": then, **typed})


def sealed(site: Site) -> DossierSealed:
    return [fact for fact in site.facts if isinstance(fact, DossierSealed)][-1]


def opened(site: Site, browser, dossier: str = "d" * 32) -> dict[str, bytes]:
    return unpacked(browser.get(site.at(f"/dossiers/{dossier}/fichier")).content)


def test_a_dossier_shows_what_was_chosen_and_says_how_many_pieces_it_does_not(site: Site, pursuing):
    attach(site, pursuing)
    attach(site, pursuing, MAP + b" en couleurs", gesture="b" * 32, title="Carte en couleurs", on="2025")
    coloured = attached(site)[1].piece
    typed = {"since": "01/01/2018", "until": "31/12/2025", "out": [coloured], "comments.T1": "Douze communes."}
    page = compose(site, pursuing, **typed)
    assert page.url.path == site.at(f"{LABEL}/scellement")
    assert "du 1er janvier 2018 au 31 décembre 2025" in words(page)
    seal(site, pursuing)

    comments = (Comment("T1", Public("Douze communes.")),)
    chosen = Composition(Day("2018-01-01"), Day("2025-12-31"), (LeftOut(coloured),), comments)
    assert sealed(site).composition == chosen
    files = opened(site, pursuing)
    manifest = json.loads(files["manifeste.json"])
    assert manifest["periode"] == {"du": "2018-01-01", "au": "2025-12-31"}
    assert (manifest["laissees_de_cote"], len(manifest["pieces"])) == (1, 1)
    assert manifest["criteres"][0]["commentaire"] == "Douze communes."
    assert "en couleurs" not in b"".join(files.values()).decode(errors="replace")
    assert "Période     : du 2018-01-01 au 2025-12-31" in files["LISEZMOI.txt"].decode()
    assert {one["date"] for one in json.loads(files["chiffres.json"])} == {"2025-12-31"}


def test_of_a_period_are_the_pieces_and_what_happened_in_it(site: Site, pursuing):
    attach(site, pursuing)
    compose(site, pursuing, since="01/01/2026")
    seal(site, pursuing)

    files = opened(site, pursuing)
    figures = {one["nom"]: one for one in json.loads(files["chiffres.json"])}
    assert json.loads(files["manifeste.json"])["pieces"] == []
    assert figures["survey_answers"]["valeur"] == "0"
    assert figures["survey_answers"]["definition"].endswith(", depuis le 01/01/2026")
    assert figures["organisations"]["valeur"] == "3", "who is a member on the last day was admitted before"


def test_a_piece_that_a_criterion_needs_is_left_out_for_a_reason(site: Site, pursuing):
    attach(site, pursuing)
    carte = attached(site)[0].piece
    page = compose(site, pursuing, out=[carte])
    assert page.url.path == site.at(COMPOSE)
    assert "Pourquoi laisser « Carte du territoire » de côté ?" in words(page)
    refused = seal(site, pursuing)
    assert refused.status_code == 409
    assert "dites pourquoi vous la laissez de côté" in words(refused)

    compose(site, pursuing, out=[carte], **{f"reasons.{carte}": "La carte change en mars."})
    seal(site, pursuing)
    assert sealed(site).composition.left_out == (LeftOut(carte, Public("La carte change en mars.")),)
    assert b"change en mars" not in b"".join(opened(site, pursuing).values())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"until": "01/01/2199"}, "Ce jour n’est pas encore venu"),
        ({"since": "02/01/2026", "until": "01/01/2026"}, "avant de commencer"),
        ({"until": "bientôt"}, "Écrivez une date complète"),
    ],
)
def test_a_period_that_cannot_be_stays_in_the_form(site: Site, pursuing, typed, said):
    page = compose(site, pursuing, **typed)

    assert page.status_code == 422
    assert said in words(page)
    assert typed["until"] in words(page)


def test_nothing_is_sealed_of_before_the_first_fact(site: Site, pursuing):
    compose(site, pursuing, until="01/01/1999")
    page = seal(site, pursuing)

    assert page.status_code == 409
    assert "Le journal ne dit rien d’avant le" in words(page)


def test_life_goes_on_while_a_dossier_is_sealed(site: Site, pursuing, tmp_path):
    attach(site, pursuing)
    news = OfficeTaken(PersonId("lea"), Office.BOARD, Day("2026"))
    with ThreadPoolExecutor() as meanwhile:
        written = meanwhile.submit(lambda: [site.given(news) for _ in range(20)])
        page = seal(site, pursuing)
        written.result()

    assert page.url.path == site.at(f"/dossiers/{'d' * 32}")
    file = tmp_path / "dossier.zip"
    file.write_bytes(pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content)
    assert verify.verify(file, sealed(site).root).code == 0


def test_a_draft_is_kept_then_the_next_one_begins_from_what_was_sealed(site: Site, pursuing):
    compose(site, pursuing, then="keep", until="01/02/2026", **{"comments.T2": "Trois <b>communes</b>"})
    page = words(pursuing.get(site.at(COMPOSE)))
    assert "Brouillon enregistré" in page
    assert "01/02/2026" in page
    assert "Trois <b>communes</b>" in page
    seal(site, pursuing)

    page = words(pursuing.get(site.at(COMPOSE)))
    assert "Brouillon enregistré" not in page
    assert "01/02/2026" not in page
    assert "Trois <b>communes</b>" in page


def test_what_a_colleague_saved_since_the_page_is_read_before_it_is_sealed(site: Site, pursuing):
    compose(site, pursuing, since="01/01/2018")
    shown = seen(site, pursuing)
    compose(site, pursuing, since="01/01/2020")
    refused = press(site, pursuing, shown)

    assert refused.status_code == 409
    assert "La préparation a changé depuis cette page" in words(refused)
    assert "1er janvier 2020" in words(refused)
    assert not [fact for fact in site.facts if isinstance(fact, DossierSealed)]
    seal(site, pursuing)
    assert sealed(site).composition.since == Day("2020-01-01")


def test_a_piece_attached_since_the_page_is_not_sealed_unseen(site: Site, pursuing):
    shown = seen(site, pursuing)
    attach(site, pursuing)

    assert press(site, pursuing, shown).status_code == 409
    assert press(site, pursuing, "").status_code == 409


def test_the_seal_pressed_twice_leads_to_the_dossier_though_its_draft_is_over(site: Site, pursuing):
    compose(site, pursuing, until="01/02/2026")
    shown = seen(site, pursuing)

    assert [press(site, pursuing, shown).url.path for _again in range(2)] == [site.at(f"/dossiers/{'d' * 32}")] * 2


def test_a_piece_for_the_draft_is_attached_once_for_all_that_it_proves(site: Site, pursuing):
    there = compose(site, pursuing, then="attach", **{"comments.T1": "Avec la carte."})
    assert there.url.path == site.at(f"{LABEL}/pieces")
    told = {"gesture": "a" * 32, "evidence": ["EV09", "EV14"], "title": "Carte", "on": "2018"}
    for _again in range(2):
        page = pursuing.post(str(there.url), data=told, files={"file": ("carte.pdf", MAP)})
        assert page.url.path == site.at(COMPOSE)

    assert [(one.evidence, one.digest) for one in attached(site)] == [
        (evidence, attached(site)[0].digest) for evidence in ("EV09", "EV14")
    ]
    assert "Avec la carte." in words(page)
    seal(site, pursuing)
    assert len([name for name in opened(site, pursuing) if name.startswith("pieces/")]) == 2


def test_a_member_composes_nothing(site: Site, pursuing):
    assert site.browser("lea").get(site.at(COMPOSE)).status_code == 403
