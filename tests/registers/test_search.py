"""A name is found by what somebody remembers of it."""

import pytest

from projections.search import answers as finds
from projections.search import asked, heard


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("dupont", "Zoé Dupont"),
        ("DUPONT zoe", "Zoé Dupont"),
        ("dup", "Zoé Dupont"),
        ("Z", "Zoé Dupont"),
        ("dupond", "Zoé Dupont"),
        ("dpuont", "Zoé Dupont"),
        ("duppont", "Zoé Dupont"),
        ("dupon", "Zoé Dupont"),
        ("matieu", "Matthieu Lefèbvre"),
        ("lefevre", "Matthieu Lefèbvre"),
        ("Katy", "Cathy Moreau"),
        ("moro", "Cathy Moreau"),
        ("filipe", "Philippe Quesnel"),
        ("kesnel", "Philippe Quesnel"),
        ("oeuvrard", "Léa Œuvrard"),
        ("o'brien", "Maëlys O’Brien"),
        ("jean-marc", "Jean Marc Petit"),
        ("ليلى", "ليلى منصور"),
        ("atelier guil", "L’Atelier du Guil"),
        ("", "Zoé Dupont"),
        ("— !", "Zoé Dupont"),
    ],
)
def test_a_name_is_found(typed, name):
    assert finds(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("martin", "Zoé Dupont"),
        ("dupont martin", "Zoé Dupont"),
        ("pont", "Zoé Dupont"),
        ("zac", "Zoé Dupont"),
        ("mart", "Marie Curie"),
        ("dupont", ""),
    ],
)
def test_another_name_is_not(typed, name):
    assert not finds(typed, name)


def test_a_name_forgotten_answers_to_nothing():
    assert heard("") == []


def test_no_question_is_longer_than_a_name():
    assert len(asked("a " * 5_000)) <= 6
