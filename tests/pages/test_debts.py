"""Reimbursements at the counter: in parts, each by its day, and what a loss found later claims back."""

from governance.capital.facts import LossClaimed, ReimbursementReturned, SharesCancelled
from governance.words import MemberId, Office
from projections.membership import lives
from tests.documents.reading import Paper
from tests.pages.test_capital import NAMES, plain, recorded, send
from tests.rules.capital.holders import holds, in_force, left
from tests.site import Site


def leaver(site: Site):
    """Anne left with one share of 600 €; the accounts of her year took a fifth of it."""
    for who, name in NAMES.items():
        site.person(who, name)
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    past = [*holds("anne", 1, 60_000), *holds("dan", 49, 60_000), left("anne", "2024-10-01")]
    site.given(in_force(nominal=60_000), *past)
    send(site, secretary, "/capital/annulations", on="01/11/2024")
    send(site, secretary, "/capital/exercices", closing="31/12/2024", loss="9000", reserves="15000", on="01/06/2025")
    return secretary, f"/capital/remboursements/{recorded(site, SharesCancelled)[0].cancellation}"


def test_a_reimbursement_in_parts_says_what_is_due_when(site: Site):
    secretary, where = leaver(site)
    parts = {"times": "3", "months": "12", "on": "01/07/2025"}

    late = send(site, secretary, f"{where}/echeancier", **parts, first="02/10/2027", decision="CA, n° 3")
    decided = send(site, secretary, f"{where}/echeancier", **parts, first="01/01/2026", decision="CA, n° 3")
    early = send(site, secretary, where, amount="160,01", on="01/02/2026")
    send(site, secretary, where, amount="160", on="01/02/2026", reference="Virement d’Anne")
    queue = plain(secretary.get(site.at("/capital/remboursements")))

    assert "Tout est payé le 1er octobre 2029 au plus tard" in plain(late)
    assert "Échéancier : CA, n° 3" in plain(decided)
    assert "1er janvier 2026 160,00 € 160,00 € 1er janvier 2027 160,00 € 160,00 €" in plain(decided)
    assert early.status_code == 409
    assert "320,00 € payé : 160,00 €" in queue
    assert "1er janvier 2027 160,00 € 1er janvier 2028 160,00 €" in queue
    assert "Virement d’Anne" in plain(secretary.get(site.at(where)))
    assert all("Anne" not in str(fact) for fact in site.facts)


def test_a_loss_found_later_is_claimed_back_explained_and_given_back(site: Site):
    secretary, where = leaver(site)
    send(site, secretary, where, amount="480", on="01/07/2025", early="AGO, n° 4")

    found = send(site, secretary, "/capital/exercices/pertes", closing="2024-12-31", loss="4500", on="01/02/2026")
    page = plain(secretary.get(site.at(where)))
    [claim] = recorded(site, LossClaimed)
    too_much = send(site, secretary, f"{where}/restitution", amount="60,01", on="01/02/2026")
    returned = send(site, secretary, f"{where}/restitution", amount="60", on="01/02/2026")

    assert "Anne Ailefroide 480,00 € 60,00 €" in plain(found)
    assert "1er février 2026 31 décembre 2024 4 500,00 € 1/10 60,00 €" in plain(found)
    assert "trouvée le 1er février 2026 : 1/10 de chaque part, soit 60,00 €. code de commerce, art. L. 231-6" in page
    assert "Déjà payé : 480,00 €. À rendre : 60,00 €." in page
    assert (claim.amount, claim.back) == (6000, 6000)
    assert "Il reste à rendre 60,00 €" in plain(too_much)
    assert "Ce que des partants ont à rendre" not in plain(returned)
    assert recorded(site, ReimbursementReturned)[0].amount == 6000


def test_the_leaver_is_written_to(site: Site):
    secretary, where = leaver(site)
    send(site, secretary, where, amount="480", on="01/07/2025", early="AGO, n° 4")
    send(
        site,
        secretary,
        f"{where}/echeancier",
        times="2",
        months="12",
        on="01/07/2025",
        first="01/01/2026",
        decision="CA",
    )
    send(site, secretary, "/capital/exercices/pertes", closing="2024-12-31", loss="4500", on="01/02/2026")
    with site.office.reading() as db:
        steps = {row["kind"]: row["position"] for row in lives.of_member(db, MemberId("anne"))}

    def printed(kind: str) -> str:
        answer = secretary.get(site.at(f"/membres/anne/pieces/{steps[kind]}.pdf"))
        return " ".join(Paper(answer.content).words.replace("\u00a0", " ").replace("\u202f", " ").split())

    assert "Nous vous demandons de rendre 60,00 €" in printed("LossClaimed")
    assert "Montant 480,00 €" in printed("SharesReimbursed")
    assert "1er janvier 2027 210,00 €" in printed("ReimbursementScheduled")


def test_a_notice_and_a_transfer_have_their_papers(site: Site):
    for who, name in NAMES.items():
        site.person(who, name)
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    site.given(in_force(), *holds("anne", 10, paid=12_500, on="2022-01-01"), *holds("dan", 100))
    letter = {"subscription": "anne.0", "on": "01/07/2025", "reference": "1A 123"}
    send(site, secretary, "/membres/anne/mises-en-demeure", **letter)
    given = {"receiver": "anne", "shares": "3", "on": "01/02/2025", "organ": "board", "decision": "CA, n° 3"}
    send(site, secretary, "/membres/dan/cessions", **given)
    with site.office.reading() as db:
        steps = {row["kind"]: row["position"] for row in lives.of_member(db, MemberId("anne"))}

    papers = {
        kind: Paper(secretary.get(site.at(f"/membres/anne/pieces/{steps[kind]}.pdf")).content).words
        for kind in ("FormalNoticeSent", "SharesTransferred")
    }

    assert "Mise en demeure" in papers["FormalNoticeSent"]
    assert "1er octobre 2025" in papers["FormalNoticeSent"]
    assert "Dan Durance" in papers["SharesTransferred"]
    assert "Anne Ailefroide" in papers["SharesTransferred"]
