"""The dues of an association: called by year and category, paid, waived, reminded; and the vote that they condition."""

from dataclasses import replace

import pytest

from governance.assembly.facts import MandateEntered, MandateWithheld, Withheld
from governance.assembly.roll import roll
from governance.dues.collect import CallDues, PayDues, RemindDues, WaiveDues
from governance.dues.facts import DuesCalled, DuesPaid, DuesReminded, DuesWaived
from governance.dues.standing import owed
from governance.statutes.facts import Form
from governance.words import CategoryId, Cents, Day, MemberId, Public, Sealed
from tests.coop import adopted as in_force
from tests.coop import scic
from tests.gwt import given
from tests.rules.assembly import coop
from tests.rules.assembly.coop import members, planned

adopted = replace(coop.adopted, statutes=replace(coop.adopted.statutes, form=Form.ASSOCIATION))
ALMA, OTHER = MemberId("alma"), CategoryId("other")
called = DuesCalled("2026", OTHER, Cents(2000), Day("2026-01-10"), Day("2026-02-28"), True, Public("8"))
paid = DuesPaid(ALMA, "2026", Cents(1500), Day("2026-02-01"))
waived = DuesWaived(ALMA, "2026", Day("2026-02-01"))
ON = Day("2026-02-10")
call = CallDues("2026", OTHER, Cents(2000), Day("2026-01-10"), Day("2026-02-28"), True, Public("8"))
past = [adopted, *members, called]


def test_dues_are_called_by_year_and_category():
    given(adopted).when(call).then(called)
    given(adopted, called).when(call).then()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"category": CategoryId("amis")}, "unknown-category"),
        ({"amount": Cents(0)}, "dues-of-nothing"),
        ({"due": Day("2026-01-09")}, "due-before-called"),
        ({"due": Day("2026-02")}, "full-day-needed"),
        ({"article": Public("")}, "vote-taken-without-article"),
    ],
)
def test_a_call_that_cannot_be(changed, reason):
    given(adopted).when(replace(call, **changed)).refused(reason)


def test_a_vote_is_not_taken_away_without_an_article():
    given(adopted).when(replace(call, article=Public(""))).refused("vote-taken-without-article", article="C.civ 1844")
    assert given(adopted).when(replace(call, votes=False, article=Public(""))).gained()


def test_in_a_company_unpaid_dues_take_no_vote_away():
    company = replace(call, category=CategoryId("benevoles"))

    given(in_force(scic())).when(company).refused("vote-taken-without-law", form="SAS")
    assert given(in_force(scic())).when(replace(company, votes=False)).gained()


def test_dues_are_paid_in_parts_and_never_more_than_owed():
    given(*past).when(PayDues(ALMA, "2026", Cents(1500), ON)).then(DuesPaid(ALMA, "2026", Cents(1500), ON))
    given(*past, paid).when(PayDues(ALMA, "2026", Cents(501), ON)).refused("more-than-owed", owed=500)
    given(*past, paid).when(PayDues(ALMA, "2026", Cents(500), ON)).then(DuesPaid(ALMA, "2026", Cents(500), ON))
    given(*past).when(PayDues(ALMA, "2025", Cents(500), ON)).refused("no-dues-called", year="2025")
    given(called).when(PayDues(ALMA, "2026", Cents(500), ON)).refused("not-a-member")


def test_dues_that_were_waived_are_owed_no_more():
    why = Sealed("ab" * 32)

    given(*past).when(WaiveDues(ALMA, "2026", ON, why)).then(DuesWaived(ALMA, "2026", ON, why))
    given(*past, waived).when(WaiveDues(ALMA, "2026", ON)).then()
    given(*past, waived).when(PayDues(ALMA, "2026", Cents(1), ON)).refused("more-than-owed", owed=0)


def test_who_owes_is_reminded_once_a_day_and_who_paid_is_not():
    reminded = DuesReminded(ALMA, "2026", ON)

    given(*past).when(RemindDues(ALMA, "2026", ON)).then(reminded)
    given(*past, reminded).when(RemindDues(ALMA, "2026", ON)).then()
    given(*past, waived).when(RemindDues(ALMA, "2026", ON)).refused("nothing-owed", year="2026")


def test_a_call_made_again_replaces_the_first():
    lower = replace(called, amount=Cents(1200))

    assert owed([called, lower, paid], ALMA, lower, ON) == 0
    given(*past, lower).when(PayDues(ALMA, "2026", Cents(1201), ON)).refused("more-than-owed", owed=1200)


def lines(*facts):
    """The roll, with somebody of another category who owes nothing."""
    elsewhere = replace(members[2], member=MemberId("zoe"), category=CategoryId("users"))
    known = [*members, elsewhere, *facts]
    return {line.member: line for line in roll(known, planned, adopted) if hasattr(line, "member")}


@pytest.mark.parametrize(
    ("facts", "votes"),
    [
        ([], True),
        ([called], False),
        ([called, paid], False),
        ([called, paid, replace(paid, amount=Cents(500))], True),
        ([called, replace(paid, amount=Cents(2000), on=Day("2026-03-21"))], False),
        ([called, waived], True),
        ([replace(called, votes=False)], True),
        ([replace(called, due=Day("2026-03-20"))], True),  # the day of the assembly: not late yet
        ([replace(called, category=CategoryId("users"))], True),
    ],
)
def test_dues_condition_the_vote_where_the_statutes_say_so(facts, votes):
    line = lines(*facts)[ALMA]

    assert isinstance(line, MandateEntered) == votes
    if not votes:
        assert line == MandateWithheld(planned.assembly, ALMA, Withheld.DUES_NOT_PAID, Public("8"))
