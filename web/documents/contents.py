"""What each document says: the exact shape of the content that its template reads.

Days are `Day` texts (`2017`, `2017-11`, `2017-11-16`); an Instant is what `instant` writes; an empty text
means that there is nothing to say. Texts of several paragraphs separate them by an empty line.
"""

from datetime import datetime
from fractions import Fraction
from math import floor
from typing import Literal, TypedDict
from zoneinfo import ZoneInfo

from governance.statutes.facts import CooperativeDescribed, Form

Instant = str
"""ISO 8601 to the minute, in the time of Paris with its offset: `2026-12-15T18:00+01:00`."""


def instant(at: datetime) -> Instant:
    """The moment, as a reader in Paris would write it; `at` knows its time zone."""
    return at.astimezone(ZoneInfo("Europe/Paris")).isoformat(timespec="minutes")


class Percent(TypedDict):
    """A part of a hundred: exact (`200/3`), and as it is printed. Nothing is decided on the second."""

    exact: str
    shown: str


def percent(value: Fraction) -> Percent:
    """Points out of a hundred, not below 0: `25 %`, `12,5 %`, `200/3 (66,7 %)`; `≈ 48,3 %` if it is long."""
    tenths = floor(value * 10 + Fraction(1, 2))
    figure = f"{tenths // 10},{tenths % 10}\u00a0%"
    if value * 10 == tenths:
        return {"exact": str(value), "shown": figure.replace(",0", "")}
    short = len(str(value)) <= 12
    return {"exact": str(value), "shown": f"{value} ({figure})" if short else f"≈\u00a0{figure}"}


class Legal(TypedDict):
    """What every page must say of the cooperative (C.com R123-237, R123-238, L231-1)."""

    name: str
    form: str
    seat: str
    registration: str
    demonstration: bool


FORMS = {
    Form.SA: "Société coopérative d’intérêt collectif anonyme, à capital variable",
    Form.SAS: "Société coopérative d’intérêt collectif par actions simplifiée, à capital variable",
    Form.SARL: "Société coopérative d’intérêt collectif à responsabilité limitée, à capital variable",
    Form.ASSOCIATION: "Association régie par la loi du 1er juillet 1901",
}


def legal(cooperative: CooperativeDescribed, demonstration: bool) -> Legal:
    return {
        "name": cooperative.name,
        "form": FORMS[cooperative.form],
        "seat": cooperative.seat,
        "registration": cooperative.registration,
        "demonstration": demonstration,
    }


class Head(TypedDict):
    """Where the record stood: its RFC 6962 root over all entries, 64 hexadecimal digits, at a position."""

    position: int
    root: str
    at: Instant


class Role(TypedDict):
    """Somebody who holds the meeting or signs: `Présidente de séance`, her name, her capacity."""

    role: str
    name: str
    capacity: str


class Convened(TypedDict):
    """Who convened, when and how: `par courrier électronique`; the article that says so."""

    by: str
    on: str
    how: str
    article: str


class Assembly(TypedDict):
    """Which meeting: `Assemblée générale ordinaire annuelle`; call 1, or 2 after a first without quorum."""

    title: str
    call: int
    at: Instant
    place: str
    remote: str


class Quorum(TypedDict):
    """Whether enough were there, for decisions `à titre ordinaire` or `à titre extraordinaire`, and why.

    `rule` and `article` as the statutes say them; `steps` redo the computation, a sentence each.
    """

    scope: str
    rule: str
    article: str
    base: str
    required: str
    reached: str
    met: bool
    steps: list[str]


class Present(TypedDict):
    """The members of a collège at the meeting, in numbers. An advisory collège has no votes."""

    college: str
    advisory: bool
    members: int
    present: int
    remote: int
    represented: int
    votes: int


class Participant(TypedDict):
    """A member there, by herself (`présente`, `à distance`) or by a holder whose name is `by`."""

    name: str
    college: str
    how: str
    by: str
    votes: int


class CollegeResult(TypedDict):
    """The ballots of a collège, raw, and the weight given to each side; none where each member has one."""

    college: str
    advisory: bool
    weight: Percent | None
    entitled: int
    in_favour: int
    against: int
    abstention: int
    blank: int
    void: int
    not_taking_part: int
    weight_in_favour: Percent | None
    weight_against: Percent | None


class Picture(TypedDict):
    """An SVG drawing in presentation attributes, and what it shows, in words."""

    svg: str
    alt: str


class Resolution(TypedDict):
    """A draft, how it was voted, and what became of it. `outcome` rests on `majority` and its `article`.

    `method` says in a sentence how the collèges make one result; without results: `d’un commun accord`.
    """

    number: int
    title: str
    scope: Literal["ordinaire", "extraordinaire"]
    text: str
    debates: str
    method: str
    results: list[CollegeResult]
    total_in_favour: Percent | None
    total_against: Percent | None
    steps: list[str]
    picture: Picture | None
    majority: str
    article: str
    outcome: Literal["adopted", "rejected", "not put"]
    decision: str


class Irregularity(TypedDict):
    """What was not done as the text says, its article, and the largest effect it may have had on a result."""

    what: str
    article: str
    effect: str


class Deficiency(TypedDict):
    """No quorum: the assembly could not deliberate (C.com R225-107). `next`: the second call, if known."""

    article: str
    next: Instant
    place: str


class Minutes(TypedDict):
    """`proces-verbal`: C.com R225-106 and R223-24. With a deficiency, it is a procès-verbal de carence."""

    cooperative: Legal
    assembly: Assembly
    closed: Instant
    convened: Convened
    agenda: list[str]
    officers: list[Role]
    attendance: list[Present]
    participants: list[Participant]
    quorums: list[Quorum]
    documents: list[str]
    debates: str
    deficiency: Deficiency | None
    resolutions: list[Resolution]
    irregularities: list[Irregularity]
    signatories: list[Role]
    record: Head
