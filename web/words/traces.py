"""The kinds of things that lead to one another, and what linking them refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

KINDS: Mapping[str, LazyProxy] = {
    "finding": _("point du réviseur"),
    "note": _("post-it"),
    "axis": _("priorité"),
    "topic": _("sujet"),
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
    "not-discussed": (
        _("On ne discute pas d’un post-it, d’une pièce, d’un point du réviseur ni de ce qui est décidé."),
        "",
    ),
    "discussion-closed": (_("La discussion est close depuis le %(on)s."), ""),
    "unknown-remark": (_("Cette remarque n’est pas là, ou a été retirée."), ""),
    "answers-an-answer": (_("On répond à une remarque, pas à une réponse : écrivez la vôtre dessous."), ""),
    "hidden-without-reason": (_("Dites pourquoi cette remarque est retirée : chacun le lira."), ""),
    "unknown-thing": (_("L’un des deux n’est pas au registre : choisissez-le dans la liste."), ""),
    "link-in-a-circle": (_("Une chose ne vient pas d’elle-même, ni de ce qu’elle a donné."), ""),
    "unlinked-without-reason": (_("Dites pourquoi ce lien est retiré : il reste écrit qu’il a été fait."), ""),
}
