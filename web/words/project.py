"""What the conditions of a milestone count, and what planning and reaching one refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

COUNTED: Mapping[str, LazyProxy] = {
    "structures": _("structures de l’ESS associées"),
    "members": _("membres"),
    "categories": _("catégories de membres"),
    "survey_answers": _("réponses aux enquêtes"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
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
}
