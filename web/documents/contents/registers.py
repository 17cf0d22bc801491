"""What the papers of the registers say: members, any list, file of evidence, sign-in codes."""

from typing import Literal, TypedDict

from web.documents.contents.values import Head, Instant, Legal, Percent


class Member(TypedDict):
    """A line of the register. `paid` in euro cents; `until` is empty for who still belongs."""

    number: int
    name: str
    representative: str
    category: str
    address: str
    since: str
    until: str
    shares: int
    paid: int


class MembersOfCollege(TypedDict):
    college: str
    weight: Percent | None
    members: list[Member]


class MembersRegister(TypedDict):
    """`registre-des-membres` as it stood on a day, as it was known at a moment."""

    cooperative: Legal
    on: str
    known: Instant
    colleges: list[MembersOfCollege]
    record: Head


class Heading(TypedDict):
    """A column: figures (`counted`) stand under figures; `width` is its share of the page."""

    title: str
    counted: bool
    width: int


class Listing(TypedDict):
    """`liste`: any table; `said` names its day, its filters; each row has a text for every column."""

    cooperative: Legal
    title: str
    said: str
    at: Instant
    columns: list[Heading]
    rows: list[list[str]]


class Piece(TypedDict):
    """What proves: a file of the dossier, its SHA-256, the position of the fact that brought it."""

    title: str
    day: str
    position: int
    file: str
    digest: str


class Criterion(TypedDict):
    """A criterion of the label, and how far it is proved; `missing` names each document that lacks, `comment` is what
    the cooperative says of it."""

    code: str
    title: str
    state: Literal["proved", "partly", "missing"]
    comment: str
    explanation: str
    pieces: list[Piece]
    missing: list[str]


class Figure(TypedDict):
    """A figure with what makes it true: definition, day, position in the record, what it counts among."""

    name: str
    value: str
    definition: str
    day: str
    position: int
    base: str


class Disclosed(TypedDict):
    """What is said of a person because the jury needs it: by what right (RGPD art. 6), under which entry."""

    field: Literal["name", "email", "phone", "address"]
    words: str
    position: int
    purpose: str
    ground: Literal["consent", "duty"]
    basis: str


class Dossier(TypedDict):
    """`dossier`: the summary of a file of evidence. `caution` says what the template is worth today; the period goes
    from `since` (or the beginning) to `day`; `left_out` is how many pieces it does not show."""

    cooperative: Legal
    label: str
    caution: str
    since: str
    day: str
    left_out: int
    criteria: list[Criterion]
    figures: list[Figure]
    people: list[Disclosed]
    record: Head


class SignInCode(TypedDict):
    name: str
    college: str
    code: str


class SignInCodes(TypedDict):
    """`codes-de-connexion`: slips to cut and hand over; each code lets its holder in once, until a moment."""

    cooperative: Legal
    site: str
    until: Instant
    help: str
    people: list[SignInCode]
