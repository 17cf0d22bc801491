"""Addresses that nobody follows by hand: each gets a page, none an accident."""

import pytest

from governance.words import Office
from tests.site import Site


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


@pytest.mark.parametrize(
    "path",
    [
        "/membres/%00",
        "/membres?college=%00",
        "/membres?nom=%00&apres=x",
        "/scrutins/a%00b",
        "/membres?su=9999",
        "/membres?su=9999-12-31&le=9999",
        "/membres?le=hier",
        "/statuts?le=0001-01-01",
        "/feuille-de-route?le=9999",
        "/decisions?avant=99999999999999999999",
        "/decisions?avant=" + "9" * 5000,
        "/capital?apres=" + "9" * 5000,
        "/mandats/sec/zzz/fin",
        "/?recu=" + "9" * 5000,
        "/membres?langue=xx",
    ],
)
def test_an_odd_address_is_no_accident(site: Site, secretary, path):
    assert secretary.get(site.at(path)).status_code in (200, 404)


@pytest.mark.parametrize("code", ["a/b", "../../x", "   ", "%00", "é" * 100])
def test_an_odd_code_is_no_accident(site: Site, code):
    page = site.browser().post(site.at("/connexion/code"), data={"code": code, "gesture": "0" * 32})

    assert page.status_code == 410
