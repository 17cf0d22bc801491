"""The register of members read in pages: whatever the order and the filters, every member once, in order."""

from collections.abc import Iterator
from random import Random

import psycopg
import pytest
from psycopg.rows import dict_row

from governance.membership.facts import Cause, MemberAdmitted, MemberLeft
from governance.record.entry import freeze, unwrap
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId
from projections.membership.members import AsOf, members
from projections.membership.offices import offices
from projections.membership.persons import persons
from projections.membership.roster import ORDERS, counts, page, whole
from projections.membership.ties import ties
from projections.names import sort_key
from projections.paging import Sought
from projections.search import heard
from tests.conftest import House, fresh_cooperative
from tests.registers.test_periods import OPENED

TODAY = AsOf(Day("2026-03-02"))
NAMES = [
    "Zoé Dupont",
    "Émile Zola",
    "Ana Martin",
    "L’Atelier du Guil",
    "Matthieu Petit",
    "Mathieu Petit",
    "Œuvres du lac",
]
MANY = 90


def name(number: int) -> str:
    return f"{NAMES[number % len(NAMES)]} {number // len(NAMES)}"


@pytest.fixture(scope="module")
def db(house: House) -> Iterator[psycopg.Connection]:
    """Ninety members, one of them alone in her collège, one in none; and one who left."""
    with (
        fresh_cooperative(house) as database,
        psycopg.connect(database.conninfo("worker"), row_factory=dict_row) as db,
    ):
        db.execute("set search_path = beside, public")
        db.execute(persons.schema)
        db.execute(members.schema)
        db.execute(offices.schema)
        db.execute(ties.schema)
        for number in range(MANY + 1):
            words = [f"m{number}", name(number), sort_key(name(number)), heard(name(number))]
            db.execute("insert into person (id, legal, name, sort_key, heard) values (%s, false, %s, %s, %s)", words)
        members.apply(db, [unwrap(n, freeze(*fact).data) for n, fact in enumerate(said(), start=1)], None)
        yield db


def said() -> Iterator[tuple]:
    dice = Random(7)
    for number in range(MANY + 1):
        college = {0: "alone", 1: None}.get(number, dice.choice(["usagers", "salaries"]))
        category, day = dice.choice(["a", "b"]), Day(f"202{dice.randint(0, 4)}-01-02")
        admitted = MemberAdmitted(MemberId(f"m{number}"), CategoryId(category), college and CollegeId(college), day)
        yield admitted, PersonId("palabre"), OPENED, "g"
    yield MemberLeft(MemberId(f"m{MANY}"), Cause.WITHDRAWAL, Day("2025-01-01")), PersonId("palabre"), OPENED, "g"


def walked(db, sought: Sought, by: int) -> list[dict]:
    after, rows = (), []
    while more := page(db, sought, after, by):
        rows += more
        after = tuple(more[-1]["key"])
    return rows


@pytest.mark.parametrize("falling", [False, True])
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"only": {"college": "usagers"}},
        {"only": {"college": "alone"}},
        {"words": "matieu"},
        {"only": {"categorie": "a"}},
    ],
)
def test_pages_hold_every_member_once_in_order(db, order, falling, asked):
    sought = Sought(TODAY, order=order, falling=falling, **asked)

    rows = walked(db, sought, by=7)

    assert [row["id"] for row in rows] == [row["id"] for row in whole(db, sought)]
    assert len({row["id"] for row in rows}) == len(rows)
    shown = [sort_key(row["name"]) if order == "name" else (row[order] or "") for row in rows]
    assert shown == sorted(shown, reverse=falling)


def test_who_is_found_is_who_was_asked_for(db):
    def found(**asked) -> set[str]:
        return {row["name"].rsplit(" ", 1)[0] for row in walked(db, Sought(TODAY, **asked), 50)}

    assert found(words="mathieu petit") == {"Mathieu Petit", "Matthieu Petit"}
    assert found(words="zola", only={"college": "alone"}) == set()
    assert found(words="dupont", only={"college": "alone"}) == {"Zoé Dupont"}
    assert found(only={"college": "nobody"}) == set()


def test_the_register_of_a_day_has_those_of_that_day(db):
    assert len(walked(db, Sought(TODAY), 50)) == MANY
    assert len(walked(db, Sought(AsOf(Day("2024-12-31"))), 50)) == MANY + 1
    assert walked(db, Sought(AsOf(Day("2019-12-31"))), 50) == []
    assert walked(db, Sought(AsOf(Day("2026-03-02"), OPENED.replace(year=2025))), 50) == []


@pytest.mark.parametrize("after", [("x",), ("not-a-day", "m1"), ("a", "b", "c", "d")])
@pytest.mark.parametrize("order", ORDERS)
def test_a_key_that_fits_no_order_begins_at_the_beginning(db, order, after):
    if order == "name" and len(after) == 2:
        return
    sought = Sought(TODAY, order=order)

    assert page(db, sought, after, 5) == page(db, sought, (), 5)


def test_members_are_counted_by_college_and_category(db):
    counted = counts(db, TODAY)

    assert sum(row["members"] for row in counted) == MANY
    assert [row["members"] for row in counted if row["college"] in ("alone", None)] == [1, 1]
