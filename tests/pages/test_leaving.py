"""Dossiers that leave: read at a secret or a public address, closed, expired; who received which; versions compared."""

import pytest

from governance.evidence.facts import DossierSealed
from governance.evidence.given_facts import DossierHanded, DossierPublished, PublicationId
from governance.words import Day, DossierId, Office
from tests.pages.evidence import ONE, attach, publish, seal, words
from tests.pages.test_composing import compose
from tests.site import Site
from web.members import today
from web.packing import sha256


@pytest.fixture
def sealed(site: Site, pursuing):
    attach(site, pursuing)
    compose(site, pursuing, **{"comments.T1": "Douze <communes>."})
    seal(site, pursuing)
    return pursuing


def test_a_stranger_reads_at_a_secret_address_and_takes_the_very_zip(site: Site, sealed):
    there, stranger = publish(site, sealed), site.browser()
    page = stranger.get(there)

    fact = next(fact for fact in site.facts if isinstance(fact, DossierSealed))
    for said in ("prouvé en partie", "Douze <communes>.", fact.root, fact.digest, "Personnes morales membres"):
        assert said in words(page)
    assert sha256(stranger.get(f"{there}/fichier").content) == fact.digest
    assert stranger.get(f"{there}/resume").content.startswith(b"%PDF-")
    assert stranger.get(there[:-1] + ("0" if there[-1] != "0" else "1")).status_code == 404
    assert there not in words(stranger.get(site.at("/public"))), "it is a secret"
    assert "lu 1 fois · téléchargé 1 fois" in words(sealed.get(site.at(ONE)))
    with site.office.reading() as db:
        noted = db.execute("select page from public.reading where person = ''").fetchall()
    assert [row["page"] for row in noted] == [f"preuves/{'e' * 32}{what}" for what in ("", "/fichier", "/resume")]


def test_what_is_public_is_found_from_the_public_page(site: Site, sealed):
    there = publish(site, sealed, "listed")

    assert there in site.browser().get(site.at("/public")).text


def test_a_closed_address_says_so(site: Site, sealed):
    there = publish(site, sealed, "listed")
    for _twice in range(2):
        page = sealed.post(site.at(f"/dossiers/publications/{'e' * 32}/retrait"), data={"gesture": "f" * 32})
        assert page.url.path == site.at(ONE)

    assert "Adresse fermée" in words(page)
    for gone in (there, f"{there}/fichier", f"{there}/resume"):
        answer = site.browser().get(gone)
        assert answer.status_code == 410
        assert "Ce dossier ne se lit plus ici" in words(answer)
    assert there not in site.browser().get(site.at("/public")).text


def test_an_address_whose_time_is_past_says_so(site: Site, sealed):
    past = DossierPublished(PublicationId("0" * 32), DossierId("d" * 32), True, Day("2026-01-01"), Day("2026-01-31"))
    site.given(past)
    there = publish(site, sealed).replace("e" * 32, "0" * 32)
    key = site.office.vault.pledge(f"dossier/{site.slug}/{'0' * 32}")

    assert site.browser().get(f"{there.rpartition('/')[0]}/{key}").status_code == 410
    assert "0" * 32 not in site.browser().get(site.at("/public")).text


def test_a_day_that_is_past_stays_in_the_form(site: Site, sealed):
    told = {"gesture": "e" * 32, "where": "secret", "until": "01/01/2020"}
    page = sealed.post(site.at(f"{ONE}/publication"), data=told)

    assert page.status_code == 409
    assert "choisissez un jour à venir" in words(page)
    assert "01/01/2020" in page.text


def test_who_received_which_version_is_noted(site: Site, sealed):
    told = {"gesture": "e" * 32, "recipient": "Jury French Impact", "means": "platform", "on": str(today())}
    for _twice in range(2):
        page = sealed.post(site.at(f"{ONE}/remise"), data=told)

    assert "Jury French Impact" in words(page)
    assert "sur la plateforme du destinataire" in words(page)
    [handed] = [fact for fact in site.facts if isinstance(fact, DossierHanded)]
    assert handed.digest in words(page)


def test_two_versions_are_compared_in_words(site: Site, sealed):
    assert sealed.get(site.at(f"{ONE}/comparaison")).status_code == 404, "there is one"
    attach(site, sealed, b"%PDF-1.7 une lettre", gesture="b" * 32, evidence="EV14", title="Lettre <1>")
    compose(site, sealed, since="01/01/2018", **{"comments.T1": "Treize communes."})
    seal(site, sealed, "e" * 32)
    page = words(sealed.get(site.at(f"/dossiers/{'e' * 32}/comparaison")))

    for said in (
        "De la version 1 à la version 2",
        "Ajoutée : Lettre <1>",
        "<del>Douze <communes>.</del>",
        "<ins>Treize communes.</ins>",
    ):
        assert said in page
    assert "Version 2" in words(sealed.get(site.at(f"/dossiers/{'e' * 32}")))
    other = sealed.get(site.at(f"/dossiers/{'d' * 32}/comparaison"), params={"avec": "e" * 32})
    assert "De la version 1 à la version 2" in words(other), "from the older to the newer, wherever one asks"


def test_the_auditor_sees_where_it_went_and_neither_address_nor_gesture(site: Site, sealed):
    there = publish(site, sealed)
    auditor = site.browser(site.person("ana", "Ana", Office.AUDITOR))
    page = auditor.get(site.at(ONE))

    assert "À une adresse secrète" in words(page)
    assert there not in page.text
    assert auditor.get(site.at(f"{ONE}/publication")).status_code == 403
