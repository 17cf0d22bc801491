"""A minor: her guardian speaks for her until the day of her majority."""

import pytest

from governance.membership.minor import NameGuardian, ReachMajority
from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.membership.standing import representative
from governance.words import Day, PersonId
from tests.coop import LEA, known
from tests.gwt import given

TOM = PersonId("tom")
named = GuardianNamed(LEA, TOM, Day("2026-01-01"))
of_age = MajorityReached(LEA, Day("2027-05-04"))


def test_a_guardian_is_named_once():
    given(known(LEA), known(TOM)).when(NameGuardian(LEA, TOM, Day("2026-01-01"))).then(named)
    given(known(LEA), known(TOM), named).when(NameGuardian(LEA, TOM, Day("2026-01-01"))).then()


def test_majority_is_written_in_advance_and_once():
    given(named).when(ReachMajority(LEA, Day("2027-05-04"))).then(of_age)
    given(named, of_age).when(ReachMajority(LEA, Day("2027-05-04"))).then()


@pytest.mark.parametrize(
    ("day", "speaks"), [("2025-12-31", LEA), ("2026-01-01", TOM), ("2027-05-03", TOM), ("2027-05-04", LEA)]
)
def test_the_guardian_speaks_from_one_day_to_the_other(day, speaks):
    assert representative([of_age, named], LEA, Day(day)) == speaks


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        ([known(LEA)], NameGuardian(LEA, PersonId(LEA), Day("2026-01-01")), "guardian-of-herself"),
        ([known(LEA)], NameGuardian(LEA, TOM, Day("2026-01-01")), "unknown-person"),
        ([known(TOM)], NameGuardian(LEA, TOM, Day("2026-01-01")), "unknown-person"),
        ([known(LEA), known(TOM)], NameGuardian(LEA, TOM, Day("2026-03-03")), "day-to-come"),
        ([named], ReachMajority(LEA, Day("2025-12-31")), "no-guardian"),
        ([named, of_age], ReachMajority(LEA, Day("2027-06-01")), "no-guardian"),
        ([named], ReachMajority(LEA, Day("2027-05")), "full-day-needed"),
    ],
)
def test_what_cannot_be_said_of_a_minor(facts, command, reason):
    given(*facts).when(command).refused(reason)
