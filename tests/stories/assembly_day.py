"""An assembly from its agenda to its minutes, on phones, in a cooperative where three members may vote."""

from playwright.sync_api import Page, expect

from tests.documents.reading import Paper
from tests.hall import in_days, typed
from tests.stories.mortal import Mortal, fill, follow, href, press, refused, shows

MEETING, ACCOUNTS = "Assemblée générale annuelle", "Approbation des comptes"


def assemble(page: Page, coop: Mortal) -> None:
    """A day that does not exist; then today, which is too soon: it is held all the same, and that is written."""
    page.goto(coop.at("/assemblees/nouvelle"))
    form = {"Titre": MEETING, "Jour": "31/02/2027", "Heure": "18h30", "Lieu": "Salle des fêtes, 05000 Gap"}
    fill(page, form)
    press(page, "Prévoir")
    refused(page, "Le 31/02/2027 n’existe pas dans le calendrier.", kept=form)
    fill(page, {"Jour": typed(in_days(0))})
    press(page, "Prévoir")
    shows(page, "en préparation")
    follow(page, "Écrire l’ordre du jour")
    fill(page, {"Titre": ACCOUNTS, "Texte mis aux voix": "L’assemblée approuve les comptes de l’exercice."})
    press(page, "Inscrire à l’ordre du jour")
    shows(page, f"Ordre du jour {ACCOUNTS}")
    follow(page, "Convoquer")
    press(page, "Convoquer")
    refused(page, "Il faut 15 jours pleins avant la réunion, il en reste 0", "art. 20.1 des statuts")
    fill(page, {"Pourquoi convoquer ainsi": "Tous les membres l’ont demandé."})
    press(page, "Convoquer")
    shows(page, "La convocation est partie trop tard.", "art. 20.1 des statuts")
    meeting = page.url
    follow(page, "Convocations")
    shows(page, *(f"{name} envoyée" for name in ("Béa Orpierre", "Chloé Vitrolles", "Elsa d’Ancelle")))
    page.goto(meeting)
    gather(page)
    coop.keeps("assembly", page)


def gather(page: Page) -> None:
    """One power a member, no more; who comes is ticked, and the session opens on its quorum."""
    meeting = page.url.partition("?")[0]
    follow(page, "Pouvoirs")
    fill(page, {"Qui donne pouvoir": "Elsa d’Ancelle", "À qui": "Recyclerie de la Luye"})
    press(page, "Enregistrer")
    shows(page, "Elsa d’Ancelle à Recyclerie de la Luye")
    fill(page, {"Qui donne pouvoir": "Épicerie du Buëch", "À qui": "Recyclerie de la Luye"})
    press(page, "Enregistrer")
    refused(page, "Ce membre porte déjà autant de pouvoirs qu’il peut : 1", "art. 19 des statuts")
    page.goto(f"{meeting}/presence")
    line = page.locator(".sheet > li").filter(has_text="Épicerie du Buëch")
    line.get_by_role("button", name="Présent").click()
    expect(line.get_by_text("présent", exact=True)).to_be_visible(timeout=30_000)
    page.goto(f"{meeting}/ouverture")
    fill(page, {"Qui préside": "Béa Orpierre"})
    press(page, "Ouvrir la séance")
    shows(page, "séance ouverte", "quorum atteint")


def vote(page: Page, coop: Mortal) -> None:
    """The representative opens her letter, signs, votes for herself and for her proxy; in a second window, too late."""
    page.goto(coop.kept["assembly 0"][1])
    follow(page, "Mettre aux voix")
    page.get_by_label("En ligne, depuis son téléphone").check()
    press(page, "Ouvrir le scrutin")
    shows(page, "scrutin ouvert")
    chloe = by_her_letter(coop, "Chloé Vitrolles")
    chloe.goto(page.url)
    shows(chloe, "Signez d’abord la feuille de présence", "code de commerce, art. R. 225-95")
    follow(chloe, "Aller à l’assemblée")
    press(chloe, "Je suis là : je signe la feuille de présence")
    shows(chloe, "Vous votez aussi, par pouvoir, pour : Elsa d’Ancelle")
    other = chloe.context.new_page()
    for window in (other, chloe):
        window.goto(page.url)
        answer(window, "Votre voix – Recyclerie de la Luye", "Pour")
        answer(window, "Le pouvoir donné par Elsa d’Ancelle", "Contre")
    press(other, "Voter")
    shows(other, "Votre reçu", "Un bulletin déposé ne se reprend pas.")
    for member, choice in (("Recyclerie de la Luye", "Pour"), ("Elsa d’Ancelle", "Contre")):
        expect(other.get_by_role("row").filter(has_text=member).get_by_role("cell", name=choice)).to_be_visible()
    press(chloe, "Voter")
    refused(chloe, "Cette voix est déjà dans l’urne", "loi n° 47-1775 du 10 septembre 1947, art. 9")
    shows(chloe, "Vos 2 votes sont enregistrés")
    coop.survives("receipt", other)


def by_her_letter(coop: Mortal, name: str) -> Page:
    """Her phone, where she followed the link of the letter that convenes her."""
    phone = coop.phone()
    phone.goto(coop.at("/courrier"))
    phone.locator(".sheet > li").filter(has_text=name).get_by_role("link").click()
    follow(phone, "Suivre le lien de cette lettre")
    shows(phone, name)
    press(phone, "Oui, entrer")
    shows(phone, MEETING)
    return phone


def answer(page: Page, voice: str, choice: str) -> None:
    page.get_by_role("group", name=voice).get_by_label(choice, exact=True).check()


def count(page: Page, coop: Mortal) -> None:
    """Nothing is counted or decided before the closing, and nobody votes after it."""
    ballot = coop.kept["receipt 0"][1].removesuffix("/recu")
    bea = by_her_letter(coop, "Béa Orpierre")
    bea.goto(ballot)
    answer(bea, "Votre voix – Épicerie du Buëch", "Contre")
    for gesture, button, why in (
        ("depouillement", "Dépouiller", "Un scrutin se clôt avant de se dépouiller."),
        ("decision", "Inscrire", "Ce scrutin n’est pas dépouillé : il ne décide encore de rien."),
    ):
        page.goto(f"{ballot}/{gesture}")
        press(page, button)
        refused(page, why)
    page.goto(f"{ballot}/cloture")
    press(page, "Clore le scrutin")
    press(bea, "Voter")
    refused(bea, "Ce scrutin est clos : plus personne ne vote.")
    page.goto(f"{ballot}/depouillement")
    press(page, "Dépouiller")
    shows(page, "adoptée", "Collège des structures de l’ESS Pour 1 Contre 0", "Ensemble : 68,3 % pour")
    page.get_by_text("Comment est-ce calculé ?").click()
    expect(page.get_by_text("Collège des salariés n’a aucun membre")).to_contain_text("partagés à parts égales")
    coop.keeps("result", page)


def decide(page: Page, coop: Mortal) -> None:
    """A correction says why; what was written stays."""
    page.goto(coop.kept["result 0"][1])
    follow(page, "Inscrire au registre des décisions")
    press(page, "Inscrire")
    shows(page, "Décision n° 1")
    follow(page, "Décision n° 1")
    follow(page, "Corriger")
    fill(page, corrected := {"Titre": f"{ACCOUNTS} de l’exercice 2025"})
    press(page, "Enregistrer la correction")
    refused(page, "Pourquoi cette correction — Ce champ est obligatoire.", kept=corrected)
    fill(page, {"Pourquoi cette correction": "L’exercice manquait au titre."})
    press(page, "Enregistrer la correction")
    shows(page, "Corrigée : L’exercice manquait au titre.", "Inscrite au registre")
    coop.survives("decision", page)


def write_down(page: Page, coop: Mortal) -> None:
    """The minutes of a meeting that is over."""
    meeting = coop.kept["assembly 0"][1]
    page.goto(f"{meeting}/proces-verbal/projet.pdf")
    refused(page, "Le procès-verbal s’établit quand la réunion est finie", "code de commerce, art. R. 225-106")
    page.goto(f"{meeting}/cloture")
    fill(page, {"Résumé des débats": "Le résultat de l’exercice est expliqué."})
    press(page, "Clore la séance")
    shows(page, "Procès-verbal", "Débats")
    page.goto(f"{meeting}/proces-verbal")
    press(page, "Établir le procès-verbal")
    shows(page, "Établi le")
    coop.survives("minutes", page, href(page, "Le procès-verbal (PDF)"))
    for said in ("Le résultat de l’exercice est expliqué.", "L’assemblée approuve les comptes de l’exercice."):
        assert said in minutes(coop).words


def minutes(coop: Mortal) -> Paper:
    page, place = coop.kept["minutes 1"]
    return Paper(page.context.request.get(place).body())
