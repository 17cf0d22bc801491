"""The catalogues at the counter: a member writes what it needs, another has it, and they meet."""

import csv
import io

import pytest

from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.membership.person_facts import Affiliated
from governance.network.card_facts import CardLent, CardWritten
from governance.words import Day, MemberId, Office, PersonId, Public
from tests.coop import admitted, adopted, scic
from tests.site import Site
from web.cards.bringing import _titles
from web.edge import catalogue_file
from web.edge.catalogue_file import read_catalogue, shipped
from web.edge.lines import Unreadable

NEED = {"title": "Une sono pour le bal", "f_genre": "materiel", "f_lieu": "Brout-Vernet", "on": "01/03/2026"}
OFFER = {"title": "Sonorisation de 500 W", "f_genre": "materiel", "f_lieu": "Vichy", "f_tarif": "12,50", "on": "2026"}


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), admitted("lea"), admitted("tom"))
    site.person("tom", "Tom Vendat")
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


@pytest.fixture
def lea(site: Site, board):
    return site.browser(site.person("lea", "Léa Abrest"))


def write(site, browser, catalogue, form, gesture="a" * 32, **changed):
    return browser.post(site.at(f"/reseau/fiches/{catalogue}/nouvelle"), data=form | {"gesture": gesture} | changed)


def words(page) -> str:
    return page.text.replace("\u00a0", " ").replace("\u202f", " ")


def written(site):
    return [fact for fact in site.facts if isinstance(fact, CardWritten)]


def test_a_member_writes_its_need_once(site, board, lea):
    page = words(write(site, lea, "besoins", NEED, owner="lea"))
    write(site, lea, "besoins", NEED, owner="lea")

    assert "Une sono pour le bal" in page
    assert "Léa Abrest" in page
    assert "Brout-Vernet" in page
    assert len(written(site)) == 1
    refused = write(site, lea, "besoins", NEED, "b" * 32, owner="tom")
    assert (refused.status_code, len(written(site))) == (409, 1)


def test_what_a_member_may_not_keep_is_said_and_nothing_typed_is_lost(site, board, lea):
    refused = write(
        site, lea, "outils", {"title": "Un questionnaire", "f_usage": "Recenser.", "on": "2026"}, owner="lea"
    )

    assert refused.status_code == 409
    assert "Ce registre est tenu par le secrétariat" in words(refused)
    assert 'value="Un questionnaire"' in refused.text
    assert written(site) == []


def test_a_form_with_a_fault_keeps_what_was_typed(site, board):
    page = write(site, board, "offres", OFFER | {"f_tarif": "douze", "f_genre": ""})

    assert page.status_code == 422
    assert 'value="douze"' in page.text
    assert "Sonorisation de 500 W" in page.text
    assert "Écrivez un montant" in page.text
    assert written(site) == []


def test_who_lends_a_sound_system_near_vichy(site, board, lea):
    """Three clicks from the network: the registers, what one looks for, the sheet – slips and accents forgiven."""
    write(site, board, "offres", OFFER, owner="tom")

    found = words(lea.get(site.at("/reseau/fiches?q=sonorisassion vichi")))
    assert "Sonorisation de 500 W" in found
    assert "Tom Vendat" in found
    assert "Rien ne répond" in words(lea.get(site.at("/reseau/fiches?q=chapiteau")))
    assert "12,50 €" in words(lea.get(site.at(f"/reseau/fiches/offres/{written(site)[0].card}")))


def test_a_need_finds_who_answers_and_both_are_put_in_touch(site, board):
    write(site, board, "besoins", NEED, owner="lea")
    write(site, board, "offres", OFFER, "b" * 32, owner="tom")
    card = f"/reseau/fiches/besoins/{'a' * 32}"

    assert "Sonorisation de 500 W" in words(board.get(site.at(card)))
    page = board.post(site.at(f"{card}/avec/{'b' * 32}"), data={"on": "02/03/2026", "gesture": "c" * 32})
    assert "suite à venir" in words(page)
    said = {"fruitful": "true", "on": "03/03/2026", "note": "Prêtée pour le bal.", "gesture": "d" * 32}
    assert "a abouti" in words(board.post(site.at(f"{card}/avec/{'b' * 32}/suite"), data=said))


def test_it_moves_and_is_corrected_and_its_past_stays(site, board):
    write(site, board, "besoins", NEED, owner="lea")
    card = f"/reseau/fiches/besoins/{'a' * 32}"

    moved = board.post(
        site.at(f"{card}/etat"), data={"state": "repondu", "on": "05/03/2026", "note": "", "gesture": "b" * 32}
    )
    again = NEED | {
        "gesture": "c" * 32,
        "title": "Une sono et deux micros",
        "reason": "Il manquait les micros.",
        "on": "06/03/2026",
    }
    page = words(board.post(site.at(f"{card}/correction"), data=again))

    assert "a trouvé réponse" in words(moved)
    assert "Une sono et deux micros" in page
    assert "Il manquait les micros." in page
    assert "Une sono pour le bal" in words(board.get(site.at(f"{card}?le=2026-03-02")))


def test_what_is_lent_is_reserved_once_and_cancelled(site, board, lea):
    write(site, board, "offres", OFFER, owner="tom")
    card = f"/reseau/fiches/offres/{'a' * 32}"
    days = {"member": "lea", "since": "01/04/2030", "until": "03/04/2030", "gesture": "b" * 32}

    assert "Léa Abrest, du 1er avril 2030 au 3 avril 2030." in words(
        lea.post(site.at(f"{card}/reservation"), data=days)
    )
    again = lea.post(site.at(f"{card}/reservation"), data=days | {"since": "03/04/2030", "gesture": "c" * 32})
    assert again.status_code == 409
    assert "C’est déjà réservé du 1er avril 2030 au 3 avril 2030" in words(again)
    assert sum(isinstance(fact, CardLent) for fact in site.facts) == 1
    page = board.post(site.at(f"{card}/reservation/{'b' * 32}/annulation"), data={"gesture": "d" * 32})
    assert "du 1er avril 2030" not in words(page)


def test_a_catalogue_is_filtered_sorted_and_kept_as_a_file(site, board):
    write(site, board, "offres", OFFER, owner="tom")
    write(site, board, "offres", OFFER | {"title": "Atelier", "f_genre": "locaux", "f_tarif": "9"}, "b" * 32)

    only = words(board.get(site.at("/reseau/fiches/offres?genre=locaux")))
    assert "Atelier" in only
    assert "Sonorisation" not in only
    sheet = board.get(site.at("/reseau/fiches/offres.csv?tri=tarif")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(sheet), delimiter=";"))
    assert [(row["Ce qui est proposé"], row["Tarif"]) for row in rows] == [
        ("Atelier", "9,00"),
        ("Sonorisation de 500 W", "12,50"),
    ]


def test_twenty_have_a_seat_and_whoever_comes_after_waits(site, board, lea):
    course = {"title": "Animer une réunion", "f_places": "20", "on": "2026"}
    write(site, board, "formations", course)
    card = f"/reseau/fiches/formations/{'a' * 32}"

    join(site, board, card, "tom", 20, "b")
    page = join(site, lea, card, "lea", 1, "c")
    assert "20 sur 20 places, 1 en attente" in page
    left = board.post(site.at(f"{card}/inscription/tom/retrait"), data={"gesture": "d" * 32})
    assert "1 sur 20 places" in words(left)
    assert "en attente" not in words(left)


def test_seats_kept_for_three_associations_go_to_those_who_belong_to_one(site, board, lea):
    """Twenty seats, three sessions; the twenty-first waits, whoever belongs to none is told why."""
    three = "Cagette et Cie\nLes Enfants du pays\nLe Ruban vert"
    course = {"title": "Tableurs", "f_places": "20", "f_reservee": three, "on": "2017"}
    write(site, board, "formations", {**course, "f_sessions": "Trois jours, de 9 h 30 à 17 h 30"})
    card, crate = f"/reseau/fiches/formations/{'a' * 32}", MemberId("cagette")
    site.given(OrganisationRegistered(crate, Public("Cagette et Cie"), ActorKind.ESS_ENTERPRISE, False))

    refused = join(site, lea, card, "lea", 1, "b")
    site.given(*(Affiliated(PersonId(one), crate, Day("2016")) for one in ("lea", "tom")))
    seated = join(site, board, card, "tom", 20, "c")
    waits = join(site, lea, card, "lea", 1, "d")

    assert "réservées aux adhérents de" in refused
    assert "Le Ruban vert" in refused
    assert "20 sur 20 places" in seated
    assert "1 en attente" in waits


def join(site, browser, card, member, people, gesture) -> str:
    said = {"member": member, "people": str(people), "gesture": gesture * 32}
    return words(browser.post(site.at(f"{card}/inscription"), data=said))


LIST = """Ce qui est proposé;De qui;Genre;Lieu;Tarif
Sonorisation de 500 W;Léa Abrest;Matériel;Vichy;12,50
Barnum;;matériel;Cusset;vingt
Salle du bas;Personne;locaux;Gannat;
Atelier bois;;locaux;Bellerive;
"""


def bring(site, board, text=LIST, gesture="e"):
    said = {"source": "Catalogue de la Vrac", "on": "2017", "gesture": gesture * 32}
    return words(
        board.post(site.at("/reseau/fiches/offres/reprise"), data=said, files={"file": ("liste.csv", text.encode())})
    )


def test_a_list_is_brought_line_by_line_and_what_was_wrong_is_brought_again(site, board, lea):
    page = bring(site, board)

    assert "2 fiches inscrites" in page
    assert "Ligne 3 : Tarif — Écrivez un montant" in page
    assert "Ligne 4 : De qui — Aucun membre ne porte ce nom" in page
    page = bring(site, board, LIST.replace("vingt", "20").replace("Personne", ""), "f")
    assert "2 fiches inscrites" in page
    assert "2 fiches étaient déjà là." in page
    assert len(written(site)) == 4
    assert {card.source for card in written(site)} == {"Catalogue de la Vrac"}


def test_a_line_that_stops_short_is_told_as_any_other(site, board):
    assert "Ligne 2 : Genre — Ce champ est obligatoire." in bring(site, board, "Ce qui est proposé;Genre\nSono\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [("Nom;Ville\nSono;Vichy", "La première ligne doit porter les titres"), ("", "Ce fichier est vide")],
)
def test_what_is_no_list_of_this_register_is_said(site, board, text, why):
    assert why in bring(site, board, text)
    assert written(site) == []


HIVES = """
name: ruches
title: {fr: Ruches, en: Hives}
singular: {fr: Une ruche, en: A hive}
purpose: {fr: Où sont les ruches., en: Where the hives are.}
first: {fr: Nom de la ruche, en: Name of the hive}
fields:
  - {name: cadres, label: {fr: Cadres, en: Frames}, shape: count, needed: true}
states:
  - {name: vive, words: {fr: vive, en: alive}, leads: [morte]}
  - {name: morte, words: {fr: morte, en: dead}, tone: stopped}
"""


@pytest.fixture
def hives(tmp_path, monkeypatch):
    """A catalogue that nobody foresaw: one file more."""
    for file in catalogue_file.CATALOGUES.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "ruches.yaml").write_text(HIVES)
    monkeypatch.setattr(catalogue_file, "CATALOGUES", tmp_path)
    shipped.cache_clear()
    yield
    shipped.cache_clear()


def test_one_file_more_is_one_catalogue_more(site, board, hives):
    page = words(write(site, board, "ruches", {"title": "Ruche du verger", "f_cadres": "10", "on": "2026"}))

    assert "Cadres" in page
    assert "vive" in page
    assert "Ruches" in words(board.get(site.at("/reseau/fiches")))
    assert "Ruche du verger" in words(board.get(site.at("/reseau/fiches?q=verger")))
    assert "Ruche du verger;10" in board.get(site.at("/reseau/fiches/ruches.csv")).content.decode().replace(";;", ";")
    wrong = write(site, board, "ruches", {"title": "Une autre", "f_cadres": "dix", "on": "2026"}, "b" * 32)
    assert "Écrivez un nombre entier" in words(wrong)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("leads: [morte]", "leads: [partie]", "partie"),
        ("shape: count", "shape: figure", "figure"),
        ("needed: true", "neded: true", "needed"),
    ],
)
def test_a_catalogue_that_does_not_hold_together_says_where(old, new, why):
    with pytest.raises(Unreadable, match=why):
        read_catalogue(HIVES.replace(old, new))


def test_every_catalogue_that_comes_along_holds_together():
    for catalogue in shipped().values():
        answers = catalogue.answered_by
        assert answers is None or (answers in shipped() and catalogue.agreeing), catalogue.name
        assert all(one.options for one in catalogue.fields if one.shape.value == "choice"), catalogue.name
        titles = set(_titles(catalogue))
        assert len(titles) == len({title for title, _field in titles}), catalogue.name
        reached = {catalogue.states[0].name, *(lead for state in catalogue.states for lead in state.leads)}
        assert reached == {state.name for state in catalogue.states}, catalogue.name
