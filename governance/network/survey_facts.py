"""What the record says of a questionnaire that the cooperative puts itself: its questions, whom it was sent to, the
answers, its publication. A survey made elsewhere is a `SurveyReported`.

Texts are public: organisations are named in them, never persons.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.network.facts import SurveyId
from governance.words import Day, Fact, PersonId, Public

QuestionId = NewType("QuestionId", str)
"""A slug: `q1`."""
ResponseId = NewType("ResponseId", str)


class Asks(Enum):
    """For words, for one of some options, for a number, for a function and how many hours of it a week."""

    WORDS = "words"
    CHOICE = "choice"
    NUMBER = "number"
    HOURS = "hours"


@dataclass(frozen=True)
class Question:
    question: QuestionId
    text: Public
    asks: Asks = Asks.WORDS
    options: tuple[Public, ...] = ()


@dataclass(frozen=True)
class QuestionnaireOpened(Fact):
    """`population`: how many are asked, of what `unit` (« structures »). `named`: each answer bears who gave it;
    otherwise nothing says whose it is."""

    tags = ((), ("survey",))
    survey: SurveyId
    title: Public
    questions: tuple[Question, ...]
    population: int
    unit: Public
    named: bool
    on: Day
    purpose: Public = Public("")


@dataclass(frozen=True)
class AskedCounted(Fact):
    """How many are asked, counted again: nobody answers beyond."""

    tags = (("survey",),)
    survey: SurveyId
    population: int
    on: Day


@dataclass(frozen=True)
class QuestionnaireSent(Fact):
    """To these people, by e-mail: they answer it, where it is named. Sent again to the same ones, it reminds them."""

    tags = (("survey",),)
    survey: SurveyId
    people: tuple[PersonId, ...]
    on: Day


@dataclass(frozen=True)
class Answer:
    """`said`: words, the option, the number as digits, or the function of which `hours` a week are wanted."""

    question: QuestionId
    said: Public
    hours: int | None = None


@dataclass(frozen=True)
class QuestionnaireAnswered(Fact):
    """One respondent. `person`: who answered a named questionnaire by herself. `paper`: entered for her."""

    tags = (("response",), ("survey",), ("survey", "person"))
    response: ResponseId
    survey: SurveyId
    answers: tuple[Answer, ...]
    on: Day
    person: PersonId | None = None
    paper: bool = False


@dataclass(frozen=True)
class QuestionnairePublished(Fact):
    """Nobody answers any more, and every member reads the results."""

    tags = (("survey",),)
    survey: SurveyId
    on: Day
