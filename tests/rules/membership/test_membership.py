"""Applying, being admitted, moving, leaving; offices; what may not be recorded of a register."""

import pytest

from governance.membership.admit import Admit, Reject
from governance.membership.apply import ApplyAgain, ApplyAsOrganisation, ApplyAsPerson
from governance.membership.facts import (
    ActorKind,
    ApplicationRejected,
    Cause,
    CollegeChanged,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
    OfficeLeft,
    OfficeTaken,
    OrganisationRegistered,
    PersonRegistered,
    RepresentativeNamed,
)
from governance.membership.leave import Leave
from governance.membership.move import ChangeCollege
from governance.membership.office import LeaveOffice, TakeOffice
from governance.membership.person import NameRepresentative, RegisterPerson
from governance.membership.standing import representative, standing
from governance.words import CategoryId, CollegeId, Day, MemberId, Office, PersonId, Public, Sealed
from tests.coop import BENEVOLES, LEA, SALARIES, admitted, adopted, applied, known, scic
from tests.gwt import given

NAME = Sealed("ab" * 32)
statutes = adopted(scic())


def as_person(**changed):
    asked = {"category": CategoryId("benevoles"), "college": BENEVOLES, "on": Day("2026-02-01")}
    return ApplyAsPerson(PersonId(LEA), NAME, **(asked | changed))


def as_organisation(siren="732829320", **changed):
    return ApplyAsOrganisation(
        member=MemberId("udess"),
        name=Public("UDESS 05"),
        kind=ActorKind.ESS_ENTERPRISE,
        public_body=False,
        siren=Public(siren),
        seat=Public(""),
        representative=PersonId("lea"),
        representative_name=NAME,
        representative_email=None,
        deliberation=Public("CA du 3 janvier 2026"),
        category=CategoryId("structures"),
        college=CollegeId("structures"),
        on=Day("2026-02-01"),
        **changed,
    )


def test_a_person_applies():
    given(statutes).when(as_person()).then(
        PersonRegistered(PersonId(LEA), NAME),
        MembershipApplied(LEA, CategoryId("benevoles"), BENEVOLES, Day("2026-02-01")),
    )


def test_an_organisation_applies_with_its_representative():
    facts = given(statutes).when(as_organisation()).gained()

    assert [type(fact) for fact in facts] == [
        OrganisationRegistered,
        PersonRegistered,
        RepresentativeNamed,
        MembershipApplied,
    ]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"category": CategoryId("amis")}, "unknown-category"),
        ({"college": CollegeId("amis")}, "unknown-college"),
        ({"college": None}, "college-needed"),
        ({"on": Day("2026-02")}, "full-day-needed"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
        ({"on": Day("2019-12-31")}, "no-statutes-yet"),
    ],
)
def test_an_application_names_a_place_that_the_statutes_know_that_day(changed, reason):
    given(statutes).when(as_person(**changed)).refused(reason)


def test_the_same_siren_is_refused():
    other = OrganisationRegistered(
        MemberId("other"), Public("UDESS"), ActorKind.OTHER, False, Public("732829320"), Public("")
    )

    given(statutes, other).when(as_organisation()).refused("siren-already-known", name="UDESS", siren="732829320")


def test_two_organisations_without_a_number_are_two():
    other = OrganisationRegistered(MemberId("other"), Public("Groupe"), ActorKind.OTHER, False)

    assert given(statutes, other).when(as_organisation(siren="")).gained()


def test_only_the_secretariat_and_the_board_receive_applications():
    given(statutes).when(as_person(), by="stranger").refused("not-allowed")


def test_a_candidate_is_admitted_where_she_applied():
    given(statutes, applied(LEA)).when(Admit(LEA, Day("2026-03-01"))).then(
        MemberAdmitted(LEA, CategoryId("benevoles"), BENEVOLES, Day("2026-03-01"))
    )


@pytest.mark.parametrize(
    ("past", "on", "reason"),
    [
        ([], "2026-03-01", "no-application"),
        ([applied(LEA), ApplicationRejected(LEA, Day("2021-02-01"))], "2026-03-01", "no-application"),
        ([applied(LEA, on="2026-03-01")], "2026-02-01", "answer-before-application"),
        ([applied(LEA)], "2026-03", "full-day-needed"),
        ([applied(LEA, category="amis")], "2026-03-01", "unknown-category"),
    ],
)
def test_nobody_is_admitted_without_an_application_that_waits(past, on, reason):
    given(statutes, *past).when(Admit(LEA, Day(on))).refused(reason)


def test_admitting_a_member_again_changes_nothing():
    given(statutes, applied(LEA), admitted(LEA)).when(Admit(LEA, Day("2026-03-01"))).then()


def test_an_application_is_rejected_once():
    rejected = ApplicationRejected(LEA, Day("2026-03-01"), Sealed("cd" * 32))

    given(statutes, applied(LEA)).when(Reject(LEA, Day("2026-03-01"), Sealed("cd" * 32))).then(rejected)
    given(statutes, applied(LEA), rejected).when(Reject(LEA, Day("2026-03-01"))).refused("no-application")


def test_who_left_may_apply_again_and_a_member_may_not():
    left = MemberLeft(LEA, Cause.WITHDRAWAL, Day("2022-01-01"))
    again = ApplyAgain(LEA, CategoryId("salaries"), SALARIES, Day("2026-01-05"))
    fact = MembershipApplied(LEA, CategoryId("salaries"), SALARIES, Day("2026-01-05"))

    given(statutes, known(LEA), applied(LEA), admitted(LEA), left).when(again).then(fact)
    given(statutes, known(LEA), applied(LEA), admitted(LEA)).when(again).refused("already-a-member")
    given(statutes).when(again).refused("unknown-person")
    given(statutes, known(LEA), fact).when(again).then()


def test_the_board_moves_a_member_to_another_college():
    moved = CollegeChanged(LEA, SALARIES, Day("2026-03-01"))

    given(statutes, admitted(LEA)).when(ChangeCollege(LEA, SALARIES, Day("2026-03-01"))).then(moved)
    given(statutes, admitted(LEA)).when(ChangeCollege(LEA, BENEVOLES, Day("2026-03-01"))).then()
    given(statutes).when(ChangeCollege(LEA, SALARIES, Day("2026-03-01"))).refused("not-a-member")
    given(statutes, admitted(LEA)).when(ChangeCollege(LEA, CollegeId("x"), Day("2026-03-01"))).refused(
        "unknown-college"
    )


def test_a_member_leaves_once():
    left = MemberLeft(LEA, Cause.WITHDRAWAL, Day("2026-03-01"))
    leave = Leave(LEA, Cause.WITHDRAWAL, Day("2026-03-01"))

    given(admitted(LEA)).when(leave).then(left)
    given(admitted(LEA), left).when(leave).then()
    given(admitted(LEA), left).when(Leave(LEA, Cause.EXCLUSION, Day("2026-03-02"))).refused("not-a-member")
    given(admitted(LEA, on="2026-03-02")).when(leave).refused("not-a-member")


@pytest.mark.parametrize(
    ("day", "college"),
    [
        ("2020-12-31", None),
        ("2021-02-01", "benevoles"),
        ("2023-05-31", "benevoles"),
        ("2023-06-01", "salaries"),
        ("2024-01-01", None),
        ("2025-01-01", "benevoles"),
    ],
)
def test_standing_follows_the_days_whatever_the_order_of_writing(day, college):
    facts = [
        MemberLeft(LEA, Cause.WITHDRAWAL, Day("2024-01-01")),
        CollegeChanged(LEA, SALARIES, Day("2023-06-01")),
        admitted(LEA, on="2025-01-01"),
        admitted(LEA, on="2021-02-01"),
    ]

    found = standing(facts, LEA, Day(day))

    assert (found and found.college) == college


def test_an_office_is_taken_by_somebody_known_and_left():
    taken = OfficeTaken(PersonId("lea"), Office.CHAIR, Day("2026-01-01"))
    take = TakeOffice(PersonId("lea"), Office.CHAIR, Day("2026-01-01"))
    left = OfficeLeft(PersonId("lea"), Office.CHAIR, Day("2026-02-01"))
    leave = LeaveOffice(PersonId("lea"), Office.CHAIR, Day("2026-02-01"))

    given(known(LEA)).when(take).then(taken)
    given(known(LEA), taken).when(take).then()
    given().when(take).refused("unknown-person")
    given(known(LEA)).when(TakeOffice(PersonId("lea"), Office.WORKER, Day("2026"))).refused("not-an-office")
    given(known(LEA)).when(TakeOffice(PersonId("lea"), Office.BOARD, Day("2026-02-01"), Day("2026-01-01"))).refused(
        "ends-before-it-begins"
    )
    given(taken).when(leave).then(left)
    given(taken, left).when(leave).then()
    given().when(leave).refused("office-not-held")


def test_who_left_office_may_no_longer_act():
    left = OfficeLeft(PersonId("secretary"), Office.SECRETARY, Day("2026-03-01"))

    given(statutes, left).when(as_person()).refused("not-allowed")


def test_a_person_is_registered_once():
    given(known(LEA)).when(RegisterPerson(PersonId(LEA), NAME)).refused("person-already-known")


def test_the_last_representative_named_by_that_day_speaks():
    udess = MemberId("udess")
    organisation = OrganisationRegistered(udess, Public("UDESS 05"), ActorKind.ESS_ENTERPRISE, False)
    first = RepresentativeNamed(udess, PersonId("lea"), Day("2020-01-01"))
    second = RepresentativeNamed(udess, PersonId("tom"), Day("2026-01-01"))
    name = NameRepresentative(udess, PersonId("tom"), Day("2026-01-01"))

    given(organisation, known("tom"), first).when(name).then(second)
    given(organisation, first).when(name).refused("unknown-person")
    given(known("tom")).when(name).refused("unknown-organisation")
    assert representative([second, first], udess, Day("2025-12-31")) == "lea"
    assert representative([second, first], udess, Day("2026-01-01")) == "tom"
    assert representative([], LEA, Day("2026-01-01")) == LEA


def test_of_two_representatives_named_the_same_day_the_last_speaks():
    named = [RepresentativeNamed(MemberId("udess"), PersonId(who), Day("2026-01-01")) for who in ("lea", "tom")]

    assert representative(named, MemberId("udess"), Day("2026-01-01")) == "tom"


def test_a_representative_speaks_until_the_last_day_of_his_term():
    term = RepresentativeNamed(MemberId("gap"), PersonId("lea"), Day("2020-06-01"), until=Day("2026-03-21"))

    assert representative([term], MemberId("gap"), Day("2026-03-21")) == "lea"
    assert representative([term], MemberId("gap"), Day("2026-03-22")) == "gap"


def test_a_term_ends_after_it_begins():
    gap = OrganisationRegistered(MemberId("gap"), Public("Gap"), ActorKind.LOCAL_AUTHORITY, True)
    named = NameRepresentative(MemberId("gap"), PersonId(LEA), Day("2026-01-02"), until=Day("2026-01-01"))

    given(gap, known(LEA)).when(named).refused("ends-before-it-begins")
