"""What the conditions of a milestone count, and what planning and reaching one refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

COUNTED: Mapping[str, LazyProxy] = {
    "structures": _("structures de l’ESS associées"),
    "members": _("membres"),
    "categories": _("catégories de membres"),
    "survey_answers": _("réponses aux enquêtes"),
    "pole": _("organisations du pôle"),
}

STANDING: Mapping[str, LazyProxy] = {"planned": _("prévu"), "postponed": _("reporté"), "reached": _("atteint")}
STAGES: Mapping[str, LazyProxy] = {
    "idea": _("idée"),
    "study": _("étude de faisabilité"),
    "prefiguration": _("préfiguration"),
    "running": _("en œuvre"),
    "done": _("achevé"),
    "given_up": _("abandonné"),
}
SIDES: Mapping[str, LazyProxy] = {"expense": _("Dépenses"), "income": _("Recettes")}
VIEWS: Mapping[str, LazyProxy] = {
    "favourable": _("favorable"),
    "reserved": _("réservé"),
    "unfavourable": _("défavorable"),
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
    "pilot-of-a-project": (_("Une structure pilote conduit un projet : choisissez lequel."), ""),
    "named-twice": (_("Un même nom est écrit deux fois : chaque option, chaque critère a le sien."), ""),
    "nothing-to-choose": (_("Un choix demande au moins deux options, une par ligne."), ""),
    "chosen-option-dropped": (_("« %(option)s » a été retenue : elle reste parmi les options."), ""),
    "unknown-option": (_("Cette option, ou ce critère, n’est pas de ce choix : relisez-le."), ""),
    "unknown-choice": (_("Ce choix n’est pas au registre."), ""),
    "decision-not-adopted": (_("Cette décision a été rejetée : elle n’a rien choisi."), ""),
    "unknown-part": (_("Personne ne prend part au projet sous cet identifiant."), ""),
    "ended-before-it-began": (_("Cette part a commencé le %(on)s : elle ne finit pas avant."), ""),
    "line-of-another-budget": (_("Cette ligne est d’un autre budget, ou de l’autre côté de celui-ci."), ""),
    "less-than-nothing": (_("Écrivez un montant supérieur à zéro."), ""),
    "unknown-line": (_("Cette ligne n’est pas au budget du projet."), ""),
    "unknown-indicator": (_("Cet indicateur n’est pas de ce projet."), ""),
    "measured-on-nobody": (_("Une mesure porte sur au moins 1 ; laissez vide si elle ne se rapporte à personne."), ""),
    "unknown-entry": (_("Cette écriture n’existe pas."), ""),
    "organisation-without-kind": (_("Cette organisation n’est pas encore connue : dites sa nature."), ""),
    "not-of-the-pole": (_("Cette organisation n’est pas entrée au pôle par elle-même."), ""),
    "back-before-it-left": (_("Elle a quitté le pôle le %(on)s : elle n’y revient pas avant."), ""),
    "postponed-without-reason": (_("Dites pourquoi la date change."), ""),
}
