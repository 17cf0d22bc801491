"""The register of members at the counter: right person, wrong person, wrong input, twice."""

import pytest

from governance.membership.facts import Cause, MemberAdmitted, MemberLeft, MembershipApplied, OrganisationRegistered
from governance.words import Day, MemberId, Office
from tests.coop import adopted, scic
from tests.site import Site

GESTURE = "a" * 32
PERSON = {
    "name": "Zoé d’Œuvre",
    "email": "zoe@example.org",
    "category": "benevoles",
    "college": "benevoles",
    "on": "01/02/2026",
}


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()))
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def candidate(site, browser, gesture=GESTURE, **changed):
    return browser.post(site.at("/membres/candidatures/personne"), data={**PERSON, "gesture": gesture, **changed})


def test_from_application_to_register(site: Site, secretary):
    sheet = candidate(site, secretary)
    admitted = secretary.post(site.at(f"/membres/{GESTURE}/admission"), data={"on": "02/02/2026", "gesture": "b" * 32})
    register = secretary.get(site.at("/membres"))

    assert "candidature à examiner" in sheet.text
    assert "Devient membre" in admitted.text
    assert "Zoé d’Œuvre" in register.text
    assert "1 membre" in register.text
    assert "C’est enregistré, sous le numéro" in admitted.text


def test_the_register_of_a_past_day(site: Site, secretary):
    candidate(site, secretary)
    secretary.post(site.at(f"/membres/{GESTURE}/admission"), data={"on": "02/02/2026", "gesture": "b" * 32})

    before, after = (secretary.get(site.at(f"/membres?le={day}")).text for day in ("2026-02-01", "2026-02-02"))
    unknown_then = secretary.get(site.at("/membres?le=2026-02-02&su=2026-02-03")).text

    assert "Zoé" not in before
    assert "Zoé" in after
    assert "Zoé" not in unknown_then, "nobody had written it down yet on that day"


def test_a_form_sent_twice_registers_once(site: Site, secretary):
    pages = [candidate(site, secretary) for _ in range(2)]

    assert [page.status_code for page in pages] == [200, 200]
    assert sum(isinstance(fact, MembershipApplied) for fact in site.facts) == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"on": "31/02/2026"}, "n’existe pas dans le calendrier"),
        ({"on": "02/2026"}, "date complète"),
        ({"on": "01/02/2199"}, "pas encore venu"),
        ({"category": "amis"}, "ne connaissent pas la catégorie"),
        ({"college": "amis"}, "ne connaissent pas le collège"),
        ({"college": ""}, "choisissez-en un"),
        ({"email": "zoe@"}, "adresse"),
        ({"name": ""}, "obligatoire"),
    ],
)
def test_a_wrong_input_is_explained_and_nothing_typed_is_lost(site: Site, secretary, changed, sentence):
    page = candidate(site, secretary, **changed)

    assert page.status_code in (409, 422)
    assert sentence in page.text
    assert "Zoé d’Œuvre" in page.text or "name" in changed
    assert not any(isinstance(fact, MembershipApplied) for fact in site.facts)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", 'O\'Brien "Bob"', "ليلى", "Zoé 🌻", "x' or 1=1 --"])
def test_any_name_is_kept_as_it_is_and_stays_words(site: Site, secretary, name):
    page = candidate(site, secretary, name=name)

    assert page.status_code == 200
    assert "<script>alert" not in page.text
    with site.office.reading() as db:
        assert db.execute("select name from person where id = %s", [GESTURE]).fetchone() == {"name": name}


def test_no_word_about_a_person_is_in_the_record(site: Site, secretary):
    candidate(site, secretary, phone="06 12 34 56 78", address="3 rue du Port, 05200 Embrun")

    record = b"".join(entry.data for entry in site.office.record.entries()).decode()

    for words in ("Zoé", "zoe@", "612345678", "rue du Port"):
        assert words not in record


def test_a_couple_shares_a_mailbox_and_is_warned(site: Site, secretary):
    candidate(site, secretary)
    page = candidate(site, secretary, gesture="c" * 32, name="Max d’Œuvre")

    assert "La même adresse électronique sert à Zoé d’Œuvre" in page.text


def test_an_organisation_with_a_siren_already_known_is_refused(site: Site, secretary):
    form = {
        "name": "UDESS 05", "kind": "ess_enterprise", "siren": "732 829 320", "representative_name": "Léa Martin",
        "category": "structures", "college": "structures", "on": "01/02/2026",
    }  # fmt: skip
    path = site.at("/membres/candidatures/organisation")

    first = secretary.post(path, data={**form, "gesture": "d" * 32})
    second = secretary.post(path, data={**form, "name": "UDESS", "gesture": "e" * 32})
    wrong = secretary.post(path, data={**form, "siren": "732 829 321", "gesture": "f" * 32})

    assert first.status_code == 200
    assert second.status_code == 409
    assert "déjà celui de «\u00a0UDESS 05\u00a0»" in second.text
    assert wrong.status_code == 422
    assert sum(isinstance(fact, OrganisationRegistered) for fact in site.facts) == 1


def test_a_member_reads_names_and_no_sheet(site: Site, secretary):
    lea = site.person("lea", "Léa", email="lea@example.org")
    site.given(MemberAdmitted("lea", "benevoles", "benevoles", adopted(scic()).on))
    member = site.browser(lea)

    assert "Léa" in member.get(site.at("/membres")).text
    assert member.get(site.at("/membres/lea")).status_code == 403
    assert member.get(site.at("/membres/candidatures/personne")).status_code == 403
    assert secretary.get(site.at("/membres/lea")).status_code == 200


def test_who_is_nobody_here_reads_nothing(site: Site, secretary):
    stranger = site.browser(site.person("stranger", "Inconnu"))

    assert stranger.get(site.at("/membres")).status_code == 403


@pytest.mark.parametrize(
    ("typed", "status"), [("1 000,00", 409), ("100", 200), ("50,00 €", 200), ("-50", 422), ("1.000", 422)]
)
def test_shares_are_paid_in_amounts_as_people_write_them(site: Site, secretary, typed, status):
    candidate(site, secretary)
    secretary.post(site.at(f"/membres/{GESTURE}/parts"), data={"shares": "4", "on": "01/02/2026", "gesture": "b" * 32})

    page = secretary.post(
        site.at(f"/membres/{GESTURE}/versements"),
        data={"subscription": "b" * 32, "amount": typed, "on": "02/02/2026", "gesture": "c" * 32},
    )

    assert page.status_code == status
    assert typed in page.text or status == 200


def applying_again(site, browser, who, gesture="c" * 32, **changed):
    place = {"category": "benevoles", "college": "benevoles", "on": "05/02/2026"}
    return browser.post(site.at(f"/membres/{who}/candidature"), data={**place, "gesture": gesture, **changed})


def test_the_secretary_herself_becomes_a_candidate_from_her_sheet(site: Site, secretary):
    offered = site.at("/membres/sec/candidature") in secretary.get(site.at("/membres/sec")).text

    sheet = applying_again(site, secretary, "sec")
    applying_again(site, secretary, "sec")

    assert offered
    assert "candidature à examiner" in sheet.text
    assert [(fact.member, fact.college) for fact in site.facts if isinstance(fact, MembershipApplied)] == [
        ("sec", "benevoles")
    ]


def test_a_former_member_comes_back_and_a_member_is_one_already(site: Site, secretary):
    candidate(site, secretary)
    path = f"/membres/{GESTURE}"
    secretary.post(site.at(f"{path}/admission"), data={"on": "02/02/2026", "gesture": "b" * 32})

    offered = f"{path}/candidature"
    assert offered not in secretary.get(site.at(path)).text
    assert "déjà associée" in applying_again(site, secretary, GESTURE, gesture="d" * 32).text
    site.given(MemberLeft(MemberId(GESTURE), Cause.WITHDRAWAL, Day("2026-02-03")))

    assert offered in secretary.get(site.at(path)).text
    assert "candidature à examiner" in applying_again(site, secretary, GESTURE).text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"category": "amis"}, "ne connaissent pas la catégorie"),
        ({"college": ""}, "choisissez-en un"),
        ({"on": "01/02/2199"}, "pas encore venu"),
    ],
)
def test_an_application_anew_that_cannot_be_is_explained(site: Site, secretary, changed, sentence):
    page = applying_again(site, secretary, "sec", **changed)

    assert page.status_code == 409
    assert sentence in page.text
    assert not any(isinstance(fact, MembershipApplied) for fact in site.facts)
