"""The statutes of the demonstration as text, and how tests change them."""

import re
from pathlib import Path

import web

DEMONSTRATION = Path(web.__file__).parent / "demonstration"
COOPERATIVE = (DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text(encoding="utf-8")
POLE = (DEMONSTRATION / "statuts-pole-economie-solidaire.yaml").read_text(encoding="utf-8")


def changed(old, new, text=COOPERATIVE):
    assert text.count(old) == 1, f"{old!r} must stand once in the file"
    return text.replace(old, new)


def line_of(words, text):
    return text[: text.index(words)].count("\n") + 1


def edited(text, *changes):
    """Each change replaces the first place where the old words stand."""
    for old, new in changes:
        assert old in text, f"{old!r} is not in the file"
        text = text.replace(old, new, 1)
    return text


def without(key, text):
    """The file where nothing is said under this key."""
    return re.sub(rf"(?m)^{key}:.*\n([ ].*\n)*", f"{key}: null\n", text)
