"""What the case of an assembly says: everything that is needed in a hall without network."""

from typing import TypedDict

from web.documents.contents.forms import Submitted
from web.documents.contents.meetings import Assembly, AttendeesOfCollege, Proxy
from web.documents.contents.values import Legal, Role


class Needed(TypedDict):
    """The quorum of one kind of resolution, in words: `Il faut 30 personnes sur 146.`"""

    scope: str
    said: str
    article: str


class Card(TypedDict):
    """A voting card: whose it is, and how many votes she carries by what is known the day before."""

    name: str
    college: str
    votes: int


class OnTheAgenda(Submitted):
    """`persons`: it may be an election, with a tally sheet of its own."""

    persons: bool


class Case(TypedDict):
    """`mallette`. `blank_powers`: how many to print."""

    cooperative: Legal
    assembly: Assembly
    quorums: list[Needed]
    colleges: list[AttendeesOfCollege]
    officers: list[Role]
    power: Proxy
    blank_powers: int
    cards: list[Card]
    resolutions: list[OnTheAgenda]
    entitled: int
