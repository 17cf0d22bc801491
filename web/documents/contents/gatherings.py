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
    topics: list[Spoken]
    decisions: list[Decided]
    proposals: list[str]
    actions: list[Doing]
    points: list[str]
    papers: list[str]
    source: list[str]
    next: str
