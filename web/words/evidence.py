"""How far a criterion is proved, what pieces are made of, and what attaching and sealing them refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from governance.evidence.facts import Medium
from governance.evidence.given_facts import Means
from web.i18n import lazy_gettext as _

COVERAGE: Mapping[str, LazyProxy] = {
    "proved": _("prouvé"),
    "partly": _("prouvé en partie"),
    "missing": _("manquant"),
}

FIELDS: Mapping[str, LazyProxy] = {
    "name": _("Nom"),
    "email": _("Adresse électronique"),
    "phone": _("Téléphone"),
    "address": _("Adresse"),
}
GROUNDS: Mapping[str, LazyProxy] = {
    "consent": _("Son consentement"),
    "duty": _("Une obligation légale"),
}

# PDF, ODT… are said so in every language.
MEDIA: Mapping[str, str] = {medium.value: medium.name for medium in Medium}

MEANS: Mapping[str, LazyProxy] = {
    Means.HAND.value: _("en main propre"),
    Means.POST.value: _("par la poste"),
    Means.EMAIL.value: _("par courriel"),
    Means.PLATFORM.value: _("sur la plateforme du destinataire"),
    Means.ADDRESS.value: _("par une adresse secrète"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-label": (_("Palabre ne connaît pas ce label."), ""),
    "label-unreadable": (_("Corrigez la ligne %(line)s : %(why)s."), ""),
    "unknown-figure": (
        _("Palabre ne calcule pas « %(name)s » : prenez un des chiffres de la liste, ou demandez des pièces."),
        "",
    ),
    "label-not-pursued": (_("La coopérative ne vise pas ce label : visez-le d’abord."), ""),
    "label-without-criterion": (_("Ce label n’a aucun critère."), ""),
    "criterion-twice": (_("Le critère %(name)s est décrit deux fois."), ""),
    "evidence-twice": (_("Le justificatif %(name)s est décrit deux fois."), ""),
    "criterion-without-evidence": (
        _("Le critère %(criterion)s n’est prouvé par rien, ou cite un justificatif inconnu : %(unknown)s."),
        "",
    ),
    "evidence-without-requirement": (_("Le justificatif %(evidence)s ne demande rien."), ""),
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
    "unknown-dossier": (_("Ce dossier n’a pas été scellé ici."), ""),
    "unknown-publication": (_("Cette adresse n’a jamais été ouverte."), ""),
    "published-until-the-past": (_("Le %(until)s est passé : choisissez un jour à venir, ou aucun."), ""),
    "published-with-persons": (
        _("Ce dossier nomme des personnes : publiez-le à une adresse secrète, ou scellez-en un qui n’en nomme aucune."),
        "RGPD, art. 5",
    ),
    "handed-before-sealed": (_("Il n’était pas encore scellé : il l’a été le %(on)s."), ""),
    "period-backwards": (_("La période finit le %(until)s, avant de commencer le %(since)s."), ""),
    "nothing-before": (_("Le journal ne dit rien d’avant le %(on)s : choisissez un dernier jour à partir de là."), ""),
    "unknown-criterion": (_("Ce label n’a pas de critère %(criterion)s."), ""),
    "left-out-without-reason": (
        _("Sans la pièce « %(title)s », un critère n’est pas prouvé : dites pourquoi vous la laissez de côté."),
        "",
    ),
    "impossible-head": (_("Cette tête est impossible : %(size)s écritures ne tiennent pas en %(head)s positions."), ""),
    "dossier-too-heavy": (
        _("Les pièces pèsent ensemble %(size)s octets ; un dossier en tient %(most)s au plus."),
        "",
    ),
    "registers-late": (_("Un registre est en retard : ses chiffres seraient faux. Recommencez plus tard."), ""),
    "dossier-does-not-verify": (_("Le dossier préparé ne se vérifie pas ; rien n’est scellé : %(faults)s."), ""),
    "resumption-without-reason": (_("Dites pourquoi la base a été restaurée : la raison reste au journal."), ""),
    "past-is-read": (_("Du passé, on lit les registres : on n’y écrit rien."), ""),
    "record-went-back": (
        _(
            "La base de données a été remise dans un état antérieur : %(size)s écritures étaient signées, et toutes ne "
            "sont plus là. On peut lire, rien ne s’écrit : restaurez une sauvegarde plus récente, ou dites que le "
            "journal reprend d’ici (« palabre resume »)."
        ),
        "",
    ),
    "disclosure-unexplained": (
        _("Dites pourquoi le jury en a besoin, et de quel droit cela sort."),
        "RGPD, art. 5 et 6",
    ),
    "field-not-known": (
        _("La coopérative ne sait pas, ou ne sait plus, ce que vous voulez montrer de cette personne."),
        "",
    ),
    "disclosure-changed": (
        _("Ce que le dossier dirait des personnes a changé entre-temps : relisez, puis scellez."),
        "",
    ),
    "preparation-changed": (_("La préparation a changé depuis cette page : relisez ce qui sera scellé."), ""),
    "words-forgotten": (
        _("Quelqu’un que ce dossier nomme a été effacé : retirez cette personne, puis scellez."),
        "RGPD, art. 17",
    ),
    "witness-known": (_("Ce témoin est déjà sur la page."), ""),
    "witness-in-clear": (_("L’adresse d’un témoin commence par https://."), ""),
    "log-known": (_("Nous témoignons déjà de ce journal."), ""),
    "unknown-piece": (_("Cette pièce n’est pas au dossier."), ""),
}
