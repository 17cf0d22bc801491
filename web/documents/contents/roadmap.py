"""The roadmap on paper."""

from typing import TypedDict

from web.documents.contents.minutes import Picture
from web.documents.contents.values import Legal


class Row(TypedDict):
    """A milestone in words; `waits`: the titles of those that come first; `moves`: why it was put off."""

    title: str
    state: str
    on: str
    waits: str
    conditions: str
    moves: str


class Road(TypedDict):
    title: str
    picture: Picture
    rows: list[Row]


class Roadmap(TypedDict):
    """`feuille-de-route`, on A3 in its width. `said`: of what day it is."""

    cooperative: Legal
    title: str
    said: str
    roads: list[Road]
