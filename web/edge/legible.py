"""A text that a machine read off paper or out of a PDF, made fit to be typed again: its exact words are kept apart."""

import re
import unicodedata

_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "¸": "\u0327"}  # drawn alone: what they put on a letter
_APART = re.compile(rf"([^\W\d_])([{''.join(_ACCENTS)}])|([{''.join(_ACCENTS)}])([^\W\d_])")
_PAGES = str.maketrans({"\f": "\n", "\v": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n"})
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


def legible(read: str) -> str:
    """An accent drawn beside its letter goes on it, a new page is a new line, signs that nobody sees are left out. No
    word is guessed: « prés » is not made « près », and a word cut at the end of a line stays cut."""
    text = read.replace("\r\n", "\n").translate(_PAGES).translate(_LIGATURES)
    text = unicodedata.normalize("NFC", _APART.sub(_on_its_letter, unicodedata.normalize("NFC", text)))
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))


def _on_its_letter(found: re.Match[str]) -> str:
    letter, accent = found[1] or found[4], found[2] or found[3]
    composed = unicodedata.normalize("NFC", letter + _ACCENTS[accent])
    return composed if len(composed) == 1 else found[0]
