"""The révision coopérative followed: the réviseur, his report, each point until it is closed, and formal notice."""

from dataclasses import replace

import pytest

from governance.evidence.find import AnswerFinding, CloseFinding, RaiseFinding, ReopenFinding
from governance.evidence.follow_breach import Awaited, FollowBreach, awaited
from governance.evidence.name_reviser import NameReviser
from governance.evidence.report_revision import DiscussReport, OpenReport, ReceiveReport
from governance.evidence.revision_facts import (
    Bar,
    BreachFollowed,
    FindingAnswered,
    FindingClosed,
    FindingId,
    FindingRaised,
    FindingReopened,
    ReportDiscussed,
    ReportOpened,
    Reviser,
    ReviserNamed,
    Step,
    Weight,
    YearResultStated,
)
from governance.evidence.state_result import StateYearResult
from governance.evidence.trace_facts import Kind, thing
from governance.membership.facts import Cause, MemberAdmitted, MemberLeft, OfficeTaken
from governance.statutes.facts import Organ
from governance.words import AssemblyId, CategoryId, Cents, Day, MemberId, Office, PersonId, Public
from tests.gwt import given
from tests.rules.evidence.label import TERRITORY, attached
from tests.rules.evidence.revised import (
    MAYA,
    POINT,
    REVISION,
    UNION,
    assembly,
    breach,
    maya,
    named,
    opened,
    report,
)

piece = attached("carte", TERRITORY)
PROOF = thing(Kind.PIECE, "carte")
TODAY = Day("2026-03-02")


def naming(main: Reviser = UNION, deputy: Reviser | None = None, on: str = "2026-01-15") -> NameReviser:
    return NameReviser(REVISION, Day(on), main, deputy)


def test_the_assembly_names_a_reviser_and_his_deputy_and_twice_is_once():
    both = ReviserNamed(REVISION, Day("2026-01-15"), UNION, MAYA)

    given(maya).when(naming(deputy=MAYA)).then(both)
    given(maya, both).when(naming(deputy=MAYA)).then()


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (naming(Reviser()), "organisation-or-person"),
        (naming(Reviser(Public("Union"), PersonId("maya"))), "organisation-or-person"),
        (naming(deputy=Reviser(Public("union des Réviseurs "))), "deputy-is-the-reviser"),
        (naming(Reviser(person=PersonId("personne"))), "unknown-person"),
        (naming(on="2026-04"), "revision-day-needed"),
        (naming(on="2026-04-01"), "day-to-come"),
    ],
)
def test_whom_the_assembly_cannot_have_named(asked, reason):
    given(maya).when(asked).refused(reason)


def admitted(left: str = "") -> list:
    member = MemberId("maya")
    came = MemberAdmitted(member, CategoryId("c"), None, Day("2012-01-01"))
    return [came, *([MemberLeft(member, Cause.WITHDRAWAL, Day(left))] if left else [])]


@pytest.mark.parametrize(
    ("past", "bars"),
    [
        ([], ()),
        (admitted(), (Bar.MEMBER,)),
        (admitted("2021-01-16"), (Bar.MEMBER,)),
        (admitted("2021-01-15"), ()),
        ([OfficeTaken(PersonId("maya"), Office.CHAIR, Day("2015"))], (Bar.OFFICER,)),
        ([OfficeTaken(PersonId("maya"), Office.BOARD, Day("2015"), until=Day("2020-12-31"))], ()),
        ([OfficeTaken(PersonId("maya"), Office.AUDITOR, Day("2015"))], ()),
    ],
)
def test_who_was_of_the_house_less_than_five_years_ago_is_named_with_what_bars_her(past, bars):
    """Décret 2015-706, art. 6. What the assembly did is written; what is wrong with it too."""
    [fact] = given(maya, *past).when(naming(MAYA)).gained()

    assert fact.main.bars == bars


def test_a_report_comes_for_a_revision_that_was_given_to_somebody_then_members_may_read_it():
    came = ReceiveReport(REVISION, report.on, report.digest, report.size, report.media_type)

    given(named).when(came).then(report)
    given(named, report).when(came).then()
    given().when(came).refused("unknown-revision")
    given(named, report).when(OpenReport(REVISION, Day("2026-02-20"))).then(ReportOpened(REVISION, Day("2026-02-20")))
    given(named, report).when(OpenReport(REVISION, Day("2026-02-09"))).refused("opened-before-it-came", on=report.on)
    given(named).when(OpenReport(REVISION, Day("2026-02-20"))).refused("no-report-yet")


def test_a_report_is_discussed_by_an_assembly_that_was_held():
    discussed = DiscussReport(REVISION, AssemblyId("ag"))
    board = replace(assembly, organ=Organ.BOARD)

    given(named, report, assembly, opened).when(discussed).then(
        ReportDiscussed(REVISION, AssemblyId("ag"), Day("2026-02-28"))
    )
    given(named, report, assembly).when(discussed).refused("assembly-not-held")
    given(named, report, board, opened).when(discussed).refused("discussed-by-an-assembly")
    given(named, assembly, opened).when(discussed).refused("no-report-yet")


def test_a_point_is_raised_answered_closed_by_what_proves_it_and_opened_again():
    answer = AnswerFinding(POINT, Public("Changer les statuts"), Public("la présidence"), Day("2026-09-30"))
    answered = FindingAnswered(POINT, answer.measures, answer.owner, answer.due, TODAY)
    closed = FindingClosed(POINT, PROOF, TODAY)

    given(named, report).when(RaiseFinding(POINT, REVISION, breach.weight, breach.text)).then(breach)
    given(named).when(RaiseFinding(POINT, REVISION, breach.weight, breach.text)).refused("no-report-yet")
    given(breach).when(answer).then(answered)
    given(breach, answered).when(answer).then()
    given(breach, piece).when(CloseFinding(POINT, PROOF, TODAY)).then(closed)
    given(breach, piece, closed).when(CloseFinding(POINT, PROOF, TODAY)).then()
    given(breach, piece, closed).when(answer).refused("finding-closed")
    given(breach, closed).when(ReopenFinding(POINT, Public("Rien n’a changé"))).then(
        FindingReopened(POINT, Public("Rien n’a changé"), TODAY)
    )
    given(breach).when(ReopenFinding(POINT, Public("Rien n’a changé"))).then()


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (AnswerFinding(POINT, Public(" "), Public("la présidence"), Day("2026-09-30")), "answer-without-words"),
        (AnswerFinding(POINT, Public("Changer"), Public("la présidence"), Day("2026-09")), "revision-day-needed"),
        (AnswerFinding(FindingId("p2"), Public("a"), Public("b"), Day("2026-09-30")), "unknown-finding"),
        (CloseFinding(POINT, thing(Kind.PIECE, "lune"), TODAY), "unknown-thing"),
        (CloseFinding(POINT, thing(Kind.FINDING, "p1"), TODAY), "unknown-thing"),
        (CloseFinding(POINT, PROOF, Day("2026-03-03")), "day-to-come"),
        (RaiseFinding(FindingId("p2"), REVISION, Weight.RESERVATION, Public(" ")), "finding-without-words"),
    ],
)
def test_what_follows_a_point_must_be_said_in_full(asked, reason):
    given(named, report, breach, piece).when(asked).refused(reason)


notice = BreachFollowed(REVISION, Step.NOTICE, Day("2026-02-12"), Day("2026-05-12"))
referred = BreachFollowed(REVISION, Step.REFERRED, Day("2026-05-20"))


def step(said: BreachFollowed) -> FollowBreach:
    return FollowBreach(said.revision, said.step, said.on, said.until)


def test_formal_notice_wants_a_breach_and_a_day_and_its_steps_come_in_their_order():
    """L47 art. 25-3."""
    told = (named, report, breach)
    reservation = FindingRaised(POINT, REVISION, Weight.RESERVATION, Public("Un registre"), report.on)

    given(*told).when(step(notice)).then(notice)
    given(*told, notice).when(step(notice)).then()
    given(named, report, reservation).when(step(notice)).refused("no-breach")
    given(*told).when(FollowBreach(REVISION, Step.NOTICE, Day("2026-02-12"))).refused("notice-without-day")
    given(*told).when(FollowBreach(REVISION, Step.REFERRED, TODAY)).refused("step-out-of-order")


@pytest.mark.parametrize(("on", "refused"), [("2026-02-11", True), ("2026-02-12", False), ("2026-02", False)])
def test_no_step_comes_before_the_one_that_it_follows(on, refused):
    complied = BreachFollowed(REVISION, Step.COMPLIED, Day(on))
    outcome = given(named, report, breach, notice).when(step(complied))

    if refused:
        outcome.refused("step-before-the-last", on=notice.on)
    else:
        outcome.then(complied)


@pytest.mark.parametrize(
    ("steps", "day", "coming"),
    [
        ((), "2026-03-02", None),
        ((notice,), "2026-05-12", Awaited(Step.COMPLIED, Day("2026-05-12"))),
        ((notice,), "2026-05-13", Awaited(Step.REFERRED, Day("2026-05-27"))),
        ((notice, referred), "2026-05-21", Awaited(Step.PROPOSED, Day("2026-06-20"))),
        ((notice, BreachFollowed(REVISION, Step.COMPLIED, Day("2026-05-01"))), "2026-05-13", None),
    ],
)
def test_a_breach_that_lasts_is_referred_within_fifteen_days_and_answered_within_a_month(steps, day, coming):
    assert awaited(steps, Day(day)) == coming


def test_the_result_of_a_year_is_stated_once_and_corrected():
    lost = YearResultStated(Day("2025-12-31"), Cents(-100_00))

    given().when(StateYearResult(lost.closing, lost.result)).then(lost)
    given(lost).when(StateYearResult(lost.closing, lost.result)).then()
    given(lost).when(StateYearResult(lost.closing, Cents(-90_00))).then(YearResultStated(lost.closing, Cents(-90_00)))
    given().when(StateYearResult(Day("2026-12-31"), Cents(1))).refused("day-to-come")
