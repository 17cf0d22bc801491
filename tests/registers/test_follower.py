"""The follower: a register that breaks, changes, goes away or comes back; and what readers see meanwhile."""

from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Thread
from time import monotonic, sleep

import psycopg
import pytest

from governance.membership.facts import (
    ActorKind,
    Cause,
    CollegeChanged,
    ContactErased,
    MemberAdmitted,
    MemberLeft,
    OfficeLeft,
    OfficeTaken,
    OrganisationRegistered,
)
from governance.membership.person_facts import (
    Affiliated,
    AliasGiven,
    BankAccountGiven,
    NoticeAgreed,
    NoticeWithdrawn,
    OrganisationCorrected,
    PersonsMerged,
    QualityHeld,
    Way,
)
from governance.membership.update_facts import (
    Answer,
    SheetConfirmed,
    UpdateClosed,
    UpdateId,
    UpdateOpened,
    UpdateReminded,
)
from governance.record.kinds import UnknownKind
from governance.words import CategoryId, CollegeId, Day, MemberId, Office, PersonId, Public, Sealed
from projections.follower import Follower
from projections.register import Register
from projections.registers import REGISTERS
from tests.conftest import PATIENCE, Database
from tests.office import open_office
from tests.registers.dump import dump

WORKER = PersonId("palabre")

taken = Register(
    name="taken",
    schema="create table taken (person text not null, position bigint not null)",
    sentences={OfficeTaken: "insert into taken select person, position from {facts}"},
)
left = Register(
    name="left",
    schema="create table gone (person text not null)",
    sentences={OfficeLeft: "insert into gone select person from {facts}"},
)
broken = replace(taken, sentences={OfficeTaken: "update nothing set person = person from {facts}"})
rewritten = replace(
    taken,
    schema="create table taken (person text not null, position bigint not null, office text)",
    sentences={OfficeTaken: "insert into taken select person, position, office from {facts}"},
)
slow = replace(rewritten, sentences={OfficeTaken: rewritten.sentences[OfficeTaken] + ", pg_sleep(0.1)"})


@pytest.fixture
def office(cooperative: Database):
    with open_office(cooperative) as office:
        office.database = cooperative
        yield office


def following(office, *registers: Register) -> Follower:
    return Follower(office.record, office.vault, office.database.conninfo("worker"), registers)


def take(office, *persons: str) -> None:
    facts = [OfficeTaken(PersonId(person), Office.BOARD, Day("2026")) for person in persons]
    office.record.enter(facts, WORKER, f"take.{persons[0]}")


def leave(office, person: str) -> None:
    office.record.enter([OfficeLeft(PersonId(person), Office.BOARD, Day("2026"))], WORKER, f"leave.{person}")


def ask(office, sentence: str) -> list[tuple]:
    options = "-c search_path=register,public"
    with psycopg.connect(office.database.conninfo("web"), options=options) as db:
        return db.execute(sentence).fetchall()


def persons_taken(office) -> list[str]:
    return [person for (person,) in ask(office, "select person from taken order by position")]


def stands(office) -> dict[str, tuple[int, str | None]]:
    rows = ask(office, "select name, position, broken from public.register")
    return {name: (position, reason) for name, position, reason in rows}


@contextmanager
def running(follower: Follower):
    stop = Event()
    thread = Thread(target=follower.run, args=[stop])
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def wait_until(true) -> None:
    deadline = monotonic() + PATIENCE
    while not true() and monotonic() < deadline:
        sleep(0.01)
    assert true()


def test_a_register_that_breaks_is_late_says_why_and_stops_nobody(office):
    take(office, "lea")
    following(office, taken, left).catch_up()
    bad = replace(taken, sentences={OfficeTaken: "insert into taken select person, 1 / (position - 2) from {facts}"})
    following(office, bad, left).catch_up()

    take(office, "tom")
    leave(office, "lea")
    following(office, bad, left).catch_up()

    position, reason = stands(office)["taken"]
    assert position == 1
    assert reason == "DivisionByZero: division by zero"
    assert stands(office)["left"] == (3, None)
    assert persons_taken(office) == ["lea"]


def test_a_register_that_cannot_be_built_leaves_the_old_one_to_readers(office):
    take(office, "lea")
    following(office, taken, left).catch_up()

    following(office, broken, left).catch_up()

    assert "nothing" in stands(office)["taken"][1]
    assert persons_taken(office) == ["lea"]


def test_a_repaired_register_takes_its_place_again_and_has_lost_nothing(office):
    take(office, "lea")
    following(office, broken, left).catch_up()
    assert stands(office)["taken"][1]
    take(office, "tom")

    following(office, taken, left).catch_up()

    assert stands(office) == {"taken": (2, None), "left": (2, None)}
    assert persons_taken(office) == ["lea", "tom"]


def test_a_rewritten_register_is_built_again(office):
    take(office, "lea")
    following(office, taken).catch_up()

    following(office, rewritten).catch_up()

    assert ask(office, "select person, office from taken") == [("lea", "board")]


def test_what_a_rewritten_register_has_no_table_for_any_more_goes(office):
    take(office, "lea")
    following(office, taken).catch_up()
    moved = replace(
        taken,
        schema="create table seat (person text)",
        sentences={OfficeTaken: "insert into seat select person from {facts}"},
    )

    following(office, moved).catch_up()

    assert ask(office, "select tablename from pg_tables where schemaname = 'register'") == [("seat",)]


def test_a_register_that_this_version_does_not_have_is_removed(office):
    following(office, taken, left).catch_up()

    following(office, left).catch_up()

    assert stands(office).keys() == {"left"}
    assert ask(office, "select tablename from pg_tables where schemaname = 'register'") == [("gone",)]


def test_readers_keep_the_old_table_and_the_other_registers_follow_while_one_is_built(office):
    for n in range(12):
        office.record.enter(
            [OfficeTaken(PersonId(f"p{n}.{m}"), Office.BOARD, Day("2026")) for m in range(500)], WORKER, f"past{n}"
        )
    following(office, taken, left).catch_up()

    with running(following(office, slow, left)):
        leave(office, "p0.0")
        wait_until(lambda: stands(office)["left"] == (6001, None))

        assert stands(office)["taken"] == (6000, None)
        assert len(ask(office, "select from taken")) == 6000
        with pytest.raises(psycopg.errors.UndefinedColumn):
            ask(office, "select office from taken")

        wait_until(lambda: stands(office)["taken"] == (6001, None))
        assert ask(office, "select distinct office from taken") == [("board",)]


def test_a_follower_whose_connection_is_cut_takes_it_up_again(office):
    with running(following(office, taken)):
        take(office, "lea")
        wait_until(lambda: stands(office).get("taken") == (1, None))

        with psycopg.connect(office.database.conninfo("owner"), autocommit=True) as db:
            db.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'palabre_worker'")
        take(office, "tom")

        wait_until(lambda: stands(office)["taken"] == (2, None))


def test_an_older_version_that_still_runs_leaves_a_newer_register_alone(office):
    take(office, "lea")
    old = following(office, taken)
    with running(old):
        wait_until(lambda: stands(office).get("taken") == (1, None))
        following(office, rewritten).catch_up()
        take(office, "tom")
        sleep(0.3)

        assert stands(office)["taken"] == (1, None)

    following(office, rewritten).catch_up()
    assert persons_taken(office) == ["lea", "tom"]


def test_a_kind_of_a_newer_version_stops_the_follower_loudly(office):
    entry = b'{"kind":"Tomorrow","at":"2026-03-02T12:00:00Z","by":"palabre","gesture":"g","fact":{}}'
    with psycopg.connect(office.database.conninfo("owner")) as db:
        db.execute("insert into public.record_kind values ('Tomorrow', '9.0.0')")
        db.execute("insert into public.record_events_tt_main (type, data, tags) values ('Tomorrow', %s, '{}')", [entry])

    with pytest.raises(UnknownKind, match="Tomorrow"):
        following(office, taken).catch_up()


def test_followed_in_small_steps_or_rebuilt_every_register_is_the_same(office):
    follower = following(office, *REGISTERS)
    with running(follower):
        for n in range(40):
            office.record.enter(past(n), WORKER, f"past{n}")
        wait_until(lambda: {place for place, _ in stands(office).values()} == {office.record.head()})
        wait_until(lambda: len(stands(office)) == len(REGISTERS))

    with psycopg.connect(office.database.conninfo("owner")) as db:
        followed = dump(db)
    follower.rebuild([register.name for register in REGISTERS])
    with psycopg.connect(office.database.conninfo("owner")) as db:
        rebuilt = dump(db)

    assert rebuilt == followed
    assert len(followed["member_period"]) > 100


def past(n: int) -> list:
    member, day = MemberId(f"m{n}"), Day(f"2026-01-{n % 28 + 1:02}")
    return [*_moved(n, member, day), *_said(n, PersonId(member), PersonId(f"m{n // 2}"), day)]


def _moved(n: int, member: MemberId, day: Day) -> list:
    return [
        OrganisationRegistered(member, Public(f"Organisation {n}"), ActorKind.OTHER, False),
        MemberAdmitted(member, CategoryId("c"), CollegeId("usagers"), day),
        CollegeChanged(member, CollegeId("salaries"), Day("2026-02-03")),
        MemberLeft(MemberId(f"m{n // 2}"), Cause.WITHDRAWAL, Day("2026-02-01")),
        OfficeTaken(PersonId(member), Office.BOARD, day),
        OfficeLeft(PersonId(f"m{n // 3}"), Office.BOARD, Day("2026-02-05")),
        ContactErased(PersonId(member)),
    ]


def _said(n: int, who: PersonId, other: PersonId, day: Day) -> list:
    """Of persons: what was agreed, also said, merged, corrected, asked each year."""
    update, body = UpdateId(f"u{n}"), MemberId(other)
    return [
        NoticeAgreed(other, Way.FORM, day),
        NoticeWithdrawn(other, Day("2026-01-15")),
        NoticeAgreed(other, Way.LETTER, Day("2026-01-14")),
        AliasGiven(other, Sealed("ab" * 32)),
        OrganisationCorrected(body, Public(f"Corrigée {n}"), ActorKind.TRAINING, True, siret=Public(str(n)), on=day),
        PersonsMerged(who, other, day),
        QualityHeld(other, CategoryId("c"), Day("2026-01-01"), day),
        Affiliated(other, body, Day("2026-01-01"), day),
        BankAccountGiven(body, Sealed("ab" * 32), day),
        UpdateOpened(update, day, day),
        SheetConfirmed(update, body, Answer.COUPON, day),
        UpdateReminded(update, day),
        UpdateClosed(update, day),
    ]
