"""What people write in the cells of a register, in the one way that a form takes it."""

import re
from datetime import date, timedelta

from projections.names import plain

_MONTHS = ("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(r"(\d{1,2})(?:er)? ([a-z]+) (\d{4})")
_SHORT = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2})")
_SERIAL = re.compile(r"[1-6]\d{4}")
_FIRST_SERIAL = date(1899, 12, 30)  # from which spreadsheets count their days
_WHOLE = re.compile(r"(\d[\d\s\u00a0\u202f]*?)(?:[.,]0+)?(?:\s*parts?)?", re.IGNORECASE)
_CIVILITY = re.compile(r"(?:m|mr|mme|mlle|monsieur|madame|mademoiselle)\b\.? +(?!et\b|&)", re.IGNORECASE)
_TWO = re.compile(r"\s(?:et|&)\s|/", re.IGNORECASE)


def day(written: str) -> str:
    """« 1er mars 2014 », « 01/03/14 » or the number 41699 that a spreadsheet keeps, as `2014-03-01`; else as it was."""
    if (found := _IN_WORDS.fullmatch(plain(written))) and (month := _month(found[2])):
        return f"{found[3]}-{month:02}-{int(found[1]):02}"
    if found := _SHORT.fullmatch(written):
        century = 20 if int(found[3]) < 50 else 19
        return f"{century}{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if _SERIAL.fullmatch(written):
        return (_FIRST_SERIAL + timedelta(days=int(written))).isoformat()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", written):
        return written[:10]
    return written


def _month(word: str) -> int:
    return next((number for number, name in enumerate(_MONTHS, 1) if word.startswith(name)), 0)


def is_guess(written: str) -> bool:
    """Whether a day was read in a number, or in a year of two digits, and is one."""
    if not (_SHORT.fullmatch(written) or _SERIAL.fullmatch(written)):
        return False
    try:
        date.fromisoformat(day(written))
    except ValueError:
        return False
    return True


def whole(written: str) -> str:
    """« 4,00 » or « 4 parts » as `4`; else as it was."""
    found = _WHOLE.fullmatch(written)
    return found[1] if found else written


def uncivil(name: str) -> str:
    """A name without its « Mme »."""
    return _CIVILITY.sub("", name, count=1) if _CIVILITY.match(name) else name


def two_people(name: str) -> bool:
    """« M. et Mme Reynier », « Alma & Basile Onde »."""
    return bool(_TWO.search(name))
