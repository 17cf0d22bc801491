"""Which characters our fonts draw, and the mark printed for the others."""

import re
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
MARK = "□"
"""Printed for a character that no font of ours draws; the exact text is in the attached JSON."""


def drawable(content: object) -> object:
    """The same content, in composed characters (NFC), each one that cannot be printed replaced by MARK.

    A missing glyph is an error in PDF/A and in PDF/UA: one name in Chinese would stop the whole register.
    """
    match content:
        case str():
            return _undrawable().sub(MARK, unicodedata.normalize("NFC", content))
        case dict():
            return {key: drawable(value) for key, value in content.items()}
        case list() | tuple():
            return [drawable(value) for value in content]
    return content


@cache
def _undrawable() -> re.Pattern[str]:
    ranges = (FONTS / "coverage.txt").read_text().split()
    return re.compile(f"[^\t\n{''.join(map(_span, ranges))}]")


def _span(hexadecimal: str) -> str:
    first, _, last = hexadecimal.partition("-")
    return rf"\U{first:0>8}-\U{last or first:0>8}"
