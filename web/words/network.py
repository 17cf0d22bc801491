"""What reporting a working group, a meeting, a survey or a vision refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
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
}
