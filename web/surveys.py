"""Questionnaires: written a question a line, sent by e-mail, answered by link or from paper, read with their base."""

import re
from contextlib import AbstractContextManager, nullcontext
from fractions import Fraction
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import PALABRE
from governance.counting.answers import found as added_up
from governance.network.facts import SurveyId
from governance.network.survey import (
    AnswerAnonymously,
    AnswerQuestionnaire,
    CountAsked,
    EnterResponse,
    OpenQuestionnaire,
    PublishQuestionnaire,
    SendQuestionnaire,
)
from governance.network.survey_facts import Answer, Asks, Question, QuestionId, ResponseId
from governance.words import PersonId, Public
from projections.membership.choice import Among
from projections.network import surveys
from web.counter import Gesture, Page, found, here, new, office, to, visitor
from web.edge.inputs import Count, FrenchDay, Name, PartialDay, Text
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.members import dated_today, today
from web.network import one_a_line
from web.pages import render
from web.tables import Column, Shape, Table
from web.visitor import board, everybody, members_and_officers, signed_in
from web.whom import Whom

_QUESTION = re.compile(r"(?P<text>.*?)\s*(?:\[(?P<asks>[^\]]*)\])?")
_ASKS = {"nombre": Asks.NUMBER, "heures": Asks.HOURS}


def questions(typed: str) -> tuple[Question, ...]:
    """A question a line: « Effectif ? [nombre] », « Fonction [heures] », « Où ? [Gap ; Embrun] », or words."""
    return tuple(_question(f"q{rank}", line) for rank, line in enumerate(one_a_line(typed), 1))


def _question(name: str, line: str) -> Question:
    read = _QUESTION.fullmatch(line)
    words, asks = (read["text"], read["asks"]) if read else (line, None)
    if asks is None:
        return Question(QuestionId(name), Public(words))
    if asks.strip() in _ASKS:
        return Question(QuestionId(name), Public(words), _ASKS[asks.strip()])
    options = tuple(Public(one.strip()) for one in asks.split(";") if one.strip())
    return Question(QuestionId(name), Public(words), Asks.CHOICE, options)


def of(request: Request) -> SurveyId:
    return SurveyId(request.path_params["survey"])


def the_one(db: Connection[DictRow], request: Request) -> dict[str, Any]:
    """The questionnaire of this address with its questions; a 404 without it."""
    one: dict[str, Any] = found(surveys.of(db, of(request)))
    asked = [
        Question(each["question"], each["text"], Asks(each["asks"]), tuple(each.get("options") or ()))
        for each in one["questions"]
    ]
    return {**one, "questions": asked}


def known(request: Request) -> dict[str, Any]:
    """What a form about a questionnaire shows besides itself: its questions, and the options of each as pairs."""
    with office(request).reading() as db:
        one = the_one(db, request)
    return {
        "one": one,
        "options": {each.question: [(said, said) for said in each.options] for each in one["questions"]},
    }


def index(request: Request) -> Response:
    with office(request).reading() as db:
        listed = surveys.every(db)
    return render(request, "surveys/index.html", {"listed": listed, "keeps": board(visitor(request))})


def show(request: Request) -> Response:
    """Results once they are published; before, to those who hold it."""
    who, keeps = visitor(request), board(visitor(request))
    with office(request).reading() as db:
        one = the_one(db, request)
        answered = surveys.has_answered(db, one["id"], who.person)
        is_asked = surveys.is_asked(db, one["id"], who.person)
        responses = surveys.responses(db, one["id"])
        asked = surveys.asked(db, one["id"]) if keeps else []
    given = [[_answer(each) for each in row["answers"]] for row in responses]
    shown = {
        "one": one,
        "respondents": len(responses),
        "share": Fraction(len(responses), one["population"]),
        "papers": sum(row["paper"] for row in responses),
        "results": [added_up(question, given) for question in one["questions"]] if keeps or one["published"] else [],
        "asked": asked,
        "answered": answered,
        "may_answer": is_asked if one["named"] else len(responses) < one["population"],
        "keeps": keeps,
    }
    return render(request, "surveys/show.html", shown)


def _answer(row: dict[str, Any]) -> Answer:
    return Answer(row["question"], row["said"], row.get("hours"))


class Opening(BaseModel):
    title: Name
    purpose: Text | None = None
    questions: Text
    population: Count
    unit: Name
    named: bool
    on: PartialDay


def open_(form: Opening, request: Request, gesture: str) -> OpenQuestionnaire:
    title, unit, purpose = Public(form.title), Public(form.unit), Public(form.purpose or "")
    asked = questions(form.questions)
    return OpenQuestionnaire(SurveyId(gesture), title, asked, form.population, unit, form.named, form.on, purpose)


class Sending(BaseModel):
    people: list[str] = []
    on: FrenchDay


def recipients(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"one": the_one(db, request), "people": Whom(request, Among.PERSON)}


def silent(request: Request) -> dict[str, Any]:
    """Whom to remind: those to whom it was sent, and of whom no answer is known."""
    with office(request).reading() as db:
        return {"on": today(), "people": [row["id"] for row in surveys.asked(db, of(request)) if not row["answered"]]}


def send(form: Sending, request: Request, gesture: str) -> SendQuestionnaire:
    return SendQuestionnaire(of(request), tuple(map(PersonId, form.people)), form.on)


class Reply(BaseModel):
    """What was answered to each question, under its name, and how many hours of a function."""

    said: dict[str, Text] = {}
    hours: dict[str, Count] = {}
    on: FrenchDay | None = None

    def answers(self) -> tuple[Answer, ...]:
        return tuple(
            Answer(QuestionId(question), Public(said), self.hours.get(question)) for question, said in self.said.items()
        )


def answer(form: Reply, request: Request, gesture: str) -> AnswerQuestionnaire:
    return AnswerQuestionnaire(of(request), ResponseId(gesture), form.answers(), visitor(request).person)


def answer_anonymously(form: Reply, request: Request, gesture: str) -> AnswerAnonymously:
    return AnswerAnonymously(of(request), ResponseId(gesture), form.answers())


def enter(form: Reply, request: Request, gesture: str) -> EnterResponse:
    return EnterResponse(of(request), ResponseId(gesture), form.answers(), form.on or today())


def thanks(request: Request) -> Response:
    return render(request, "surveys/thanks.html", known(request))


class Counted(BaseModel):
    population: Count
    on: FrenchDay


def as_counted(request: Request) -> dict[str, Any]:
    return {"population": known(request)["one"]["population"], "on": today()}


def count(form: Counted, request: Request, gesture: str) -> CountAsked:
    return CountAsked(of(request), form.population, form.on)


class Publishing(BaseModel):
    on: FrenchDay


def publish(form: Publishing, request: Request, gesture: str) -> PublishQuestionnaire:
    return PublishQuestionnaire(of(request), form.on)


def whole(request: Request) -> AbstractContextManager[Table]:
    """A line a respondent, a column a question; nobody is named."""
    with office(request).reading() as db:
        one, responses = the_one(db, request), surveys.responses(db, of(request))
    columns = [Column("happened", lazy("Le"), Shape.DAY)]
    columns += [Column(each.question, each.text, width=4) for each in one["questions"]]
    rows = [{"happened": row["happened"], **_cells(one["questions"], row)} for row in responses]
    return nullcontext(Table("reponses", one["title"], tuple(columns), rows))


def _cells(asked: list[Question], row: DictRow) -> dict[str, str | None]:
    given = {each["question"]: each for each in row["answers"]}
    return {one.question: _cell(given[one.question]) if one.question in given else None for one in asked}


def _cell(given: dict[str, Any]) -> str:
    return f"{given['said']} ({given['hours']} h)" if given.get("hours") else str(given["said"])


back = to("questionnaire", survey=here("survey"))
thanked = to("questionnaire_thanks", survey=here("survey"))
routes = [
    Page("/reseau/questionnaires", "questionnaires", members_and_officers, index),
    Gesture(Opening, "surveys/open.html", open_, to("questionnaire", survey=new), initial=dated_today).page(
        "/reseau/questionnaires/nouveau", "open_questionnaire", board
    ),
    exported("/questionnaires/{survey}/reponses", "responses", board, whole),
    Page("/questionnaires/{survey}", "questionnaire", signed_in, show),
    Gesture(Sending, "surveys/send.html", send, back, recipients, silent).page(
        "/questionnaires/{survey}/envoi", "send_questionnaire", board
    ),
    Gesture(Reply, "surveys/answer.html", answer, thanked, known).page(
        "/questionnaires/{survey}/reponse", "answer_questionnaire", signed_in
    ),
    Gesture(Reply, "surveys/answer.html", answer_anonymously, thanked, known, author=lambda request: PALABRE).page(
        "/questionnaires/{survey}/reponse-anonyme", "answer_anonymously", everybody
    ),
    Gesture(Reply, "surveys/enter.html", enter, back, known, dated_today).page(
        "/questionnaires/{survey}/papier", "enter_response", board
    ),
    Gesture(Counted, "surveys/count.html", count, back, known, as_counted).page(
        "/questionnaires/{survey}/nombre", "count_asked", board
    ),
    Gesture(Publishing, "surveys/publish.html", publish, back, known, dated_today).page(
        "/questionnaires/{survey}/publication", "publish_questionnaire", board
    ),
    Page("/questionnaires/{survey}/merci", "questionnaire_thanks", everybody, thanks),
]
