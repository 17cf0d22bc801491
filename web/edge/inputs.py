"""What people type, understood: days, amounts, hours, names, numbers of the administration."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import Annotated

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from stdnum import iban as ibans
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.fr import siren as sirens
from stdnum.fr import siret as sirets

from governance.words import Cents, Day
from web.i18n import gettext as _

_SEPARATED = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{4})")
_AMOUNT = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_EXACT = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9}|/[0-9]{1,15})?")
_HOUR = re.compile(r"([0-9]{1,2})(?: ?[:hH] ?([0-9]{2})?|([0-9]{2}))")
_RNA = re.compile(r"W(?:[0-9]{2}|2[AB])[0-9]{7}")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"})  # general categories of Unicode
_MOST = 10**12  # cents: ten thousand million euros


@dataclass(frozen=True)
class Typed:
    """Beside a type: how a keyboard and a browser may help (HTML `inputmode`, `autocomplete`, `maxlength`)."""

    inputmode: str = ""
    autocomplete: str = ""
    maxlength: int = 0


def full_day(typed: str) -> Day:
    """« 31/12/2026 » or « 2026-12-31 »."""
    if found := _SEPARATED.fullmatch(typed):
        day, month, year = found.groups()
    elif found := _ISO.fullmatch(typed):
        year, month, day = found.groups()
    else:
        raise ValueError(_("Écrivez une date complète, par exemple 31/12/2026."))
    try:
        return _of_our_time(Day.of(date(int(year), int(month), int(day))))
    except ValueError:
        raise ValueError(_("Le %(day)s n’existe pas dans le calendrier.", day=typed)) from None


def partial_day(typed: str) -> Day:
    """The same, or « 11/2026 », or « 2026 »."""
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", typed):
        written = typed
    elif found := _MONTH.fullmatch(typed):
        written = f"{found[2]}-{int(found[1]):02}"
    else:
        return full_day(typed)
    try:
        return _of_our_time(Day(written))
    except ValueError:
        raise ValueError(_("« %(day)s » n’existe pas dans le calendrier.", day=typed)) from None


def _of_our_time(day: Day) -> Day:
    """Calendars and pictures reckon around a day: a slip of the pen must not reach the year 1 or 9999."""
    if not 1800 <= day.first.year <= 2200:
        raise ValueError
    return day


def amount(typed: str) -> Cents:
    """« 1 234,50 », « 12.5 » or « 12,5 € », in cents. « 1.234 » could be two amounts: refused."""
    bare = _SPACES.sub(" ", typed.replace("€", " ")).strip()
    if bare.startswith(("-", "−")):
        raise ValueError(_("Le montant ne peut pas être négatif."))
    found = _AMOUNT.fullmatch(bare)
    if not found:
        raise ValueError(_("Écrivez un montant, par exemple 1 234,50."))
    euros, decimals = found[1].replace(" ", ""), found[2] or ""
    if len(decimals) == 3 and len(found[1]) <= 3 and found[1] != "0":
        both = {"thousand": euros + decimals, "units": f"{euros},{decimals[:2]}"}
        raise ValueError(_("Ce montant se lit de deux façons : écrivez %(thousand)s ou %(units)s.", **both))
    if len(decimals) > 2:
        raise ValueError(_("Un montant a deux décimales au plus."))
    cents = int(euros + decimals.ljust(2, "0"))
    if cents >= _MOST:
        raise ValueError(_("Ce montant est trop grand."))
    return Cents(cents)


def exact(typed: str) -> Fraction:
    """« 12,5 », « −3 », « 1 234 » or « 28/310 », exact."""
    bare = unspaced(typed).replace("−", "-").replace(",", ".")
    if not _EXACT.fullmatch(bare) or (bare.rpartition("/")[1] and not int(bare.rpartition("/")[2])):
        raise ValueError(_("Écrivez un nombre, par exemple 12,5 ou 28/310."))
    return Fraction(bare)


def unspaced(typed: str) -> str:
    """« 1 250 » as `1250`: what a whole number is before it is read."""
    return _SPACES.sub("", typed)


def siren(typed: str) -> str:
    """Nine digits whose key is right."""
    digits = unspaced(typed)
    if len(digits) == 14 and sirets.is_valid(digits):
        raise ValueError(_("C’est un SIRET : le SIREN est ses neuf premiers chiffres, %(siren)s.", siren=digits[:9]))
    try:
        return str(sirens.validate(digits))
    except WrongNumber:
        raise ValueError(_("Ce n’est pas un numéro SIREN : neuf chiffres, par exemple 732 829 320.")) from None


def siret(typed: str) -> str:
    """Fourteen digits whose keys are right: a SIREN and the number of an establishment."""
    try:
        return str(sirets.validate(unspaced(typed)))
    except WrongNumber:
        raise ValueError(_("Ce n’est pas un SIRET : quatorze chiffres, le SIREN puis l’établissement.")) from None


def rna(typed: str) -> str:
    """The number of an association in the national register: W and nine digits; 2A and 2B are Corsica."""
    number = unspaced(typed).upper()
    if not _RNA.fullmatch(number):
        raise ValueError(_("Ce n’est pas un numéro RNA : W et neuf chiffres, par exemple W051000123."))
    return number


def iban(typed: str) -> str:
    """An account of any country whose key is right (ISO 13616), in capitals without spaces."""
    try:
        return str(ibans.validate(unspaced(typed)))
    except WrongNumber:
        raise ValueError(_("Ce n’est pas un IBAN : recopiez-le du relevé d’identité bancaire.")) from None


def email(typed: str) -> str:
    """An address that could exist; nobody is asked whether it does."""
    try:
        return validate_email(typed, check_deliverability=False).normalized
    except EmailNotValidError:
        raise ValueError(_("Écrivez une adresse électronique, par exemple nom@exemple.fr.")) from None


def phone(typed: str) -> str:
    """A number of France unless it begins with +, written as `+33…` (E.164)."""
    try:
        number = phonenumbers.parse(typed, "FR")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise ValueError(_("Écrivez un numéro de téléphone, par exemple 04 92 00 00 00."))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def clock(typed: str) -> time:
    """« 18:30 », « 18h30 », « 18 h », or on a keypad « 1830 »."""
    found = _HOUR.fullmatch(_SPACES.sub(" ", typed))
    if not found:
        raise ValueError(_("Écrivez une heure, par exemple 18:30."))
    try:
        return time(int(found[1]), int(found[2] or found[3] or 0))
    except ValueError:
        raise ValueError(_("L’heure va de 0:00 à 23:59.")) from None


def name(typed: str) -> str:
    """Any script, any sign that can be read. What cannot be seen, or turns what follows around, is refused."""
    return _readable(typed, "", 200)


def text(typed: str) -> str:
    """The same on several lines."""
    return _readable(typed.replace("\r\n", "\n"), "\n\t", 20_000)


def bare(typed: str) -> str:
    """Without the spaces around it; nothing at all where no sign of it can be seen."""
    words = typed.strip()
    return words if any(map(_seen, words)) else ""


def _seen(sign: str) -> bool:
    """Neither a space, nor a sign that only changes its neighbours, nor a letter that is drawn empty."""
    return unicodedata.category(sign) not in _UNSEEN and sign not in "\u115f\u1160\u2800\u3164\uffa0"


def _readable(typed: str, kept: str, most: int) -> str:
    words = unicodedata.normalize("NFC", bare(typed))
    if any(_hidden(sign) for sign in words if sign not in kept):
        raise ValueError(_("Ce texte contient un signe invisible qui n’est pas permis : retapez-le."))
    if len(words) > most:
        raise ValueError(_("Écrivez au plus %(most)s caractères.", most=most))
    if not words:
        raise ValueError(_("Ce champ est obligatoire."))
    return words


def _hidden(sign: str) -> bool:
    """Control signs, halves of characters, and the signs that reverse the order of reading."""
    return (
        unicodedata.category(sign) in ("Cc", "Cs") or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


FrenchDay = Annotated[Day, PlainValidator(full_day)]
PartialDay = Annotated[Day, PlainValidator(partial_day)]
Amount = Annotated[Cents, PlainValidator(amount), Typed("decimal", maxlength=24)]
Exact = Annotated[Fraction, PlainValidator(exact), Typed(maxlength=30)]
Count = Annotated[int, BeforeValidator(unspaced), Field(le=10**9), Typed("numeric", maxlength=15)]
Siren = Annotated[str, AfterValidator(siren), Typed("numeric", maxlength=20)]
Siret = Annotated[str, AfterValidator(siret), Typed("numeric", maxlength=24)]
Rna = Annotated[str, AfterValidator(rna), Typed(maxlength=14)]
Iban = Annotated[str, AfterValidator(iban), Typed(maxlength=42)]
Email = Annotated[str, AfterValidator(email), Typed("email", "email", maxlength=254)]
Phone = Annotated[str, AfterValidator(phone), Typed("tel", "tel", maxlength=30)]
Clock = Annotated[time, PlainValidator(clock)]
Name = Annotated[str, AfterValidator(name), Typed(maxlength=200)]
Text = Annotated[str, AfterValidator(text), Typed(maxlength=20_000)]
