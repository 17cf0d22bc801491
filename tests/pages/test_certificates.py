"""Certificates of shares in PDF: one, all, of a past day."""

import pytest

from tests.documents.reading import Paper
from tests.pages.test_closing import read
from tests.site import Site
from tests.yearend import a_year


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    a_year(module_site)
    return module_site


def words(site: Site, path: str) -> list[str]:
    answer = site.browser("sec").get(site.at(path))
    assert answer.headers["Content-Type"] == "application/pdf"
    return [read(page) for page in Paper(answer.content).pages]


def test_a_certificate_says_the_shares_of_its_day_and_what_is_not_paid(site: Site):
    [page] = words(site, "/membres/bo/attestation.pdf?au=31/12/2025")

    for sentence in ("Bo Marchand", "31 décembre 2025", "93, au nominal de 50,00 €", "4 650,00 €", "4 450,00 €"):
        assert sentence in page
    assert "200,00 € restent à verser" in page


def test_all_certificates_are_one_file_a_page_each_in_the_order_of_names(site: Site):
    pages = words(site, "/capital/attestations.pdf?au=31/12/2025")

    assert ["Ana" in pages[0], "Bo" in pages[1], "Max" in pages[2], len(pages)] == [True, True, True, 3]


def test_who_has_no_share_that_day_has_no_certificate(site: Site):
    assert site.browser("sec").get(site.at("/membres/zoe/attestation.pdf")).status_code == 404
    assert "4, au nominal" in words(site, "/membres/zoe/attestation.pdf?au=2024-01-01")[0]


def test_who_printed_it_is_noted(site: Site):
    words(site, "/membres/ana/attestation.pdf")

    with site.office.reading() as db:
        read_by = db.execute("select person from public.reading where page = 'membres/ana/attestation'").fetchall()
    assert [row["person"] for row in read_by] == ["sec"]
