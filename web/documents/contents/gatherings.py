"""What the report of a meeting of the network says."""

from typing import TypedDict

from web.documents.contents.values import Instant, Legal


class Attending(TypedDict):
    """An organisation, a person, or a person for an organisation; what does not apply is empty."""

    organisation: str
    person: str
    role: str


class Spoken(TypedDict):
    title: str
    notes: str


class Decided(TypedDict):
    """`number`: that of the register of decisions."""

    number: int
    text: str


class Doing(TypedDict):
    """Each empty where nobody said it."""

    what: str
    who: str
    due: str
    priority: str


class Stated(TypedDict):
    """At the round table: several priorities, or none."""

    who: Attending
    said: list[str]


class Ranked(TypedDict):
    """A prioritisation: each board with its rank and its notes, in words."""

    title: str
    lines: list[str]


class PinnedLine(TypedDict):
    """What is asked or offered; `more`: by whom, where, or nothing."""

    title: str
    more: str


class PinnedPage(TypedDict):
    """An axis; `…_more`: how many lines the page has no room for."""

    axis: str
    asked: list[PinnedLine]
    asked_more: int
    answering: list[PinnedLine]
    answering_more: int


class Pinned(TypedDict):
    """`a-afficher`: what is asked and what is offered, side by side, an axis a page."""

    cooperative: Legal
    title: str
    asks: str
    answers: str
    pages: list[PinnedPage]


class Paper(TypedDict):
    """A colour of notes: what it means, its tint (`#rrggbb`), how many each person is given."""

    meaning: str
    tint: str
    each: int


class Notes(TypedDict):
    """`post-it`: blank notes of a prioritisation, a page for each colour."""

    cooperative: Legal
    title: str
    colours: list[Paper]


class Report(TypedDict):
    """`compte-rendu`. `when`, `count`, `next` in words; lists in the order in which they were noted."""

    cooperative: Legal
    at: Instant
    title: str
    kind: str
    when: str
    place: str
    group: str
    count: str
    animating: list[Attending]
    present: list[Attending]
    excused: list[Attending]
    absent: list[Attending]
    round: list[Stated]
    silent: list[Attending]
    ranked: list[Ranked]
    agenda: list[str]
    workshops: list[str]
    topics: list[Spoken]
    decisions: list[Decided]
    proposals: list[str]
    actions: list[Doing]
    points: list[str]
    papers: list[str]
    source: list[str]
    next: str
