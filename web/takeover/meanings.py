"""The words of a register for its categories and collèges, and which of those of the statutes each one means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from projections.names import plain
from web.edge.spreadsheet import Sheet
from web.takeover.lines import GONE, Layout, parted

PLACES = {"category": "categories", "college": "colleges"}
"""A field of a line, and under what name the statutes have its values."""
_GONE = re.compile(r"(anciens?|ex|non) (membres?|adherents?|associes?)|(demissionnaire|radie|exclu|sorti|decede)e?s?")
_MOST = 60  # more words than that are no categories: the wrong column was chosen


def words_of(sheet: Sheet, layout: Layout, field: str) -> list[tuple[str, str]]:
    """The words that stand in a column, and what each is said to mean ("": nothing yet, GONE: no member any more)."""
    if field not in layout.columns:
        return []
    bare = replace(layout, meanings={}, always={})
    words = {bare.cell(line, field) for line in parted(sheet, layout)[0]} - {""}
    meant = layout.meanings.get(field, {})
    return [(each, meant.get(plain(each), "")) for each in sorted(words)[:_MOST]]


def with_meanings(layout: Layout, sheet: Sheet, places: Mapping[str, Mapping[str, str]]) -> Layout:
    """What is said stays said; the other words mean the place whose name they are, or nearly."""
    meanings = {}
    for field, known in PLACES.items():
        words = words_of(sheet, layout, field)
        meanings[field] = {plain(word): said or _alike(word, places[known]) for word, said in words}
    return replace(layout, meanings={f: {w: m for w, m in said.items() if m} for f, said in meanings.items()})


def _alike(words: str, places: Mapping[str, str]) -> str:
    """A place whose name or identifier it is; the only one of which it is a part; or, misspelt, the nearest."""
    sought = plain(words)
    if _GONE.fullmatch(sought):
        return GONE
    names = {plain(name): place for place, name in places.items()} | {plain(place): place for place in places}
    if sought in names:
        return names[sought]
    part = {place for name, place in names.items() if f" {sought} " in f" {name} "}
    if len(part) == 1:
        return part.pop()
    near = get_close_matches(sought, names, n=1, cutoff=0.8)
    return names[near[0]] if near else ""


def guessed(words: Iterable[tuple[str, str]], places: Mapping[str, str]) -> list[tuple[str, str]]:
    """Words that are not quite the name of the place that they are read as: somebody should look at them."""
    named = {place: _stems(f"{place} {name}") for place, name in places.items()}
    return [(word, places[meant]) for word, meant in words if meant in named and not _stems(word) <= named[meant]]


def _stems(words: str) -> set[str]:
    return {word.rstrip("s") for word in plain(words).split()}
