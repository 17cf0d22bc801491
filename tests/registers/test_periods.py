"""The register of members against the rule itself: any facts, in any order, on any day, as known at any moment."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.rows import dict_row

from governance.membership.facts import CategoryChanged, Cause, CollegeChanged, MemberAdmitted, MemberLeft
from governance.membership.standing import standing
from governance.record.entry import Raw, freeze, unwrap
from governance.words import CategoryId, CollegeId, Day, Fact, MemberId, PersonId
from projections.membership.members import AsOf, members
from projections.membership.offices import offices
from projections.membership.periods import PERIODS
from projections.membership.persons import persons
from projections.membership.roster import counts, page
from projections.paging import Sought
from tests.conftest import House, fresh_cooperative

OPENED = datetime(2026, 1, 1, tzinfo=UTC)
LEA, TOM = MemberId("lea"), MemberId("tom")

days = st.integers(1, 6).map(lambda day: Day(f"2020-01-0{day}"))
whom = st.sampled_from([LEA, TOM])
colleges = st.sampled_from([CollegeId("salaries"), CollegeId("usagers")])
categories = st.sampled_from([CategoryId("a"), CategoryId("b")])
facts = st.one_of(
    st.builds(MemberAdmitted, whom, categories, st.none() | colleges, days),
    st.builds(CollegeChanged, whom, colleges, days),
    st.builds(CategoryChanged, whom, categories, days),
    st.builds(MemberLeft, whom, st.just(Cause.WITHDRAWAL), days),
)
# Each fact with the minutes since the one before: none, where a gesture says two things at once.
histories = st.lists(st.tuples(facts, st.integers(0, 2)), max_size=12)


@pytest.fixture(scope="module")
def registers(house: House) -> Iterator[psycopg.Connection]:
    """As the worker, in a database where nothing is ever kept."""
    with (
        fresh_cooperative(house) as database,
        psycopg.connect(database.conninfo("worker"), row_factory=dict_row) as db,
    ):
        yield db


def entries(history: list[tuple[Fact, int]]) -> list[tuple[Fact, datetime, Raw]]:
    said, at = [], OPENED
    for position, (fact, minutes) in enumerate(history, start=1):
        at += timedelta(minutes=minutes)
        said.append((fact, at, unwrap(position, freeze(fact, PersonId("palabre"), at, "g").data)))
    return said


def write(db: psycopg.Connection, batches: list[list[Raw]]) -> None:
    db.rollback()
    db.execute("set local search_path = beside, public")
    db.execute(persons.schema)
    db.execute(members.schema)
    db.execute(offices.schema)
    db.execute("insert into person (id, legal, sort_key) values ('lea', false, 'lea'), ('tom', false, 'tom')")
    for batch in batches:
        members.apply(db, batch, None)


def rows(db: psycopg.Connection) -> list[str]:
    tables = ("member_period", "member_standing", "member_flow")
    return sorted(str(row) for table in tables for row in db.execute(f"select * from {table}"))


def as_page(db: psycopg.Connection, day: Day, known: datetime | None) -> dict:
    as_of = AsOf(day, known)
    shown = page(db, Sought(as_of))
    return {row["id"]: (row["category"], row["college"], row["since"]) for row in shown}


def as_ruled(known: list[Fact], day: Day) -> dict:
    stands = {who: standing(known, who, day) for who in (LEA, TOM)}
    return {who: (it.category, it.college, date.fromisoformat(it.since.text)) for who, it in stands.items() if it}


@settings(max_examples=150, deadline=None)
@given(history=histories, day=st.integers(0, 7), minutes=st.integers(-1, 25))
def test_the_register_says_what_the_rule_says_on_any_day_as_known_at_any_moment(registers, history, day, minutes):
    said = entries(history)
    moment = OPENED + timedelta(minutes=minutes)
    asked = Day.of(date(2020, 1, 1) + timedelta(days=day - 1))

    write(registers, [[raw for _, _, raw in said]])

    assert as_page(registers, asked, None) == as_ruled([fact for fact, _, _ in said], asked)
    assert as_page(registers, asked, moment) == as_ruled([fact for fact, at, _ in said if at <= moment], asked)


@settings(max_examples=100, deadline=None)
@given(history=histories, cuts=st.sets(st.integers(1, 11)))
def test_followed_fact_by_fact_or_rebuilt_at_once_the_register_is_the_same(registers, history, cuts):
    raws = [raw for _, _, raw in entries(history)]
    ends = [*sorted(cut for cut in cuts if cut < len(raws)), len(raws)]
    batches = [raws[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    write(registers, batches)
    followed = rows(registers)
    write(registers, [raws])

    assert rows(registers) == followed


@settings(max_examples=100, deadline=None)
@given(history=histories)
def test_the_periods_of_a_member_touch_and_never_overlap_and_every_day_adds_up(registers, history):
    said = entries(history)
    facts = [fact for fact, _, _ in said]
    write(registers, [[raw for _, _, raw in said]])

    periods = PERIODS.page(registers, Sought(AsOf(Day("2020-01-31"))))

    for day in (Day(f"2020-01-0{n}") for n in range(1, 9)):
        ruled = as_ruled(facts, day)
        known_then = [(row["member"], row["category"], row["college"]) for row in periods if _covers(row, day)]
        assert sorted(known_then, key=str) == sorted([(who, *ruled[who][:2]) for who in ruled], key=str)
        assert sum(row["members"] for row in counts(registers, AsOf(day))) == len(ruled)
        assert sum(row["members"] for row in counts(registers, AsOf(day, OPENED + timedelta(days=1)))) == len(ruled)
        assert counts(registers, AsOf(day, OPENED - timedelta(days=1))) == []


def _covers(row: dict, day: Day) -> bool:
    return row["from"] <= day.first and (row["until"] is None or day.first <= row["until"])


def test_a_clock_that_went_back_makes_no_register_late(registers):
    admitted = MemberAdmitted(LEA, CategoryId("a"), None, Day("2020-01-01"))
    left = MemberLeft(LEA, Cause.WITHDRAWAL, Day("2020-01-02"))
    clock = [OPENED, OPENED - timedelta(minutes=1)]
    raws = [
        unwrap(n, freeze(fact, PersonId("palabre"), at, "g").data)
        for n, (fact, at) in enumerate(zip([admitted, left], clock, strict=True), start=1)
    ]

    write(registers, [raws])

    assert as_page(registers, Day("2020-01-01"), None) == {LEA: ("a", None, date(2020, 1, 1))}
    assert as_page(registers, Day("2020-01-02"), None) == {}
