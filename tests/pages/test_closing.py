"""The closing of a year: its figures, its files, and the accountant's figures held against them."""

import csv
import io

import pytest

from tests.site import Site
from tests.yearend import a_year

AU = "/capital/cloture?au=31/12/2025"


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    a_year(module_site)
    return module_site


@pytest.fixture(scope="module")
def secretary(site: Site):
    return site.browser("sec")


def read(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def compared(site: Site, secretary, **figures) -> str:
    return read(secretary.post(site.at(AU), data={"gesture": "0" * 32, **figures}).text)


def test_the_page_says_the_capital_of_the_closing_day(site: Site, secretary):
    page = read(secretary.get(site.at(AU)).text)

    for words in (
        "<strong>5 350,00 €</strong> <span>capital souscrit",
        "<strong>200,00 €</strong> <span>non appelé",
        "<strong>120,00 €</strong> <span>dus aux sortants",
        'Capital à l’ouverture</th><td class="number"></td><td class="number">1 000,00 €',
        "Une personne est partie, ses parts sont encore au capital",
    ):
        assert words in page
    assert "15 janvier 2026" not in page


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"capital": "5350"}, "Capital souscrit : 5 350,00 € des deux côtés"),
        (
            {"capital": "800"},
            "Mouvement de l’exercice, absent de la comptabilité : 2 avril 2025, Bo Marchand, Souscription, n° 4, "
            "4 550,00 €",
        ),
        (
            {"capital": "5500"},
            "Mouvement postérieur à la clôture, déjà compté : 15 janvier 2026, Ana Lefèbvre, Souscription",
        ),
        (
            {"capital": "5050"},
            "Départ compté avant que les parts soient annulées : 1er décembre 2025, Max Parti, 300,00 €",
        ),
        (
            {"debt": "200"},
            "Mouvement de l’exercice, absent de la comptabilité : 5 novembre 2025, Zoé Dupont, Remboursement, VIR 12",
        ),
        ({"capital": "1000"}, "4 550,00 € ; et Mouvement de l’exercice"),
        ({"capital": "5350,01"}, "L’écart n’est pas localisé"),
    ],
)
def test_each_difference_is_located_or_said_not_to_be(site: Site, secretary, figures, expected):
    assert expected in compared(site, secretary, **figures)


def test_a_figure_that_is_no_amount_comes_back_as_it_was_typed(site: Site, secretary):
    answer = secretary.post(site.at(AU), data={"gesture": "0" * 32, "capital": "beaucoup"})

    assert answer.status_code == 422
    assert 'value="beaucoup"' in answer.text


def test_the_accountant_has_the_members_and_the_movements_as_files(site: Site, secretary):
    def lines(path: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(secretary.get(site.at(path)).content.decode("utf-8-sig")), delimiter=";"))

    members = lines("/capital/cloture.csv?au=2025-12-31")
    movements = lines("/capital/cloture/mouvements.csv?au=2025-12-31")

    assert members[0] == ["Nom", "Au début", "Entré", "Sorti", "Capital", "Parts", "Non versé", "À rembourser"]
    assert ["Bo Marchand", "0,00", "4650,00", "0,00", "4650,00", "93", "200,00", "0,00"] in members
    assert ["Zoé Dupont", "200,00", "0,00", "200,00", "0,00", "0", "0,00", "120,00"] in members
    assert [line[2:8] for line in movements if line[2] == "Zoé Dupont"] == [
        ["Zoé Dupont", "Annulation", "-4", "-200,00", "0,00", "200,00"],
        ["Zoé Dupont", "Remboursement", "0", "0,00", "0,00", "-80,00"],
    ]
    assert sum(int(line[5].replace(",", "")) for line in movements[1:]) == 435_000


def test_the_reviseur_reads_it_and_a_member_does_not(site: Site):
    assert site.browser("aud").get(site.at(AU)).status_code == 200
    assert site.browser("ana").get(site.at(AU)).status_code == 403
