"""The kinds of things that lead to one another, and what linking them refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

KINDS: Mapping[str, LazyProxy] = {
    "note": _("post-it"),
    "axis": _("priorité"),
    "vision": _("vision"),
    "proposal": _("proposition"),
    "action": _("action"),
    "card": _("fiche"),
    "decision": _("décision"),
    "project": _("projet"),
    "choice": _("choix"),
    "milestone": _("jalon"),
    "piece": _("pièce"),
    "document": _("document"),
}
WAYS: Mapping[str, LazyProxy] = {
    "on": _("Ce que cela a donné"),
    "back": _("D’où cela vient"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-thing": (_("L’un des deux n’est pas au registre : choisissez-le dans la liste."), ""),
    "link-in-a-circle": (_("Une chose ne vient pas d’elle-même, ni de ce qu’elle a donné."), ""),
    "unlinked-without-reason": (_("Dites pourquoi ce lien est retiré : il reste écrit qu’il a été fait."), ""),
}
