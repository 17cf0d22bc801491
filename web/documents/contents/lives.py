"""What the papers of a membership say."""

from typing import TypedDict

from web.documents.contents.meetings import Addressee
from web.documents.contents.values import Legal


class Paper(TypedDict, total=False):
    """One step of a life: its kind, whom it is written to, its day, its entry; and what that kind has to say.

    Amounts in cents; days as `Day` texts; `words`: a reason, as it was given; names of categories, collèges and organs;
    `lots`: so many shares of such a nominal value; `terms`: so much by such a day; `late`: who died, whose
    heirs are written to.
    """

    kind: str
    to: Addressee
    day: str
    position: int
    signatory: str
    words: str
    category: str
    college: str
    organ: str
    minutes: str
    article: str
    next: str
    candidate: bool
    capital: bool
    shares: int
    nominal: int
    amount: int
    reference: str
    effective: str
    assembly_on: str
    came: bool
    cause: str
    missed: int
    year: str
    owed: int
    votes: bool
    lots: list[list[int]]
    giver: Addressee
    receiver: Addressee
    decision: str
    early: str
    closing: str
    rate: str
    back: int
    unpaid: int
    lost: str
    due: int
    paid: int
    terms: list[list[str | int]]
    late: str
    was: str


class Papers(TypedDict):
    """`lettre`: one or several, a page each."""

    cooperative: Legal
    letters: list[Paper]
