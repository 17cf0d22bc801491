"""What leaves in a file of evidence is never about a person."""

from typing import get_args, get_type_hints

import pytest

from governance.evidence.disclosure import SHOWN, withheld
from governance.membership.facts import (
    ActorKind,
    ApplicationRejected,
    MemberAdmitted,
    OrganisationRegistered,
    PersonRegistered,
)
from governance.record.kinds import KINDS
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId, Public, Sealed
from tests.rules.evidence.label import TERRITORY, attached, pursued

ATELIER, LEA = MemberId("atelier"), MemberId("lea")
atelier = OrganisationRegistered(ATELIER, Public("L’Atelier"), ActorKind.ESS_ENTERPRISE, False)


def admitted(member: MemberId) -> MemberAdmitted:
    return MemberAdmitted(member, CategoryId("soutiens"), CollegeId("soutiens"), Day("2021-02-01"))


def test_an_organisation_is_shown_with_its_admission():
    assert withheld([atelier, admitted(ATELIER), attached("carte", TERRITORY)]) == []


def test_the_admission_of_a_human_being_stays():
    assert withheld([atelier, admitted(ATELIER), admitted(LEA)]) == [admitted(LEA)]


def test_an_admission_does_not_leave_without_its_organisation():
    assert withheld([admitted(ATELIER)]) == [admitted(ATELIER)]


def test_a_kind_that_nobody_chose_to_show_stays():
    assert withheld([pursued]) == [pursued]


@pytest.mark.parametrize(
    "kind", ["BallotCast", "ProxyGiven", "PersonRegistered", "OfficeTaken", "AttendanceSigned", "MandateEntered"]
)
def test_what_is_said_of_persons_is_never_shown(kind):
    assert KINDS[kind] not in SHOWN


lea = PersonRegistered(PersonId("lea"), Sealed("a" * 64), Sealed("b" * 64))


@pytest.mark.parametrize(("opened", "stays"), [((), [lea]), (("c" * 64,), [lea]), (("b" * 64,), [])])
def test_a_person_leaves_only_beside_words_of_hers_that_were_chosen(opened, stays):
    assert withheld([lea], opened) == stays


def test_words_that_were_chosen_open_no_fact_of_another_kind():
    applied = ApplicationRejected(LEA, Day("2021-02-01"), Sealed("a" * 64))

    assert withheld([applied], ("a" * 64,)) == [applied]


def about_people(kind) -> set[str]:
    """The fields of a kind that hold something sealed, or name somebody."""
    hints = get_type_hints(kind)
    people = {Sealed, PersonId, MemberId}
    return {name for name, hint in hints.items() if people & {hint, *get_args(hint)}}


def test_a_shown_kind_names_nobody_but_who_held_the_session():
    named = {kind.__name__: about_people(kind) for kind in SHOWN if about_people(kind)}

    assert named == {
        "SessionOpened": {"chair"},  # under an identifier
        "OrganisationRegistered": {"member"},
        "OrganisationCorrected": {"member"},
        "MemberAdmitted": {"member"},  # of an organisation only
    }
