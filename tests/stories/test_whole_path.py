"""The whole path of a new cooperative, on phones: from its statutes to a file of evidence that a stranger checks.

Each step is refused once before it is made, and nothing that was typed is lost; five times pages and database are
killed with -9, and what was made since is there when they come back.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page

from tests.hall import in_days, typed
from tests.stories.assembly_day import ACCOUNTS, assemble, count, decide, minutes, vote, write_down
from tests.stories.mortal import SLUG, Mortal, fill, follow, href, mortal, palabre, press, refused, shows
from web.commands.demo import FOLDER

STATUTES = (FOLDER / "statuts-hautes-alpes.yaml").read_text("utf-8").strip()
SECRETARY = "Irène Champsaur"
A_MONTH_AGO = typed(in_days(-30))
STRUCTURES, ROOMS = "Deux structures dans la coopérative", "Ouverture de la ressourcerie"

RECYCLERIE = {
    "Nom de l’organisation": "Recyclerie de la Luye",
    "Numéro SIREN": "732 829 320",
    "Siège": "05000 Gap",
    "Son représentant ou sa représentante": "Chloé Vitrolles",
    "Son adresse électronique": "chloe@recyclerie.example",
}
EPICERIE = {
    "Nom de l’organisation": "Épicerie du Buëch",
    "Numéro SIREN": "732 829 320",  # that of the other
    "Siège": "05700 Serres",
    "Son représentant ou sa représentante": "Béa Orpierre",
    "Son adresse électronique": "bea@epicerie.example",
}
ELSA = {"Prénom et nom": "Elsa d’Ancelle", "Adresse électronique": "elsa@courriel.example"}


def sign_in(page: Page, coop: Mortal, code: str) -> None:
    page.goto(coop.at("/connexion"))
    fill(page, {"Votre code": code})
    press(page, "Entrer avec ce code")
    press(page, "Oui, entrer")
    shows(page, f"Bonjour, {SECRETARY}")


def adopt(page: Page, coop: Mortal) -> None:
    """A collège may not weigh more than half."""
    page.goto(coop.at("/statuts/adoption"))
    form = {"ou son texte": STATUTES.replace("weight: 40", "weight: 60"), "Adoptés le": A_MONTH_AGO}
    fill(page, form | {"En vigueur à partir du": A_MONTH_AGO})
    press(page, "Adopter")
    refused(page, "Ces statuts contredisent la loi", "loi n° 47-1775 du 10 septembre 1947, art. 19 octies", form)
    fill(page, {"ou son texte": STATUTES})
    press(page, "Adopter")
    shows(page, "Collège des structures de l’ESS Les structures qui utilisent", "de la coopérative. 40 % 18.2")
    coop.keeps("statutes", page)


def welcome(page: Page, coop: Mortal) -> None:
    """A number of the administration belongs to one member; a first payment has its least."""
    apply(page, coop, RECYCLERIE, "Structures de l’ESS utilisatrices", "Collège des structures de l’ESS")
    admit(page, shares=4, paid="200")
    apply(page, coop, EPICERIE, "Partenaires et financeurs", "Collège des collectivités et partenaires")
    refused(page, "Le numéro SIREN 732829320 est déjà celui de « Recyclerie de la Luye ».", kept=EPICERIE)
    fill(page, {"Numéro SIREN": "123 456 782"})
    press(page, "Enregistrer la candidature")
    admit(page, shares=10, paid="125", too_little="124,99")
    apply(page, coop, ELSA, "Bénévoles et habitants", "Collège des bénévoles et habitants")
    admit(page, shares=1, paid="50")
    page.goto(coop.at("/membres"))
    shows(page, "3 membres au", "1 Collège des structures de l’ESS", "1 Collège des collectivités et partenaires")
    coop.survives("members", page)


def apply(page: Page, coop: Mortal, who: Mapping[str, str], category: str, college: str) -> None:
    page.goto(coop.at("/membres/candidatures/" + ("personne" if who is ELSA else "organisation")))
    kind = {} if who is ELSA else {"Elle est": "entreprise de l’économie sociale et solidaire"}
    fill(page, {**who, **kind, "Catégorie d’associés": category, "Collège": college, "Reçue le": A_MONTH_AGO})
    press(page, "Enregistrer la candidature")


def admit(page: Page, shares: int, paid: str, too_little: str = "") -> None:
    """From the sheet of a candidate: admitted, shares subscribed and paid."""
    shows(page, "candidature à examiner")
    follow(page, "Admettre")
    fill(page, {"Le": A_MONTH_AGO})
    press(page, "Admettre")
    shows(page, "Devient membre")
    follow(page, "Souscrire des parts")
    fill(page, {"Nombre de parts": str(shares), "Bulletin signé le": A_MONTH_AGO})
    press(page, "Enregistrer la souscription")
    shows(page, "Parts sociales")
    follow(page, "Enregistrer un versement")
    page.get_by_label("Souscription").select_option(index=1)
    if too_little:
        fill(page, form := {"Montant": too_little, "Référence": "Chèque 7"})
        press(page, "Enregistrer le versement")
        refused(page, "Le premier versement est d’au moins 1/4", "art. 10 des statuts", form)
    fill(page, {"Montant": paid})
    press(page, "Enregistrer le versement")
    shows(page, f"{paid},00 €")


def advance(page: Page, coop: Mortal) -> None:
    """A milestone waits for what comes before it and for a figure of the register, on its day."""
    page.goto(coop.at("/projets/nouveau"))
    fill(page, {"Titre": "Au vallon, ensemble", "But": "Mettre en commun des locaux.", "Commencé": "2026"})
    press(page, "Commencer")
    plan(page, coop, STRUCTURES, {"structures de l’ESS associées": "2"})
    plan(page, coop, ROOMS, {}, after=STRUCTURES)
    reach(page, form := {"Atteint": typed(in_days(0)), "Ce qui le montre": "Le bail est signé."})
    refused(page, f"qui n’étaient pas atteints ce jour-là : {STRUCTURES}.", kept=form)
    page.goto(coop.at("/feuille-de-route"))
    follow(page, STRUCTURES)
    reach(page, form := {"Atteint": "2020", "Ce qui le montre": "Le registre des membres."})
    refused(page, "Ce jalon attend 2 structures de l’ESS associées ; ce jour-là, le registre en compte 0.", kept=form)
    fill(page, {"Atteint": typed(in_days(0)), "La décision qui le dit": f"(1) {ACCOUNTS} de l’exercice 2025"})
    press(page, "Dire atteint")
    shows(page, "atteint", "2 sur 2 structures de l’ESS associées", f"décision (1) {ACCOUNTS}")
    coop.keeps("milestone", page)


def plan(page: Page, coop: Mortal, title: str, least: Mapping[str, str], after: str = "") -> None:
    page.goto(coop.at("/projets"))
    shows(page, "Au vallon, ensemble")
    follow(page, "Prévoir un jalon")
    fill(page, {"Jalon": title, "Échéance": "2027"})
    if after:
        page.get_by_role("group", name="Il vient après", exact=True).get_by_label(after).check()
    page.get_by_text("Autres conditions").click()
    fill(page, least)
    press(page, "Prévoir")
    shows(page, title, "prévu")


def reach(page: Page, form: Mapping[str, str]) -> None:
    follow(page, "Dire ce jalon atteint")
    fill(page, form)
    press(page, "Dire atteint")


def prove(page: Page, coop: Mortal) -> None:
    """A program is not a piece. What is sealed holds the head that the minutes printed before."""
    page.goto(coop.at("/dossiers/labels"))
    page.get_by_label("Territoire French Impact").check()
    fill(page, {"Depuis": "2026"})
    press(page, "Viser ce label")
    shows(page, "Territoire French Impact")
    page.goto(coop.at("/dossiers/labels/french-impact/pieces?preuve=EV09"))
    fill(page, form := {"Titre de la pièce": "Liste des communes", "Date de la pièce": "2026", "Note": "Au siège."})
    attach(page, coop.folder / "communes.exe", b"MZ\x90\x00\x03\x00")
    refused(page, "Ce fichier n’est pas d’un type que l’on garde", kept=form)
    attach(page, coop.folder / "communes.txt", b"Gap, Serres, Orpierre.\n")
    shows(page, "Liste des communes")
    follow(page, "Préparer un dossier")
    press(page, "Voir ce qui sera scellé")
    press(page, "Sceller")
    shows(page, "Dossier scellé le")
    coop.survives("evidence", page, href(page, "Télécharger le dossier"))


def attach(page: Page, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    page.get_by_label("Le fichier").set_input_files(file)
    press(page, "Joindre")


def check(page: Page, coop: Mortal) -> None:
    """As a stranger does, with the head read on the minutes; a byte that changed is seen."""
    page.goto(coop.kept["evidence 0"][1])
    with page.expect_download() as sent:
        page.get_by_role("link", name="Télécharger le dossier").click()
    file = coop.folder / "dossier.zip"
    sent.value.save_as(file)
    [head] = re.findall(r"SHA-256\) : ((?:[0-9a-f]{8} ){8})", minutes(coop).words)
    said = palabre(coop.folder, "verify", str(file), "--tete", head)
    assert "dossier.zip : INTACT" in said.replace("\u00a0", " ")
    assert "La tête donnée est celle d’un début de ce registre." in said
    file.write_bytes(file.read_bytes().replace(b"Gap, Serres", b"Gap, Veynes"))
    assert "ALTÉRÉ" in palabre(coop.folder, "verify", str(file), code=1)


def test_from_the_statutes_to_a_file_of_evidence_whatever_is_killed(folder: Path, new_context):
    palabre(folder, "migrate")
    made = palabre(folder, "create", SLUG, "Coopérative du vallon", "--secretaire", SECRETARY, "--demonstration")
    [code] = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", made)
    with mortal(folder, new_context) as coop:
        page = coop.phone()
        sign_in(page, coop, code)
        for step in (adopt, welcome, assemble, vote, count, decide, write_down, advance, prove, check):
            step(page, coop)
        before = coop.told()
        palabre(folder, "rebuild")
        assert coop.told() == before
        assert coop.complaints == []
