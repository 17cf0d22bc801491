"""Who is a member, why one is no longer, and what admitting, moving or leaving refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

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
}
