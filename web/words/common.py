"""Offices, and the refusals that any room may give."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

OFFICES: Mapping[str, LazyProxy] = {
    "secretary": _("secrétaire"),
    "chair": _("présidence"),
    "board": _("administrateur ou administratrice"),
    "auditor": _("réviseur"),
    "worker": _("Palabre"),
    "anyone": _("toute personne connectée"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "not-an-identifier": (_("Cette adresse est mal formée : revenez à la page précédente et recommencez."), ""),
    "gesture-of-another": (_("Ce formulaire a déjà servi à quelqu’un d’autre : rouvrez la page et recommencez."), ""),
    "gesture-said-otherwise": (
        _(
            "Ce formulaire est déjà enregistré, avec d’autres réponses, qui restent. "
            "Si c’est un enregistrement de plus, envoyez-le encore."
        ),
        "",
    ),
    "not-allowed": (_("Cet acte revient à : %(may)s. Demandez-le à une personne qui en a la charge."), ""),
    "full-day-needed": (_("Il faut ici le jour exact, pas seulement le mois ou l’année."), "C.com R228-9"),
    "day-to-come": (_("Ce jour n’est pas encore venu : le registre ne tient que ce qui a eu lieu."), ""),
    "no-statutes-yet": (_("Aucuns statuts n’étaient en vigueur ce jour-là : adoptez-les d’abord."), ""),
    "too-long-to-print": (
        _("Ce registre a plus de %(most)s lignes : filtrez-le pour l’imprimer, ou prenez-le en ODS, XLSX ou CSV."),
        "",
    ),
    "not-yours-to-read": (_("Cette page est réservée. Si vous devez la lire, demandez-le au secrétariat."), ""),
}
