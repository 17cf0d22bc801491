"""A written consultation: no meeting, everything asked at once, and a quorum made by those who answer."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from governance.assembly.facts import AssemblyPlanned, Manner, SessionClosed
from governance.assembly.plan import PlanAssembly
from governance.statutes.facts import Form, Organ, Remote, Ruled
from governance.vote.cast import Ballot, CastBallots, EnterAnswers
from governance.vote.close import CountVote
from governance.vote.consult import EndConsultation, OpenConsultation
from governance.vote.facts import Channel, Choice, VoteClosed
from governance.words import Day, Public
from tests.coop import LEA, NOE, TOM, adopted, scic
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, ballot, opened, roll, sealed, tabled

ENDS = NOON + timedelta(days=20)
CLAUSE = Ruled(True, Public("25"))
WRITTEN = Channel.CONSULTATION
rules = replace(scic(), remote=Remote(written_consultation=CLAUSE))
consulted = AssemblyPlanned(
    AG, Organ.ASSEMBLY, Public("Consultation"), Day("2026-03-02"), "12:00", Public(""), None, Manner.CONSULTATION, ENDS
)
called = (adopted(rules), consulted, tabled(), sealed(benevoles=3, salaries=1), *roll)
ask = OpenConsultation(AG, VERSION, ((R1, V1),))
asked = opened(opens=NOON, closes=ENDS, channels=(WRITTEN,), quorum=scic().ordinary.quorum)


def test_every_resolution_is_asked_until_the_day_announced():
    given(*called).when(ask).then(asked)
    given(*called, asked).when(ask).then()


@pytest.mark.parametrize(
    ("past", "reason"),
    [
        ((adopted(scic()), *called[1:]), "channel-not-in-statutes"),
        ((adopted(replace(rules, form=Form.SA)), *called[1:]), "channel-against-law"),
        ((called[0], replace(consulted, ends=NOON), *called[2:]), "closes-in-the-past"),
        ((called[0], replace(consulted, manner=Manner.SESSION, ends=None), *called[2:]), "not-a-consultation"),
        ((*called[:2], *called[3:]), "agenda-has-moved"),
    ],
)
def test_a_consultation_that_may_not_be_held_is_refused(past, reason):
    given(*past).when(ask).refused(reason)


def test_members_of_a_sarl_have_a_fortnight():
    short = replace(consulted, ends=NOON + timedelta(days=14))

    given(adopted(replace(rules, form=Form.SARL)), short, *called[2:]).when(ask).refused("consultation-too-short")


def test_who_answers_needs_not_be_there_and_paper_answers_are_typed():
    yes = (Ballot(LEA, Choice.FOR),)
    answer = replace(ballot(LEA), channel=WRITTEN)

    given(*called, asked).when(CastBallots(V1, AG, yes), by="lea").then(answer)
    given(*called, asked).when(EnterAnswers(V1, AG, yes)).then(answer)
    given(*called, asked, answer).when(EnterAnswers(V1, AG, yes)).refused("already-voted")
    given(*called, opened()).when(EnterAnswers(V1, AG, yes)).refused("not-by-this-channel")


@pytest.mark.parametrize(("answers", "adopted_"), [(2, True), (1, False)])
def test_those_who_answered_make_the_quorum(answers, adopted_):
    half = replace(asked, quorum=replace(asked.quorum, first=Ruled(Fraction(1, 2), Public("21.1"))))
    cast = [replace(ballot(member), channel=WRITTEN) for member in (LEA, TOM, NOE)[:answers]]

    [counted] = given(*called, half, *cast, VoteClosed(V1)).when(CountVote(V1, AG)).gained()

    assert (counted.count.adopted, counted.quorum.reached) == (adopted_, adopted_)
    assert [one.key for one in counted.count.steps].count("quorum-missed") == 1 - answers // 2


def test_it_is_over_once_every_answer_is_counted():
    end, over = EndConsultation(AG, (V1,)), SessionClosed(AG)
    [counted] = given(*called, asked, VoteClosed(V1)).when(CountVote(V1, AG)).gained()

    given(*called, asked, VoteClosed(V1), counted).when(end).then(over)
    given(*called, asked, VoteClosed(V1), counted, over).when(end).then()
    given(*called, asked, VoteClosed(V1)).when(end).refused("votes-still-open")
    given(*called).when(end).refused("not-a-consultation")
    given(*called, replace(consulted, manner=Manner.SESSION, ends=None), asked, counted).when(end).refused(
        "not-a-consultation"
    )


def test_a_consultation_is_planned_with_its_end_and_a_session_without():
    plan = PlanAssembly(AG, Organ.ASSEMBLY, Public("Consultation"), Day("2026-03-02"), "12:00", Public(""))

    given().when(replace(plan, manner=Manner.CONSULTATION, ends=ENDS)).then(consulted)
    given().when(replace(plan, manner=Manner.CONSULTATION)).refused("consultation-without-end")
    given().when(replace(plan, ends=ENDS)).refused("consultation-without-end")
