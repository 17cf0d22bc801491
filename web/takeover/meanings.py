"""The words of a register for its categories and collèges, and which of those of the statutes each one means."""

from collections.abc import Mapping
from dataclasses import replace

from projections.names import plain
from web.edge.spreadsheet import Sheet
from web.takeover.lines import Layout

PLACES = {"category": "categories", "college": "colleges"}
"""A field of a line, and under what name the statutes have its values."""
_MOST = 60  # more words than that are no categories: the wrong column was chosen


def words_of(sheet: Sheet, layout: Layout, field: str) -> list[tuple[str, str]]:
    """The words that stand in a column, and what each is said to mean ("": nothing yet)."""
    bare = replace(layout, meanings={})
    words = {bare.cell(line, field) for line in sheet if line.number > layout.heading} - {""}
    meant = layout.meanings.get(field, {})
    return [(each, meant.get(plain(each), "")) for each in sorted(words)[:_MOST]]


def with_meanings(layout: Layout, sheet: Sheet, places: Mapping[str, Mapping[str, str]]) -> Layout:
    """What is said stays said; the other words mean the place whose name they are, or are alone in being part of."""
    meanings = {}
    for field, known in PLACES.items():
        words = words_of(sheet, layout, field)
        meanings[field] = {plain(word): said or _alike(word, places[known]) for word, said in words}
    return replace(layout, meanings={f: {w: m for w, m in said.items() if m} for f, said in meanings.items()})


def _alike(words: str, places: Mapping[str, str]) -> str:
    sought = plain(words)
    for place, name in places.items():
        if sought in (plain(place), plain(name)):
            return place
    part = [place for place, name in places.items() if f" {sought} " in f" {plain(name)} "]
    return part[0] if len(part) == 1 else ""
