"""The roll of a convened assembly: who votes on its day, and who does not."""

from dataclasses import replace
from fractions import Fraction

from governance.assembly.convene import Convene
from governance.assembly.facts import (
    MandateEntered,
    MandateWithheld,
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
from governance.statutes.facts import Capital, Organ
from governance.words import (
    CategoryId,
    Cents,
    CollegeId,
    Day,
    MemberId,
    Office,
    PersonId,
    Public,
    SubscriptionId,
)
from tests.gwt import given
from tests.rules.assembly.coop import (
    SPRING,
    V1,
    adopted,
    entered,
    hearing,
    members,
    planned,
    statutes,
    tabled,
)
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled

convene = Convene(SPRING, V1, Day("2026-03-02"))


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
