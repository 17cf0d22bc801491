"""What statutes speak of, in French, and why they are refused."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

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
    "college_threshold": _("au-delà d’un seuil : chaque collège donne alors tout son poids, sinon il revote"),
    "double_majority": _("double majorité : celle des poids, et assez de collèges favorables"),
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
    "shares": _("les parts du capital"),
    "cast": _("les voix exprimées"),
    "present": _("les présents et représentés"),
    "all": _("tous les associés"),
    "persons": _("les élections de personnes"),
    "elections": _("les élections"),
    "chair_with_board": _("le président le vote avec le conseil"),
    "refused": _("il n’est pas admis"),
    "deliberative": _("délibératif"),
    "advisory": _("consultatif"),
    "member": _("un autre membre"),
    "member_or_spouse": _("un autre membre, ou son conjoint"),
    "anyone": _("n’importe qui"),
    "members": _("les membres"),
    "votes": _("les voix"),
    "capital": _("le capital"),
    "capital_and_reserves": _("le capital et les réserves statutaires"),
    "employment_ended": _("la fin du contrat de travail"),
    "use_ended": _("la fin de l’usage"),
    "quality_lost": _("la perte de la qualité qui l’a fait admettre"),
    "shares_unpaid": _("des parts non versées"),
    "dues_unpaid": _("une cotisation non payée"),
    "dissolution": _("la dissolution d’une personne morale"),
    "absence": _("des absences répétées"),
    "whole": _("tout le conseil"),
    "halves": _("la moitié du conseil"),
    "thirds": _("un tiers du conseil"),
    "lower": _("la plus basse"),
    "upper": _("la plus haute"),
    "three_losses": _("trois exercices de pertes"),
    "half_capital_lost": _("la perte de la moitié du capital"),
    "members_tenth": _("la demande d’un dixième des membres"),
    "directors_third": _("la demande d’un tiers des administrateurs"),
    "minister": _("la demande du ministre"),
}

READERS: Mapping[str, str] = {
    "urscop": "l’URSCOP",
    "federation": "une fédération",
    "lawyer": "un avocat",
    "notary": "un notaire",
    "accountant": "l’expert-comptable",
    "auditor": "le réviseur coopératif",
}
"""Who may have read a version: functions, in the words that the record keeps."""

IRREGULARITIES: Mapping[str, LazyProxy] = {
    "adopted-without-decision": _("Cette version ne cite pas la décision qui l’adopte."),
    "adopted-by-another-organ": _("Cette version n’a pas été adoptée par l’assemblée générale."),
    "in-force-before-the-last": _("Cette version a été retrouvée après la suivante : des décisions ont pu l’ignorer."),
}
"""What the record says was irregular in an adoption; any other rule is one of the law on statutes."""

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "logo-medium": (_("Ce fichier ne peut pas être imprimé comme image : choisissez un PNG ou un JPEG courant."), ""),
    "logo-size": (_("Cette image est trop lourde (%(size)s octets) : au plus %(most)s."), ""),
    "logo-without-words": (_("Écrivez ce que lira qui ne voit pas l’image."), ""),
    "name-needed": (_("Donnez le nom de la coopérative."), ""),
    "record-already-open": (_("Ce journal est déjà ouvert, sous un autre nom."), ""),
    "version-already-adopted": (_("Cette version des statuts est déjà enregistrée."), ""),
    "in-force-before-the-last": (
        _("Ces statuts prendraient effet le %(in_force_from)s, avant ceux qui sont en vigueur depuis le %(last)s."),
        "",
    ),
    "statutes-against-the-law": (
        _("Ces statuts contredisent la loi, ou ne peuvent pas être lus : corrigez les points signalés."),
        "",
    ),
    "decision-rejected-them": (_("Cette décision n’a pas été adoptée : elle n’adopte pas de statuts."), ""),
    "decided-another-day": (
        _("Cette décision est du %(decided)s : donnez ce jour-là aux statuts, ou une autre décision."),
        "",
    ),
    "unknown-version": (_("Cette version des statuts n’est pas enregistrée."), ""),
    "statutes-not-pdf": (_("Donnez les statuts tels qu’ils ont été déposés : un fichier PDF."), ""),
    "reader-needed": (_("Dites qui a relu ces règles : une fonction, jamais le nom d’une personne."), ""),
    "ballots-without-college": (
        _("Ces bulletins n’ont pas de collège : on ne peut pas les compter par collège."),
        "",
    ),
    "not-utf-8": (_("Ce fichier n’est pas un texte en UTF-8 : enregistrez-le ainsi et redonnez-le."), ""),
    "in-force-before-adoption": (
        _("Des statuts prennent effet au plus tôt le jour où l’assemblée les adopte (%(on)s)."),
        "C.com L225-96, L223-30",
    ),
}
