"""Naming somebody in a dossier at the counter: chosen on a page, revealed by the zip, gone once she is forgotten."""

import json

import pytest

from governance.evidence.disclosure_facts import DisclosureChosen, FieldsDisclosed, Ground
from governance.evidence.facts import DossierSealed
from governance.membership.facts import ContactErased
from governance.membership.person_facts import Shown
from governance.rights.facts import IdentityErased
from governance.words import DossierId, Office, PersonId
from tests.documents.reading import Paper
from tests.pages.evidence import LABEL, PURSUED, publish, seal, words
from tests.site import Site
from web import verify
from web.packing import unpacked

LEA = PersonId("lea")
WHO = f"{LABEL}/personnes"
ASKED = {
    "gesture": "b" * 32,
    "person": "lea",
    "fields": "name",
    "purpose": "Représentante légale, rubrique 2",
    "ground": "duty",
    "basis": "décret 2015-431, art. 4",
}


@pytest.fixture
def secretary(site: Site):
    site.given(PURSUED)
    site.person("lea", "Léa d’Ancelle", email="lea@ex.fr")
    return site.browser(site.person("sol", "Sol", Office.SECRETARY))


def choose(site: Site, browser, **changed: str):
    return browser.post(site.at(WHO), data={**ASKED, **changed})


def forget(site: Site):
    site.given(ContactErased(LEA), IdentityErased(LEA))


def zipped(site: Site, browser, dossier: str = "d" * 32) -> bytes:
    return browser.get(site.at(f"/dossiers/{dossier}/fichier")).content


def test_a_name_is_chosen_seen_before_sealing_and_opens_what_the_record_commits_to(site: Site, secretary, tmp_path):
    assert "Représentante légale, rubrique 2" in words(choose(site, secretary))
    assert "<strong>Léa d’Ancelle</strong> — Nom — Représentante" in words(
        secretary.get(site.at(f"{LABEL}/scellement"))
    )
    page = seal(site, secretary)

    *_, sealed, disclosed = site.facts
    assert isinstance(sealed, DossierSealed)
    assert disclosed == FieldsDisclosed(
        DossierId("d" * 32), LEA, (Shown.NAME,), ASKED["purpose"], Ground.DUTY, ASKED["basis"]
    )
    assert "Léa d’Ancelle" in words(page)
    (tmp_path / "d.zip").write_bytes(zipped(site, secretary))
    assert verify.verify(tmp_path / "d.zip").faults == []
    files = unpacked(zipped(site, secretary))
    [text] = [text for name, text in files.items() if name.startswith("personnes/")]
    assert json.loads(text)[1:] == ["name", "Léa d’Ancelle"]
    assert "Nom Léa d’Ancelle Représentante légale, rubrique 2" in Paper(files["resume.pdf"]).words
    assert b"lea@ex.fr" not in zipped(site, secretary)
    record = b"".join(entry.data for entry in site.office.record.entries())
    assert b"Ancelle" not in record


def test_once_forgotten_she_cannot_be_named_again_and_the_old_zip_still_verifies(site: Site, secretary, tmp_path):
    choose(site, secretary)
    seal(site, secretary)
    (tmp_path / "d.zip").write_bytes(zipped(site, secretary))
    forget(site)

    refused = seal(site, secretary, "e" * 32)

    assert (refused.status_code, "a été effacé" in words(refused)) == (409, True)
    assert "Ancelle" not in words(secretary.get(site.at(WHO)))
    assert verify.verify(tmp_path / "d.zip").faults == []
    secretary.post(site.at(f"{WHO}/lea/retrait"), data={"gesture": "c" * 32})
    assert seal(site, secretary, "e" * 32).status_code == 200
    assert not [name for name in unpacked(zipped(site, secretary, "e" * 32)) if name.startswith("personnes/")]


def test_what_names_somebody_who_is_forgotten_is_read_by_no_stranger_any_more(site: Site, secretary):
    choose(site, secretary)
    seal(site, secretary)
    there = publish(site, secretary)
    assert site.browser().get(there).status_code == 200

    forget(site)

    assert [site.browser().get(f"{there}{what}").status_code for what in ("", "/fichier", "/resume")] == [410] * 3
    assert zipped(site, secretary), "what was handed is kept, for whoever must answer for it"


def test_what_is_wrong_comes_back_as_it_was_typed(site: Site, secretary):
    page = choose(site, secretary, fields="phone")

    assert (page.status_code, "ne sait pas, ou ne sait plus" in words(page)) == (409, True)
    assert 'value="décret 2015-431, art. 4"' in page.text
    assert choose(site, secretary, purpose="").status_code == 422


def test_sent_twice_it_is_chosen_once_and_nobody_else_may(site: Site, secretary):
    choose(site, secretary), choose(site, secretary)

    assert sum(isinstance(fact, DisclosureChosen) for fact in site.facts) == 1
    assert site.browser(LEA).get(site.at(WHO)).status_code == 403
