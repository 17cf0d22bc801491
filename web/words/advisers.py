"""Advisers: what each may read, what she opened, and what inviting one refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

SCOPES: Mapping[str, LazyProxy] = {
    "audit": _("Révision coopérative"),
    "advice": _("Conseil de l’union"),
}

READS: Mapping[str, LazyProxy] = {
    "audit": _("échéances, alertes et registres, comme la fonction de réviseur"),
    "advice": _("échéances et alertes, aucun nom"),
}

SEEN: Mapping[str, LazyProxy] = {
    "summary": _("a consulté le tableau"),
    "inside": _("a lu les registres"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "adviser-already-invited": (
        _("Elle lit déjà, pour %(organisation)s, jusqu’au %(until)s : mettez-y fin d’abord."),
        "",
    ),
    "adviser-not-invited": (_("Cette coopérative ne vous ouvre pas, ou plus, ses registres."), ""),
    "adviser-only-reads": (_("Une personne invitée à conseiller lit : elle n’écrit rien."), ""),
}
