"""How a text is printed: the spaces of French, and a mark for the characters that our fonts do not draw."""

import re
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
MARK = "□"
"""Printed for a character that no font of ours draws; the exact text is in the attached JSON."""

_FRENCH = (  # where somebody typed a space or a straight sign, the one that French wants
    (re.compile(r" (?=[;!?])"), "\u202f"),
    (re.compile(r" (?=[:»%€])|(?<=«) "), "\u00a0"),
    (re.compile(r'"([^"]+)"'), "«\u00a0\\1\u00a0»"),
    (re.compile(r"'"), "’"),
)


def printed(content: object, *, drawing: bool = False) -> object:
    """The same content as it is printed, in composed characters (NFC); a drawing (`svg`) keeps its signs.

    A missing glyph is an error in PDF/A and in PDF/UA: one name in Chinese would stop the whole register.
    """
    match content:
        case str():
            text = unicodedata.normalize("NFC", content)
            return _undrawable().sub(MARK, text if drawing else _french(text))
        case dict():
            return {key: printed(value, drawing=key == "svg") for key, value in content.items()}
        case list():
            return [printed(value) for value in content]
    return content


def _french(text: str) -> str:
    for typed, wanted in _FRENCH:
        text = typed.sub(wanted, text)
    return text


@cache
def _undrawable() -> re.Pattern[str]:
    ranges = (FONTS / "coverage.txt").read_text().split()
    return re.compile(f"[^\t\n{''.join(map(_span, ranges))}]")


def _span(hexadecimal: str) -> str:
    first, _, last = hexadecimal.partition("-")
    return rf"\U{first:0>8}-\U{last or first:0>8}"
