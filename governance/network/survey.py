"""Asking: a questionnaire is opened, sent, answered by link or from paper, published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.herself import check_herself
from governance.network.check import BOARD, check_told
from governance.network.facts import SurveyId
from governance.network.survey_facts import (
    Answer,
    AskedCounted,
    Asks,
    Question,
    QuestionnaireAnswered,
    QuestionnaireOpened,
    QuestionnairePublished,
    QuestionnaireSent,
    ResponseId,
)
from governance.words import Day, Fact, Office, PersonId, Public, legal_day


def _opened(facts: Iterable[Fact]) -> QuestionnaireOpened:
    for fact in facts:
        if isinstance(fact, QuestionnaireOpened):
            return fact
    raise Refused("unknown-questionnaire")


def _check_not_published(facts: Iterable[Fact]) -> None:
    if any(isinstance(fact, QuestionnairePublished) for fact in facts):
        raise Refused("questionnaire-published")


@dataclass(frozen=True)
class OpenQuestionnaire:
    may = BOARD
    survey: SurveyId
    title: Public
    questions: tuple[Question, ...]
    population: int
    unit: Public
    named: bool
    on: Day
    purpose: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(QuestionnaireOpened, survey=self.survey)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        new = QuestionnaireOpened(**vars(self))
        known = list(facts)
        if known == [new]:
            return []
        if known:
            raise Refused("already-reported")
        check_told(self.on, now, self.title, self.unit, *(one.text for one in self.questions))
        if self.population < 1:
            raise Refused("survey-of-nobody")
        if not self.questions:
            raise Refused("nothing-asked")
        for one in self.questions:
            if (one.asks is Asks.CHOICE) != (len(set(one.options)) > 1):
                raise Refused("question-needs-options", question=one.text)
        return [new]


@dataclass(frozen=True)
class CountAsked:
    """How many are asked was counted wrong, or has changed: never fewer than have answered."""

    may = BOARD
    survey: SurveyId
    population: int
    on: Day

    def boundary(self) -> list[About]:
        return _about_answers(self.survey)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if _population(known) == self.population:
            return []
        _check_not_published(known)
        if self.population < max(1, len(_answers(known))):
            raise Refused("fewer-asked-than-answered", respondents=len(_answers(known)))
        check_told(self.on, now)
        return [AskedCounted(**vars(self))]


@dataclass(frozen=True)
class SendQuestionnaire:
    """Or remind of it: to whom it goes is chosen by whoever sends."""

    may = BOARD
    survey: SurveyId
    people: tuple[PersonId, ...]
    on: Day

    def boundary(self) -> list[About]:
        kinds = (QuestionnaireOpened, QuestionnairePublished, QuestionnaireSent)
        return [about(kind, survey=self.survey) for kind in kinds]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        sent = QuestionnaireSent(self.survey, self.people, self.on)
        if sent in known:
            return []
        _opened(known)
        _check_not_published(known)
        if not self.people:
            raise Refused("sent-to-nobody")
        check_told(self.on, now)
        return [sent]


@dataclass(frozen=True)
class AnswerQuestionnaire:
    """A named one, by somebody to whom it was sent, herself, once: a whole room may answer at the same moment."""

    may = frozenset({Office.ANYONE})
    survey: SurveyId
    response: ResponseId
    answers: tuple[Answer, ...]
    person: PersonId

    def boundary(self) -> list[About]:
        mine = about(QuestionnaireAnswered, survey=self.survey, person=self.person)
        return [*_about_asked(self.survey), about(QuestionnaireSent, survey=self.survey), mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if _is_given(known, self.response):
            return []
        check_herself(by, self.person)
        if not _opened(known).named:
            raise Refused("questionnaire-anonymous")
        if not any(isinstance(fact, QuestionnaireSent) and self.person in fact.people for fact in known):
            raise Refused("not-asked")
        if any(fact.person == self.person for fact in _answers(known)):
            raise Refused("already-answered")
        return [_answered(self.survey, self.response, self.answers, known, legal_day(now), person=self.person)]


@dataclass(frozen=True)
class AnswerAnonymously:
    """Whoever has the link: written by Palabre, which knows not whose it is; it may come twice from the same hand."""

    may = frozenset({Office.WORKER})
    survey: SurveyId
    response: ResponseId
    answers: tuple[Answer, ...]

    def boundary(self) -> list[About]:
        return _about_answers(self.survey)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if _is_given(known, self.response):
            return []
        if _opened(known).named:
            raise Refused("questionnaire-named")
        return [_answered(self.survey, self.response, self.answers, known, legal_day(now))]


@dataclass(frozen=True)
class EnterResponse:
    """From paper, or from a telephone: who answered is not written."""

    may = BOARD
    survey: SurveyId
    response: ResponseId
    answers: tuple[Answer, ...]
    on: Day

    def boundary(self) -> list[About]:
        return _about_answers(self.survey)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if _is_given(known, self.response):
            return []
        check_told(self.on, now)
        return [_answered(self.survey, self.response, self.answers, known, self.on, paper=True)]


@dataclass(frozen=True)
class PublishQuestionnaire:
    may = BOARD
    survey: SurveyId
    on: Day

    def boundary(self) -> list[About]:
        return _about_asked(self.survey)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _opened(known)
        if any(isinstance(fact, QuestionnairePublished) for fact in known):
            return []
        check_told(self.on, now)
        return [QuestionnairePublished(self.survey, self.on)]


def _about_asked(survey: SurveyId) -> list[About]:
    return [about(kind, survey=survey) for kind in (QuestionnaireOpened, QuestionnairePublished)]


def _about_answers(survey: SurveyId) -> list[About]:
    """All of them: where nobody is named, they are as many as were asked, at most."""
    return [*_about_asked(survey), *(about(kind, survey=survey) for kind in (AskedCounted, QuestionnaireAnswered))]


def _answers(known: Iterable[Fact]) -> list[QuestionnaireAnswered]:
    return [fact for fact in known if isinstance(fact, QuestionnaireAnswered)]


def _is_given(known: Iterable[Fact], response: ResponseId) -> bool:
    return any(fact.response == response for fact in _answers(known))


def _population(known: Iterable[Fact]) -> int:
    """As it was counted last."""
    facts = list(known)
    counted = [fact.population for fact in facts if isinstance(fact, AskedCounted)]
    return counted[-1] if counted else _opened(facts).population


def _answered(
    survey: SurveyId,
    response: ResponseId,
    answers: tuple[Answer, ...],
    facts: list[Fact],
    on: Day,
    person: PersonId | None = None,
    paper: bool = False,
) -> QuestionnaireAnswered:
    """Refused where it is over, where all those who were asked have answered, where an answer does not fit."""
    asked = {one.question: one for one in _opened(facts).questions}
    _check_not_published(facts)
    if len(_answers(facts)) >= (population := _population(facts)):
        raise Refused("all-have-answered", population=population)
    if not answers:
        raise Refused("nothing-answered")
    for answer in answers:
        _check_fits(asked.get(answer.question), answer)
    return QuestionnaireAnswered(response, survey, answers, on, person, paper)


def _check_fits(question: Question | None, answer: Answer) -> None:
    if question is None:
        raise Refused("unknown-question")
    fits = {
        Asks.WORDS: bool(answer.said.strip()),
        Asks.CHOICE: answer.said in question.options,
        Asks.NUMBER: answer.said.isascii() and answer.said.isdecimal(),
        Asks.HOURS: bool(answer.said.strip()) and bool(answer.hours),
    }
    if not fits[question.asks] or (answer.hours is not None and question.asks is not Asks.HOURS):
        raise Refused("answer-not-fitting", question=question.text)
