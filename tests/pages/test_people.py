"""Persons at the counter: reached, forgotten, given an office, let in by a printed code."""

import re

import pytest

from governance.membership.facts import ActorKind, OfficeTaken, OrganisationRegistered, RepresentativeNamed
from governance.words import Day, MemberId, Office, Public
from tests.coop import admitted, adopted, scic
from tests.site import Site
from web.brake import MOST as MOST_ASKED


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


def by_form(site: Site, browser, code):
    return browser.post(site.at("/connexion/code"), data={"code": code, "gesture": "0" * 32})


def by_address(site: Site, browser, code):
    return browser.get(site.at(f"/entrer/{code.replace('-', '')}"))


def at_once(site: Site, browser, code):
    return browser.post(site.at(f"/entrer/{code.replace('-', '')}"), data={"gesture": "0" * 32})


WAYS_IN = [by_form, by_address, at_once]


@pytest.fixture
def code(site: Site, secretary, lea):
    page = secretary.post(site.at("/membres/lea/code"), data={"gesture": "a" * 32})
    return re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", page.text)[0]


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize("then", WAYS_IN)
def test_codes_cannot_be_tried_for_ever_whichever_way(site: Site, code, way, then):
    thief = site.browser()
    for n in range(MOST_ASKED):
        way(site, thief, f"AAAA-AAAA-AAA{n + 2}")

    assert then(site, thief, code).status_code == 410


@pytest.mark.parametrize("way", WAYS_IN)
def test_a_code_misread_a_few_times_still_lets_in(site: Site, code, way):
    browser = site.browser()
    for n in range(MOST_ASKED - 1):
        by_form(site, browser, f"AAAA-AAAA-AAA{n + 2}")

    assert way(site, browser, code).status_code == 200


def test_right_codes_are_not_counted_many_may_enter_from_one_room(site: Site, secretary, lea):
    entered = []
    for _ in range(MOST_ASKED + 1):
        page = secretary.post(site.at("/membres/lea/code"), data={"gesture": "a" * 32})
        [code] = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", page.text)
        asked = by_form(site, site.browser(), code)
        entered.append(at_once(site, site.browser(), code).status_code)
        assert "Vous êtes" in asked.text

    assert entered == [200] * (MOST_ASKED + 1)


def test_a_link_opens_where_codes_were_tried_too_often(site: Site, lea):
    browser = site.browser()
    for n in range(MOST_ASKED + 1):
        by_address(site, browser, f"AAAA-AAAA-AAA{n + 2}")

    assert "Vous êtes Léa Œuvrard" in browser.get(site.link(lea)).text


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


@pytest.fixture
def gap(site: Site, secretary):
    """A town that is a member."""
    site.given(
        OrganisationRegistered(MemberId("gap"), Public("Ville d’Essai"), ActorKind.LOCAL_AUTHORITY, True),
        admitted("gap", "structures"),
    )
    return "gap"


def test_a_representative_whose_term_ends_is_listed_and_no_longer_speaks_after(site: Site, secretary, lea, gap):
    form = {"person": "lea", "on": "01/06/2020", "until": "21/03/2026", "deliberation": "CM du 28 mai 2020"}

    sheet = secretary.post(site.at("/membres/gap/representant"), data=form | {"gesture": "a" * 32})
    before = secretary.get(site.at("/mandats?le=2026-03-21"))
    after = secretary.get(site.at("/mandats?le=2026-03-22"))

    assert RepresentativeNamed(
        MemberId("gap"), lea, Day("2020-06-01"), Public("CM du 28 mai 2020"), Day("2026-03-21")
    ) in site.facts  # fmt: skip
    assert "jusqu’au 21 mars 2026" in sheet.text
    assert "Ville d’Essai" in before.text
    assert "plus personne ne la représente" not in before.text
    assert "plus personne ne la représente" in after.text
