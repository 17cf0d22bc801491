"""What calling, paying and waiving dues refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "dues-of-nothing": (_("Une cotisation est d’un montant supérieur à zéro."), ""),
    "due-before-called": (_("L’échéance ne peut précéder l’appel, du %(on)s."), ""),
    "vote-taken-without-article": (
        _("Citez l’article des statuts qui lie le vote à la cotisation : rien d’autre n’ôte un vote."),
        "C.civ 1844",
    ),
    "vote-taken-without-law": (
        _("Dans une %(form)s, une cotisation impayée n’ôte pas sa voix à un associé : aucune loi ne le permet."),
        "C.civ 1844",
    ),
    "no-dues-called": (_("Aucune cotisation n’a été appelée dans sa catégorie pour l’année %(year)s."), ""),
    "nothing-owed": (_("Cette personne ne doit plus rien pour l’année %(year)s."), ""),
}
