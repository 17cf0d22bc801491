"""Who is who at the counter: another name is found, a duplicate leads to the sheet that is kept."""

import pytest

from governance.membership.facts import ContactErased
from governance.rights.facts import IdentityErased
from governance.words import Office, PersonId
from tests.coop import admitted, adopted, scic
from tests.site import Site


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()))
    browser = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    site.person("lea", "Léa Œuvrard", email="lea@example.org")
    site.person("lea2", "Lea Oeuvrard", email="l.oeuvrard@example.org")
    site.given(admitted("lea"))
    return browser


def test_somebody_is_found_by_another_name(site: Site, secretary):
    sheet = secretary.post(site.at("/membres/lea/autre-nom"), data={"name": "Léa Martinière", "gesture": "a" * 32})
    found = secretary.get(site.at("/membres?q=martini"))
    still = secretary.get(site.at("/membres?q=oeuvrard"))

    assert "Aussi connue sous : Léa Martinière." in sheet.text.replace("\u00a0", " ")
    assert "Léa Œuvrard" in found.text
    assert "Léa Œuvrard" in still.text


def test_another_name_is_forgotten_with_the_first(site: Site, secretary):
    secretary.post(site.at("/membres/lea/autre-nom"), data={"name": "Léa Martinière", "gesture": "a" * 32})
    site.given(IdentityErased(PersonId("lea")), ContactErased(PersonId("lea")))

    assert "Martinière" not in secretary.get(site.at("/membres/lea")).text
    assert "(nom effacé)" not in secretary.get(site.at("/membres?q=martini")).text


def test_a_duplicate_is_closed_and_leads_to_the_other(site: Site, secretary):
    sheet = secretary.post(site.at("/membres/lea2/doublon"), data={"kept": "lea", "gesture": "a" * 32})
    offered = secretary.get(site.at("/mandats/nouveau"))

    assert sheet.url.path == site.at("/membres/lea")
    assert "Léa Œuvrard" in offered.text
    assert "Lea Oeuvrard" not in offered.text


def test_the_mailbox_of_a_duplicate_opens_the_sheet_that_is_kept(site: Site, secretary):
    secretary.post(site.at("/membres/lea2/doublon"), data={"kept": "lea", "gesture": "a" * 32})

    site.browser().post(site.at("/connexion"), data={"email": "l.oeuvrard@example.org", "gesture": "0" * 32})

    with site.office.reading() as db:
        letters = db.execute("select recipient from public.outbox where purpose = 'signin'").fetchall()
    assert [letter["recipient"] for letter in letters] == ["lea"]


def test_a_sheet_on_which_something_hangs_is_not_closed(site: Site, secretary):
    answer = secretary.post(site.at("/membres/lea/doublon"), data={"kept": "lea2", "gesture": "a" * 32})

    assert answer.status_code == 409
    assert "Cette fiche a encore une adhésion" in answer.text
