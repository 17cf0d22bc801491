"""The révision coopérative: why it is due, what a réviseur says, what bars him, and what its acts refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

BECAUSE: Mapping[str, LazyProxy] = {
    "first": _("La première : %(years)s ans à compter du %(since)s, premier jour des statuts."),
    "period": _("%(years)s ans à compter du %(since)s, jour où les associés ont pu lire le dernier rapport."),
    "three_losses": _(
        "Trois exercices déficitaires de suite : la loi la veut au terme du troisième, sans autre délai."
    ),
    "half_capital_lost": _(
        "Une perte de la moitié au moins du plus haut capital : la loi la veut alors, sans autre délai."
    ),
}

WEIGHTS: Mapping[str, LazyProxy] = {
    "recommendation": _("recommandation"),
    "reservation": _("réserve"),
    "breach": _("manquement"),
}

BARS: Mapping[str, LazyProxy] = {
    "member": _("est ou fut associé depuis moins de cinq ans"),
    "officer": _("dirige ou dirigeait la coopérative depuis moins de cinq ans"),
}

STEPS: Mapping[str, LazyProxy] = {
    "notice": _("Le réviseur met la coopérative en demeure"),
    "complied": _("La coopérative s’est mise en règle"),
    "referred": _("Le réviseur saisit l’instance de recours de son réseau"),
    "proposed": _("L’instance propose une solution"),
}

LAW = "L47 art. 25-3"
REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "organisation-or-person": (_("Donnez une organisation ou une personne du registre, l’une des deux."), ""),
    "deputy-is-the-reviser": (
        _("Le suppléant remplace le réviseur : il en faut un autre."),
        "décret 2015-706 art. 10",
    ),
    "revision-day-needed": (_("Il faut ici le jour exact."), ""),
    "unknown-revision": (_("Cette révision n’est pas au registre : nommez d’abord le réviseur."), ""),
    "no-report-yet": (_("Le rapport de cette révision n’est pas encore là."), ""),
    "opened-before-it-came": (_("Le rapport est arrivé le %(on)s : personne n’a pu le lire avant."), ""),
    "discussed-by-an-assembly": (_("Le rapport se discute en assemblée générale."), LAW),
    "assembly-not-held": (_("Cette assemblée n’a pas été ouverte."), ""),
    "finding-without-words": (_("Écrivez ce que le réviseur demande."), ""),
    "answer-without-words": (_("Dites ce qui sera fait, et quelle fonction s’en charge."), ""),
    "unknown-finding": (_("Ce point n’est pas au registre."), ""),
    "finding-closed": (_("Ce point est clos : rouvrez-le d’abord."), ""),
    "reopened-without-reason": (_("Dites pourquoi ce point est rouvert."), ""),
    "no-breach": (_("Un réviseur met en demeure sur un manquement : écrivez-le d’abord."), LAW),
    "step-out-of-order": (_("Cette étape ne suit pas la précédente."), LAW),
    "step-before-the-last": (_("L’étape précédente est du %(on)s : celle-ci ne peut venir avant."), LAW),
    "notice-without-day": (_("Dites pour quel jour le réviseur demande d’être en règle."), LAW),
}
