"""What a file gives as exact values: fractions, whole numbers, yes or no, names of things. Nothing is rounded."""

import re
from fractions import Fraction

from web.i18n import gettext as _

_FRACTION = re.compile(r"[0-9]{1,9}( ?/ ?[0-9]{1,9})?")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_WHOLE = re.compile(r"[0-9]{1,9}")
_SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_ANSWERS = {"true": True, "oui": True, "false": False, "non": False}


def fraction(typed: str) -> Fraction:
    """« 1/4 », « 100/3 » or « 40 »: a decimal could only be a rounded third."""
    _not_negative(typed)
    if "%" in typed:
        raise ValueError(_("Sans signe % : écrivez 40 ou 100/3 pour un poids, 1/4 ou 2/3 pour une part."))
    if _DECIMAL.fullmatch(typed):
        raise ValueError(_("Écrivez une fraction exacte, par exemple 100/3 pour un tiers ou 25/2 pour 12,5."))
    if not _FRACTION.fullmatch(typed):
        raise ValueError(_("Écrivez une fraction, par exemple 1/4 ou 100/3, ou un nombre entier."))
    if "/" in typed and int(typed.split("/")[1]) == 0:
        raise ValueError(_("On ne divise pas par zéro."))
    return Fraction(typed.replace(" ", ""))


def whole(typed: str) -> int:
    _not_negative(typed)
    if not _WHOLE.fullmatch(typed):
        raise ValueError(_("Écrivez un nombre entier, par exemple 15."))
    return int(typed)


def answer(typed: str) -> bool:
    if typed not in _ANSWERS:
        raise ValueError(_("Écrivez true (oui) ou false (non)."))
    return _ANSWERS[typed]


def slug(typed: str) -> str:
    """An identifier that an address and a tag of the record can hold."""
    if not _SLUG.fullmatch(typed):
        raise ValueError(_("Écrivez un identifiant en minuscules, sans accent ni espace, par exemple salaries."))
    return typed


def _not_negative(typed: str) -> None:
    if typed.startswith(("-", "−")):
        raise ValueError(_("Un nombre négatif n’a pas de sens ici."))
