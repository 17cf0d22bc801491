"""The annual assembly of a SCIC SA with 146 members, in a browser, whole: E10, E12 and E13 on its pages."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from starlette.types import ASGIApp

from governance.assembly.proxies import GiveProxy
from governance.statutes.facts import Form
from governance.words import MemberId, StatutesId
from tests.browser.sitting import gives
from tests.browser.stage import Stage
from tests.conftest import Database
from tests.hall import in_days, typed
from tests.stories.company import NAMES, Company, settled
from tests.stories.conftest import Recount
from tests.stories.mortal import fill, follow, href, press, refused, shows
from tests.stories.sitting import by_hands, convene, open_by

HOLDER = NAMES[0]
AGENDA = {
    "Approbation des comptes 2026": {},
    "Affectation du résultat": {},
    "Bail de la centrale": {},
    "Élection du conseil d’administration": {"persons": True},
    "Modification de l’article 5 des statuts": {"kind": "Extraordinaire"},
}


@pytest.fixture
def company(cooperative: Database) -> Iterator[Company]:
    with settled(cooperative, Form.SA, members=146, by_mail=6) as company:
        yield company


@pytest.fixture
def stage(company: Company, cooperative: Database, serve: Callable[[ASGIApp], str]) -> Stage:
    return Stage(company.site, serve(company.site.app), cooperative)


def plan(page: Page, stage: Stage) -> None:
    stage.go(page, "/assemblees/nouvelle")
    fill(page, {"Titre": "Assemblée annuelle", "Jour": typed(in_days(20)), "Heure": "18h", "Lieu": "Salle des fêtes"})
    press(page, "Prévoir")
    follow(page, "Écrire l’ordre du jour")
    for title, said in AGENDA.items():
        fill(page, {"Titre": title, "Texte mis aux voix": f"L’assemblée décide : {title}."})
        if kind := said.get("kind"):
            page.get_by_label(kind).check()
        if "persons" in said:
            page.get_by_label("Elle porte sur des personnes").check()
        press(page, "Inscrire à l’ordre du jour")
        if title != list(AGENDA)[-1]:
            follow(page, "Ajouter une résolution")


def send(page: Page, stage: Stage, phone: Page) -> None:
    """Six by e-mail, who agreed to it; all the others by letter, in one file to print and fold."""
    phone.goto(stage.letter(NAMES[0]))
    press(phone, "Oui, entrer")
    follow(page, "Prévenir chacun")
    shows(page, "À remettre ou à poster (140)", "n’a pas accepté d’être convoquée par courriel")
    letters = PdfReader(BytesIO(page.request.get(href(page, "Imprimer les 140 lettres")).body()))
    assert "Nadine Puy" in letters.pages[-2].extract_text()
    assert "2 / 2" in letters.pages[-1].extract_text()
    press(page, "Les 140 lettres sont postées")
    expect(page.get_by_text("postée", exact=True)).to_have_count(140)


def represent(page: Page, stage: Stage, company: Company) -> None:
    """Seven powers a holder, no more (E12); an eighth is refused, and who may still receive one is said."""
    given = [GiveProxy(company.assembly, StatutesId("v1"), MemberId(f"m{n}"), MemberId("m0")) for n in range(27, 32)]
    gives(company.site, "irene", *given)
    stage.go(page, f"/assemblees/{company.assembly}/pouvoirs/saisie")
    for grantor in NAMES[32:34]:
        fill(page, {"Qui donne pouvoir": grantor, "À qui": HOLDER})
        press(page, "Enregistrer")
    fill(page, {"Qui donne pouvoir": NAMES[34], "À qui": HOLDER})
    press(page, "Enregistrer")
    refused(page, "Ce membre porte déjà autant de pouvoirs qu’il peut : 7", "art. 26 des statuts")


def gather(page: Page, stage: Stage, company: Company) -> None:
    """E10: thirty make the quorum of an ordinary assembly of 146; for the statutes it takes thirty-seven."""
    stage.day_comes()
    company.sign(0, *range(5, 27))
    stage.go(page, f"/assemblees/{company.assembly}/presence")
    shows(page, "23 présents, 7 représentés, sur 146 voix", "quorum ordinaire atteint", "il en manque 7")
    for number in range(1, 5):
        line = page.locator(f"#line-m{number}")
        line.get_by_role("button", name="Présent").click()
        expect(line.get_by_text("présent", exact=True)).to_be_visible()
    stage.go(page, f"/assemblees/{company.assembly}/ouverture")
    shows(page, "il en manque 3", "Le quorum manque pour une partie de l’ordre du jour")
    fill(page, {"Qui préside": NAMES[1]})
    page.get_by_text("Scrutateurs et scrutatrices").first.click()
    for teller in NAMES[2:4]:
        page.get_by_label(teller).check()
    press(page, "Ouvrir la séance")


def by_phone_and_by_hands(page: Page, phone: Page) -> None:
    """Who carries seven powers votes for eight on her phone; the hands count the twenty-six others."""
    follow(page, "Mettre aux voix : Affectation du résultat")
    page.get_by_label("En ligne, depuis son téléphone").check()
    press(page, "Ouvrir le scrutin")
    phone.reload()
    phone.get_by_role("link", name="Votez : Affectation du résultat").click()
    phone.get_by_role("group", name="Votre voix").get_by_label("Contre").check()
    for power in phone.get_by_role("group", name="Le pouvoir donné par").all():
        power.get_by_label("Pour", exact=True).check()
    press(phone, "Voter")
    shows(phone, "Votre reçu")
    by_hands(page, against="3", abstention="2")
    shows(page, "adoptée", "Pour 28 Contre 4 Abstention 2", "21 3 2")


def by_bulletins(page: Page) -> None:
    """The secret is asked for: two tellers counted, and their sheet is copied."""
    follow(page, "Mettre aux voix : Bail de la centrale")
    page.get_by_label("Le secret est demandé").check()
    press(page, "Ouvrir le scrutin")
    follow(page, "Saisir les urnes")
    for teller in NAMES[2:4]:
        page.get_by_label(teller).check()
    fill(page, {"Pour": "20", "Contre": "10", "Blanc": "3", "Nul": "1"})
    press(page, "Enregistrer")
    shows(page, "Deux scrutateurs ont trouvé les mêmes chiffres.")
    follow(page, "Revenir au scrutin")
    follow(page, "Clore le scrutin")
    press(page, "Clore le scrutin")
    follow(page, "Dépouiller")
    press(page, "Dépouiller")
    shows(page, "adoptée", "Pour 20 Contre 10")


def elect(page: Page) -> None:
    """Three seats, four candidates, one urn."""
    follow(page, "Ouvrir l’élection : Élection du conseil d’administration")
    fill(page, {"Sièges à pourvoir": "3"})
    for candidate in NAMES[4:8]:  # too many members for a list: each is sought by her name
        page.get_by_label(re.compile("un nom$")).fill(candidate)
        press(page, "Chercher")
        page.get_by_label(candidate, exact=True).check()
    press(page, "Ouvrir l’élection")
    follow(page, "Saisir ce que les urnes contenaient")
    voices = dict(zip(NAMES[4:8], ("25", "20", "17", "12"), strict=True))
    fill(page, {"Bulletins trouvés": "34", "Blancs": "2", "Nuls": "0", **voices})
    page.get_by_label("Je recopie la feuille signée").check()
    press(page, "Enregistrer mes chiffres")
    follow(page, "Clore l’élection")
    press(page, "Clore l’élection")
    follow(page, "Dépouiller")
    press(page, "Dépouiller")
    expect(page.get_by_text("élu·e", exact=True)).to_have_count(3)
    follow(page, "Inscrire au registre et confier les fonctions")
    press(page, "Inscrire")


def vote(page: Page, stage: Stage, company: Company, phone: Page, recount: Recount) -> None:
    meeting = page.url.partition("?")[0]
    follow(page, "Mettre aux voix : Approbation des comptes 2026")
    press(page, "Ouvrir le scrutin")
    by_hands(page)
    shows(page, "adoptée", "Pour 34 Contre 0")
    assert recount(page)["ratio"] == "1"
    page.goto(meeting)
    by_phone_and_by_hands(page, phone)
    assert recount(page)["ratio"] == "7/8"
    page.goto(meeting)
    by_bulletins(page)
    assert recount(page)["ratio"] == "2/3"
    page.goto(meeting)
    elect(page)
    page.goto(meeting)
    follow(page, "Constater la carence")
    shows(page, "la séance continue pour le reste")
    press(page, "Constater la carence")
    follow(page, "Clore la séance")
    press(page, "Clore la séance")


def call_again(page: Page, stage: Stage, company: Company, recount: Recount) -> None:
    """E10: thirty are enough the second time. E13: of 34, 22 for and 9 against are more than two thirds of a SA."""
    follow(page, "Prévoir la deuxième réunion")
    fill(page, {"Jour": typed(in_days(12))})
    press(page, "Prévoir la deuxième réunion")
    convene(page)
    stage.day_comes()
    company.sign(*range(27))
    page.reload()
    shows(page, "Présents : 27 ; représentés : 7. Il en faut 30 : c’est atteint.")
    open_by(page, NAMES[1])
    follow(page, "Mettre aux voix : Modification de l’article 5 des statuts")
    press(page, "Ouvrir le scrutin")
    by_hands(page, against="9", abstention="3")
    shows(page, "adoptée", "Pour 22 Contre 9 Abstention 3")
    page.get_by_text("Comment est-ce calculé ?").click()
    expect(page.get_by_text("22/31")).to_be_visible()
    assert recount(page)["ratio"] == "22/31"


def test_an_assembly_without_quorum_for_its_statutes_is_called_again(
    company: Company, stage: Stage, page: Page, recount: Recount
) -> None:
    phone = page.context.browser.new_context(locale="fr-FR", viewport={"width": 360, "height": 740}).new_page()
    stage.enter(page, "irene")
    plan(page, stage)
    convene(page)
    send(page, stage, phone)
    represent(page, stage, company)
    gather(page, stage, company)
    vote(page, stage, company, phone, recount)
    call_again(page, stage, company, recount)
