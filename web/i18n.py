"""French first, English beside: sentences, days, hours, money and fractions as the reader's language writes them."""

import gettext as catalogues
import re
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal
from babel.support import LazyProxy

from governance.words import Cents, Day

PARIS = ZoneInfo("Europe/Paris")
LOCALES = {"fr": "fr_FR", "en": "en_GB"}

locale: ContextVar[str] = ContextVar("locale", default="fr")
"""The reader's language, "fr" or "en": set once for each request."""


_UNBREAKABLE = (  # a plain space beside a sign that ends there: an address, an hour and a value are left alone
    (re.compile(r"(?<=«) | (?=»)| (?=:(?:[\s»)]|$))|(?<=\d) (?=€|%(?!\())"), "\u00a0"),
    (re.compile(r" (?=[;!?]+(?:[\s»)]|$))"), "\u202f"),
)


@cache
def typeset(sentence: str) -> str:
    """« Est-ce voulu ? » on one line: the spaces before « : ; ! ? % € » and inside guillemets do not break."""
    for typed, wanted in _UNBREAKABLE:
        sentence = typed.sub(wanted, sentence)
    return sentence


class French(catalogues.NullTranslations):
    """The sentences are their own keys, set in French; zero is singular."""

    def gettext(self, message: str) -> str:
        return typeset(message)

    def pgettext(self, context: str, message: str) -> str:
        return typeset(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return typeset(msgid1 if n < 2 else msgid2)


@cache
def catalogue(language: str) -> catalogues.NullTranslations:
    """The `.po` as it was written, read when somebody first speaks so: nothing to compile on a fresh clone."""
    if language == "fr":
        return French()
    file = Path(__file__).parent / "locale" / language / "LC_MESSAGES" / "messages.po"
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return catalogues.GNUTranslations(compiled)


def spoken() -> catalogues.NullTranslations:
    """The catalogue of the reader's language."""
    return catalogue(locale.get())


def gettext(message: str, /, **values: object) -> str:
    """The sentence in the reader's language; `%(name)s` takes the values given."""
    said = spoken().gettext(message)
    return said % values if values else said


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same, for a word that means two things."""
    said = spoken().pgettext(context, message)
    return said % values if values else said


def ngettext(one: str, many: str, num: int, /, **values: object) -> str:
    """`%(num)s` is the number itself."""
    return spoken().ngettext(one, many, num) % {"num": num, **values}


def lazy_gettext(message: str, /, **values: object) -> LazyProxy:
    """For sentences in constants: translated each time they are read."""
    return LazyProxy(gettext, message, enable_cache=False, **values)


def day(value: Day | date | str) -> str:
    """« 1er décembre 2026 », « novembre 2017 » or « 2017 », as far as the day is known; a moment is read in Paris.

    Registers keep days as they are written (`2017-11`): those words are a day too.
    """
    if isinstance(value, str):
        value = Day(value)
    if isinstance(value, datetime):
        value = value.astimezone(PARIS).date()
    known = value if isinstance(value, Day) else Day.of(value)
    match len(known.text):
        case 4:
            return known.text
        case 7:
            return str(format_skeleton("yMMMM", known.first, locale=LOCALES[locale.get()]))
        case _:
            written = format_date(known.first, "long", locale=LOCALES[locale.get()])
            first_in_french = locale.get() == "fr" and known.first.day == 1
            return written.replace("1 ", "1er ", 1) if first_in_french else written


def month(number: int) -> str:
    """« juin » is 6."""
    return str(format_date(date(2000, number, 1), "LLLL", locale=LOCALES[locale.get()]))


def weekday(number: int) -> str:
    """« lundi » is 1."""
    return str(format_date(date(2001, 1, number), "cccc", locale=LOCALES[locale.get()]))


def hour(value: datetime | time) -> str:
    """« 18 h 30 »; a moment is read in Paris."""
    if isinstance(value, datetime):
        value = value.astimezone(PARIS).time()
    return f"{value.hour}\u00a0h\u00a0{value.minute:02}" if locale.get() == "fr" else f"{value:%H:%M}"


def moment(value: datetime) -> str:
    """« 1er décembre 2026 à 18 h 30 », in Paris."""
    return pgettext("moment", "%(day)s à %(hour)s", day=day(value), hour=hour(value))


def number(value: int | Decimal) -> str:
    """« 1 234,5 »."""
    return str(format_decimal(value, locale=LOCALES[locale.get()]))


def euros(value: Cents) -> str:
    """« 1 234,50 € »."""
    return str(format_currency(Decimal(value) / 100, "EUR", locale=LOCALES[locale.get()]))


def percent(part: Fraction) -> str:
    """A part of the whole, rounded for the eye only: Fraction(2, 3) is « 66,7 % », Fraction(1, 2) « 50 % »."""
    return points(part * 100)


def part(value: Fraction) -> str:
    """A part of the whole, exact: Fraction(2, 3) is « 2/3 (66,7 %) »."""
    return f"{value} ({percent(value)})"


def fraction(value: Fraction) -> str:
    """Points out of a hundred, exact: Fraction(200, 3) is « 200/3 (66,7 %) », Fraction(25, 2) « 12,5 % »."""
    return points(value) if (value * 10).denominator == 1 else f"{value} ({points(value)})"


def exact(value: Fraction) -> str:
    """A figure as it is: Fraction(25, 2) is « 12,5 », Fraction(28, 310) « 14/155 (≈ 0,09) »."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    decimal = Decimal(value.numerator) / value.denominator
    if rest != 1:
        return f"{value} (≈ {number(round(decimal, 2))})"
    return str(format_decimal(decimal, locale=LOCALES[locale.get()], decimal_quantization=False))


def points(value: Fraction) -> str:
    """Points out of a hundred with at most one decimal; a decimal is kept when the figure is rounded."""
    exact = (value * 10).denominator == 1
    tenths = Decimal(value.numerator) / Decimal(value.denominator)
    figure = tenths.quantize(Decimal("0.1"), ROUND_HALF_UP)
    written = format_decimal(figure, "#,##0.#" if exact else "#,##0.0", locale=LOCALES[locale.get()])
    return f"{written}\u00a0%" if locale.get() == "fr" else f"{written}%"


FILTERS: dict[str, Callable[..., str]] = {
    "day": day, "time": hour, "moment": moment, "number": number, "euros": euros,
    "percent": percent, "part": part, "fraction": fraction, "exact": exact,
}  # fmt: skip
