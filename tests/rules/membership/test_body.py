"""The whole after every movement: three links with the cooperative, a hundred members of a SARL."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.membership.admit import Admit
from governance.membership.body import Body
from governance.membership.facts import CategoryChanged, Cause, MemberAdmitted, MemberLeft, MembershipIrregular
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.membership.leave import Leave
from governance.membership.move import ChangeCategory
from governance.statutes.facts import Form
from governance.words import CategoryId, Day, MemberId, Public, Sealed
from tests.coop import LEA, SALARIES, TOM, admitted, adopted, applied, association, scic
from tests.gwt import given

statutes = adopted(scic())
sarl = adopted(replace(scic(), form=Form.SARL))
ON = Day("2026-03-01")
WHOLE = [admitted(LEA, "salaries"), admitted(TOM), admitted("udess", "structures")]
broken = InvariantBroken(
    Public("three-links"),
    ON,
    Public("L47 art. 19 septies"),
    Fraction(2),
    Fraction(3),
    Public("convene-extraordinary"),
)
restored = InvariantRestored(Public("three-links"), ON)
HUNDRED = [admitted(f"m{n}") for n in range(100)]
WHY = Sealed("ef" * 32)


def left(member, cause=Cause.WITHDRAWAL):
    return MemberLeft(MemberId(member), cause, ON)


def test_the_last_employee_who_leaves_empties_her_category_and_an_assembly_is_to_be_called():
    given(statutes, *WHOLE).when(Leave(LEA, Cause.AUTOMATIC_LOSS, ON)).then(left(LEA, Cause.AUTOMATIC_LOSS), broken)


@pytest.mark.parametrize("other", ["salaries", "structures", "collectivites"])
def test_a_category_where_somebody_remains_is_not_empty(other):
    past = [statutes, *WHOLE, admitted("iris", other)]
    leaver = {"salaries": LEA, "structures": "udess", "collectivites": TOM}[other]

    given(*past).when(Leave(MemberId(leaver), Cause.WITHDRAWAL, ON)).then(left(leaver))


def test_what_was_never_whole_is_not_broken_by_who_leaves():
    given(statutes, *WHOLE[:2]).when(Leave(LEA, Cause.WITHDRAWAL, ON)).then(left(LEA))


def test_an_association_owes_no_three_links():
    rules = adopted(replace(association(), categories=scic().categories))

    given(rules, *WHOLE).when(Leave(LEA, Cause.WITHDRAWAL, ON)).then(left(LEA))


def test_what_was_broken_holds_again_once_somebody_comes():
    past = [statutes, *WHOLE, left(LEA), broken, applied("iris", "salaries", "2026-02-01")]

    given(*past).when(Admit(MemberId("iris"), ON)).then(admitted("iris", "salaries", "2026-03-01"), restored)


def test_what_is_broken_already_is_not_said_twice():
    past = [statutes, *WHOLE, left(LEA), broken]

    given(*past).when(Leave(TOM, Cause.WITHDRAWAL, ON)).then(left(TOM))


def test_a_change_of_category_empties_one_and_fills_another():
    moved = CategoryChanged(LEA, CategoryId("benevoles"), ON)
    back = CategoryChanged(LEA, CategoryId("salaries"), ON)

    given(statutes, *WHOLE).when(ChangeCategory(LEA, CategoryId("benevoles"), ON)).then(moved, broken)
    given(statutes, *WHOLE, moved, broken).when(ChangeCategory(LEA, CategoryId("salaries"), ON)).then(back, restored)


def test_a_change_of_category_may_change_the_college_and_must_name_what_the_statutes_know():
    change = ChangeCategory(TOM, CategoryId("salaries"), ON, SALARIES)
    facts = given(statutes, *WHOLE, admitted("iris")).when(change).gained()

    assert [type(fact).__name__ for fact in facts] == ["CategoryChanged", "CollegeChanged"]
    given(statutes, *WHOLE).when(ChangeCategory(TOM, CategoryId("benevoles"), ON)).then()
    given(statutes, *WHOLE).when(ChangeCategory(TOM, CategoryId("amis"), ON)).refused("unknown-category")
    given(statutes).when(change).refused("not-a-member")


def test_e21_the_hundred_and_first_member_of_a_sarl_is_refused():
    past = [sarl, *HUNDRED, applied(LEA)]

    given(*past).when(Admit(LEA, ON)).refused("too-many-members", most=100, article="C.com L223-3")


def test_the_hundredth_member_of_a_sarl_is_admitted():
    given(sarl, *HUNDRED[:99], applied(LEA)).when(Admit(LEA, ON)).then(admitted(LEA, on="2026-03-01"))


def test_e21_an_admission_that_happened_is_recorded_as_irregular_and_the_form_is_to_be_changed():
    article = Public("C.com L223-3")
    noted = MembershipIrregular(LEA, ON, "too-many-members", article, WHY, 1)
    form = InvariantBroken(Public("members-of-sarl"), ON, article, Fraction(101), Fraction(100), Public("change-form"))

    given(sarl, *HUNDRED, applied(LEA)).when(Admit(LEA, ON, despite=WHY)).then(
        admitted(LEA, on="2026-03-01"), noted, form
    )
    given(sarl, *HUNDRED, admitted(LEA), form).when(Leave(LEA, Cause.WITHDRAWAL, ON)).then(
        left(LEA), InvariantRestored(Public("members-of-sarl"), ON)
    )


def test_a_sas_has_as_many_members_as_come():
    given(statutes, *HUNDRED, applied(LEA)).when(Admit(LEA, ON)).then(admitted(LEA, on="2026-03-01"))


def test_the_body_counts_each_member_once_whatever_the_order_of_writing():
    facts = [left(TOM), admitted(TOM), admitted(TOM, "salaries", "2022-01-01"), admitted(LEA), left("iris")]
    facts += [CategoryChanged(LEA, CategoryId("salaries"), Day("2020-01-01"))]  # before she was a member: nothing
    body = Body()
    for fact in facts:
        body = body.after(fact)

    assert {category: heads for category, heads in body.heads.items() if heads} == {"benevoles": 1}


def test_a_body_that_was_kept_does_not_move_when_another_grows_from_it():
    first = Body().after(admitted(LEA))
    second = first.after(MemberAdmitted(TOM, CategoryId("salaries"), SALARIES, ON))

    assert (first.members, second.members) == (1, 2)
