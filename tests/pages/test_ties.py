"""On a sheet: what somebody also is, where she belongs, and the account on which she is reimbursed."""

import pytest

from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.membership.person_facts import BankAccountGiven
from governance.words import Day, MemberId, Office, Public
from tests.coop import admitted, adopted, scic
from tests.site import Site

IBAN = "FR76 3000 6000 0112 3456 7890 189"
MASKED = "FR76\u00a0…\u00a0189"
MJC = OrganisationRegistered(MemberId("mjc"), Public("MJC d’Essai"), ActorKind.ESS_ENTERPRISE, False)


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()), MJC, admitted("mjc", "structures"))
    site.person("lea", "Léa Œuvrard")
    site.given(admitted("lea"))
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def test_another_quality_is_on_her_sheet_comes_first_when_she_changes_and_ends(site: Site, secretary):
    form = {"target": "salaries", "on": "10/01/2026", "gesture": "a" * 32}
    sheet = secretary.post(site.at("/membres/lea/qualite"), data=form)
    choice = secretary.get(site.at("/membres/lea/categorie"))
    [ending] = [part.split('"')[0] for part in sheet.text.split('href="') if "/qualite?lien=" in part.split('"')[0]]
    asked = secretary.get(ending.replace("&amp;", "&"))
    ended = secretary.post(site.at("/membres/lea/qualite"), data=form | {"until": "01/02/2026", "gesture": "b" * 32})

    assert "Elle est aussi" in sheet.text
    assert choice.text.index('value="salaries"') < choice.text.index('value="benevoles"')
    assert 'value="10/01/2026"' in asked.text
    assert "jusqu’au 1er février 2026" in ended.text.replace("\u00a0", " ")


def test_who_belongs_to_an_organisation_is_on_both_sheets(site: Site, secretary):
    form = {"target": "mjc", "on": "10/01/2026", "gesture": "a" * 32}

    sheet = secretary.post(site.at("/membres/lea/rattachement"), data=form)
    of_mjc = secretary.get(site.at("/membres/mjc"))

    assert "MJC d’Essai" in sheet.text
    assert "Qui lui est rattaché" in of_mjc.text
    assert "Léa Œuvrard" in of_mjc.text


@pytest.mark.parametrize("wrong", ["FR76 3000 6000 0112 3456 7890 188", "12345"])
def test_a_wrong_iban_is_refused_where_it_was_typed(site: Site, secretary, wrong):
    form = {"iban": wrong, "on": "10/01/2026", "gesture": "a" * 32}
    answer = secretary.post(site.at("/membres/lea/iban"), data=form)

    assert answer.status_code == 422
    assert f'value="{wrong}"' in answer.text


def test_an_iban_is_masked_and_only_for_the_secretariat(site: Site, secretary):
    form = {"iban": IBAN, "on": "10/01/2026", "gesture": "a" * 32}
    sheet = secretary.post(site.at("/membres/lea/iban"), data=form)
    of_auditor = site.browser(site.person("aud", "Alix Audit", Office.AUDITOR)).get(site.at("/membres/lea"))

    assert MASKED in sheet.text
    assert "3000" not in sheet.text
    assert "189" not in of_auditor.text
    with site.office.reading() as db:
        assert db.execute("select iban from person where id = 'lea'").fetchone()["iban"] == IBAN.replace(" ", "")


def test_she_gives_her_own_iban_and_nobody_else_s(site: Site, secretary):
    lea = site.browser("lea")

    space = lea.post(site.at("/mon-espace/iban/lea"), data={"iban": IBAN, "gesture": "a" * 32})
    other = lea.post(site.at("/mon-espace/iban/mjc"), data={"iban": IBAN, "gesture": "b" * 32})

    assert MASKED in space.text
    assert other.status_code in (404, 409)
    [given] = [fact for fact in site.facts if isinstance(fact, BankAccountGiven)]
    assert given.member == "lea"
    assert given.on > Day("2026-01-01")
