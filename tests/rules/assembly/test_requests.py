"""Points that members ask for: enough of them, in time, answered; the corrected notice leaves again."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.convening_facts import NoticeCorrected, PointAnswered, PointId, PointRequested
from governance.assembly.facts import Backing, IrregularityNoted, Matter, ResolutionTabled
from governance.assembly.requests import AnswerPoint, JoinPoint, RequestMyPoint, RequestPoint
from governance.assembly.thresholds import thresholds
from governance.capital.facts import SharesSubscribed
from governance.statutes.facts import AgendaRequest, Form, Kind, RequestBase
from governance.words import Cents, Day, MemberId, Public, ResolutionId, SubscriptionId
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, members, opened, planned, ready, statutes, tabled
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled

POINT = PointId("p1")
asking = AgendaRequest(ruled(Fraction(1, 6), "24.4"), ruled(RequestBase.MEMBERS, "24.4"), ruled(5, "24.4"))
request = RequestPoint(
    POINT, SPRING, (MemberId("alma"),), Public("Jardin"), Public("Ouvrir un jardin."), Kind.ORDINARY, Matter.GENERAL,
    Day("2026-03-01"),
)  # fmt: skip
requested = PointRequested(
    POINT, SPRING, request.members, request.title, request.text, request.kind, request.matter, request.on,
    Fraction(1, 6), Fraction(1, 6), RequestBase.MEMBERS, Public("24.4"), Day("2026-03-15"),
)  # fmt: skip
accept = AnswerPoint(POINT, SPRING, True, ResolutionId("r9"), Backing.NEITHER)
refuse = replace(accept, accepted=False, reason=Public("Déjà tranché en 2025."))
tabled_then = ResolutionTabled(
    SPRING, ResolutionId("r9"), 2, Kind.ORDINARY, Matter.GENERAL, request.title, request.text, Backing.NEITHER
)


def coop(form=Form.SAS, clause=asking, *facts):
    return given(adopt(statutes=replace(statutes, form=form, agenda_request=clause)), *members, planned, *facts)


def shares(member, number):
    return SharesSubscribed(SubscriptionId(member), MemberId(member), number, Cents(5000), Day("2020-01-15"))


def test_a_request_is_written_with_the_part_it_makes_and_its_last_day():
    coop().when(request).then(requested)
    coop(Form.SAS, asking, requested).when(request).then()


@pytest.mark.parametrize(
    ("form", "clause", "held", "binding"),
    [
        (Form.SAS, asking, Fraction(1, 6), True),
        (Form.SAS, None, Fraction(1, 6), False),  # neither law nor statutes
        (Form.SA, None, Fraction(1, 10), True),  # a twentieth of the capital would do
        (Form.SARL, None, Fraction(1, 10), False),  # received too late for the law: on 1 March for 20 March
    ],
)
def test_the_part_is_that_of_the_law_or_of_the_statutes(form, clause, held, binding):
    early = request if form is not Form.SA else replace(request, on=Day("2026-02-01"))
    [fact] = coop(form, clause, shares("alma", 1), shares("basile", 9)).when(early).gained()

    assert (fact.held, fact.binding) == (held, binding)


def test_the_part_of_a_large_sa_is_smaller():
    [law] = thresholds(replace(statutes, form=Form.SA, agenda_request=None), 1_000_000_00)

    assert law.needed == Fraction(4 * 7500 + 25 * 250, 10**6)  # 4 % of 750 000 and 2.5 % of 250 000


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"title": Public(" ")}, "resolution-without-text"),
        ({"members": ()}, "nobody-asks"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
        ({"on": Day("2017-03-03")}, "no-statutes-yet"),
    ],
)
def test_a_request_that_cannot_be_read(wrong, reason):
    coop().when(replace(request, **wrong)).refused(reason)


def answered(accepted, backing=Backing.NEITHER, reason=""):
    return PointAnswered(POINT, SPRING, accepted, backing if accepted else None, Public(reason), Day("2026-03-02"))


def test_before_the_notice_an_accepted_point_is_on_the_agenda():
    given(planned, tabled(), requested).when(accept).then(answered(True), tabled_then)
    given(planned, tabled(), requested, answered(True)).when(accept).then()


def test_after_the_notice_it_leaves_again_corrected():
    corrected = NoticeCorrected(SPRING, 1, Day("2026-03-02"), request.title)

    given(*ready, requested).when(accept).then(answered(True), tabled_then, corrected)
    assert given(*ready, requested, corrected).when(accept).gained()[-1].edition == 2


@pytest.mark.parametrize("change", [{"held": Fraction(1, 7)}, {"on": Day("2026-03-16")}, {"needed": None}])
def test_after_the_notice_nothing_else_comes_on_the_agenda(change):
    given(*ready, replace(requested, **change)).when(accept).refused("agenda-frozen")


def test_a_refusal_gives_its_reason_and_is_irregular_where_the_point_was_due():
    irregular = IrregularityNoted(SPRING, "point-refused", Public("24.4"), refuse.reason, None)
    few = replace(requested, held=Fraction(1, 7))

    given(planned, few).when(refuse).then(answered(False, reason=refuse.reason))
    given(planned, requested).when(refuse).then(answered(False, reason=refuse.reason), irregular)
    given(planned, few).when(replace(refuse, reason=Public(""))).refused("reason-needed")


def test_no_answer_to_what_nobody_asked_or_once_the_meeting_was_held():
    given(planned).when(accept).refused("unknown-point")
    given(*ready, requested, opened).when(accept).refused("meeting-already-held")


def test_the_agenda_of_a_second_call_is_that_of_the_first():
    again = replace(planned, second_call_of="winter")

    given(again, requested).when(accept).refused("agenda-of-the-first-call")


mine = RequestMyPoint(**{**vars(request), "on": Day("2026-03-02")})
joining = JoinPoint(POINT, SPRING, (MemberId("basile"),))


@pytest.mark.parametrize(
    ("by", "change", "reason"),
    [
        ("basile", {}, "not-for-this-member"),
        ("alma", {"members": (MemberId("nobody"),)}, "not-for-this-member"),
        ("alma", {"on": Day("2026-03-01")}, "not-today"),
    ],
)
def test_a_member_asks_for_herself_and_of_the_day(by, change, reason):
    coop().when(replace(mine, **change), by=by).refused(reason)
    [fact] = coop().when(mine, by="alma").gained()
    assert (fact.members, fact.held) == (("alma",), Fraction(1, 6))
    coop(Form.SAS, asking, opened).when(mine, by="alma").refused("meeting-already-held")


def test_those_who_join_add_their_part_until_they_are_enough():
    third = replace(asking, fraction=ruled(Fraction(1, 3), "24.4"))
    alone = replace(requested, needed=Fraction(1, 3))
    both = replace(alone, members=(*alone.members, "basile"), held=Fraction(1, 3), on=Day("2026-03-02"))

    coop(Form.SAS, third, alone).when(joining, by="basile").then(both)
    coop(Form.SAS, third, alone, both).when(joining, by="basile").then()
    coop(Form.SAS, third, alone, both, answered(False)).when(replace(joining, members=("chloe",)), by="chloe").then()
    coop(Form.SAS, third).when(joining, by="basile").refused("unknown-point")
    assert given(*ready, alone, both).when(accept).gained()[1] == tabled_then
