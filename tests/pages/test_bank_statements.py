"""A bank's statement at the counter: proposals by amount and by name, booked by hand, said once booked."""

import re

import pytest

from governance.capital.facts import SharesPaid
from governance.words import Cents, Day
from tests.pages.test_closing import read
from tests.site import Site
from tests.yearend import a_year

HEAD = "Date;Libellé;Montant;Référence\n"
FULL = "10/02/2026;VIR SEPA MARCHAND BO;200,00;VIR77\n"


@pytest.fixture
def secretary(site: Site):
    a_year(site)
    return site.browser("sec")


def bring(site: Site, secretary, lines: str):
    files = {"file": ("releve.csv", (HEAD + lines).encode(), "text/csv")}
    return secretary.post(site.at("/capital/releves"), data={"gesture": "0" * 32}, files=files)


def payments(site: Site) -> list[SharesPaid]:
    return [fact for fact in site.facts if isinstance(fact, SharesPaid) and fact.on == Day("2026-02-10")]


def book(secretary, page):
    """The button of the first proposal."""
    form = page.text[page.text.index('target="_blank"') - 200 :]
    [action] = re.findall(r'action="([^"]+/versements)"', form)[:1]
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[: form.index("</form>")])
    return secretary.post(action, data=dict(fields))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (FULL, "nom et montant"),
        ("10/02/2026;VIR BO MARCHAND;100,00;X\n", "nom, montant plus petit"),
        ("10/02/2026;VIR INCONNU;200,00;X\n", "montant seul"),
        ("10/02/2026;VIR BO MARCHAND;200,01;X\n", "aucune souscription de ce montant ni de ce nom"),
        ("10/02/2026;VIR BOBO MARCHAND;30,00;X\n", "aucune souscription de ce montant ni de ce nom"),
    ],
)
def test_a_line_is_put_beside_the_subscription_that_it_may_pay(site: Site, secretary, line, said):
    assert said in read(bring(site, secretary, line).text)
    assert payments(site) == []


def test_a_line_is_booked_once_by_hand_and_says_so_afterwards(site: Site, secretary):
    page = bring(site, secretary, FULL)
    once, again = book(secretary, page), book(secretary, page)

    [paid] = payments(site)
    assert (paid.member, paid.amount, paid.reference) == ("bo", Cents(20_000), "")
    assert "VIR77" in read(secretary.get(site.at("/membres/bo/compte")).text)
    assert once.status_code == again.status_code == 200
    assert "déjà enregistré, Bo Marchand" in read(bring(site, secretary, FULL).text)


def test_no_name_of_the_bank_s_words_goes_into_the_record(site: Site, secretary):
    book(secretary, bring(site, secretary, "10/02/2026;VIR SEPA MARCHAND BO;200,00;\n"))

    assert "VIR 2026-02-10" in read(secretary.get(site.at("/membres/bo/compte")).text)
    assert all("MARCHAND" not in str(fact) for fact in site.facts)


def test_a_file_that_is_no_statement_is_refused_in_words(site: Site, secretary):
    files = {"file": ("x.csv", b"a;b\n1;2\n", "text/csv")}

    answer = secretary.post(site.at("/capital/releves"), data={"gesture": "0" * 32}, files=files)

    assert answer.status_code == 422
    assert "il faut une colonne Date" in read(answer.text)
