"""A year's surplus at the counter: reckoned, decided, shared among those who had paid."""

import csv
import io
import re
from dataclasses import replace

import pytest

from governance.capital.appropriation import allotted
from governance.capital.facts import AppropriationIrregular, ResultAppropriated
from governance.statutes.facts import Appropriation, Ruled
from governance.words import Cents, Day, MemberId
from tests.coop import adopted, scic
from tests.pages.test_closing import read
from tests.rules.capital.holders import euros
from tests.site import Site
from tests.yearend import a_year

BOOKS = {"closing": "31/12/2025", "result": "20 000", "subsidies": "10 000", "ceiling": "3,42 %"}
VOTED = {"legal": "3000", "statutory": "8500", "interest": "0", "carried": "8500"}
WHERE = {"on": "15/01/2026", "decision": "AGO du 15 janvier, 3e résolution"}


@pytest.fixture
def secretary(site: Site):
    a_year(site)
    return site.browser("sec")


def give(site: Site, secretary, number: int = 0, **typed: str):
    data = {"gesture": f"{number:032x}", **BOOKS, **VOTED, **WHERE} | typed
    return secretary.post(site.at("/capital/affectations/2025-12-31/decision"), data=data)


def decided(site: Site) -> list:
    return [fact for fact in site.facts if isinstance(fact, ResultAppropriated | AppropriationIrregular)]


def test_e19_is_told_step_by_step_and_nothing_is_written(site: Site, secretary):
    """The reserves are far below the capital here: 5 350 €; the legal reserve takes its 3/20."""
    page = read(secretary.post(site.at("/capital/affectation"), data={"gesture": "0" * 32, **BOOKS}).text)

    for step in (
        "Réserve légale : au moins 3/20 (15 %) de 20 000,00 €, soit 3 000,00 €.",
        "Réserve statutaire : au moins 1/2 (50 %) de ce qui reste, 17 000,00 €, soit 8 500,00 €.",
        "Les deux réserves ensemble : 11 500,00 €, 23/40 (57,5 %) de l’excédent.",
        "Reste 8 500,00 € ; les subventions, 10 000,00 €, ne portent pas d’intérêt : 0,00 € au plus.",
    ):
        assert step in page
    assert 'value="3000,00"' in page
    assert decided(site) == []


def test_the_highest_rate_bounds_the_interest_on_what_is_paid(site: Site, secretary):
    books = {"gesture": "0" * 32, **BOOKS, "subsidies": ""}

    page = read(secretary.post(site.at("/capital/affectation"), data=books).text)

    assert "Intérêt : 3,42 % au plus des 5 150,00 € versés, soit 176,13 €." in page


def test_where_the_statutes_count_days_each_day_bears_interest(site: Site):
    """2025 has 365 days. Ana: 500 € all the year, of which 100 € went on 1 July; Bo: 4 350 € from 2 April, the 100 €
    of Ana from 1 July; Max: 300 € all the year."""
    a_year(site)
    counted = replace(scic(), appropriation=Appropriation(interest_by_days=Ruled(True, "23")))
    site.given(replace(adopted(counted), version="days"))
    secretary = site.browser("sec")

    beyond = give(site, secretary, interest="176,13", carried="8323,87", subsidies="")
    page = read(give(site, secretary, interest="100,01", carried="8399,99", subsidies="").text)

    assert beyond.status_code == 409  # the highest rate is of what bears interest
    days = {"ana": 50_000 * 365 - 10_000 * 183, "bo": 435_000 * 273 + 10_000 * 183, "max": 30_000 * 365}
    assert "art. 23 des statuts" in page
    [decision] = decided(site)
    assert decision.paid == sum(days.values()) // 365
    file = secretary.get(site.at("/capital/affectations/2025-12-31.csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file), delimiter=";"))[1:]
    shares = {name.split()[0].lower(): int(interest.replace(",", "")) for name, _, interest in rows}
    assert shares == allotted(Cents(10_001), sorted((MemberId(who), Cents(stake)) for who, stake in days.items()))


def test_what_was_decided_is_shared_to_the_cent_among_those_who_had_paid(site: Site, secretary):
    page = give(site, secretary, interest="176,13", carried="8323,87", subsidies="")

    assert page.url.path == site.at("/capital/affectations/2025-12-31")
    [fact] = decided(site)
    assert (fact.closing, fact.on) == (Day("2025-12-31"), Day("2026-01-15"))
    assert (fact.capital, fact.paid) == (euros(5350), euros(5150))
    file = secretary.get(site.at("/capital/affectations/2025-12-31.csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file), delimiter=";"))[1:]
    assert rows == [
        ["Ana Lefèbvre", "400,00", "13,68"],
        ["Bo Marchand", "4450,00", "152,19"],
        ["Max Parti", "300,00", "10,26"],
    ]
    assert read(page.text).count("152,19 €") == 1


def test_a_decision_under_the_law_is_refused_with_its_article_then_recorded_as_irregular(site: Site, secretary):
    refused = give(site, secretary, legal="2000", statutory="9000", carried="9000")
    recorded = give(site, secretary, 1, legal="2000", statutory="9000", carried="9000", despite="Voté ainsi")

    assert refused.status_code == 409
    assert "La réserve légale reçoit au moins 3 000,00 €." in read(refused.text)
    assert "art. 16" in refused.text
    assert 'value="2000"' in refused.text
    assert [type(fact) for fact in decided(site)] == [ResultAppropriated, AppropriationIrregular]
    assert re.search("réserve légale trop faible : « Voté ainsi »", read(recorded.text))


def test_a_rate_that_is_none_is_asked_again(site: Site, secretary):
    page = secretary.post(site.at("/capital/affectation"), data={"gesture": "0" * 32, **BOOKS, "ceiling": "beaucoup"})

    assert page.status_code == 422
    assert "Écrivez un taux en pourcentage" in page.text


def test_a_year_that_was_not_appropriated_is_not_there(site: Site, secretary):
    assert secretary.get(site.at("/capital/affectations/2024-12-31")).status_code == 404
    assert secretary.get(site.at("/capital/affectations/demain")).status_code == 404
