"""The year of the cooperative: what each form wants done, until when, and by what article."""

from dataclasses import replace

import pytest

from governance.assembly.year import Binding, closing_before, duties, rhythms
from governance.assembly.year_end import DischargeDuty, SetYearEnd
from governance.assembly.year_facts import Duty, DutyDone, YearEndSet
from governance.statutes.facts import Form, Meetings, Organ
from governance.words import Day, Public
from tests.coop import association, scic
from tests.gwt import given

CLOSED = Day("2026-12-31")
sa = replace(scic(), form=Form.SA, ordinary=None, meetings=(), audit=None)


def last(statutes, duty, **known):
    [due] = [due for due in duties(statutes, CLOSED, **known) if due.duty is duty]
    return str(due.last), due.binding, due.article


@pytest.mark.parametrize(
    ("form", "day", "binding", "article"),
    [
        (Form.SA, "2027-06-30", Binding.LAW, "C.com L225-100"),
        (Form.SARL, "2027-06-30", Binding.LAW, "C.com L223-26"),
        (Form.SAS, "2027-06-30", Binding.USAGE, ""),
        (Form.ASSOCIATION, "2027-06-30", Binding.USAGE, ""),
    ],
)
def test_the_annual_assembly_meets_within_six_months(form, day, binding, article):
    assert last(replace(sa, form=form), Duty.ASSEMBLY) == (day, binding, article)


def test_statutes_that_name_a_month_prevail_where_the_law_is_silent():
    may = Meetings(Organ.ASSEMBLY, 1, 1, 5, Public("12"))

    assert last(replace(sa, form=Form.ASSOCIATION, meetings=(may,)), Duty.ASSEMBLY) == (
        "2027-05-31", Binding.STATUTES, "12",
    )  # fmt: skip


def test_e25_the_notice_of_an_assembly_of_the_nineteenth_of_june_leaves_on_the_fourth():
    assert last(sa, Duty.NOTICE, assembly=Day("2027-06-19")) == ("2027-06-04", Binding.LAW, "C.com R225-69")


def test_what_hangs_on_the_assembly_follows_its_day():
    held = {"assembly": Day("2027-05-31")}

    assert last(sa, Duty.FILING, **held)[0] == "2027-06-30"
    assert last(sa, Duty.COOPERATIVE_REPORT, **held)[0] == "2027-05-31"
    assert last(sa, Duty.ACCOUNTS, **held)[0] == "2027-05-16"


def test_an_association_files_nothing_at_the_registry():
    assert {due.duty for due in duties(association(), CLOSED)} == {Duty.ACCOUNTS, Duty.NOTICE, Duty.ASSEMBLY}


@pytest.mark.parametrize(
    ("closing", "day", "before"),
    [
        ("2026-12-31", "2026-11-22", "2025-12-31"),
        ("2026-12-31", "2026-12-31", "2026-12-31"),
        ("2024-02-29", "2027-01-01", "2026-02-28"),
        ("2026-06-30", "2031-07-01", "2031-06-30"),
    ],
)
def test_every_year_closes_on_the_same_day(closing, day, before):
    assert closing_before(Day(closing), Day(day)) == Day(before)


def test_meetings_are_counted_beside_what_the_statutes_want():
    board = Meetings(Organ.BOARD, 5, 6, None, Public("15"))
    held = [(Organ.BOARD, Day("2027-01-10")), (Organ.BOARD, Day("2026-11-10")), (Organ.ASSEMBLY, Day("2027-05-01"))]

    [found] = rhythms(replace(sa, meetings=(board,)), held, CLOSED)

    assert (found.held, found.missing) == (1, 4)


def test_the_closing_day_is_said_once_and_changed():
    given().when(SetYearEnd(CLOSED)).then(YearEndSet(CLOSED))
    given(YearEndSet(CLOSED)).when(SetYearEnd(CLOSED)).then()
    given().when(SetYearEnd(Day("2026"))).refused("closing-day-needed")


def test_a_duty_is_closed_by_its_receipt():
    done = DischargeDuty(Duty.FILING, Day("2024-12-31"), Day("2025-06-30"), Public("Récépissé 2025/118"))
    fact = DutyDone("filing", Day("2024-12-31"), Day("2025-06-30"), Public("Récépissé 2025/118"))

    given().when(done).then(fact)
    given(fact).when(done).then()
    given().when(replace(done, receipt=Public(" "))).refused("receipt-needed")
    given().when(replace(done, on=Day("2035-06-30"))).refused("day-to-come")
    given().when(replace(done, on=Day("2025"))).refused("day-of-the-duty-needed")
