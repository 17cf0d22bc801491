"""Any name can be printed: what our fonts draw, and the mark for the rest."""

from copy import deepcopy

import pytest

from tests.documents.reading import Paper
from tests.documents.samples import AT, MINUTES
from web.documents import document
from web.documents.letters import FONTS, MARK, printed


def minutes_of(name: str) -> Paper:
    minutes = deepcopy(MINUTES)
    minutes["participants"][0]["name"] = name
    minutes["participants"] = minutes["participants"][:1]
    return Paper(document("proces-verbal", minutes, AT))


@pytest.mark.parametrize(
    "name",
    [
        "Zoé Œuvrard",
        "Ÿvonne L’Haÿ-d’Ørsted",
        "محمد السعيد",
        "Γιώργος Ντίνος",
        "Нина Ковальчук",
        "Nguyễn Thị Ánh",
    ],
)
def test_names_of_many_scripts_are_drawn(name):
    assert printed(name) == name.replace("'", "’")
    assert MARK not in minutes_of(name).words


def test_an_emoji_is_drawn():
    assert "Léa 🌻 👩🏽‍🌾" in minutes_of("Léa 🌻 👩🏽‍🌾").words


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("王小明", "□□□"),
        ("Zoe\u0301", "Zoé"),
        ("Zoé\u202eelliuqnart", "Zoé□elliuqnart"),
        ("Zoé\x00\x07", "Zoé□□"),
        ("Zoé\ud83d", "Zoé□"),
    ],
    ids=["chinese", "decomposed", "text that turns around", "controls", "half a surrogate pair"],
)
def test_what_cannot_be_drawn_is_marked_and_kept_exact_in_the_json(name, printed):
    paper = minutes_of(name)

    assert printed in paper.words
    assert paper.content("proces-verbal")["participants"][0]["name"] == name


def test_the_mark_is_explained_where_it_is_used():
    explained = "□ tient la place d’un caractère"

    assert explained in minutes_of("王小明").words
    assert explained not in minutes_of("Zoé").words


def test_every_character_said_to_be_covered_is_drawn_by_a_font():
    ranges = [line.partition("-") for line in (FONTS / "coverage.txt").read_text().split()]
    covered = [chr(n) for first, _, last in ranges for n in range(int(first, 16), int(last or first, 16) + 1)]

    assert len(covered) > 4000
    minutes_of(" ".join(covered))  # typst refuses a glyph that no font has


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Vraiment ? Oui ! Fin ; bien", "Vraiment\u202f? Oui\u202f! Fin\u202f; bien"),
        ("Total : 12 % de 3 €", "Total\u00a0: 12\u00a0% de 3\u00a0€"),
        ("« à l'essai »", "«\u00a0à l’essai\u00a0»"),
        ('la "conserverie" de Veynes', "la «\u00a0conserverie\u00a0» de Veynes"),
        ('un écran de 15" et sans paire', 'un écran de 15" et sans paire'),
        ("https://x.example/?a=1;b:2!", "https://x.example/?a=1;b:2!"),
    ],
)
def test_french_signs_take_the_place_of_those_typed_and_no_space_is_added(typed, wanted):
    assert printed(typed) == wanted


def test_a_drawing_keeps_its_signs_but_not_what_has_no_glyph():
    drawing = "<svg style='x : y'><text>\"王\" ; Zoe\u0301</text></svg>"

    assert printed({"svg": drawing}) == {"svg": "<svg style='x : y'><text>\"□\" ; Zoé</text></svg>"}


@pytest.mark.parametrize("text", ['#panic("x")', "*gras* _x_ $x$ @y <z>", "= titre", '"; drop table', "<script>"])
def test_a_text_is_never_read_as_markup(text):
    assert text.replace('"x"', "« x »") in minutes_of(text).words
