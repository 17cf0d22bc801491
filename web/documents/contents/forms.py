"""What a form says, by which one votes before a meeting."""

from typing import TypedDict

from web.documents.contents.meetings import Assembly, Ruling
from web.documents.contents.values import Legal


class Submitted(TypedDict):
    """A resolution as it is put to the vote."""

    number: int
    title: str
    text: str


class VotingForm(TypedDict):
    """`formulaire-de-vote`: C.com R225-76 to R225-78, blank. `secret`: the titles of those voted in the room alone."""

    cooperative: Legal
    assembly: Assembly
    resolutions: list[Submitted]
    secret: list[str]
    rules: list[Ruling]
