"""Capital at the counter: the floor told, the queue served, shares given, valued and paid back; refused with why."""

import re

import pytest

from governance.capital.facts import CapitalIrregular, SharesCancelled, SharesReimbursed, SharesTransferred
from governance.capital.take_over import ContinueRegister
from governance.membership.invariant_facts import InvariantBroken
from governance.words import Day, Office
from tests.rules.capital.holders import euros, highest, holds, in_force, left, public, reimbursement
from tests.site import Site

NAMES = {"anne": "Anne Ailefroide", "bo": "Bo Briançon", "cleo": "Cléo Céüze", "dan": "Dan Durance"}
E17 = [
    highest(48_000, last_number=412),
    *(fact for who, shares in (("anne", 40), ("bo", 50), ("cleo", 10), ("dan", 200)) for fact in holds(who, shares)),
    left("anne", "2025-03-01"),
    left("bo", "2025-04-01"),
    left("cleo", "2025-05-01"),
]
numbers = iter(range(10**6))


@pytest.fixture
def secretary(site: Site):
    for who, name in NAMES.items():
        site.person(who, name)
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def plain(page) -> str:
    """The words of a page, with ordinary spaces."""
    words = re.sub(r"<[^>]+>", " ", page.text)
    return re.sub(r"\s+", " ", words.replace("\u00a0", " ").replace("\u202f", " "))


def send(site: Site, browser, path: str, **data: str):
    return browser.post(site.at(path), data={"gesture": f"{next(numbers):032x}", **data})


def recorded(site: Site, kind: type) -> list:
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_e17_the_floor_is_explained_step_by_step_with_its_articles(site: Site, secretary):
    site.given(in_force(), *E17)

    page = plain(secretary.get(site.at("/capital")))

    assert "Capital minimum des statuts : 2 000,00 €. art. 9 des statuts" in page
    assert "Le plus haut capital jamais atteint, au registre papier : 48 000,00 €." in page
    assert "loi n° 47-1775 du 10 septembre 1947, art. 13" in page
    assert "1/4 (25 %) de 48 000,00 € font 12 000,00 €." in page
    assert "on peut en annuler 3 000,00 €" in page


def test_e17_the_queue_is_shown_then_served_and_nobody_overtakes(site: Site, secretary):
    site.given(in_force(), *E17)

    before = plain(secretary.get(site.at("/capital/file")))
    after = plain(send(site, secretary, "/capital/annulations", on="01/02/2026"))
    again = send(site, secretary, "/capital/annulations", on="01/02/2026")

    assert re.search(r"1 Anne Ailefroide 40 parts, depuis le 1er mars 2025 2 000,00 € 2 000,00 €", before)
    assert re.search(r"2 Bo Briançon 50 parts, depuis le 1er avril 2025 2 500,00 € 1 000,00 €", before)
    assert re.search(r"3 Cléo Céüze 10 parts, depuis le 1er mai 2025 500,00 € 0,00 €", before)
    assert re.search(r"1 Bo Briançon 30 parts, depuis le 1er avril 2025 1 500,00 € 0,00 €", after)
    assert "à arrêter" in plain(secretary.get(site.at("/capital/remboursements")))
    assert again.status_code == 409
    assert "ne peut descendre sous 12 000,00 €" in plain(again)
    assert [(fact.member, fact.shares) for fact in recorded(site, SharesCancelled)] == [("anne", 40), ("bo", 20)]


def test_statutes_that_leave_it_open_show_both_readings(site: Site, secretary):
    site.given(in_force(reimbursement=reimbursement(partial=None)), *E17)

    page = plain(secretary.get(site.at("/capital/file")))

    assert "Les statuts ne disent pas si l’on annule en partie" in page
    assert "Si une annulation partielle est permise" in page
    assert "Si l’on n’annule que des demandes entières" in page


def test_what_overtook_is_refused_then_recorded_with_its_reason(site: Site, secretary):
    site.given(in_force(), *E17)
    form = {"claim": "cleo", "shares": "10", "on": "01/02/2026"}

    refused = send(site, secretary, "/capital/annulations/passees", **form)
    done = send(site, secretary, "/capital/annulations/passees", **form, despite="Payée par erreur")

    assert refused.status_code == 409
    assert "l’ordre des départs se respecte" in plain(refused)
    assert "C’est déjà fait : pourquoi" in plain(refused)
    assert re.search(r"Cléo Céüze ordre des départs non respecté Payée par erreur 500,00 €", plain(done))
    assert recorded(site, CapitalIrregular)[0].rule == "queue-overtaken"


def test_e18_a_loss_lessens_what_is_paid_back_and_says_how(site: Site, secretary):
    past = [*holds("anne", 1, 60_000), *holds("dan", 49, 60_000), left("anne", "2025-10-01")]
    site.given(in_force(nominal=60_000), *past)
    send(site, secretary, "/capital/annulations", on="01/11/2025")
    [cancelled] = recorded(site, SharesCancelled)
    where = f"/capital/remboursements/{cancelled.cancellation}"

    early = send(site, secretary, where, amount="600", on="01/02/2026")
    valued = send(
        site, secretary, "/capital/exercices", closing="31/12/2025", loss="9 000", reserves="15 000", on="01/02/2026"
    )
    page = plain(secretary.get(site.at(where)))
    too_much = send(site, secretary, where, amount="480,01", on="01/02/2026")
    waits = send(site, secretary, where, amount="480", on="01/02/2026")
    paid = send(site, secretary, where, amount="480", on="01/02/2026", reference="virement 12", early="AGO 2026, n° 4")

    assert "n’est pas arrêtée" in plain(early)
    assert re.search(r"31 décembre 2025 art. 16 des statuts 9 000,00 € 30 000,00 € 15 000,00 € 1/5", plain(valued))
    assert "1 part de 600,00 € fait 600,00 €." in page
    assert "Part perdue pour l’exercice clos le 31 décembre 2025 : 1/5. art. 16 des statuts" in page
    assert "Dû, arrondi au centime inférieur sur le tout : 480,00 €." in page
    assert "Il reste à rembourser 480,00 €" in plain(too_much)
    assert "Le délai court jusqu’au 1er octobre 2030" in plain(waits)
    assert "Rien n’est dû." in plain(paid)
    assert recorded(site, SharesReimbursed)[0].amount == 48_000


def test_e20_others_leave_and_public_bodies_pass_half_without_acting(site: Site, secretary):
    site.given(in_force(), public("town"), *holds("town", 400), *holds("anne", 20), *holds("dan", 380))
    site.given(left("anne", "2025-03-01"))

    before = plain(secretary.get(site.at("/capital")))
    send(site, secretary, "/capital/annulations", on="01/02/2026")
    after = plain(secretary.get(site.at("/capital")))

    assert "elles détiennent 1/2 (50 %) du capital" in before
    assert "Elles détiennent 20/39 (51,3 %) du capital, au-delà de 1/2 (50 %)." in after
    assert "art. 19 septies" in after
    assert recorded(site, InvariantBroken)[0].invariant == "public-share"


def test_shares_change_hands_with_an_approval_and_the_register_numbers_it_after_the_paper(site: Site, secretary):
    site.given(in_force(), *E17)
    form = {"receiver": "dan", "shares": "3", "on": "01/02/2025", "organ": "board"}

    refused = send(site, secretary, "/membres/anne/cessions", **form)
    done = send(site, secretary, "/membres/anne/cessions", **form, decision="CA du 20/1/2025, n° 3")
    register = plain(secretary.get(site.at("/capital/mouvements")))

    assert "dites où la décision est écrite" in plain(refused)
    line = "cession, parts données 1er février 2025, parts de 50,00 €, CA du 20/1/2025, n° 3 -3 37"
    assert line in plain(done).replace("−", "-")
    assert "413 cession 1er février 2025 Dan Durance Anne Ailefroide 3 50,00 € 150,00 €" in register
    assert "Le registre papier finit au n° 412" in register
    assert recorded(site, SharesTransferred)[0].decision == "CA du 20/1/2025, n° 3"


def test_a_receiver_is_looked_for_by_name(site: Site, secretary):
    site.given(in_force(), *E17)

    page = secretary.get(site.at("/membres/anne/cessions?q=dur")).text

    assert 'value="dan"' in page
    assert 'value="bo"' not in page
    assert 'value="board" selected' in page


def test_capital_is_called_a_letter_sent_and_recovery_given_up(site: Site, secretary):
    site.given(in_force(), *holds("anne", 10, paid=12_500, on="2025-01-01"), *holds("dan", 100))

    called = send(
        site, secretary, "/capital/appels/nouveau", part="1/2", due="30/06/2025", on="01/06/2025", decision="CA, n° 2"
    )
    letter = {"subscription": "anne.0", "on": "01/07/2025", "reference": "1A 123"}
    sent = send(site, secretary, "/membres/anne/mises-en-demeure", **letter)
    soon = send(site, secretary, "/membres/anne/renonciation", subscription="anne.0", on="30/09/2025")
    given_up = send(site, secretary, "/membres/anne/renonciation", subscription="anne.0", on="01/10/2025")

    assert "appelé jusqu’à 1/2 de la valeur pour le 30 juin 2025 : CA, n° 2" in plain(called)
    owes = "10 parts, depuis le 1er janvier 2025 375,00 € au plus tard le 1er janvier 2028 125,00 €"
    assert f"Anne Ailefroide {owes}" in plain(called)
    assert "Le 1er juillet 2025, pour 125,00 € — 1A 123" in plain(sent)
    assert "trois mois pour payer : jusqu’au 1er octobre 2025" in plain(soon)
    assert "recouvrement abandonné le 1er octobre 2025" in plain(given_up)
    assert left("anne", "2025-10-01").on in [fact.on for fact in site.facts if type(fact).__name__ == "MemberLeft"]


def test_who_stays_asks_some_back_and_waits_her_turn(site: Site, secretary):
    site.given(in_force(), *E17)

    send(site, secretary, "/membres/dan/demandes", shares="20", on="15/04/2025")
    refused = send(site, secretary, "/membres/dan/demandes", shares="180", on="15/04/2025")
    page = plain(secretary.get(site.at("/capital/file")))

    assert "3 Dan Durance 20 parts, depuis le 15 avril 2025, reste membre 1 000,00 € 0,00 €" in page
    assert refused.status_code == 409


def test_old_shares_are_exchanged_for_new_ones(site: Site, secretary):
    site.given(in_force(), *holds("anne", 4, nominal=2500))

    sheet = secretary.get(site.at("/membres/anne/compte"))
    done = plain(send(site, secretary, "/membres/anne/echanges", shares="4", nominal="25", on="01/02/2026"))

    assert "Échanger des parts" in sheet.text
    assert "échange 1er février 2026, parts de 50,00 € 2 2" in done
    assert "échange 1er février 2026, parts de 25,00 € -4 0" in done.replace("−", "-")


def test_a_paper_register_is_continued_from_the_page(site: Site, secretary):
    site.given(in_force())
    form = {"last_number": "412", "highest": "48 000", "on": "31/12/2025", "source": "Registre coté"}

    page = send(site, secretary, "/capital/registre-papier", **form)
    again = send(site, secretary, "/capital/registre-papier", **form | {"last_number": "413"})

    assert "finit au n° 412" in plain(page)
    assert again.status_code == 409
    assert ContinueRegister(412, euros(48_000), Day("2025-12-31"), "Registre coté")


@pytest.mark.parametrize("ending", ["csv", "ods", "xlsx", "pdf"])
@pytest.mark.parametrize("path", ["/capital/mouvements", "/capital/detenteurs"])
def test_registers_are_kept_as_files(site: Site, secretary, path, ending):
    site.given(in_force(), *E17)

    file = secretary.get(site.at(f"{path}.{ending}"))

    assert file.status_code == 200
    assert len(file.content) > 70


def test_the_capital_of_a_past_day_and_as_it_was_known(site: Site, secretary):
    site.given(in_force(), *E17)
    send(site, secretary, "/capital/annulations", on="01/02/2026")

    today, before = (plain(secretary.get(site.at(f"/capital{day}"))) for day in ("", "?le=2026-01-31"))
    table = plain(secretary.get(site.at("/capital/detenteurs")))

    assert "12 000,00 € souscrits" in today
    assert "15 000,00 € souscrits" in before
    assert "Dan Durance 200 5/6 (83,3 %) 10 000,00 € 0,00 €" in table


def test_a_member_reads_the_capital_and_nobody_elses_account(site: Site, secretary):
    site.given(in_force(), *E17)
    dan = site.browser("dan")

    assert dan.get(site.at("/capital")).status_code == 200
    assert dan.get(site.at("/capital/mouvements")).status_code == 200
    for path in ("/capital/file", "/capital/detenteurs", "/capital/appels", "/membres/anne/compte"):
        assert dan.get(site.at(path)).status_code == 403
