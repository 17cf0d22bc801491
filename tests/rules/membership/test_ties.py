"""What somebody also is, where she also belongs, and the account on which she is reimbursed."""

import pytest

from governance.membership.bank import GiveBankAccount, GiveMyBankAccount
from governance.membership.facts import ActorKind, OrganisationRegistered, RepresentativeNamed
from governance.membership.person_facts import Affiliated, BankAccountGiven, QualityHeld
from governance.membership.tie import Affiliate, NoteQuality
from governance.words import CategoryId, Day, MemberId, PersonId, Public, Sealed
from tests.coop import LEA, TOM, adopted, known, scic
from tests.gwt import given

WHO, MJC, IBAN, DAY = PersonId(LEA), MemberId("mjc"), Sealed("ab" * 32), Day("2026-01-10")
mjc = OrganisationRegistered(MJC, Public("MJC d’Essai"), ActorKind.ESS_ENTERPRISE, False)
employee = QualityHeld(WHO, CategoryId("salaries"), DAY)
quality = NoteQuality(WHO, employee.category, DAY)
volunteer = Affiliated(WHO, MJC, DAY)
affiliate = Affiliate(WHO, MJC, DAY)
ENDED = Day("2026-02-10")


def test_a_person_may_be_an_employee_and_a_resident():
    past = (adopted(scic()), known(LEA))

    given(*past).when(quality).then(employee)
    given(*past, employee).when(quality).then()
    given(*past, employee).when(NoteQuality(WHO, employee.category, DAY, ENDED)).then(
        QualityHeld(WHO, employee.category, DAY, ENDED)
    )


def test_a_person_may_belong_to_an_organisation_without_representing_it():
    given(known(LEA), mjc).when(affiliate).then(volunteer)
    given(known(LEA), mjc, volunteer).when(affiliate).then()
    given(known(LEA), mjc, volunteer).when(Affiliate(WHO, MJC, DAY, ENDED)).then(Affiliated(WHO, MJC, DAY, ENDED))


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        ([adopted(scic())], quality, "unknown-person"),
        ([adopted(scic()), known(LEA)], NoteQuality(WHO, CategoryId("kings"), DAY), "unknown-category"),
        ([known(LEA)], quality, "no-statutes-yet"),
        ([known(LEA), mjc], Affiliate(WHO, MJC, Day("2026-03-03")), "day-to-come"),
        ([known(LEA), mjc], Affiliate(WHO, MJC, ENDED, DAY), "ends-before-it-begins"),
        ([known(LEA)], affiliate, "unknown-organisation"),
        ([mjc], affiliate, "unknown-person"),
    ],
)
def test_what_is_not_noted(facts, command, reason):
    given(*facts).when(command).refused(reason)


def test_an_account_is_given_on_paper_or_by_who_speaks_for_the_member():
    named = RepresentativeNamed(MJC, PersonId(TOM), Day("2025-01-01"))
    today = Day("2026-03-02")

    given(known(LEA)).when(GiveBankAccount(LEA, IBAN, DAY)).then(BankAccountGiven(LEA, IBAN, DAY))
    given(known(LEA)).when(GiveMyBankAccount(LEA, IBAN, today), by=LEA).then(BankAccountGiven(LEA, IBAN, today))
    given(known(LEA)).when(GiveMyBankAccount(LEA, IBAN, today), by=TOM).refused("not-for-this-member")
    given(mjc, named).when(GiveMyBankAccount(MJC, IBAN, today), by=TOM).then(BankAccountGiven(MJC, IBAN, today))
    given().when(GiveBankAccount(LEA, IBAN, DAY)).refused("unknown-person")
