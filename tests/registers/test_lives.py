"""The registers of lives, alerts, absences and dues: given facts, these rows; and the same when built again."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.facts import AssemblyPlanned, MandateEntered
from governance.assembly.presence_facts import AttendanceSigned, ProxyGiven
from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.dues.facts import DuesCalled, DuesPaid, DuesReminded, DuesWaived
from governance.membership.facts import (
    AdmissionRatified,
    ApplicationRejected,
    CategoryChanged,
    Cause,
    MemberAdmitted,
    MemberLeft,
    RejectionReported,
    WithdrawalNotified,
)
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.statutes.facts import Kind, Organ
from governance.words import AssemblyId, CategoryId, Cents, CollegeId, Day, MemberId, PersonId, Public, SubscriptionId
from projections.assembly import absences
from projections.dues import dues
from projections.membership import invariants, lives
from projections.membership.members import history
from tests.coop import LEA, TOM, admitted, applied
from tests.rules.assembly.coop import opened, tabled
from tests.site import Site, open_site

TODAY = Day("2026-03-02")


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        for one in ("lea", "tom", "iris"):
            site.person(one, one.capitalize())
        yield site


def read(site: Site, query, *asked):
    with site.office.reading() as db:
        return query(db, *asked)


def by_board(member, on="2026-01-10"):
    return MemberAdmitted(MemberId(member), CategoryId("benevoles"), CollegeId("benevoles"), Day(on), Organ.BOARD)


def test_a_life_is_told_in_the_order_of_days_whatever_the_order_of_writing(site: Site):
    subscription = SubscriptionId("s1")
    site.given(
        SharesPaid(subscription, LEA, Cents(5000), Day("2021-02-03")),
        SharesSubscribed(subscription, LEA, 1, Cents(5000), Day("2021-01-02")),
        admitted(LEA),
        applied(LEA),
        admitted(TOM),
    )

    steps = read(site, lives.of_member, LEA)

    assert [(step["kind"], step["day"]) for step in steps] == [
        ("MembershipApplied", "2021-01-01"),
        ("SharesSubscribed", "2021-01-02"),
        ("MemberAdmitted", "2021-02-01"),
        ("SharesPaid", "2021-02-03"),
    ]
    assert steps[1]["said"]["nominal"] == 5000
    assert read(site, lives.step, TOM, steps[0]["position"]) is None


def test_what_another_organ_admitted_waits_for_the_assembly(site: Site):
    site.given(by_board(LEA), by_board(TOM), by_board("iris"), ApplicationRejected(MemberId("iris"), TODAY))
    site.given(MemberLeft(MemberId("iris"), Cause.NOT_RATIFIED, TODAY), AdmissionRatified(TOM, TODAY))

    assert [row["member"] for row in read(site, lives.to_ratify, Organ.ASSEMBLY)] == [LEA]
    assert read(site, lives.to_ratify, Organ.BOARD) == []
    assert [row["member"] for row in read(site, lives.to_report)] == ["iris"]
    site.given(RejectionReported(MemberId("iris"), TODAY))
    assert read(site, lives.to_report) == []


def test_a_withdrawal_waits_until_its_day(site: Site):
    site.given(admitted(LEA), WithdrawalNotified(LEA, Day("2026-01-01"), TODAY))

    assert [row["member"] for row in read(site, lives.withdrawing, TODAY)] == [LEA]
    assert read(site, lives.withdrawing, Day("2026-03-01")) == []
    site.given(MemberLeft(LEA, Cause.WITHDRAWAL, TODAY))
    assert read(site, lives.withdrawing) == []


def test_an_alert_is_open_until_it_is_mended(site: Site):
    broken = InvariantBroken(Public("three-links"), TODAY, Public("L47"), Fraction(2), Fraction(3), Public("convene"))
    site.given(broken, replace(broken, invariant=Public("members-of-sarl"), on=Day("2026-01-01")))

    assert [row["invariant"] for row in read(site, invariants.broken)] == ["members-of-sarl", "three-links"]
    assert (read(site, invariants.broken)[1]["value"], read(site, invariants.broken)[1]["bound"]) == ("2", "3")
    site.given(InvariantRestored(Public("three-links"), TODAY))
    assert [row["invariant"] for row in read(site, invariants.broken)] == ["members-of-sarl"]


def test_a_member_moves_to_another_category(site: Site):
    site.given(admitted(LEA), CategoryChanged(LEA, CategoryId("salaries"), Day("2023-01-01")))

    periods = [(row["value"], str(row["since"])) for row in read(site, history, LEA) if row["trait"] == "category"]
    assert periods == [("benevoles", "2021-02-01"), ("salaries", "2023-01-01")]


def assembly(year: int, *more):
    name = AssemblyId(f"ag{year}")
    plan = AssemblyPlanned(name, Organ.ASSEMBLY, Public(f"AG {year}"), Day(f"{year}-06-10"), "18:30", Public("Gap"))
    roll = [MandateEntered(name, MemberId(one), PersonId(one), CategoryId("x"), None, True, None) for one in (LEA, TOM)]
    return [plan, tabled(1, Kind.ORDINARY, name), *roll, *more, replace(opened, assembly=name)]


def came(year, member):
    return AttendanceSigned(AssemblyId(f"ag{year}"), MemberId(member), PersonId(member))


def test_absences_in_a_row_are_counted_up_to_the_last_assembly(site: Site):
    represented = [ProxyGiven(AssemblyId("ag2023"), LEA, TOM), came(2023, TOM)]
    site.given(admitted(LEA), admitted(TOM), *assembly(2022), *assembly(2023, *represented), *assembly(2024))

    rows = read(site, absences.absent, "2026-01-01", 1)

    assert [(row["member"], row["missed"], row["first_day"], row["warned"]) for row in rows] == [
        (LEA, 1, "2024-06-10", False),
        (TOM, 1, "2024-06-10", False),
    ]
    assert read(site, absences.absent, "2026-01-01", 2) == []
    assert read(site, absences.assemblies_since, "2023-01-01", "2024-06-10") == ("ag2023",)


def test_dues_are_told_for_a_year(site: Site):
    call = DuesCalled("2026", CategoryId("benevoles"), Cents(2000), Day("2026-01-01"), Day("2026-02-28"), True)
    site.given(*(admitted(one) for one in (LEA, TOM, "iris")), admitted("elsewhere", "salaries"), call)
    site.given(
        DuesPaid(LEA, "2026", Cents(1500), TODAY),
        DuesPaid(LEA, "2026", Cents(500), TODAY),
        DuesWaived(TOM, "2026", TODAY),
        DuesReminded(MemberId("iris"), "2026", TODAY),
    )

    rows = {row["id"]: row for row in read(site, dues.of_year, "2026", TODAY)}
    totals = read(site, dues.totals, "2026", TODAY)

    assert {who: (row["paid"], row["owed"]) for who, row in rows.items()} == {
        LEA: (2000, 0), TOM: (0, 0), "iris": (0, 2000),
    }  # fmt: skip
    assert rows["iris"]["reminded"] == "2026-03-02"
    assert (totals["members"], totals["settled"], totals["waived"], totals["owing"]) == (3, 1, 1, 1)
    assert (totals["called"], totals["paid"], totals["owed"]) == (6000, 2000, 2000)
    assert [row["year"] for row in read(site, dues.of_member, LEA, TODAY)] == ["2026"]
