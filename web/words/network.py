"""What reporting a working group, a meeting, a survey or a vision refuses, and what keeping a card does."""

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
    "unknown-card": (_("Cette fiche n’existe pas dans ce registre."), ""),
    "unknown-field": (_("Ce registre n’a pas de champ « %(name)s »."), ""),
    "unknown-state": (_("Ce registre n’a pas d’état « %(name)s »."), ""),
    "field-twice": (_("Un champ est dit deux fois."), ""),
    "field-needed": (_("Le champ « %(field)s » doit être rempli."), ""),
    "value-not-fitting": (_("« %(said)s » ne convient pas au champ « %(field)s »."), ""),
    "kept-by-the-board": (_("Ce registre est tenu par le secrétariat : dites-lui ce qu’il faut y écrire."), ""),
    "state-not-next": (_("La fiche ne passe pas à cet état depuis celui où elle est : relisez-la."), ""),
    "does-not-answer": (_("Cette fiche ne répond pas à celle-là."), ""),
    "card-is-over": (_("Cette fiche n’a plus cours."), ""),
    "never-introduced": (_("Ces fiches n’ont pas été mises en relation."), ""),
    "already-lent": (_("C’est déjà réservé du %(since)s au %(until)s : choisissez d’autres jours."), ""),
    "not-lent": (_("Les fiches de ce registre ne se réservent pas."), ""),
    "no-such-owner": (
        _("De qui — Aucun membre ne porte ce nom : « %(name)s ». Corrigez-le, ou laissez vide."),
        "",
    ),
    "not-joined": (_("On ne s’inscrit pas aux fiches de ce registre."), ""),
    "too-late-to-join": (_("Les inscriptions sont closes depuis le %(until)s."), ""),
    "nobody-joins": (_("Inscrivez au moins une personne."), ""),
    "loan-days-needed": (_("Donnez le premier jour, puis le dernier, qui ne vient pas avant."), ""),
    "unknown-loan": (_("Cette réservation n’existe pas."), ""),
}
