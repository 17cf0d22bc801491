"""Registers rebuilt, beside a bare cursor that decodes the same entries; and a page of members, today and long ago."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from string import ascii_lowercase
from time import perf_counter

import msgspec
import psycopg

from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.membership.facts import (
    ActorKind,
    CollegeChanged,
    MemberAdmitted,
    MembershipApplied,
    OrganisationRegistered,
    PersonRegistered,
)
from governance.record.vault import _commit
from governance.words import (
    CategoryId,
    Cents,
    Clear,
    CollegeId,
    Day,
    Fact,
    MemberId,
    PersonId,
    Public,
    Said,
    Sealed,
    SubscriptionId,
)
from projections.capital.days import days
from projections.capital.movements import movements
from projections.follower import Follower
from projections.membership.members import AsOf, members
from projections.membership.offices import offices
from projections.membership.persons import persons
from projections.membership.roster import page
from projections.membership.ties import ties
from projections.paging import Sought
from projections.registers import REGISTERS
from projections.statutes.versions import versions
from tests.bench import capital, listing
from tests.bench.beside import Line, a_second, beside
from tests.conftest import Database
from tests.office import open_office
from web.office import Office

COLLEGES = [CollegeId(name) for name in ("salaries", "usagers", "structures", "partenaires")]
CATEGORY, PRICE, SOMEBODY = CategoryId("c"), Cents(2000), PersonId("palabre")
GIVEN = [
    "Zoé",
    "Léa",
    "Mathieu",
    "Matthieu",
    "Katia",
    "Inès",
    "Naël",
    "Maëlys",
    "Jean",
    "Marie",
    "Théo",
    "Hélène",
    "Chloé",
    "Samira",
    "Yves",
    "Loïc",
]
SYLLABLES = [
    "mar",
    "tin",
    "du",
    "pont",
    "le",
    "fè",
    "vre",
    "ber",
    "nard",
    "tho",
    "mas",
    "ro",
    "ri",
    "char",
    "pe",
    "tit",
    "mo",
    "reau",
    "lau",
    "si",
    "mon",
    "mi",
    "gar",
    "da",
    "vid",
    "fon",
]


def rebuilding(database: Database) -> list[Line]:
    with open_office(database) as office:
        settle(office, 20_000)
        facts = office.record.head()
        follower = Follower(office.record, office.vault, database.conninfo("worker"), REGISTERS)
        start = perf_counter()
        follower.catch_up()
        seconds = perf_counter() - start
        decoding = beside(
            "the register of members rebuilt, beside a cursor that decodes",
            "≥ 0.1",
            lambda: a_second(facts, lambda: follower.rebuild([members.name])),
            lambda: a_second(facts, lambda: decode(database)),
        )
        return [decoding, Line(f"all registers, {facts:,} facts", "≤ 60", seconds, (facts / seconds,), "s")]


def paging(database: Database) -> list[Line]:
    with open_office(database) as office:
        settle(office, 60_000)
        registers = [persons, offices, members, ties, versions, movements, days]
        Follower(office.record, office.vault, database.conninfo("worker"), registers).catch_up()
        today, long_ago = AsOf(Day("2026-03-02")), AsOf(Day("2021-06-01"))
        known = AsOf(Day("2026-03-02"), datetime.now(UTC) + timedelta(days=1))
        how = {"on a past day": long_ago, "as known": known}
        of_the_past = [
            beside(
                f"a page of 100 of 60,000 members {said}, beside today",
                "≥ 0.5",
                lambda as_of=as_of: pages(office, as_of),
                lambda: pages(office, today),
            )
            for said, as_of in how.items()
        ]
        return [*of_the_past, *listing.lines(office, today), *capital.lines(office, today)]


def pages(office: Office, as_of: AsOf) -> float:
    """Pages a second, here and there in the register."""
    starts = [(letter, "") for letter in ascii_lowercase]
    with office.reading() as db:
        return a_second(len(starts), lambda: [page(db, Sought(as_of), start) for start in starts])


def decode(database: Database) -> None:
    with psycopg.connect(database.conninfo("worker")) as db, db.cursor("entries", binary=True) as entries:
        entries.itersize = 500
        entries.execute("select id, data from public.record_events_tt_main order by id")
        for _, data in entries:
            msgspec.json.decode(data)


def settle(office: Office, many: int) -> None:
    """Members as they come, five facts each: every other one is a person, whose name is sealed."""
    for start in range(0, many, 1_000):
        numbers = range(start, min(start + 1_000, many))
        names = {MemberId(f"m{n}"): Clear(PersonId(f"m{n}"), Said.NAME, name(n)) for n in numbers if n % 2}
        words = {member: _commit(clear, f"past.{start}") for member, clear in names.items()}
        office.vault.keep(words.values())
        past = [fact for n in numbers for fact in life(n, {member: word.seal for member, word in words.items()})]
        office.record.enter(past, SOMEBODY, f"past.{start}")


def name(number: int) -> str:
    """An invented name: a few are common, most are rare, as names are."""
    dice = Random(number)
    family = "".join(dice.choices(SYLLABLES, k=dice.randint(2, 3))).capitalize()
    return f"{dice.choice(GIVEN)} {family}"


def life(number: int, seals: dict[MemberId, Sealed]) -> Iterator[Fact]:
    member, day = MemberId(f"m{number}"), Day(f"20{10 + number % 15}-01-02")
    college, subscription = COLLEGES[number % 4], SubscriptionId(f"s{number}")
    if member in seals:
        yield PersonRegistered(PersonId(member), seals[member])
    else:
        yield OrganisationRegistered(member, Public(name(number)), ActorKind.OTHER, False)
    yield MembershipApplied(member, CATEGORY, college, day)
    yield MemberAdmitted(member, CATEGORY, college, day)
    yield SharesSubscribed(subscription, member, 1, PRICE, day)
    if number % 10:
        yield SharesPaid(subscription, member, PRICE, day)
    else:
        yield CollegeChanged(member, COLLEGES[number % 3], Day("2025-02-03"))
