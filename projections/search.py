"""How a name or a number is looked up: by how its words begin, as they sound in French, or with a slip of the pen.

Sets of short texts that a GIN index compares, so that PostgreSQL needs no extension, and a name that is erased is found
no more: its set lies in its own row.
"""

import re

from projections.names import plain

_SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"ph", "f"),
        (r"eaux?|aux?\b|au", "o"),
        (r"ai|ei", "e"),
        (r"qu?|ck|k", "c"),
        (r"y", "i"),
        (r"z", "s"),
        (r"w", "v"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
)  # Mathieu and Matthieu, Lefebvre and Lefèbvre, Katy and Cathy, Moreau and Moro
_ABROAD, _APART = re.compile(r"(?:\+|\b00)33[\s.]*(?:\(0\))?"), re.compile(r"(?<=\d)[\s.\-/]+(?=\d)")
LEAST = 4  # signs: in a shorter word a slip makes another word
WORDS = 6  # of what is typed: more would not find anybody better


def heard(name: str) -> list[str]:
    """What a name answers to: each word, its beginnings (`mar*`), and the word without one of its letters."""
    return sorted({key for word in _words(name) for key in (*_slips(word), *_beginnings(word))})


def asked(typed: str) -> list[list[str]]:
    """For each word typed, the keys of which a name must have one."""
    return [sorted({f"{word}*", *_slips(word)}) for word in _words(typed)[:WORDS]]


def answers(typed: str, name: str) -> bool:
    """Whether a name answers to what was typed: every word of it."""
    keys = set(heard(name)) if typed else set()
    return all(keys.intersection(wanted) for wanted in asked(typed))


def _words(text: str) -> list[str]:
    """A number is one word, however its figures are set apart: 06 12 34 56 78 is +33 6 12 34 56 78."""
    joined = _APART.sub("", _ABROAD.sub("0", text))
    return [sound for word in plain(joined).split() if (sound := _sound(word))]


def _sound(word: str) -> str:
    if word.isdecimal():
        return word
    for written, said in _SOUNDS:
        word = written.sub(said, word)
    return word


def _beginnings(word: str) -> list[str]:
    return [f"{word[:length]}*" for length in range(1, len(word) + 1)]


def _slips(word: str) -> list[str]:
    """The word, and each way of dropping one letter: two words a slip apart have one of these in common."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)) if len(word) >= LEAST)]
