"""Opening on a quorum, putting off without one, closing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from governance.assembly.facts import KindQuorum, OfficersNamed, SessionClosed
from governance.assembly.presence_facts import AttendanceEnded
from governance.assembly.quorums import quorums
from governance.assembly.session import Adjourn, OpenSession
from governance.counting.tally import WHOLE, Tally
from governance.statutes.facts import Form, Kind, Organ, QuorumBase, Scheme
from governance.vote.session import CloseSession
from governance.words import AssemblyId, CollegeId, MemberId, PersonId, Public, StatutesId
from tests.gwt import NOON, given
from tests.rules.assembly.coop import (
    EVENING,
    SPRING,
    V1,
    adjourned,
    adopted,
    convened,
    given_power,
    hearing,
    missed,
    opened,
    planned,
    ready,
    roll,
    sealed,
    signed,
    state,
    statutes,
    tabled,
    told,
)
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled

open_session = OpenSession(SPRING, V1, PersonId("alma"), PersonId("basile"), (PersonId("chloe"),))
adjourn = Adjourn(SPRING, V1, PersonId("alma"))
officers = OfficersNamed(SPRING, PersonId("alma"), PersonId("basile"), (PersonId("chloe"),))
hard = replace(
    statutes.extraordinary, quorum=replace(statutes.extraordinary.quorum, first=ruled(Fraction(1, 2), "22.1"))
)
mixed = [
    adopt(statutes=replace(statutes, extraordinary=hard)),
    planned,
    tabled(1),
    tabled(2, Kind.EXTRAORDINARY),
    *roll,
    sealed,
    convened,
]
extraordinary_missed = KindQuorum(Kind.EXTRAORDINARY, state(3, 2, reached=False, article="22.1"))


def gained(past, command, now=EVENING):
    return [told(fact) if hasattr(fact, "quorums") else fact for fact in given(*past).when(command, now=now).gained()]


def test_a_session_opens_when_enough_are_there():
    past = [*ready, signed("alma"), signed("chloe")]

    assert gained(past, open_session) == [opened, officers]


def test_a_power_counts_when_its_holder_is_there():
    past = [*ready, signed("alma"), given_power("elsa", "alma"), given_power("dario", "chloe")]
    represented = replace(opened, present=1, represented=1)

    assert gained(past, open_session) == [represented, officers]


def test_a_power_that_names_nobody_counts_as_it_stands():
    past = [*ready, signed("alma"), given_power("elsa", None)]
    represented = replace(opened, present=1, represented=1)

    assert gained(past, open_session) == [represented, officers]


def test_without_a_quorum_it_does_not_open():
    given(*ready, signed("alma")).when(open_session, now=EVENING).refused("no-quorum", need=2, there=1, article="17 §1")


def test_a_quorum_of_weights_is_said_in_points():
    weighed = replace(statutes.ordinary, quorum=replace(statutes.ordinary.quorum, base=ruled(QuorumBase.WEIGHTS)))
    past = [fact for fact in ready if fact is not adopted]

    given(adopt(statutes=replace(statutes, ordinary=weighed)), *past, signed("alma")).when(
        open_session, now=EVENING
    ).refused("no-quorum-of-weights", points_need=25, points_there=20, article="17 §1")


def test_who_left_is_not_counted():
    gone = AttendanceEnded(SPRING, MemberId("chloe"))

    given(*ready, signed("alma"), signed("chloe"), gone).when(open_session, now=EVENING).refused("no-quorum")


def test_the_steps_of_the_quorum_are_written():
    [session, _] = given(*ready, signed("alma"), signed("chloe")).when(open_session, now=EVENING).gained()

    assert [step.key for step in session.quorums[0].state.steps] == ["quorum-heads", "quorum-reached"]


@pytest.mark.parametrize(
    ("past", "command", "now", "reason"),
    [
        ((signed("basile"), signed("chloe")), open_session, EVENING, "chair-is-not-there"),
        ((signed("alma"), signed("chloe")), open_session, NOON, "before-its-day"),
        ((signed("alma"),), replace(open_session, statutes=StatutesId("v0")), EVENING, "statutes-changed"),
        ((adjourned,), open_session, EVENING, "assembly-adjourned"),
        ((opened, SessionClosed(SPRING)), open_session, EVENING, "session-closed"),
        ((signed("alma"), signed("chloe")), adjourn, EVENING, "quorum-is-there"),
        ((), adjourn, NOON, "before-its-day"),
        ((), CloseSession(SPRING), EVENING, "no-session-to-close"),
    ],
)
def test_a_session_that_cannot_be(past, command, now, reason):
    given(*ready, *past).when(command, now=now).refused(reason)


def test_an_assembly_that_was_not_convened_does_not_open():
    given(adopted, planned, tabled()).when(open_session, now=EVENING).refused("not-convened")


def test_it_opens_once():
    given(*ready, opened).when(open_session, now=EVENING).then()


def test_too_few_came():
    assert gained([*ready, signed("alma")], adjourn) == [adjourned]


def test_nobody_came():
    alone = replace(adjourned, present=0, quorums=(KindQuorum(Kind.ORDINARY, replace(missed.state, there=Fraction())),))

    assert gained(ready, adjourn) == [alone]


def test_put_off_once():
    given(*ready, adjourned).when(adjourn, now=EVENING).then()


def test_one_kind_may_have_its_quorum_and_the_other_not():
    past = [*mixed, signed("alma"), signed("chloe")]
    partly = replace(opened, quorums=(*opened.quorums, extraordinary_missed))

    assert gained(past, open_session) == [partly, officers]
    given(*past).when(adjourn, now=EVENING).refused("quorum-for-some")


def test_once_open_what_lacks_its_quorum_is_put_off():
    past = [*mixed, signed("alma"), signed("chloe"), opened]
    [put_off] = gained(past, adjourn)

    assert put_off.kinds == (Kind.EXTRAORDINARY,)
    assert (put_off.need, put_off.article) == (3, "22.1")


def test_a_second_call_needs_no_quorum_where_the_statutes_ask_none():
    again = replace(planned, assembly=AssemblyId("again"), second_call_of=SPRING)
    past = [replace(fact, assembly=again.assembly) for fact in (tabled(), *roll, sealed, signed("alma"))]

    [session, _] = (
        given(adopted, again, *past).when(replace(open_session, assembly=again.assembly), now=EVENING).gained()
    )
    assert (session.need, session.present, session.quorums[0].state.reached) == (0, 1, True)


def test_an_advisory_college_makes_no_quorum():
    heard = replace(sealed, mandates=4)
    past = [adopt(statutes=hearing), planned, tabled(), *roll, heard, signed("alma", votes=False)]

    given(*past).when(open_session, now=EVENING).refused("no-quorum", need=1, there=0)


@pytest.mark.parametrize(
    ("kind", "second_call", "need", "reached"),
    [
        (Kind.ORDINARY, False, 30, True),
        (Kind.EXTRAORDINARY, False, 37, False),
        (Kind.EXTRAORDINARY, True, 30, True),
    ],
)
def test_the_quorum_of_34_of_146_in_a_sa(kind, second_call, need, reached):
    def asking(first, second=None):
        rule = replace(
            statutes.ordinary.quorum, first=ruled(Fraction(first)), second=second and ruled(Fraction(second))
        )
        return replace(statutes.ordinary, quorum=rule)

    of_law = replace(statutes, form=Form.SA, schemes=(), ordinary=asking("1/5"), extraordinary=asking("1/4", "1/5"))
    [found] = quorums(of_law, Organ.ASSEMBLY, [kind], [Tally(WHOLE, 146, 34)], second_call)

    assert (found.state.need, found.state.reached) == (need, reached)


def test_the_quorum_of_871_by_heads_and_by_weights():
    members = {"benevoles": (16, 16), "particuliers": (457, 92), "pros": (146, 30), "soutiens": (252, 25)}
    heads = [Tally(WHOLE, 871, 163)]
    half = replace(statutes.ordinary, quorum=replace(statutes.ordinary.quorum, first=ruled(Fraction(1, 2))))
    plain = replace(statutes, schemes=(Scheme(Organ.ASSEMBLY),), ordinary=half)

    [found] = quorums(plain, Organ.ASSEMBLY, [Kind.ORDINARY], heads, second_call=False)

    assert sum(entitled for entitled, _ in members.values()) == 871
    assert (found.state.need, found.state.there, found.state.reached) == (436, 163, False)


def test_a_vacant_seat_of_the_board_is_nobody_s():
    [found] = quorums(
        replace(statutes, form=Form.SA, schemes=()),
        Organ.BOARD,
        [Kind.ORDINARY],
        [Tally(WHOLE, 17, 8)],
        False,
    )

    assert (found.state.need, found.state.reached, found.state.article) == (9, False, "C.com L225-37")


def test_on_the_board_of_a_sa_powers_make_no_quorum():
    board = replace(planned, organ=Organ.BOARD)
    version = adopt(statutes=replace(statutes, form=Form.SA, schemes=()))
    one = replace(sealed, mandates=2, members_by_college=((CollegeId(""), 2),))
    lines = [replace(fact, college=None) for fact in (signed("alma"), given_power("elsa", "alma"))]

    [session, _] = given(version, board, tabled(), *roll, one, *lines).when(open_session, now=EVENING).gained()
    assert session.quorums[0].state.there == 1


def test_a_session_closes_once():
    closed = SessionClosed(SPRING, Public("Échanges sur les locaux."))

    given(*ready, opened).when(CloseSession(SPRING, closed.debates), now=EVENING).then(closed)
    given(*ready, opened, closed).when(CloseSession(SPRING), now=EVENING).then()


HALF_PAST_SIX = datetime(2026, 3, 20, 17, 30, tzinfo=UTC)
DAYS_LATER = EVENING + timedelta(days=3)


def test_what_was_held_on_paper_bears_its_true_hour():
    opening = [*ready, signed("alma"), signed("chloe")]
    opens, puts_off = (replace(act, happened_at=HALF_PAST_SIX) for act in (open_session, adjourn))
    closing = CloseSession(SPRING, happened_at=EVENING)

    assert gained(opening, opens, DAYS_LATER) == [replace(opened, happened_at=HALF_PAST_SIX), officers]
    assert gained([*ready, signed("alma")], puts_off, DAYS_LATER) == [replace(adjourned, happened_at=HALF_PAST_SIX)]
    given(*ready, opened).when(closing, now=DAYS_LATER).then(SessionClosed(SPRING, happened_at=EVENING))


@pytest.mark.parametrize(
    ("command", "hour", "reason"),
    [
        (open_session, DAYS_LATER + timedelta(minutes=1), "hour-to-come"),
        (adjourn, DAYS_LATER + timedelta(minutes=1), "hour-to-come"),
        (CloseSession(SPRING), DAYS_LATER + timedelta(minutes=1), "hour-to-come"),
        (open_session, NOON, "before-its-day"),
        (CloseSession(SPRING), HALF_PAST_SIX - timedelta(minutes=1), "session-closed-too-early"),
    ],
)
def test_an_hour_that_cannot_be(command, hour, reason):
    begun = [replace(opened, happened_at=HALF_PAST_SIX)] if isinstance(command, CloseSession) else []

    given(*ready, signed("alma"), signed("chloe"), *begun).when(
        replace(command, happened_at=hour), now=DAYS_LATER
    ).refused(reason)
