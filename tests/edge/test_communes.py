"""Which commune is meant, and how far it is."""

import pytest

from web.territory.communes import around, commune, distance


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("Vichy", "Vichy (03)"),
        ("VICHY", "Vichy (03)"),
        ("vichi", "Vichy (03)"),
        ("03200 Vichy", "Vichy (03)"),
        ("12 rue de Paris, 03200 Vichy", "Vichy (03)"),
        ("brout vernet", "Broût-Vernet (03)"),
        ("St-Pourçain sur Sioule", "Saint-Pourçain-sur-Sioule (03)"),
        ("Quinsac (24)", "Quinsac (24)"),
        ("Quinsac", "Quinsac (33)"),
        ("Marseille 3e", "Marseille (13)"),
        ("Ajaccio (2a)", "Ajaccio (2A)"),
        ("Embrun", "Embrun (05)"),
    ],
)
def test_a_commune_is_understood(typed, full):
    assert commune(typed).full == full


@pytest.mark.parametrize("typed", ["", "Nulle part", "Vichy (75)", "03", "—"])
def test_what_names_no_commune_is_none(typed):
    assert commune(typed) is None


def test_of_two_communes_of_one_name_the_nearest_to_home_is_meant():
    assert commune("Quinsac", commune("Périgueux")).full == "Quinsac (24)"


def test_near_is_as_the_crow_flies_the_nearest_first():
    assert around(commune("Vichy"), 20, ["Gannat", "Cusset", "Dijon", "chez nous"]) == {"Cusset": 2, "Gannat": 18}
    assert distance(commune("Paris"), commune("Marseille")) == 660
    assert distance(commune("Paris"), commune("La Terre-Adélie")) is None
