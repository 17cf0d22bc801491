"""The duties of the year: what they are called, what one does, and what telling them refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

DUTIES: Mapping[str, tuple[LazyProxy, LazyProxy]] = {
    "accounts": (
        _("Le conseil arrête les comptes"),
        _("Réunissez-le avant d’envoyer la convocation : les comptes partent avec elle."),
    ),
    "notice": (_("Convoquer l’assemblée annuelle"), _("Prévoyez l’assemblée, son ordre du jour, puis convoquez.")),
    "assembly": (_("Tenir l’assemblée annuelle"), _("Elle approuve les comptes et affecte le résultat.")),
    "filing": (
        _("Déposer les comptes au greffe"),
        _("Dans le mois de l’assemblée, deux si le dépôt se fait en ligne. Gardez le récépissé."),
    ),
    "cooperative_report": (
        _("Joindre au rapport de gestion ce que la Scic doit y dire"),
        _("L’évolution de son projet coopératif, présentée à l’assemblée."),
    ),
    "review": (
        _("Faire réviser la coopérative"),
        _("Un réviseur agréé rend son rapport ; l’assemblée en prend connaissance."),
    ),
}

BINDINGS: Mapping[str, LazyProxy] = {
    "law": _("la loi"),
    "statutes": _("les statuts"),
    "usage": _("l’usage : ni la loi ni les statuts ne fixent de jour"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "closing-day-needed": (_("Donnez un jour précis : le dernier de l’exercice, par exemple le 31/12/2026."), ""),
    "day-of-the-duty-needed": (_("Donnez le jour précis où cela fut fait."), ""),
    "receipt-needed": (_("Dites ce qui le prouve : un numéro, le titre d’une pièce, ou joignez-la."), ""),
}
