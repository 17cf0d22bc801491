"""Every refusal in French, with what to do and the article that says so."""

from collections.abc import Mapping
from typing import NamedTuple

from babel.support import LazyProxy

from governance.command import Refused
from governance.words import Day
from web.i18n import day
from web.i18n import lazy_gettext as _


class Refusal(NamedTuple):
    """What the reader is told. `article` is the law's or the statutes', empty where good sense suffices."""

    sentence: str
    article: str = ""


def said(refusal: Refused) -> Refusal:
    """A refusal in the reader's language. `article` in its details prevails over the one of the law."""
    sentence, article = REFUSALS[refusal.reason]
    details = {name: _shown(value) for name, value in refusal.details.items()}
    return Refusal(str(sentence) % details, str(details.get("article") or article))


def _shown(value: object) -> object:
    match value:
        case Day():
            return day(value)
        case list() | tuple():
            return ", ".join(str(_shown(each)) for each in value)
        case _ if isinstance(value, str) and value in OFFICES:
            return str(OFFICES[value])
    return value


OFFICES: Mapping[str, LazyProxy] = {
    "secretary": _("secrétaire"),
    "chair": _("présidence"),
    "board": _("administrateur ou administratrice"),
    "auditor": _("réviseur"),
    "worker": _("Palabre"),
    "anyone": _("toute personne connectée"),
}

STATUTES: Mapping[str, LazyProxy] = {
    "association": _("association"),
    "assembly": _("assemblée générale"),
    "board": _("conseil d’administration"),
    "executive_committee": _("bureau"),
    "steering_committee": _("comité de pilotage"),
    "ordinary": _("ordinaire"),
    "extraordinary": _("extraordinaire"),
    "employee": _("salariés"),
    "producer": _("producteurs"),
    "beneficiary": _("bénéficiaires habituels"),
    "other": _("autre lien"),
    "flat": _("une personne, une voix, sans collège"),
    "proportional": _("proportionnelle : chaque collège partage son poids selon ses voix"),
    "college_majority": _("majoritaire : chaque collège donne tout son poids à son choix"),
    "neutral": _("sans effet"),
    "against": _("compte contre"),
    "for": _("compte pour"),
    "equal_redistribution": _("son poids est partagé également entre les autres"),
    "prorata_redistribution": _("son poids est partagé entre les autres à proportion du leur"),
    "excluded_from_base": _("son poids sort du total"),
    "lost": _("son poids est perdu et reste dans le total"),
    "heads": _("les personnes"),
    "weights": _("les poids des collèges"),
    "per_college": _("chaque collège"),
    "cast": _("les voix exprimées"),
    "present": _("les présents et représentés"),
    "all": _("tous les associés"),
    "persons": _("les élections de personnes"),
    "elections": _("les élections"),
    "chair_with_board": _("le président le vote avec le conseil"),
    "refused": _("il n’est pas admis"),
}

CATEGORY_OF_ACTOR: Mapping[str, LazyProxy] = {
    "ess_enterprise": _("entreprise de l’économie sociale et solidaire"),
    "other_enterprise": _("autre entreprise"),
    "local_authority": _("collectivité territoriale ou groupement"),
    "research": _("recherche, enseignement supérieur"),
    "training": _("organisme de formation"),
    "other": _("autre organisation"),
}

CAUSES: Mapping[str, LazyProxy] = {
    "withdrawal": _("retrait volontaire"),
    "automatic_loss": _("perte de plein droit de la qualité d’associé"),
    "exclusion": _("exclusion"),
    "death": _("décès"),
    "dissolution": _("dissolution de la personne morale"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "not-an-identifier": (_("Cette adresse est mal formée : revenez à la page précédente et recommencez."), ""),
    "gesture-of-another": (_("Ce formulaire a déjà servi à quelqu’un d’autre : rouvrez la page et recommencez."), ""),
    "not-allowed": (_("Cet acte revient à : %(may)s. Demandez-le à une personne qui en a la charge."), ""),
    # statutes
    "name-needed": (_("Donnez le nom de la coopérative."), ""),
    "record-already-open": (_("Ce journal est déjà ouvert, sous un autre nom."), ""),
    "version-already-adopted": (_("Cette version des statuts est déjà enregistrée."), ""),
    "in-force-before-the-last": (
        _("Ces statuts prendraient effet le %(in_force_from)s, avant ceux qui sont en vigueur depuis le %(last)s."),
        "",
    ),
    "statutes-against-the-law": (_("Ces statuts contredisent la loi : corrigez les points signalés."), ""),
    "not-utf-8": (_("Ce fichier n’est pas un texte en UTF-8 : enregistrez-le ainsi et redonnez-le."), ""),
    "in-force-before-adoption": (
        _("Des statuts prennent effet au plus tôt le jour où l’assemblée les adopte (%(on)s)."),
        "C.com L225-96, L223-30",
    ),
    # membership and capital
    "full-day-needed": (_("Il faut ici le jour exact, pas seulement le mois ou l’année."), "C.com R228-9"),
    "day-to-come": (_("Ce jour n’est pas encore venu : le registre ne tient que ce qui a eu lieu."), ""),
    "no-statutes-yet": (_("Aucuns statuts n’étaient en vigueur ce jour-là : adoptez-les d’abord."), ""),
    "unknown-category": (_("Les statuts ne connaissent pas la catégorie « %(category)s »."), "L47 art. 19 septies"),
    "unknown-college": (_("Les statuts ne connaissent pas le collège « %(college)s »."), "L47 art. 19 octies"),
    "college-needed": (
        _("Les statuts répartissent les associés en collèges : choisissez-en un."),
        "L47 art. 19 octies",
    ),
    "person-already-known": (_("Cette personne est déjà enregistrée."), ""),
    "siren-already-known": (_("Le numéro SIREN %(siren)s est déjà celui de « %(name)s »."), ""),
    "unknown-person": (_("Personne n’est enregistré sous cet identifiant."), ""),
    "unknown-organisation": (_("Aucune organisation n’est enregistrée sous cet identifiant."), ""),
    "already-a-member": (_("Cette personne est déjà associée."), ""),
    "not-a-member": (_("Cette personne n’était pas associée à cette date."), ""),
    "no-application": (_("Aucune candidature n’attend de réponse pour cette personne."), "L47 art. 7"),
    "answer-before-application": (_("La réponse ne peut précéder la candidature, reçue le %(applied)s."), ""),
    "not-an-office": (_("Ce n’est pas une fonction que l’on confie."), ""),
    "office-not-held": (_("Cette personne n’exerce pas cette fonction à cette date."), ""),
    "ends-before-it-begins": (_("La fin (%(until)s) précède le début (%(on)s)."), ""),
    "no-capital": (_("Les statuts n’ont pas de capital : il n’y a pas de parts à souscrire."), ""),
    "too-few-shares": (_("Cette catégorie souscrit au moins %(least)s parts."), ""),
    "whole-shares": (_("On souscrit au moins une part, et des parts entières."), ""),
    "unknown-subscription": (_("Cette souscription n’est pas celle de cette personne."), ""),
    "paid-before-promised": (_("Le versement ne peut précéder la souscription, faite le %(on)s."), ""),
    "more-than-owed": (_("Il reste à verser %(owed)s : ni plus, ni un montant nul."), ""),
    "first-payment-too-small": (_("Le premier versement est d’au moins %(part)s de la souscription."), "L47 art. 12"),
    "not-yours-to-read": (_("Cette page est réservée. Si vous devez la lire, demandez-le au secrétariat."), ""),
}
