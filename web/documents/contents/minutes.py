"""What the minutes of an assembly say: the meeting, who was there, each resolution, what was not as the text says."""

from typing import Literal, TypedDict

from web.documents.contents.consultation import Consultation
from web.documents.contents.meetings import Assembly, Convened, LeftOpen, Quorum
from web.documents.contents.values import Head, Instant, Legal, Percent, Role


class Present(TypedDict):
    """The members of a collège who took part, in numbers: in the room, by a live link, by a power, by a form sent
    before. An advisory collège has no votes."""

    college: str
    advisory: bool
    members: int
    present: int
    remote: int
    represented: int
    by_form: int
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


class Candidate(TypedDict):
    """Somebody who stood, from the most votes. `fate`: `élu·e`."""

    name: str
    votes: int
    fate: str


class Round(TypedDict):
    """A round of an election: `Conseil d’administration, 3 sièges, tour 1`; by whom the urns were counted."""

    title: str
    candidates: list[Candidate]
    counted: str
    steps: list[str]


class Resolution(TypedDict):
    """A draft, how it was voted, and what became of it. `outcome` rests on `majority` and its `article`.

    `presented`: by whom, as a participle. `open_proxies` says how the powers that name nobody were counted.
    `text`: as it was voted; `amendments`: what became of each.
    `method` says in a sentence how the collèges make one result; without results: `d’un commun accord`.
    `deduced`: those in favour were not counted, but deduced from who was there; `counted`: how the voices came, and who
    counted them; `rounds`: those of the election that was held on it.
    """

    number: int
    title: str
    scope: Literal["ordinaire", "extraordinaire"]
    presented: str
    text: str
    amendments: str
    debates: str
    method: str
    results: list[CollegeResult]
    deduced: bool
    counted: list[str]
    rounds: list[Round]
    total_in_favour: Percent | None
    total_against: Percent | None
    steps: list[str]
    left_open: list[LeftOpen]
    open_proxies: str
    picture: Picture | None
    majority: str
    article: str
    outcome: Literal["adopted", "rejected", "second round", "election", "not put"]
    decision: str


class Irregularity(TypedDict):
    """What was not done as the text says, its article, and the largest effect it may have had on a result."""

    what: str
    article: str
    effect: str


class Incident(TypedDict):
    """A live link that failed (C.com R225-99, R223-24)."""

    at: Instant
    what: str
    effect: str


class Deficiency(TypedDict):
    """No quorum: the assembly could not deliberate (C.com R225-107). `next`: the second call, if known."""

    article: str
    next: Instant
    place: str


class Minutes(TypedDict):
    """`proces-verbal`: C.com R225-106 and R223-24. With a deficiency, it is a procès-verbal de carence; with a
    consultation, nobody met. `unread`: that nobody compared the rules with the statutes, or nothing. `errata`: what
    was corrected since, never above."""

    cooperative: Legal
    assembly: Assembly
    closed: Instant
    convened: Convened
    agenda: list[str]
    officers: list[Role]
    attendance: list[Present]
    participants: list[Participant]
    consultation: Consultation | None
    unread: str
    quorums: list[Quorum]
    documents: list[str]
    debates: str
    deficiency: Deficiency | None
    resolutions: list[Resolution]
    irregularities: list[Irregularity]
    incidents: list[Incident]
    signatories: list[Role]
    errata: list[str]
    record: Head
