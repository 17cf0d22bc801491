"""What is told of the territory: groups, meetings, surveys with their base, visions, proposals that decide nothing."""

from dataclasses import replace

import pytest

from governance.decision.facts import DecisionRecorded
from governance.network.facts import (
    GroupFormed,
    GroupId,
    MeetingId,
    MeetingReported,
    NeedId,
    NeedStated,
    ProposalId,
    ProposalMade,
    ShareReported,
    SurveyId,
    SurveyReported,
    VisionId,
    VisionStated,
)
from governance.network.form_group import FormGroup
from governance.network.propose import Propose
from governance.network.report_meeting import ReportMeeting
from governance.network.report_survey import ReportSurvey, Share
from governance.network.state_vision import StateVision
from governance.words import Day, Public
from tests.gwt import given

FORUM = Day("2018-11-06")
form = FormGroup(GroupId("g"), Public("Structures proactives"), Public("Préparer la SCIC."), Day("2018-12"))
formed = GroupFormed(form.group, form.name, form.purpose, form.on)
meet = ReportMeeting(
    MeetingId("m"),
    Public("Forum de l’ESS"),
    FORUM,
    Public("Embrun"),
    (Public("UDESS 05"), Public("CEIS")),
    at_least=20,
)
met = MeetingReported(**vars(meet))
survey = ReportSurvey(
    survey=SurveyId("s"),
    title=Public("Besoins de coopération"),
    on=Day("2018"),
    population=310,
    respondents=28,
    unit=Public("établissements"),
    conducted_by=Public("CEIS"),
    needs=(Public("Locaux"), Public("Formation")),
    shares=(Share(Public("Ont besoin d’une structure dédiée"), 54),),
)
surveyed = (
    SurveyReported(survey.survey, survey.title, survey.on, 310, 28, survey.unit, survey.conducted_by),
    NeedStated(NeedId("s.1"), survey.survey, Public("Locaux")),
    NeedStated(NeedId("s.2"), survey.survey, Public("Formation")),
    ShareReported(survey.survey, Public("Ont besoin d’une structure dédiée"), 54),
)
state = StateVision(VisionId("v"), Public("Une SCIC de dix structures."), Day("2023"), FORUM, Public("Atelier 5"))
stated = VisionStated(**vars(state))
propose = Propose(ProposalId("p"), Public("Monter un dossier de candidature."), Public("CEIS"), FORUM)
proposed = ProposalMade(**vars(propose))

REPORTS = [(form, (formed,)), (meet, (met,)), (survey, surveyed), (state, (stated,)), (propose, (proposed,))]


@pytest.mark.parametrize(("report", "facts"), REPORTS)
def test_a_report_is_told_once(report, facts):
    given().when(report).then(*facts)
    given(*facts).when(report).then()


@pytest.mark.parametrize(("report", "facts"), REPORTS)
def test_a_report_is_not_told_again_in_other_words(report, facts):
    given(*facts).when(replace(report, on=Day("2018-01"))).refused("already-reported")


@pytest.mark.parametrize(("report", "facts"), REPORTS)
def test_what_has_not_happened_is_not_reported(report, facts):
    given().when(replace(report, on=Day("2026-03-03"))).refused("day-to-come")


@pytest.mark.parametrize(("report", "facts"), REPORTS)
def test_the_office_reports(report, facts):
    given().when(report, by="lea").refused("not-allowed")


@pytest.mark.parametrize(
    ("report", "changed", "reason"),
    [
        (form, {"name": Public(" ")}, "report-without-words"),
        (form, {"purpose": Public("")}, "report-without-words"),
        (meet, {"title": Public("")}, "report-without-words"),
        (meet, {"group": GroupId("nowhere")}, "unknown-group"),
        (meet, {"present": 22}, "counted-or-estimated"),
        (meet, {"at_least": 0}, "nobody-came"),
        (meet, {"at_least": None, "present": 0}, "nobody-came"),
        (meet, {"at_least": None, "present": -3}, "nobody-came"),
        (survey, {"title": Public("")}, "report-without-words"),
        (survey, {"unit": Public("")}, "report-without-words"),
        (survey, {"needs": (Public("Locaux"), Public(" "))}, "report-without-words"),
        (survey, {"population": 0, "respondents": 0}, "survey-of-nobody"),
        (survey, {"respondents": 311}, "more-answers-than-asked"),
        (survey, {"respondents": -1}, "more-answers-than-asked"),
        (survey, {"shares": (Share(Public("Une structure dédiée"), 101),)}, "more-than-all"),
        (state, {"text": Public("")}, "report-without-words"),
        (state, {"stated_by": Public("")}, "report-without-words"),
        (state, {"horizon": Day("2018")}, "horizon-behind"),
        (state, {"horizon": Day("2018-11-06")}, "horizon-behind"),
        (propose, {"text": Public("")}, "report-without-words"),
        (propose, {"proposed_by": Public(" ")}, "report-without-words"),
    ],
)
def test_a_report_is_refused(report, changed, reason):
    given().when(replace(report, **changed)).refused(reason)


@pytest.mark.parametrize("changed", [{"at_least": None}, {"at_least": None, "present": 10}])
def test_a_meeting_is_reported_whether_or_not_somebody_counted(changed):
    given().when(replace(meet, **changed)).then(replace(met, **changed))


def test_a_group_meets():
    given(formed).when(replace(meet, group=form.group)).then(replace(met, group=form.group))


@pytest.mark.parametrize("respondents", [0, 310])
def test_nobody_or_everybody_answers(respondents):
    [told, *_needs] = given().when(replace(survey, respondents=respondents)).gained()

    assert told == replace(surveyed[0], respondents=respondents)


def test_a_proposal_is_not_a_decision():
    assert not any(isinstance(fact, DecisionRecorded) for fact in given().when(propose).gained())
