"""What the papers of an assembly say: notice, proxy, attendance sheet. contents/minutes.py has its minutes."""

from typing import Literal, TypedDict

from web.documents.contents.values import Head, Instant, Legal, Role


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


class LeftOpen(TypedDict):
    """What the statutes do not say, and what each answer would have given, a line each."""

    question: str
    agreed: bool
    answers: list[str]


class Quorum(TypedDict):
    """Whether enough were there, for decisions `à titre ordinaire` or `à titre extraordinaire`, and why.

    `article` is the one that asks for it; `steps` redo the computation, a sentence each; `left_open` what it hangs on.
    """

    scope: str
    article: str
    base: str
    required: str
    reached: str
    met: bool
    steps: list[str]
    left_open: list[LeftOpen]


class Addressee(TypedDict):
    """A member as a letter names her; the address may have several lines."""

    name: str
    address: str
    college: str


class Draft(TypedDict):
    """A resolution put to the vote, and the majority that it needs. `presented`: by whom, as a participle."""

    number: int
    title: str
    scope: Literal["ordinaire", "extraordinaire"]
    presented: str
    text: str
    majority: str
    article: str


class Ruling(TypedDict):
    """How something is done: `Pouvoirs`, a sentence or more, the article that says so."""

    title: str
    text: str
    article: str


class Delay(TypedDict):
    """Full days between the sending and the meeting; `excuse` says why they are fewer than required."""

    days: int
    required: int
    article: str
    excuse: str


class Notice(TypedDict):
    """`convocation`: C.com R225-66, R223-20. `where`: how the documents can be read; `correction`: what changed since a
    first notice."""

    cooperative: Legal
    assembly: Assembly
    convened: Convened
    recipient: Addressee
    delay: Delay
    agenda: list[str]
    drafts: list[Draft]
    rules: list[Ruling]
    documents: list[str]
    where: str
    signatory: Role
    correction: str


class Notices(TypedDict):
    """The same for several, each on its own leaf: what is printed and folded."""

    cooperative: Legal
    letters: list[Notice]


class Attendee(TypedDict):
    """A member entitled to come. `by`: who holds her proxy; `signed`: what stands for her signature."""

    name: str
    address: str
    category: str
    shares: int | None
    votes: int
    by: str
    signed: str


class AttendeesOfCollege(TypedDict):
    college: str
    advisory: bool
    members: list[Attendee]


class AttendanceSheet(TypedDict):
    """`feuille-de-presence`: C.com R225-95. The annexed proxies and postal forms are counted."""

    cooperative: Legal
    assembly: Assembly
    colleges: list[AttendeesOfCollege]
    proxies: int
    postal: int
    officers: list[Role]
    record: Head


class Proxy(TypedDict):
    """`pouvoir`: C.com R225-79. Nobody (None), an empty holder: dotted lines to fill in by hand."""

    cooperative: Legal
    assembly: Assembly
    giver: Addressee | None
    holder: str
    agenda: list[str]
    rules: list[Ruling]
    reply: str


class FilledPower(TypedDict):
    """`code`: the signs of her line at this meeting; `svg`: the picture of them."""

    giver: Addressee
    code: str
    svg: str


class Powers(TypedDict):
    """`pouvoirs`: one power a member, on its own page, to be signed and given to whom she wants."""

    cooperative: Legal
    assembly: Assembly
    agenda: list[str]
    rules: list[Ruling]
    powers: list[FilledPower]
