"""What must be ready for a meeting and by when, who convenes it, what members ask for, how notices go by post."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

STEPS: Mapping[str, LazyProxy] = {
    "requests": _("Les membres peuvent demander l’inscription d’un point jusqu’au"),
    "notice": _("La convocation part au plus tard le"),
    "documents": _("Les documents sont à disposition au plus tard le"),
    "paper-forms": _("Les formulaires papier sont reçus au moins jusqu’au"),
    "electronic-forms": _("Les formulaires électroniques sont reçus jusqu’au"),
    "meeting": _("La réunion se tient le"),
}

PIECES: Mapping[str, LazyProxy] = {
    "accounts": _("Les comptes annuels"),
    "management-report": _("Le rapport de gestion"),
    "resolutions": _("Le texte des résolutions"),
    "candidates": _("La liste des candidatures"),
    "auditor-called": _("La convocation du commissaire aux comptes, par lettre recommandée"),
    "auditor-report": _("Le rapport du commissaire aux comptes"),
    "reviser-called": _("La convocation du réviseur coopératif"),
    "agreements-report": _("Le rapport sur les conventions réglementées"),
}

NEEDLESS: Mapping[str, LazyProxy] = {
    "nothing-ordinary": _("rien n’est à l’ordre du jour à titre ordinaire"),
    "nobody-elected": _("aucune résolution ne porte sur des personnes"),
    "no-agreement": _("aucune convention n’attend l’assemblée"),
}

CONVENERS: Mapping[str, LazyProxy] = {
    "board": _("le conseil d’administration"),
    "manager": _("la gérance"),
    "chair": _("la présidence"),
    "members": _("des associés, ensemble"),
    "auditor": _("le commissaire aux comptes, à défaut de l’organe"),
    "agent": _("un mandataire désigné en justice"),
    "liquidator": _("le liquidateur"),
}

MANNERS: Mapping[str, LazyProxy] = {
    "session": _("en séance"),
    "consultation": _("par consultation écrite, sans se réunir"),
}

POSTS: Mapping[str, LazyProxy] = {
    "letter": _("par lettre"),
    "registered": _("par lettre recommandée"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "reason-needed": (_("Dites pourquoi, en quelques mots."), ""),
    "piece-is-there": (_("Cette pièce est déposée : elle n’est pas sans objet."), ""),
    "may-not-convene": (
        _("Dans cette forme de société, ce n’est pas à ce convocant de convoquer : choisissez l’organe de la loi, ou "
          "dites pourquoi la convocation part ainsi ; ce sera noté comme une irrégularité."),
        "",
    ),
    "too-few-to-convene": (
        _("Ensemble ils ont %(shares)s du capital et sont %(heads)s des associés : il en faut la moitié du capital, "
          "ou un dixième des deux."),
        "C.com L223-27",
    ),
    "nobody-asks": (_("Cochez au moins un membre : qui demande ce point ?"), ""),
    "unknown-point": (_("Cette demande n’existe pas."), ""),
    "not-today": (_("Une demande faite en ligne est du jour même : rouvrez la page et recommencez."), ""),
    "meeting-already-held": (_("La réunion s’est tenue : il est trop tard."), ""),
    "only-an-assembly-revokes": (
        _("Seule une assemblée révoque sans que ce soit à son ordre du jour."),
        "C.com L225-105",
    ),
    "not-a-tracking-number": (
        _("« %(number)s » n’est pas un numéro de suivi : recopiez l’étiquette, par exemple 1A 123 456 7890 1."),
        "",
    ),
    "number-already-used": (_("Le numéro %(number)s est déjà celui d’une autre lettre."), ""),
    "notice-not-sent": (_("Cette convocation n’est pas partie par courriel : rien n’a pu revenir."), ""),
}  # fmt: skip
