"""Persons at the counter: reached, forgotten, given an office, let in by a printed code."""

import re

import pytest

from governance.membership.facts import ContactErased, OfficeTaken
from governance.words import Office
from tests.coop import adopted, scic
from tests.site import Site


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()))
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


@pytest.fixture
def lea(site: Site):
    return site.person("lea", "Léa Œuvrard", email="lea@example.org")


def test_contact_is_changed_and_found_under_the_new_mailbox(site: Site, secretary, lea):
    page = secretary.post(site.at("/membres/lea/coordonnees"), data={"email": "l@example.org", "gesture": "a" * 32})

    assert "l@example.org" in page.text
    assert site.office.vault.who_has("l@example.org") == [lea]


def test_erasing_blanks_the_page_and_leaves_every_proof(site: Site, secretary, lea):
    before = [entry.leaf for entry in site.office.record.entries()]

    page = secretary.post(site.at("/membres/lea/effacement"), data={"gesture": "a" * 32})
    with site.office.reading() as db:
        kept = db.execute("select email, phone, name from person where id = 'lea'").fetchone()
        words = db.execute(
            "select count(*) as n from public.vault where person = 'lea' and purpose = 'contact'"
        ).fetchone()

    assert "lea@example.org" not in page.text
    assert kept == {"email": None, "phone": None, "name": "Léa Œuvrard"}
    assert words == {"n": 0}
    assert site.office.vault.who_has("lea@example.org") == []
    assert [entry.leaf for entry in site.office.record.entries()][: len(before)] == before
    assert any(isinstance(fact, ContactErased) for fact in site.facts)


def test_a_printed_code_lets_in_once(site: Site, secretary, lea):
    page = secretary.post(site.at("/membres/lea/code"), data={"gesture": "a" * 32})
    [code] = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", page.text)
    browser = site.browser()

    asked = browser.post(site.at("/connexion/code"), data={"code": code.lower(), "gesture": "0" * 32})
    entered = browser.post(asked.url.path, data={"gesture": "0" * 32})
    again = site.browser().post(site.at("/connexion/code"), data={"code": code, "gesture": "0" * 32})

    assert "Vous êtes Léa Œuvrard" in asked.text
    assert "Bonjour, Léa Œuvrard" in entered.text
    assert again.status_code == 410


def test_codes_cannot_be_tried_for_ever(site: Site, secretary, lea):
    page = secretary.post(site.at("/membres/lea/code"), data={"gesture": "a" * 32})
    [code] = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", page.text)
    thief = site.browser()
    for n in range(6):
        thief.post(site.at("/connexion/code"), data={"code": f"AAAA-AAAA-AAA{n + 2}", "gesture": "0" * 32})

    assert thief.post(site.at("/connexion/code"), data={"code": code, "gesture": "0" * 32}).status_code == 410


def test_an_office_is_given_acted_upon_and_ended(site: Site, secretary, lea):
    form = {"person": "lea", "office": "secretary", "on": "01/01/2026", "gesture": "a" * 32}

    secretary.post(site.at("/mandats/nouveau"), data=form)
    as_lea = site.browser(lea)
    page = as_lea.get(site.at("/mandats"))
    ended = as_lea.post(site.at("/mandats/sec/secretary/fin"), data={"on": "02/01/2026", "gesture": "b" * 32})

    assert any(isinstance(fact, OfficeTaken) and fact.person == lea for fact in site.facts)
    assert "Sacha Secrétaire" in page.text
    assert ended.status_code == 200
    assert secretary.get(site.at("/membres/lea/code")).status_code == 403
