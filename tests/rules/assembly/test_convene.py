"""Convening in time, with a roll that says who votes and who does not."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.convene import Convene
from governance.assembly.deadline import Delay, delay
from governance.assembly.facts import (
    IrregularityNoted,
    MandateEntered,
    MandateWithheld,
    ProxyGiven,
    ProxyWithdrawn,
    RollSealed,
    Withheld,
)
from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.membership.facts import (
    Cause,
    CollegeChanged,
    MemberAdmitted,
    MemberLeft,
    OfficeTaken,
    RepresentativeNamed,
)
from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.statutes.facts import Capital, Form, Kind, Organ
from governance.words import (
    AssemblyId,
    CategoryId,
    Cents,
    CollegeId,
    Day,
    MemberId,
    Office,
    PersonId,
    Public,
    StatutesId,
    SubscriptionId,
)
from tests.gwt import given
from tests.rules.assembly.coop import (
    DAY,
    SPRING,
    V1,
    adopted,
    convened,
    entered,
    given_power,
    hearing,
    members,
    planned,
    roll,
    sealed,
    statutes,
    tabled,
)
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled

convene = Convene(SPRING, V1, Day("2026-03-02"))


def test_an_assembly_is_convened_with_its_roll():
    given(adopted, *members, planned, tabled()).when(convene).then(*roll, sealed, convened)


def test_convened_once():
    given(adopted, *members, planned, tabled(), *roll, sealed, convened).when(convene).then()


def test_fifteen_days_are_enough():
    on = Day("2026-03-05")
    gained = given(adopted, *members, replace(planned, day=DAY), tabled()).when(
        replace(convene, on=Day("2026-03-01"), despite=Public(""))
    )

    assert gained.gained()[-1] == replace(convened, on=Day("2026-03-01"), notice_days=19)
    assert delay(statutes, Organ.ASSEMBLY, {Kind.ORDINARY}, False).latest(DAY) == on


def test_a_notice_that_leaves_too_late_is_refused_with_its_article():
    early = replace(planned, day=Day("2026-03-16"))

    given(adopted, *members, early, tabled()).when(convene).refused(
        "notice-too-short", required=15, given=14, latest=Day("2026-03-01"), article="17 §1"
    )


def test_or_it_leaves_all_the_same_and_the_irregularity_is_written():
    early = replace(planned, day=Day("2026-03-16"))
    late = IrregularityNoted(SPRING, "notice-too-short", Public("17 §1"), Public("La salle fermait."), None)

    given(adopted, *members, early, tabled()).when(replace(convene, despite=late.reason)).then(
        *roll, sealed, replace(convened, notice_days=14), late
    )


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((adopted, *members), convene, "unknown-assembly"),
        ((adopted, *members, planned), convene, "nothing-on-the-agenda"),
        ((*members, planned, tabled()), convene, "no-statutes-yet"),
        (
            (adopted, *members, planned, tabled()),
            replace(convene, version=StatutesId("v0")),
            "statutes-changed",
        ),
        ((adopted, *members, planned, tabled()), replace(convene, on=Day("2026-03-03")), "day-to-come"),
        ((adopted, *members, planned, tabled()), replace(convene, on=Day("2026")), "notice-day-needed"),
        (
            (adopted, *members, replace(planned, day=Day("2026-03-01")), tabled()),
            replace(convene, despite=Public("oubli")),
            "convened-after-the-meeting",
        ),
        ((adopted, planned, tabled()), convene, "nobody-may-vote"),
        ((adopted, *members, replace(planned, organ=Organ.STEERING), tabled()), convene, "seats-unknown"),
    ],
)
def test_a_notice_that_cannot_leave(past, command, reason):
    given(*past).when(command).refused(reason)


@pytest.mark.parametrize(
    ("form", "second_call", "days", "article"),
    [
        (Form.SA, False, 15, "C.com R225-69"),
        (Form.SA, True, 10, "C.com R225-69"),
        (Form.SARL, False, 15, "C.com R223-20"),
        (Form.SARL, True, 15, "C.com R223-20"),
    ],
)
def test_the_law_bears_where_the_statutes_ask_for_less(form, second_call, days, article):
    brief = replace(statutes.ordinary, notice_days=ruled(8), second_notice_days=ruled(8))
    loose = replace(statutes, form=form, ordinary=brief)

    assert delay(loose, Organ.ASSEMBLY, {Kind.ORDINARY}, second_call) == Delay(days, Public(article))


def test_the_latest_day_of_an_assembly_of_june_2027():
    by_law = delay(replace(statutes, form=Form.SA), Organ.ASSEMBLY, set(Kind), False)

    assert by_law.latest(Day("2027-06-19")) == Day("2027-06-04")


def test_a_second_call_has_its_own_delay():
    assert delay(statutes, Organ.ASSEMBLY, {Kind.ORDINARY}, True).days == 8


def test_without_a_second_delay_the_first_holds():
    once = replace(statutes, ordinary=replace(statutes.ordinary, second_notice_days=None))

    assert delay(once, Organ.ASSEMBLY, {Kind.ORDINARY}, True).days == 15


def test_a_board_meets_without_delay():
    assert delay(statutes, Organ.BOARD, {Kind.ORDINARY}, False).days == 0


def line(gained, member):
    [found] = [fact for fact in gained if getattr(fact, "member", "") == member]
    return found


def convened_with(*facts, version=adopted, assembly=planned):
    return given(version, *members, *facts, assembly, tabled()).when(convene).gained()


def test_who_left_before_the_day_is_not_on_the_roll():
    gained = convened_with(MemberLeft(MemberId("elsa"), Cause.WITHDRAWAL, Day("2026-03-19")))

    assert not [fact for fact in gained if getattr(fact, "member", "") == "elsa"]


def test_who_comes_after_the_day_is_not_on_the_roll():
    late = MemberAdmitted(MemberId("gil"), CategoryId("other"), CollegeId("users"), Day("2026-03-21"))

    assert not [fact for fact in convened_with(late) if getattr(fact, "member", "") == "gil"]


def test_a_member_who_changed_college_votes_in_the_new_one():
    gained = convened_with(CollegeChanged(MemberId("elsa"), CollegeId("staff"), Day("2026-01-01")))

    assert line(gained, "elsa").college == "staff"
    assert line(gained, "elsa").weight == 40


def test_the_last_representative_votes():
    gained = convened_with(RepresentativeNamed(MemberId("cabane"), PersonId("hugo"), Day("2026-01-01")))

    assert line(gained, "cabane").voter == "hugo"


def test_the_guardian_of_a_minor_votes_for_her():
    minor = GuardianNamed(MemberId("elsa"), PersonId("hugo"), Day("2026-01-01"))

    assert line(convened_with(minor), "elsa").voter == "hugo"
    assert line(convened_with(minor, MajorityReached(MemberId("elsa"), Day("2026-03-01"))), "elsa").voter == "elsa"


def test_an_advisory_college_is_heard_and_not_counted():
    gained = convened_with(version=adopt(statutes=hearing))

    assert not line(gained, "alma").votes
    assert gained[-2].mandates == 4
    assert gained[-2].members_by_college == (("staff", 2), ("users", 3), ("town", 1))


def test_without_colleges_each_member_has_one_vote():
    gained = convened_with(version=adopt(statutes=replace(statutes, schemes=())))

    assert (line(gained, "alma").college, line(gained, "alma").weight) == (None, None)
    assert gained[-2] == RollSealed(SPRING, V1, 6, ((CollegeId(""), 6),))


def test_a_member_of_no_college_is_left_out():
    lost = MemberAdmitted(MemberId("gil"), CategoryId("other"), None, Day("2020-01-15"))

    assert line(convened_with(lost), "gil") == MandateWithheld(SPRING, MemberId("gil"), Withheld.NO_COLLEGE, Public(""))


def shares(member, number, paid):
    subscription = SubscriptionId(f"s-{member}")
    on = Day("2020-01-20")
    return [
        SharesSubscribed(subscription, MemberId(member), number, Cents(5000), on),
        *([SharesPaid(subscription, MemberId(member), Cents(paid), on)] if paid else []),
    ]


def test_whoever_owes_what_the_statutes_ask_does_not_vote():
    capital = Capital(
        ruled(Cents(5000), "8"),
        ruled(Cents(200000), "9"),
        ruled(Fraction(1, 4), "9"),
        ruled(Fraction(1, 4), "10"),
    )
    paying = [
        *shares("alma", 1, 1250),
        *shares("basile", 1, 1249),
        *shares("chloe", 4, 5000),
        *shares("dario", 1, 0),
    ]

    gained = convened_with(*paying, version=adopt(statutes=replace(statutes, capital=capital)))

    assert [fact for fact in gained if isinstance(fact, MandateEntered)] == [
        entered("alma"),
        entered("chloe"),
    ]
    assert [(fact.member, fact.reason, fact.article) for fact in gained if isinstance(fact, MandateWithheld)] == [
        ("basile", Withheld.SHARES_NOT_PAID, "10"),
        ("dario", Withheld.SHARES_NOT_PAID, "10"),
        ("elsa", Withheld.TOO_FEW_SHARES, "12"),
        ("cabane", Withheld.TOO_FEW_SHARES, "12"),
    ]


def test_on_the_board_sit_those_who_hold_a_seat():
    seats = [OfficeTaken(PersonId(who), Office.BOARD, Day("2025-06")) for who in ("chloe", "farida")]
    chair = OfficeTaken(PersonId("alma"), Office.CHAIR, Day("2025-06"))
    gone = OfficeTaken(PersonId("dario"), Office.BOARD, Day("2022-06"), Day("2025-06"))

    gained = convened_with(*seats, chair, gone, assembly=replace(planned, organ=Organ.BOARD))

    on_it = [fact.member for fact in gained if isinstance(fact, MandateEntered)]
    assert on_it == ["alma", "chloe", "cabane"]


def test_a_roll_longer_than_an_append_is_refused():
    crowd = [
        MemberAdmitted(MemberId(f"m{n}"), CategoryId("other"), CollegeId("users"), Day("2020")) for n in range(895)
    ]

    given(adopted, *members, *crowd, planned, tabled()).when(convene).refused("roll-too-long", members=901, most=900)


AGAIN = AssemblyId("again")
second_call = [
    adopted,
    *members,
    replace(planned, assembly=AGAIN, day=Day("2026-03-10"), second_call_of=SPRING),
    tabled(assembly=AGAIN),
]
convene_again = replace(convene, assembly=AGAIN, first=SPRING)


def test_a_second_call_is_convened_sooner():
    gained = given(*second_call).when(convene_again).gained()

    assert (gained[-1].notice_days, gained[-1].required_days) == (8, 8)


def test_the_powers_that_stood_hold_for_the_second_call():
    taken_back = ProxyWithdrawn(SPRING, MemberId("dario"), MemberId("elsa"))
    of_who_left = MemberLeft(MemberId("basile"), Cause.WITHDRAWAL, Day("2026-03-09"))
    powers = [
        given_power("alma", "chloe"),
        given_power("dario", "elsa"),
        given_power("basile", "elsa"),
        given_power("basile", None),
        given_power("elsa", None),
        taken_back,
    ]

    gained = given(*second_call, of_who_left, *powers).when(convene_again).gained()

    assert [fact for fact in gained if isinstance(fact, ProxyGiven)] == [
        replace(given_power("alma", "chloe"), assembly=AGAIN),
        replace(given_power("elsa", None), assembly=AGAIN),
    ]


def test_a_second_call_names_its_first():
    given(*second_call).when(replace(convene_again, first=None)).refused("another-assembly")
    given(adopted, *members, planned, tabled()).when(replace(convene, first=AGAIN)).refused("another-assembly")
