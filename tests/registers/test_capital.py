"""The registers of capital against the book of the rules: any acts, in any order, followed or rebuilt at once."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from itertools import pairwise

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.rows import dict_row

from governance.capital.account import account
from governance.capital.book import ShareBook
from governance.capital.facts import SharesCancelled, SharesReimbursed, ShareValued
from governance.capital.losses import due, settled_by
from governance.command import Refused
from governance.membership.facts import AdmissionRedated, MemberAdmitted, OrganisationRegistered
from governance.record.entry import Raw, freeze, unwrap
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.words import CategoryId, Day, MemberId, PersonId
from projections.capital import claims, leavers, movements
from projections.capital.calls import calls
from projections.capital.days import days
from projections.capital.holdings import holdings
from projections.membership.members import AsOf
from projections.membership.persons import persons
from projections.paging import Sought
from projections.statutes.versions import versions
from tests.conftest import House, fresh_cooperative
from tests.gwt import NOON, SECRETARY, in_office
from tests.rules.capital.acts import DAYS, PEOPLE, acts, irregular
from tests.rules.capital.holders import highest, holds, in_force, left, public
from web.capital.state import curve, queue, state

REGISTERS = (versions, movements.movements, days, holdings, claims.claims, calls)
PAST = [
    in_force(minimum=2000),
    public("town"),
    highest(6000, last_number=412),
    *(fact for person in PEOPLE for fact in holds(person, 20)),
]
TODAY = AsOf(Day("2026-03-02"))
OPENED = datetime(2026, 3, 1, tzinfo=UTC)
told = st.lists(st.one_of(acts, acts, irregular), max_size=12)
histories = told.map(lambda acts: [command for act in acts for command in act])


@pytest.fixture(scope="module")
def registers(house: House) -> Iterator[psycopg.Connection]:
    """As the worker, in a database where nothing is ever kept."""
    with (
        fresh_cooperative(house) as database,
        psycopg.connect(database.conninfo("worker"), row_factory=dict_row) as db,
    ):
        yield db


def recorded(commands) -> list:
    """What the rules let happen of all this."""
    record = Record(MemoryRecorder(lambda: NOON), MemoryVault())
    record.enter([in_office, *PAST], PersonId("test"), "past")
    for number, command in enumerate(commands):
        with suppress(Refused):
            record.execute(command, SECRETARY, f"g{number}")
    return [entry.fact for entry in record.entries()]


def raws(facts) -> list[Raw]:
    """Written a minute apart."""
    return [
        unwrap(position, freeze(fact, SECRETARY, OPENED + timedelta(minutes=position), "g").data)
        for position, fact in enumerate(facts, start=1)
    ]


def write(db: psycopg.Connection, batches: list[list[Raw]]) -> None:
    db.rollback()
    db.execute("set local search_path = beside, public")
    for register in (persons, *REGISTERS):
        db.execute(register.schema)
    names = [(person, person == "town") for person in PEOPLE]
    with db.cursor() as cursor:
        sentence = "insert into person (id, legal, name, sort_key, public_body) values (%s, false, %s, %s, %s)"
        cursor.executemany(sentence, [(who, who, who, town) for who, town in names])
    for batch in batches:
        for register in REGISTERS:
            register.apply(db, [raw for raw in batch if register.knows(raw)], None)


def tables(db: psycopg.Connection) -> list[str]:
    names = ("movement", "entry", "stands", "asked", "cancellation", "reimbursement", "valuation", "letter", "call")
    return [str(row) for name in names for row in sorted(map(str, db.execute(f"select * from {name}")))]


def book_of(facts) -> ShareBook:
    return reduce(ShareBook.after, facts, ShareBook())


@settings(max_examples=25, deadline=None)
@given(commands=histories)
def test_registers_say_what_the_book_says(registers, commands):
    facts = recorded(commands)
    write(registers, [raws(facts)])
    book, now = book_of(facts), state(registers, TODAY)

    accounts = {who: movements.account(registers, who, TODAY) for who in PEOPLE}
    assert {who: (row["shares"], row["worth"], row["owed"]) for who, row in accounts.items()} == {
        who: (held.shares, held.worth, held.owed) for who, held in ((who, book.holder(who).account) for who in PEOPLE)
    }
    totals = movements.totals(registers, TODAY)
    assert (totals["subscribed"], totals["public"]) == (book.capital, book.public)
    assert curve(registers, TODAY).highest(TODAY.day) == book.curve.highest(TODAY.day)
    assert now.room == book.curve.room(now.rules, TODAY.day)
    numbers = [row["number"] for row in movements.REGISTER.page(registers, Sought(TODAY))]
    assert numbers == [413 + n for n in range(book.numbered)]


@settings(max_examples=20, deadline=None)
@given(commands=histories)
def test_what_is_kept_of_each_day_is_what_its_movements_sum_to(registers, commands):
    write(registers, [raws(recorded(commands))])

    for day in (*DAYS, TODAY.day):
        kept, summed = AsOf(day), AsOf(day, datetime.max.replace(tzinfo=UTC))
        ours, theirs = curve(registers, kept), curve(registers, summed)
        assert [(ours.at(one), ours.highest(one)) for one in DAYS] == [
            (theirs.at(one), theirs.highest(one)) for one in DAYS
        ]
        assert movements.totals(registers, kept) == movements.totals(registers, summed)


@settings(max_examples=25, deadline=None)
@given(commands=histories, on=st.sampled_from([*DAYS, TODAY.day]))
def test_the_queue_of_a_page_is_the_queue_of_the_rules_on_any_day(registers, commands, on):
    facts = recorded(commands)
    past = [fact for fact in facts if isinstance(fact, OrganisationRegistered) or fact.on <= on]
    write(registers, [raws(facts)])
    as_of = AsOf(on)

    shown = queue(registers, as_of, state(registers, as_of), in_part=True)

    expected = book_of(past).queue(on)
    assert [(one.claim.claim, one.claim.on, one.claim.lots) for one in shown] == [
        (claim.claim, claim.on, claim.lots) for claim in expected
    ]


@settings(max_examples=25, deadline=None)
@given(commands=histories)
def test_what_is_owed_is_what_the_rules_say_is_owed(registers, commands):
    facts = recorded(commands)
    write(registers, [raws(facts)])
    values = [fact for fact in facts if isinstance(fact, ShareValued)]

    for fact in (fact for fact in facts if isinstance(fact, SharesCancelled)):
        row = claims.of_cancellation(registers, fact.cancellation)
        value = settled_by(fact, values)
        paid = [one.amount for one in facts if isinstance(one, SharesReimbursed)]
        assert row["due"] is None if value is None else max(row["due"], 0) == due(fact, value.rate)
        assert row["paid"] <= sum(paid)


@settings(max_examples=20, deadline=None)
@given(commands=histories, on=st.sampled_from(DAYS), known=st.integers(0, 40))
def test_a_past_day_as_known_on_another_is_a_fold_of_what_was_written_by_then(registers, commands, on, known):
    facts = recorded(commands)
    moment = OPENED + timedelta(minutes=known)
    write(registers, [raws(facts)])

    written = facts[:known]
    rows = {who: movements.account(registers, who, AsOf(on, moment)) for who in PEOPLE}

    assert {who: row["worth"] for who, row in rows.items()} == {who: account(written, who, on).worth for who in PEOPLE}


@settings(max_examples=20, deadline=None)
@given(commands=histories, cuts=st.sets(st.integers(1, 60)))
def test_followed_or_rebuilt_the_registers_are_the_same(registers, commands, cuts):
    written = raws(recorded(commands))
    ends = [*sorted(cut for cut in cuts if cut < len(written)), len(written)]
    write(registers, [written[start:end] for start, end in zip([0, *ends], ends, strict=False)])
    followed = tables(registers)
    write(registers, [written])

    assert tables(registers) == followed


def test_a_leaver_is_bound_for_five_years_and_not_a_day_more(registers):
    write(registers, [raws([*PAST, left("anne", "2024-02-29")])])

    def bound(day: date) -> list[str]:
        return [row["id"] for row in leavers.bound(registers, day)]

    assert bound(date(2024, 2, 28)) == []
    assert bound(date(2024, 2, 29)) == ["anne"]
    assert bound(date(2029, 2, 28)) == ["anne"]
    assert bound(date(2029, 3, 1)) == []


def test_a_leaver_whose_admission_was_corrected_waits_followed_or_rebuilt(registers):
    """Corrected twice, to a day before she left: written at once or one after the other."""
    days_told = [Day(day) for day in ("2025-01-10", "2023-01-10", "2021-01-10")]
    corrected = [AdmissionRedated(MemberId("anne"), was, on) for was, on in pairwise(days_told)]
    admitted = MemberAdmitted(MemberId("anne"), CategoryId("benevoles"), None, days_told[0])
    written = raws([*PAST, admitted, *corrected, left("anne", "2024-02-29")])

    write(registers, [written])
    at_once = tables(registers)
    write(registers, [[raw] for raw in written])

    assert tables(registers) == at_once
    assert [row["member"] for row in leavers.holders_who_wait(registers, TODAY)] == ["anne"]
