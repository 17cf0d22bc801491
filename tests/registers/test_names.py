"""The order of names, as a French reader looks for them."""

import pytest

from projections.names import sort_key

IN_ORDER = [
    "D’Ancelle",
    "L’Atelier du Guil",
    "association Béal",
    "beau lieu",
    "Commune de Sainte-Luce",
    "Écrins",
    "ECRINS Nord",
    "Le Jardin",
    "Œuvres du lac",
    "Ostal",
    "Péage",
    "SCIC Recyclerie",
    "Zoé",
]


def test_accents_case_articles_and_legal_forms_count_for_nothing():
    assert sorted(sorted(IN_ORDER), key=sort_key) == IN_ORDER


def test_two_names_that_sound_alike_are_two():
    assert sort_key("Péage") != sort_key("Peage")


@pytest.mark.parametrize("name", ["", " ", "La", "🌱", "مقهى"])
def test_every_name_has_a_place(name):
    assert isinstance(sort_key(name), str)
