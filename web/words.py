"""Every refusal in French, with what to do and the article that says so."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from babel.support import LazyProxy

from governance.command import Refused
from governance.evidence.facts import Medium
from governance.words import Cents, Day
from web import count_words
from web.edge.statutes_words import law
from web.i18n import day, euros, fraction, gettext, moment, part
from web.i18n import lazy_gettext as _

_AMOUNTS = {"owed"}  # details in cents


class Refusal(NamedTuple):
    """What the reader is told. `article` is the law's or the statutes', empty where good sense suffices."""

    sentence: str
    article: str = ""


def said(refusal: Refused) -> Refusal:
    """A refusal in the reader's language. `article` in its details prevails over the one of the law."""
    sentence, article = REFUSALS[refusal.reason]
    details = {name: _shown(name, value) for name, value in refusal.details.items()}
    return Refusal(str(sentence) % details, cited(str(details.get("article") or article)))


def cited(article: str) -> str:
    """« art. 24 des statuts » for a bare number, the law in full otherwise."""
    return gettext("art. %(number)s des statuts", number=article) if article[:1].isdigit() else law(article)


def _shown(name: str, value: object) -> object:
    match value:
        case int() if name in _AMOUNTS:
            return euros(Cents(value))
        case Fraction() if name.startswith("points_"):
            return fraction(value)
        case Fraction():
            return part(value)
        case Day():
            return day(value)
        case datetime():
            return moment(value)
        case list() | tuple():
            return ", ".join(str(_shown(name, each)) for each in value)
        case str() if name == "figure":
            return str(COUNTED[value])
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

CHOICES: Mapping[str, LazyProxy] = {
    "for": _("Pour"),
    "against": _("Contre"),
    "abstention": _("Abstention"),
}

WAYS: Mapping[str, LazyProxy] = {"vote": _("par un vote"), "common_accord": _("d’un commun accord")}

WITHHELD: Mapping[str, LazyProxy] = {
    "no-college": _("n’est dans aucun collège de cette assemblée"),
    "too-few-shares": _("n’a pas souscrit les parts de sa catégorie"),
    "shares-not-paid": _("n’a pas versé ce qui est dû de ses parts"),
}

IRREGULARITIES: Mapping[str, LazyProxy] = {
    "notice-too-short": _("La convocation est partie trop tard."),
}

COVERAGE: Mapping[str, LazyProxy] = {
    "proved": _("prouvé"),
    "partly": _("prouvé en partie"),
    "missing": _("manquant"),
}

# PDF, ODT… are said so in every language.
MEDIA: Mapping[str, str] = {medium.value: medium.name for medium in Medium}

COUNTED: Mapping[str, LazyProxy] = {
    "structures": _("structures de l’ESS associées"),
    "members": _("membres"),
    "categories": _("catégories de membres"),
    "survey_answers": _("réponses aux enquêtes"),
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
    # votes
    "unknown-resolution": (_("Cette résolution n’est pas à l’ordre du jour."), ""),
    "vote-already-opened": (_("Cette résolution a déjà été mise aux voix."), ""),
    "session-not-open": (
        _("On ne vote qu’en séance : ouvrez d’abord la séance, quand le quorum est là."),
        "C.com L225-98, L223-29",
    ),
    "closes-in-the-past": (_("L’heure de fermeture est déjà passée : annoncez-en une à venir."), ""),
    "closes-too-late": (_("Un scrutin se ferme au plus %(days)s jours après s’être ouvert : vérifiez l’année."), ""),
    "secret-vote-not-online": (
        _("Les statuts veulent ici un vote secret. Palabre enregistre les votes avec le nom : votez sur papier."),
        "L47 art. 8",
    ),
    "online-vote-not-in-statutes": (
        _("Les statuts ne prévoient pas le vote en ligne : votez à main levée ou sur papier, ou modifiez-les."),
        "L47 art. 10",
    ),
    "unknown-vote": (_("Ce scrutin n’existe pas, ou n’est pas de cette assemblée."), ""),
    "vote-not-open-yet": (_("Ce scrutin n’est pas encore ouvert."), ""),
    "vote-closed": (_("Ce scrutin est clos : plus personne ne vote."), ""),
    "no-ballot": (_("Choisissez pour une voix au moins."), ""),
    "already-voted": (_("Cette voix est déjà dans l’urne : un mandat, un bulletin."), "L47 art. 9"),
    "not-your-mandate": (_("Cette voix n’est pas la vôtre, et vous n’en avez pas le pouvoir."), "L47 art. 9"),
    "voted-by-proxy": (_("Un pouvoir a été donné : c’est la personne qui le porte qui vote."), "C.com R225-79"),
    "proxy-withdrawn": (_("Ce pouvoir n’est pas à vous, ou il a été retiré."), "C.com R225-79"),
    "not-there": (_("On ne vote que présent ou représenté : signez d’abord la feuille de présence."), ""),
    "closes-later": (_("L’heure annoncée (%(closes)s) n’est pas venue : le scrutin reste ouvert jusque-là."), ""),
    "vote-not-closed": (_("Un scrutin se clôt avant de se dépouiller."), ""),
    "meeting-not-over": (_("Le procès-verbal s’établit quand la réunion est finie : levez d’abord la séance."), ""),
    # decisions
    "vote-not-counted": (_("Ce scrutin n’est pas dépouillé : il ne décide encore de rien."), ""),
    "decision-without-text": (_("Donnez le titre et le texte de la décision."), "C.com R225-106"),
    "assembly-decides-by-vote": (
        _("Une assemblée décide par un vote. Le commun accord est pour un conseil, un bureau ou un comité."),
        "L47 art. 9",
    ),
    "unknown-decision": (_("Cette décision n’est pas au registre."), ""),
    "correction-without-reason": (_("Dites pourquoi : une correction s’ajoute à ce qui était écrit."), "C.com R225-22"),
    # assembly
    "unknown-assembly": (_("Cette réunion n’existe pas."), ""),
    "meeting-day-needed": (_("Une réunion se tient un jour précis : donnez la date entière."), ""),
    "notice-day-needed": (_("Donnez le jour exact où la convocation part."), ""),
    "not-an-hour": (_("L’heure va de 00:00 à 23:59."), ""),
    "already-convened": (_("La convocation est partie : la date, le lieu et l’ordre du jour ne changent plus."), ""),
    "another-assembly": (_("Une réunion garde son organe : prévoyez-en une autre."), ""),
    "first-call-not-adjourned": (
        _("Une deuxième convocation suit une première réunion ajournée faute de quorum."),
        "C.com R225-107",
    ),
    "second-call-already-planned": (_("La deuxième réunion est déjà prévue."), ""),
    "second-call-before-first": (_("La deuxième réunion vient après la première, prévue le %(first)s."), ""),
    "agenda-frozen": (
        _("La convocation est partie avec cet ordre du jour : rien ne s’y ajoute et rien n’en sort."),
        "C.com L225-105",
    ),
    "agenda-of-the-first-call": (
        _("Une deuxième convocation porte l’ordre du jour de la première, mot pour mot."),
        "C.com L225-105",
    ),
    "resolution-without-text": (_("Donnez à la résolution un titre, et le texte qui sera mis aux voix."), ""),
    "resolution-already-tabled": (_("Cette résolution est déjà à l’ordre du jour."), ""),
    "nothing-on-the-agenda": (
        _("L’ordre du jour est vide : inscrivez au moins une résolution avant de convoquer."),
        "C.com L225-105",
    ),
    "statutes-changed": (_("Les statuts ont changé depuis que cette page est ouverte : rouvrez-la."), ""),
    "notice-too-short": (
        _(
            "Il faut %(required)s jours pleins avant la réunion, il en reste %(given)s : il fallait convoquer le "
            "%(latest)s au plus tard. Reportez la réunion, ou écrivez pourquoi elle se tient quand même : ce sera "
            "noté au procès-verbal comme une irrégularité."
        ),
        "",
    ),
    "convened-after-the-meeting": (_("La réunion du %(day)s est passée : on ne peut plus y convoquer."), ""),
    "nobody-may-vote": (
        _("Personne n’aurait le droit de vote ce jour-là : vérifiez les membres et ce qu’ils ont versé."),
        "",
    ),
    "roll-too-long": (
        _("La liste aurait %(members)s lignes ; Palabre en tient %(most)s au plus, pour l’instant."),
        "",
    ),
    "seats-unknown": (_("Palabre ne sait pas qui siège dans cet organe : il ne peut pas en faire la liste."), ""),
    "not-convened": (_("Cette réunion n’est pas encore convoquée."), ""),
    "not-on-the-roll": (_("Ce membre n’est pas sur la liste de cette réunion."), ""),
    "not-her-voter": (_("Seule la personne qui vote pour ce membre peut faire cela, ou le secrétariat."), ""),
    "before-its-day": (_("La réunion est le %(day)s : il est trop tôt."), ""),
    "session-closed": (_("La séance est close."), ""),
    "assembly-adjourned": (_("La réunion a été ajournée faute de quorum."), "C.com R225-107"),
    "proxy-to-oneself": (_("On ne se donne pas pouvoir à soi-même."), ""),
    "proxy-already-given": (_("Ce membre a déjà donné pouvoir à un autre : il le reprend d’abord."), ""),
    "grantor-is-there": (_("Ce membre est présent : il vote lui-même."), ""),
    "advisory-proxy": (
        _("Ce collège est consultatif : on l’écoute, et ses membres ne donnent ni ne portent de voix."),
        "",
    ),
    "holder-gave-hers": (
        _("Ce membre a lui-même donné pouvoir : il ne votera pas pour un autre."),
        "C.com R225-79",
    ),
    "grantor-carries-others": (
        _("Ce membre porte les pouvoirs d’autres : il ne peut pas les passer en donnant le sien."),
        "C.com R225-79",
    ),
    "proxies-not-in-statutes": (_("Les statuts ne prévoient pas de pouvoirs : chacun vote lui-même."), ""),
    "proxy-across-colleges": (_("Les statuts veulent que le pouvoir reste dans le même collège."), ""),
    "too-many-proxies": (
        _("Ce membre porte déjà autant de pouvoirs qu’il peut : %(most)s, pour %(members)s voix sur la liste."),
        "",
    ),
    "chair-is-not-there": (
        _("La personne qui préside est choisie parmi les présents : faites-la d’abord signer la feuille."),
        "C.com R225-100",
    ),
    "no-quorum": (
        _("Le quorum n’est pas atteint : il faut %(need)s, il y a %(there)s. Attendez, ou constatez la carence."),
        "",
    ),
    "no-quorum-of-weights": (
        _(
            "Le quorum n’est pas atteint : il faut %(points_need)s des poids, il y a %(points_there)s. "
            "Attendez, ou constatez la carence."
        ),
        "",
    ),
    "quorum-is-there": (_("Le quorum est atteint : ouvrez la séance."), ""),
    "quorum-for-some": (
        _("Le quorum est atteint pour une partie de l’ordre du jour : ouvrez la séance, puis ajournez le reste."),
        "",
    ),
    "no-session-to-close": (_("La séance n’est pas ouverte."), ""),
    # project
    "project-already-started": (
        _("Ce projet est déjà inscrit, avec un autre titre, un autre but ou une autre date."),
        "",
    ),
    "project-without-purpose": (_("Donnez au projet un titre et un but."), ""),
    "unknown-project": (_("Ce projet n’existe pas."), ""),
    "unknown-milestone": (_("Ce jalon n’est pas sur la feuille de route de ce projet."), ""),
    "milestone-of-another-project": (_("Ce jalon est celui d’un autre projet."), ""),
    "milestone-already-reached": (_("Ce jalon est atteint depuis le %(on)s : son plan ne change plus."), ""),
    "milestone-without-title": (_("Dites en quelques mots ce que ce jalon veut atteindre."), ""),
    "milestone-after-itself": (_("Ces jalons s’attendraient en rond : aucun ne pourrait être atteint."), ""),
    "milestone-waits": (
        _(
            "Ce jalon vient après d’autres, qui n’étaient pas atteints ce jour-là : %(waits)s. Dites-les d’abord "
            "atteints, ou écrivez pourquoi celui-ci l’est quand même : ce sera montré."
        ),
        "",
    ),
    "condition-of-nothing": (_("Une condition demande au moins 1 : à zéro, elle est toujours remplie."), ""),
    "condition-twice": (_("Une même condition est posée deux fois : gardez la plus exigeante."), ""),
    "condition-not-met": (
        _(
            "Ce jalon attend %(least)s %(figure)s ; ce jour-là, le registre en compte %(there)s. Attendez, ou écrivez "
            "pourquoi il est atteint quand même : ce sera montré, avec ce nombre."
        ),
        "",
    ),
    "due-before-plan": (_("L’échéance (%(due)s) précède le jour où elle est fixée (%(on)s)."), ""),
    "due-moves-by-postponing": (_("L’échéance est %(due)s : reportez le jalon, en disant pourquoi."), ""),
    "postponed-without-reason": (_("Dites pourquoi la date change."), ""),
    "unknown-piece": (_("Cette pièce n’est pas au dossier."), ""),
    # network
    "already-reported": (_("Cela est déjà rapporté, en d’autres termes."), ""),
    "report-without-words": (_("Donnez un titre ou un texte, et de qui il vient."), ""),
    "unknown-group": (_("Ce groupe de travail n’existe pas."), ""),
    "counted-or-estimated": (_("Donnez le nombre compté, ou le minimum estimé, pas les deux."), ""),
    "nobody-came": (_("Une réunion compte au moins une personne ; laissez vide si personne n’a compté."), ""),
    "survey-of-nobody": (_("Une enquête interroge au moins une personne."), ""),
    "more-answers-than-asked": (
        _("Il y a plus de réponses (%(respondents)s) que de destinataires (%(population)s)."),
        "",
    ),
    "horizon-behind": (_("L’horizon (%(horizon)s) doit venir après le jour où la vision est énoncée (%(on)s)."), ""),
    # evidence
    "unknown-label": (_("Palabre ne connaît pas ce label."), ""),
    "label-not-pursued": (_("La coopérative ne vise pas ce label : visez-le d’abord."), ""),
    "label-without-criterion": (_("Ce label n’a aucun critère."), ""),
    "criterion-twice": (_("Le critère %(name)s est décrit deux fois."), ""),
    "evidence-twice": (_("Le justificatif %(name)s est décrit deux fois."), ""),
    "criterion-without-evidence": (
        _("Le critère %(criterion)s n’est prouvé par rien, ou cite un justificatif inconnu : %(unknown)s."),
        "",
    ),
    "evidence-without-requirement": (_("Le justificatif %(evidence)s ne demande rien, ou demande moins de un."), ""),
    "unknown-evidence": (_("Ce label ne demande pas le justificatif %(evidence)s."), ""),
    "empty-title": (_("Donnez un titre à la pièce."), ""),
    "file-size": (
        _("Ce fichier fait %(size)s octets : il en faut au moins 1, et %(most)s au plus (20 Mo). Réduisez-le."),
        "",
    ),
    "unknown-medium": (
        _(
            "Ce fichier n’est pas d’un type que l’on garde : PDF, image PNG ou JPEG, texte ou CSV en UTF-8, "
            "document ODT, ODS, DOCX ou XLSX sans macros."
        ),
        "",
    ),
    "file-lost": (_("Ce fichier manque, ou a été altéré depuis qu’il a été gardé : reprenez-le d’une sauvegarde."), ""),
    "piece-lost": (_("Le fichier de la pièce « %(title)s » manque ou a été altéré : joignez-le de nouveau."), ""),
    "already-sealed": (_("Ce dossier est déjà scellé, avec un autre contenu : scellez-en un nouveau."), ""),
    "impossible-head": (_("Cette tête est impossible : %(size)s écritures ne tiennent pas en %(head)s positions."), ""),
    "dossier-too-heavy": (
        _("Les pièces pèsent ensemble %(size)s octets ; un dossier en tient %(most)s au plus."),
        "",
    ),
    "registers-late": (_("Un registre est en retard : ses chiffres seraient faux. Recommencez plus tard."), ""),
    "dossier-does-not-verify": (_("Le dossier préparé ne se vérifie pas ; rien n’est scellé : %(faults)s."), ""),
    "not-yours-to-read": (_("Cette page est réservée. Si vous devez la lire, demandez-le au secrétariat."), ""),
}

REFUSALS = {**count_words.REFUSALS, **REFUSALS}
