"""The révision coopérative at the counter: from the réviseur to the last point closed, and who reads what."""

import re

import pytest

from governance.capital.facts import SharesSubscribed
from governance.evidence.revision_facts import FindingClosed, ReviserNamed, RevisionReported
from governance.membership.facts import MemberAdmitted
from governance.words import Cents, Day, MemberId, Office, SubscriptionId
from tests.coop import adopted, scic
from tests.pages.evidence import words
from tests.rules.evidence.label import TERRITORY, attached
from tests.rules.evidence.revised import assembly, opened
from tests.site import Site

PDF = ("rapport.pdf", b"%PDF-1.7 rapport du reviseur", "application/pdf")
HOME = "/dossiers/revision"


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()), assembly, opened, attached("carte", TERRITORY))
    site.person("noe", "Noé")
    site.given(MemberAdmitted("noe", "benevoles", "benevoles", Day("2021-01-01")))
    return site.browser(site.person("sol", "Sol", Office.SECRETARY))


def sent(site, browser, path, files=None, **told):
    gesture = re.search(r'name="gesture" value="([0-9a-f]+)"', browser.get(path).text)[1]
    return browser.post(path, data={"gesture": gesture, **told}, files=files)


def test_a_revision_is_followed_from_the_reviser_to_the_last_point_closed(site: Site, secretary):
    at = site.at(HOME)
    assert "Révision en retard" in words(secretary.get(at))

    wrong = sent(site, secretary, f"{at}/reviseur", on="15/01/2026", agreed="arrêté du 3 mai 2017")
    named = sent(site, secretary, f"{at}/reviseur", on="15/01/2026", organisation="Union des réviseurs")
    assert (wrong.status_code, "arrêté du 3 mai 2017" in wrong.text) == (409, True)
    assert "Réviseur : Union des réviseurs" in words(named).replace("\u00a0", " ")
    assert "sans suppléant" in words(named)
    [revision] = [fact.revision for fact in site.facts if isinstance(fact, ReviserNamed)]

    sent(site, secretary, f"{at}/{revision}/rapport", files={"file": PDF}, on="10/02/2026")
    point = sent(site, secretary, f"{at}/{revision}/points", weight="reservation", text="Tenir le registre à jour")
    assert "sans réponse" in words(point)
    answered = {"measures": "Le relire chaque mois", "owner": "le secrétariat", "due": "01/03/2026"}
    assert "en retard" in words(sent(site, secretary, f"{point.url.path}/reponse", **answered))
    [report] = [fact for fact in site.facts if isinstance(fact, RevisionReported)]

    noe = site.browser("noe")
    assert "Tenir le registre" not in noe.get(at).text
    assert noe.get(point.url.path).status_code == 404
    assert noe.get(f"{at}/rapports/{report.digest}").status_code == 404
    sent(site, secretary, f"{at}/{revision}/mise-a-disposition", on="20/02/2026")
    assert "Tenir le registre" in noe.get(at).text
    assert noe.get(f"{at}/rapports/{report.digest}").content == PDF[1]

    assert "20 février 2031" in words(sent(site, secretary, f"{at}/{revision}/assemblee", assembly="ag"))
    closed = sent(site, secretary, f"{point.url.path}/cloture", evidence="piece.carte", on="21/02/2026")
    assert "Pièce carte" in words(closed), "the trace leads to what closed it"
    assert sum(isinstance(fact, FindingClosed) for fact in site.facts) == 1
    assert "Rouvert le" in words(sent(site, secretary, f"{point.url.path}/reouverture", reason="Rien n’a changé"))


def test_losses_call_it_at_once_and_the_home_of_the_secretary_says_so(site: Site, secretary):
    for year in (2021, 2022, 2023):
        lost = {"closing": f"31/12/{year}", "amount": "100", "loss": "true"}
        page = sent(site, secretary, site.at(f"{HOME}/resultats"), **lost)

    assert "dès maintenant" in words(page)
    assert "aucun réviseur n’est nommé" in words(secretary.get(site.at("/")))


def test_half_of_the_capital_that_a_year_lost_is_still_lost_when_more_is_subscribed_later(site: Site, secretary):
    def subscribed(shares: int, on: str) -> SharesSubscribed:
        return SharesSubscribed(SubscriptionId(f"s{on}"), MemberId("noe"), shares, Cents(50_00), Day(on))

    site.given(subscribed(2, "2021-02-01"), subscribed(1000, "2022-01-01"))

    lost = {"closing": "31/12/2021", "amount": "50", "loss": "true"}
    page = sent(site, secretary, site.at(f"{HOME}/resultats"), **lost)

    assert "moitié au moins du plus haut capital" in words(page)


def test_a_reviser_who_never_reports_does_not_silence_the_home_of_the_secretary_past_the_day(site: Site, secretary):
    """The first révision was due on the 1st of January 2025."""
    sent(site, secretary, site.at(f"{HOME}/reviseur"), on="15/01/2026", organisation="Union des réviseurs")
    waiting = words(secretary.get(site.at("/")))
    assert "le rapport du réviseur n’est pas arrivé" in waiting
    assert "elle était due le 1er janvier 2025" in waiting

    [revision] = [fact.revision for fact in site.facts if isinstance(fact, ReviserNamed)]
    sent(site, secretary, site.at(f"{HOME}/{revision}/rapport"), files={"file": PDF}, on="10/02/2026")

    assert "le rapport du réviseur n’est pas arrivé" not in words(secretary.get(site.at("/")))
