"""Every refusal in French, with what to do and the article that says so."""

from collections.abc import Mapping
from typing import NamedTuple

from babel.support import LazyProxy

from governance.command import Refused
from web.i18n import lazy_gettext as _


class Refusal(NamedTuple):
    """What the reader is told. `article` is the law's or the statutes', empty where good sense suffices."""

    sentence: str
    article: str = ""


def said(refusal: Refused) -> Refusal:
    """A refusal in the reader's language. `article` in its details prevails over the one of the law."""
    sentence, article = REFUSALS[refusal.reason]
    details = {name: _shown(value) for name, value in refusal.details.items()}
    return Refusal(str(sentence) % details, str(details.get("article") or article))


def _shown(value: object) -> object:
    match value:
        case list() | tuple():
            return ", ".join(str(_shown(each)) for each in value)
        case _ if isinstance(value, str) and value in OFFICES:
            return str(OFFICES[value])
    return value


OFFICES: Mapping[str, LazyProxy] = {
    "secretary": _("secrétaire"),
    "chair": _("présidence"),
    "board": _("administrateur ou administratrice"),
    "auditor": _("réviseur"),
    "worker": _("Palabre"),
    "anyone": _("toute personne connectée"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "not-an-identifier": (_("Cette adresse est mal formée : revenez à la page précédente et recommencez."), ""),
    "gesture-of-another": (_("Ce formulaire a déjà servi à quelqu’un d’autre : rouvrez la page et recommencez."), ""),
    "not-allowed": (_("Cet acte revient à : %(may)s. Demandez-le à une personne qui en a la charge."), ""),
    "not-yours-to-read": (_("Cette page est réservée. Si vous devez la lire, demandez-le au secrétariat."), ""),
}
