"""What the minutes of a written consultation say instead of a presence: who was asked, and what each one answered."""

from typing import TypedDict

from web.documents.contents.values import Instant


class Turnout(TypedDict):
    """How many members of a collège answered one question at least."""

    college: str
    advisory: bool
    members: int
    answered: int


class Answers(TypedDict):
    """What a member answered, in the order of the agenda, empty where she did not; `by` whom, if she gave her power."""

    name: str
    college: str
    by: str
    choices: list[str]


class Consultation(TypedDict):
    """From `opened` to `until`, by the `article` that allows it. The answers are annexed (C.com R223-24)."""

    opened: Instant
    until: Instant
    article: str
    turnout: list[Turnout]
    numbers: list[int]
    answers: list[Answers]
