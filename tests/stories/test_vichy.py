"""Vichy, 30 January 2014, as its report tells it: who came, 131 notes, the round table, beside what is printed."""

import re

import pytest

from projections.network import groups
from tests.pages.test_prioritisations import rows, words
from tests.site import Site
from tests.stories.territories import VICHY, Territories, page, printed, read

RANKED = [
    ("1", "Mise en réseaux", "20 67 %", "10 33 %", "30"),
    ("2", "Mutualisation de compétences", "11 44 %", "14 56 %", "25"),
    ("3", "Développement des affaires entre acteurs", "14 67 %", "7 33 %", "21"),
    ("4", "Mutualisation d'outils", "8 42 %", "11 58 %", "19"),
    ("4", "Promotion et développement de partenariats", "9 47 %", "10 53 %", "19"),
    ("5", "Appui au développement des acteurs", "6 35 %", "11 65 %", "17"),
]
PRINTED = [  # (figure, printed, recomputed), in the order of the report: x01 to x06, x08 to x10
    ("Mutualisation de compétences, nombre", "—", "25"),
    ("Mutualisation d'outils, jaune, part", "57 %", "58 %"),
    ("Développement des affaires entre acteurs, rose, part", "66 %", "67 %"),
    ("Mise en réseaux, rose, part", "66 %", "67 %"),
    ("Mise en réseaux, Rencontres, nombre", "5", "6"),
    ("Mise en réseaux, Echanges et entre-aide, nombre", "7", "6"),
    ("Mise en réseaux, Projet collectif, nombre", "—", "1"),
    ("Promotion et développement de partenariats, nombre", "18", "19"),
    ("Promotion et développement de partenariats, jaune, part", "52 %", "53 %"),
    ("Promotion et développement de partenariats, Promotion transversale, nombre", "3", "4"),
    ("Appui au développement des acteurs, rang", "5", "6"),
    ("Promotion et développement de partenariats, jaune, part", "52 %", "56 %"),
    ("Promotion et développement de partenariats, rang", "4", "5"),
]


@pytest.fixture
def vichy(territories: Territories) -> Site:
    return territories[VICHY]


def test_28_structures_came_through_30_people_and_20_were_excused_through_21(vichy: Site):
    sheet = page(vichy, "/reseau/reunions/vichy")

    assert rows(sheet, "beside") == [("Structures présentes", "28", "28"), ("Structures excusées", "20", "20")]
    for told in (words(sheet.text), printed(vichy, "vichy")):
        assert "30 personnes, 28 structures" in told
        assert "Jardins de Cocagne : présente et excusée" in told
        assert "Galatée : excusée, et présente avec « ADEF, ADEF+ et Galatée »" in told
        assert "L’année n’est pas imprimée" in told
    assert re.findall(r"(Animation|Présents|Excusés) \((\d+)\)", words(sheet.text)) == [
        ("Animation", "4"), ("Présents", "30"), ("Excusés", "21"),
    ]  # fmt: skip


def test_131_notes_add_up_beside_what_the_report_prints(vichy: Site):
    board = page(vichy, "/hierarchisations/vichy")

    assert rows(board, "result") == [*RANKED, ("", "Ensemble", "68", "63", "131")]
    assert [(figure, old, new.split()[0] + (" %" if "%" in old else "")) for figure, old, new, _why in
            rows(board, "differing")] == PRINTED  # fmt: skip
    told = words(board.text)
    assert "Court terme : 68 post-it sur 90 distribués. Long terme : 63 post-it sur 90 distribués." in told
    assert "arrondis à l’entier le plus proche" in told
    table = page(vichy, "/hierarchisations/vichy/post-it.csv").text
    assert len(table.splitlines()) == 132
    assert "Mutualisation d'un juriste" in table


def test_what_no_sum_tells_is_found_by_comparing_or_stands_as_a_remark(vichy: Site):
    told = read(vichy, "/hierarchisations/vichy")

    assert "Axe 2, « Mutualisation d'outils » : § II l’appelle « Mutualisation et développement des outils »" in told
    assert [number for number in "123456" if f"Axe {number}, «" in told] == ["1", "2", "3", "6"]
    assert re.findall(r"§ II lui donne le n° (\d)", told) == ["3", "2"]
    assert len(re.findall(r"<li><strong>[^<]*</strong> —", page(vichy, "/hierarchisations/vichy").text)) == 4


def test_the_round_table_has_22_lines_one_of_them_empty_and_seven_did_not_speak(vichy: Site):
    spoke = page(vichy, "/reseau/reunions/vichy/tour-de-table")
    lines = rows(spoke, "spoke")

    assert len(lines) == 22
    assert [who.split(" – ")[0] for who, priorities in lines if priorities == "—"] == ["Comité Allier Handisport"]
    [together] = [who for who, _priorities in lines if ", " in who.split(" – ")[-1] and "Cultures" in who]
    assert together.startswith("Cultures et traditions – ")
    silent = re.search(r"Présents qui ne se sont pas exprimés\s:</p>\s*<ul>(.*?)</ul>", spoke.text, re.S)
    assert silent
    assert silent[1].count("<li>") == 7


def test_the_report_on_paper_holds_the_round_table_and_the_ranking(vichy: Site):
    told = printed(vichy, "vichy").replace("d’outils", "d'outils")

    assert [f"{rank}. {board} ({total})" in told for rank, board, _pink, _yellow, total in RANKED] == [True] * 6
    assert "Tour de table" in told
    assert "Présents qui ne se sont pas exprimés : La Galerie" in told


def test_five_notes_led_to_the_newsletter(vichy: Site):
    told = read(vichy, "/reseau/fiches/outils/outil-2")

    assert "D’où cela vient 5 post-it" in told


def test_each_meeting_of_a_group_is_held_somewhere_else(vichy: Site):
    told = read(vichy, "/reseau/groupes/pole")

    assert "30 janvier 2014 · L’Atrium, Vichy · 28 structures" in told
    assert "26 mars 2014 · Centre social de Brout-Vernet" in told


def test_the_next_one_comes_55_days_later_and_the_action_is_due_then(vichy: Site):

    with vichy.office.reading() as db:
        assert [row["gap"] for row in groups.meetings(db, "pole")] == [None, 55]  # type: ignore[arg-type]
    told = read(vichy, "/reseau/reunions/vichy")
    assert "Réunion collective 3 – 26 mars 2014, 18 h 00 · Centre social de Brout-Vernet" in told
    assert "Organiser une présentation de la plateforme PES" in read(vichy, "/reseau/reunions/brout-vernet")
