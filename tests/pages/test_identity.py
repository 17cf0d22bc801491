"""Who is who at the counter: another name is found, a duplicate leads to the sheet that is kept."""

import re

import pytest

from governance.membership.facts import ActorKind, ContactErased, OrganisationRegistered
from governance.rights.facts import IdentityErased
from governance.words import MemberId, Office, PersonId, Public
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


def test_a_page_that_names_the_closed_sheet_leads_to_the_one_that_stands(site: Site, secretary):
    secretary.post(site.at("/membres/lea2/doublon"), data={"kept": "lea", "gesture": "a" * 32})

    form = {"phone": "04 92 00 00 00", "gesture": "b" * 32}
    answer = secretary.post(site.at("/membres/lea2/coordonnees"), data=form)

    assert answer.status_code == 409
    assert f'<a href="{site.at("/membres/lea")}">Ouvrir la fiche qui vaut</a>' in answer.text


def test_a_sheet_on_which_something_hangs_is_not_closed(site: Site, secretary):
    answer = secretary.post(site.at("/membres/lea/doublon"), data={"kept": "lea2", "gesture": "a" * 32})

    assert answer.status_code == 409
    assert "Cette fiche a encore une adhésion" in answer.text


TOWN = {"name": "Ville d’Essai", "kind": "local_authority", "public_body": "true", "siren": "", "seat": "1 place Neuve"}
TOWN |= {"on": "01/03/2026"}


@pytest.fixture
def town(site: Site, secretary):
    """A town that was taken over as something else."""
    site.given(OrganisationRegistered(MemberId("gap"), Public("Mairie"), ActorKind.OTHER, False))
    return site.at("/membres/gap/organisation")


def test_what_was_guessed_of_an_organisation_is_corrected_and_its_other_names_stay(site: Site, secretary, town):
    secretary.post(site.at("/membres/gap/autre-nom"), data={"name": "Commune", "gesture": "c" * 32})
    site.given(admitted("gap", "structures"))
    form = TOWN | {"siret": "732 829 320 00074", "rna": "w051000123", "gesture": "a" * 32}

    sheet = secretary.post(town, data=form)
    again = secretary.get(town)
    found = [secretary.get(site.at(f"/membres?q={words}")).text for words in ("essai", "commune", "mairie")]

    assert "73282932000074" in sheet.text
    assert "W051000123" in sheet.text
    assert "collectivité territoriale ou groupement" in sheet.text
    assert re.search(r'name="public_body"[^>]* checked', again.text)
    assert ["Ville d’Essai" in page for page in found] == [True, True, False]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"siret": "732 829 320 00075"}, "SIRET"),
        ({"rna": "051000123"}, "RNA"),
        ({"siren": "356 000 000", "siret": "732 829 320 00074"}, "n’est pas d’un établissement"),
    ],
)
def test_a_wrong_number_is_refused_and_what_was_typed_stays(site: Site, secretary, town, wrong, said):
    answer = secretary.post(town, data=TOWN | wrong | {"gesture": "a" * 32})

    assert answer.status_code in (409, 422)
    assert said in answer.text
    assert "1 place Neuve" in answer.text
