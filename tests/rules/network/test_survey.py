"""Asking: what a questionnaire may ask, who may answer it and once, what the answers add up to with their base."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.command import PALABRE
from governance.counting.answers import compatible, found
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
from governance.network.survey_facts import (
    Answer,
    AskedCounted,
    Asks,
    Question,
    QuestionId,
    QuestionnaireAnswered,
    QuestionnaireOpened,
    QuestionnairePublished,
    QuestionnaireSent,
    ResponseId,
)
from governance.words import Day, PersonId, Public
from tests.gwt import given

JOBS, LEA, TOM = SurveyId("emploi"), PersonId("lea"), PersonId("tom")
ON, TODAY = Day("2018-01-10"), Day("2026-03-02")
WANTED = Question(QuestionId("q1"), Public("Fonction recherchée"), Asks.HOURS)
STAFF = Question(QuestionId("q2"), Public("Effectif"), Asks.NUMBER)
TOWN = Question(QuestionId("q3"), Public("Où ?"), Asks.CHOICE, (Public("Gap"), Public("Embrun")))
FREE = Question(QuestionId("q4"), Public("Vos besoins"))
open_ = OpenQuestionnaire(JOBS, Public("Emploi"), (WANTED, STAFF, TOWN, FREE), 310, Public("structures"), True, ON)
opened = QuestionnaireOpened(**vars(open_))
anonymous = replace(opened, named=False)
sent = QuestionnaireSent(JOBS, (LEA, TOM), ON)
published = QuestionnairePublished(JOBS, ON)


def said(question: Question, words: str, hours: int | None = None) -> Answer:
    return Answer(question.question, Public(words), hours)


REPLY = (said(WANTED, "Comptable", 7), said(STAFF, "12"), said(TOWN, "Gap"))
answer = AnswerQuestionnaire(JOBS, ResponseId("r"), REPLY, LEA)
answered = QuestionnaireAnswered(ResponseId("r"), JOBS, REPLY, TODAY, LEA)


def test_it_opens_once_with_questions_that_can_be_answered():
    given().when(open_).then(opened)
    given(opened).when(open_).then()
    given().when(replace(open_, questions=())).refused("nothing-asked")
    given().when(replace(open_, population=0)).refused("survey-of-nobody")
    given().when(replace(open_, questions=(replace(TOWN, options=()),))).refused(
        "question-needs-options", question="Où ?"
    )
    given().when(replace(open_, questions=(replace(FREE, options=TOWN.options),))).refused("question-needs-options")


def test_it_is_sent_and_sent_again_as_a_reminder():
    send = SendQuestionnaire(JOBS, (LEA, TOM), ON)
    given(opened).when(send).then(sent)
    given(opened, sent).when(send).then()
    again = replace(send, people=(TOM,), on=Day("2018-02-10"))
    given(opened, sent).when(again).then(QuestionnaireSent(JOBS, (TOM,), Day("2018-02-10")))
    given(opened).when(replace(send, people=())).refused("sent-to-nobody")
    given(opened, published).when(send).refused("questionnaire-published")


def test_a_named_one_is_answered_by_those_who_were_asked_themselves_and_once():
    given(opened, sent).when(answer, LEA).then(answered)
    given(opened).when(answer, LEA).refused("not-asked")
    given(opened, sent, answered).when(answer, LEA).then()
    given(opened, sent, answered).when(replace(answer, response=ResponseId("s")), LEA).refused("already-answered")
    given(opened).when(answer, TOM).refused("not-about-you")
    given(anonymous).when(answer, LEA).refused("questionnaire-anonymous")


def test_an_anonymous_one_says_nothing_of_who_answered():
    nobody = AnswerAnonymously(JOBS, ResponseId("r"), REPLY)
    given(anonymous).when(nobody, PALABRE).then(replace(answered, person=None))
    given(opened).when(nobody, PALABRE).refused("questionnaire-named")


def test_paper_is_entered_for_its_day_and_nothing_after_publication():
    paper = EnterResponse(JOBS, ResponseId("p"), REPLY, ON)
    given(opened).when(paper).then(QuestionnaireAnswered(ResponseId("p"), JOBS, REPLY, ON, paper=True))
    given(opened).when(PublishQuestionnaire(JOBS, ON)).then(published)
    given(opened, published).when(PublishQuestionnaire(JOBS, ON)).then()
    given(opened, published).when(paper).refused("questionnaire-published")
    given(opened, sent, published).when(answer, LEA).refused("questionnaire-published")
    given().when(paper).refused("unknown-questionnaire")


def test_nobody_answers_beyond_those_who_are_asked_until_they_are_counted_again():
    of_one = replace(anonymous, population=1)
    nobody = AnswerAnonymously(JOBS, ResponseId("s"), REPLY)
    count = CountAsked(JOBS, 2, ON)
    counted = AskedCounted(JOBS, 2, ON)

    given(of_one, answered).when(nobody, PALABRE).refused("all-have-answered", population=1)
    given(of_one, answered).when(count).then(counted)
    given(of_one, answered, counted).when(count).then()
    given(of_one, answered, counted).when(nobody, PALABRE).then(
        replace(answered, response=nobody.response, person=None)
    )
    given(anonymous, answered).when(replace(count, population=0)).refused("fewer-asked-than-answered", respondents=1)
    given(of_one, published).when(count).refused("questionnaire-published")


@pytest.mark.parametrize(
    "wrong",
    [said(STAFF, "douze"), said(TOWN, "Paris"), said(WANTED, "Comptable"), said(FREE, "Un juriste", 3)],
)
def test_an_answer_that_does_not_fit_its_question_is_refused(wrong):
    given(opened, sent).when(replace(answer, answers=(wrong,)), LEA).refused("answer-not-fitting")


def test_an_answer_to_nothing_is_refused():
    given(opened, sent).when(replace(answer, answers=()), LEA).refused("nothing-answered")
    unknown = Answer(QuestionId("q9"), Public("oui"))
    given(opened, sent).when(replace(answer, answers=(unknown,)), LEA).refused("unknown-question")


def test_results_keep_their_base():
    responses = [REPLY, (said(WANTED, "comptable", 10), said(TOWN, "Gap")), (said(TOWN, "Embrun"), said(FREE, "Local"))]

    town, wanted = found(TOWN, responses), found(WANTED, responses)
    assert (town.base, town.options, town.share("Gap")) == (3, {"Gap": 2, "Embrun": 1}, Fraction(2, 3))
    assert (wanted.base, wanted.functions) == (2, {"Comptable": (2, 17)})
    assert (found(STAFF, responses).base, found(STAFF, responses).total) == (1, 12)
    assert found(FREE, responses).words == ("Local",)
    assert found(TOWN, []).share("Gap") == 0


def test_a_printed_percentage_stands_for_few_whole_counts():
    assert compatible(54, 28) == (15,)
    assert compatible(50, 3) == ()
