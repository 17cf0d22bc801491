"""Taking over who was a member before this record began."""

import pytest

from governance.membership.facts import (
    ActorKind,
    MemberAdmitted,
    MemberTakenOver,
    OrganisationRegistered,
    PersonRegistered,
    RepresentativeNamed,
)
from governance.membership.take_over import Place, TakeOverOrganisation, TakeOverPerson
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId, Public, Sealed
from tests.coop import LEA, SALARIES, adopted, known, scic
from tests.gwt import given

NAME, PAUL = Sealed("11" * 32), PersonId("paul")
PAPER = Public("Registre papier au 31/12/2025")
LUYE = MemberId("luye")


def place(category: str = "salaries", college: CollegeId | None = SALARIES, since: str = "2012-05-04") -> Place:
    return Place(CategoryId(category), college, Day(since), PAPER, 12, Public("A-7"))


def luye(siren: str = "", **representative: object) -> TakeOverOrganisation:
    named = (LUYE, Public("Recyclerie"), ActorKind.ESS_ENTERPRISE, False, Public(siren), Public(""), place())
    return TakeOverOrganisation(*named, **representative)


def test_a_person_keeps_her_first_day_though_no_statutes_of_then_are_known():
    given(adopted(scic(), "2020-01-01")).when(TakeOverPerson(PersonId(LEA), NAME, place())).then(
        PersonRegistered(PersonId(LEA), NAME),
        MemberAdmitted(LEA, CategoryId("salaries"), SALARIES, Day("2012-05-04")),
        MemberTakenOver(LEA, PAPER, 12, Public("A-7")),
    )


def test_an_organisation_comes_with_or_without_somebody_who_acts_for_it():
    kept = OrganisationRegistered(LUYE, Public("Recyclerie"), ActorKind.ESS_ENTERPRISE, False)
    member = [
        MemberAdmitted(LUYE, CategoryId("salaries"), SALARIES, Day("2012-05-04")),
        MemberTakenOver(LUYE, PAPER, 12, Public("A-7")),
    ]

    given(adopted(scic())).when(luye()).then(kept, *member)
    given(adopted(scic())).when(luye(representative=PAUL, representative_name=NAME)).then(
        kept, PersonRegistered(PAUL, NAME), RepresentativeNamed(LUYE, PAUL, Day("2012-05-04")), *member
    )


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        (place(category="amis"), "unknown-category"),
        (place(college=CollegeId("amis")), "unknown-college"),
        (place(college=None), "college-needed"),
        (place(since="2012"), "full-day-needed"),
        (place(since="2031-01-01"), "day-to-come"),
    ],
)
def test_her_place_must_be_one_of_todays_statutes(where: Place, reason: str):
    given(adopted(scic())).when(TakeOverPerson(PersonId(LEA), NAME, where)).refused(reason)


def test_nobody_is_taken_over_before_statutes_say_where():
    given().when(TakeOverPerson(PersonId(LEA), NAME, place())).refused("no-statutes-yet")


def test_who_is_known_already_is_not_taken_over():
    siren = "732829320"
    there = OrganisationRegistered(MemberId("other"), Public("Luye"), ActorKind.OTHER, False, Public(siren))

    given(adopted(scic()), known("lea")).when(TakeOverPerson(PersonId(LEA), NAME, place())).refused(
        "person-already-known"
    )
    given(adopted(scic()), there).when(luye(siren)).refused("siren-already-known", name="Luye")
