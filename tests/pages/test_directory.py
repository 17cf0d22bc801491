"""The directory: organisations found with a slip, near a place, by what they do; and the sheet of each."""

import csv
import io
import re
from dataclasses import replace

import pytest

from governance.membership.facts import ActorKind, ContactErased, OrganisationRegistered, RepresentativeNamed
from governance.network.card_facts import CardId, CardWritten
from governance.network.catalogue import Value
from governance.network.facts import GroupFormed, GroupId, MeetingId, MeetingReported
from governance.network.meeting_facts import AttendanceNoted, Belonging, GroupMemberNoted, Presence, ReportPublished
from governance.project.facts import ProjectStarted
from governance.project.life_facts import PartId, PartTaken
from governance.statutes.facts import CooperativeDescribed, Form
from governance.words import Day, MemberId, Office, PersonId, ProjectId, Public
from tests.coop import admitted, adopted, scic
from tests.site import Site

ON = Day("2014-01-30")
CENTRE = MemberId("centre")
SEAT = Public("4 rue du Centre, 03110 Broût-Vernet")


def card(name, title, catalogue="structures", state="connue", owner=None, **said):
    values = tuple(Value(field, Public(words)) for field, words in said.items())
    return CardWritten(CardId(name), catalogue, Public(title), values, state, ON, owner)


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    site.given(
        adopted(scic()),
        OrganisationRegistered(CENTRE, Public("Centre social de Brout-Vernet"), ActorKind.OTHER, False, seat=SEAT),
        admitted("centre"),
        card("cocagne", "Les Jardins de Cocagne", activite="environnement", commune="Cusset", territoire="Allier"),
        card("creavenir", "Créavenir", activite="finance", commune="Dijon", rencontre="telephone"),
        card("sono", "Sonorisation", "offres", "disponible", CENTRE, genre="materiel", lieu="Brout-Vernet"),
        replace(card("hall", "Salle du bas", "offres", "disponible", genre="locaux"), organisation=Public("viltais")),
        GroupFormed(GroupId("g"), Public("Pacte local"), Public("Préparer un pacte."), ON),
        MeetingReported(MeetingId("m"), Public("Réunion 2"), ON, Public(""), ("Jardins de Cocagne", "Viltaïs")),
        AttendanceNoted("2", "m", Presence.PRESENT, ON, Public("Centre social"), CENTRE, PersonId("ana")),
        ProjectStarted(ProjectId("p"), Public("Recyclerie"), Public("Réemployer."), ON),
        PartTaken(PartId("part"), ProjectId("p"), Public("structure pilote"), ON, Public("jardins de cocagne")),
        GroupMemberNoted("g", Public("LES JARDINS DE COCAGNE"), Belonging.MEMBER, ON),
        RepresentativeNamed(CENTRE, PersonId("ana"), ON),
    )
    site.person("ana", "Ana Lot", email="ana@example.org")
    site.person("bea", "Béa Bureau", Office.BOARD)
    return site


@pytest.fixture(scope="module")
def board(site: Site):
    return site.browser("bea")


def words(page) -> str:
    return page.text.replace("\u00a0", " ").replace("\u202f", " ")


def listed(site, board, asked="") -> list[str]:
    sheet = board.get(site.at(f"/reseau/annuaire.csv{asked}")).content.decode("utf-8-sig")
    return [row["Structure"] for row in csv.DictReader(io.StringIO(sheet), delimiter=";")]


COCAGNE, CREAVENIR, SOCIAL = "Les Jardins de Cocagne", "Créavenir", "Centre social de Brout-Vernet"


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("", [SOCIAL, CREAVENIR, COCAGNE]),
        ("?q=jardin cocaigne", [COCAGNE]),
        ("?q=CREAVENIR", [CREAVENIR]),
        ("?q=centre sociale brou", [SOCIAL]),
        ("?activite=finance", [CREAVENIR]),
        ("?territoire=Allier", [COCAGNE]),
        ("?rencontre=telephone", [CREAVENIR]),
        ("?membre=oui", [SOCIAL]),
        ("?pres=vichi", [COCAGNE, SOCIAL]),
        ("?pres=Vichy&km=5", [COCAGNE]),
        ("?pres=Nulle+Part", []),
        ("?tri=-name", [COCAGNE, CREAVENIR, SOCIAL]),
        ("?le=2013-01-01", [SOCIAL]),
    ],
)
def test_a_structure_is_found_whatever_one_remembers_of_it(site, board, asked, rows):
    assert listed(site, board, asked) == rows


def test_who_only_came_to_meetings_is_there_too_until_it_has_a_card(site, board):
    page = words(board.get(site.at("/reseau/annuaire")))

    assert "Viltaïs" in page.partition("Connues, sans fiche")[2]
    assert "Viltaïs" in words(board.get(site.at("/reseau/annuaire?q=viltais")))
    assert "Viltaïs" not in words(board.get(site.at("/reseau/annuaire?q=cocagne")))
    sheet = words(board.get(site.at("/reseau/annuaire/Viltaïs")))
    assert "Réunion 2" in sheet
    assert "Salle du bas" in sheet
    assert "/reseau/fiches/structures/nouvelle?nom=Vilta" in sheet
    assert board.get(site.at("/reseau/annuaire/Personne")).status_code == 404


def test_a_sheet_says_what_all_rooms_know_of_a_structure(site, board):
    said = (COCAGNE, "Cusset", "environnement", "Pacte local", "Recyclerie", "structure pilote", "Réunion 2")
    cocagne = words(board.get(site.at("/reseau/annuaire/cocagne")))
    assert [one for one in said if one not in cocagne] == []
    centre = words(board.get(site.at("/reseau/annuaire/centre")))
    assert all(said in centre for said in (SOCIAL, "Broût-Vernet (03)", "membre", "Ana Lot", "Sonorisation", "Offres"))


def test_a_member_sees_no_name_of_a_person_who_did_not_consent(site):
    assert "Ana Lot" not in site.browser("ana").get(site.at("/reseau/annuaire/centre")).text.partition("<main")[2]


def test_a_place_that_nobody_knows_is_said(site, board):
    assert "Aucune commune ne s’appelle « Nulle Part »" in words(board.get(site.at("/reseau/annuaire?pres=Nulle+Part")))


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        ("", {"Cusset (03)", "Dijon (21)", "Broût-Vernet (03)"}),
        ("?activite=finance", {"Dijon (21)"}),
        ("?q=cocagne", {"Cusset (03)"}),
        ("?pres=Vichy&km=5", {"Cusset (03)"}),
    ],
)
def test_the_map_draws_what_the_list_shows_and_lists_it_beside(site, board, asked, drawn):
    page = words(board.get(site.at(f"/reseau/annuaire/carte{asked}")))
    described = re.search(r"<desc[^>]*>(.*?)</desc>", page)[1]

    assert {name for mark in described.split(" ; ") for name in mark.partition(". ")[2].split(", ")} == drawn
    assert all(f"<strong>{name}" in page.partition("La même chose en liste")[2] for name in drawn)


def test_structures_are_told_apart_by_how_they_were_met(site, board):
    page = words(board.get(site.at("/reseau/annuaire/carte?par=rencontre")))
    assert "le téléphone</text>" in page


def test_what_has_no_commune_is_listed_and_what_has_no_place_has_no_map(site, board):
    site.given(card("nowhere", "Chez personne", "offres", "disponible", CENTRE, genre="materiel", lieu="chez nous"))
    page = words(board.get(site.at("/reseau/fiches/offres/carte")))

    assert "Chez personne" in page.partition("Sans commune connue")[2]
    assert board.get(site.at("/reseau/fiches/outils/carte")).status_code == 404
    assert "Rien à placer" in words(board.get(site.at("/reseau/fiches/offres/carte?q=introuvable")))


def show(site, who, *shown, gesture="a" * 32):
    return site.browser(who).post(site.at("/mon-espace/annuaire"), data={"shown": shown, "gesture": gesture})


def test_anybody_reads_what_she_consents_to_field_by_field_until_she_takes_it_back(site):
    stranger = site.browser()
    before = stranger.get(site.at("/annuaire/centre"))
    show(site, "ana", "email")
    mail_alone = words(stranger.get(site.at("/annuaire/centre")))
    show(site, "ana", "name", "email", gesture="b" * 32)
    card = stranger.get(site.at("/annuaire/centre/contact.vcf")).text
    listed = words(stranger.get(site.at("/annuaire?q=brout")))
    show(site, "ana", gesture="c" * 32)

    assert before.status_code == 404
    assert "ana@example.org" in mail_alone
    assert "Ana Lot" not in mail_alone
    assert ("FN:Ana Lot" in card, "EMAIL:ana@example.org" in card, SOCIAL in listed) == (True, True, True)
    assert stranger.get(site.at("/annuaire/centre")).status_code == 404
    assert stranger.get(site.at("/annuaire/centre?le=2026-01-01")).status_code == 404


def test_anybody_reads_the_page_of_the_cooperative(site):
    site.given(
        CooperativeDescribed(Public("Pays de Vichy"), Form.SAS, Public("Vichy"), Public(""), ON),
        ReportPublished(MeetingId("m"), ON),
    )
    page = words(site.browser().get(site.at("/public")))

    assert all(said in page for said in ("Pays de Vichy", "Annuaire public", "Réunion 2", "Une offre"))


def test_what_she_consented_to_goes_with_what_is_erased_of_her(site):
    show(site, "ana", "email", gesture="d" * 32)
    there = site.browser().get(site.at("/annuaire/centre"))
    site.given(ContactErased(PersonId("ana")))

    assert there.status_code == 200
    assert site.browser().get(site.at("/annuaire/centre")).status_code == 404


def test_the_public_directory_tells_nothing_of_what_is_for_the_network_alone(site):
    kept = [card(f"p{n}", f"Ouverte {n:03}", public="oui", rencontre="telephone") for n in range(101)]
    site.given(*kept, card("fermee", "Fermée", territoire="Bourbonnais"))
    page = site.browser().get(site.at("/annuaire?tri=rencontre"))

    assert "apres=ouverte" in page.text
    assert "apres=telephone" not in page.text
    assert "Bourbonnais" not in page.text
