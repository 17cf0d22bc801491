"""The record on PostgreSQL: what is appended, what the database refuses whoever asks, and what a gesture is."""

import json
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic

import psycopg
import pytest
from psycopg import sql

from governance.assembly.facts import ProxyGiven
from governance.command import Refused, about
from governance.decision.facts import DecisionCorrected
from governance.membership.facts import OfficeTaken, PersonRegistered
from governance.membership.person import RegisterPerson
from governance.record.entry import freeze
from governance.record.record import Busy
from governance.statutes.facts import RecordOpened
from governance.words import Clear, Day, DecisionId, Fact, MemberId, Office, PersonId, Public, Said, Sealed
from tests.conftest import Database
from tests.office import open_office
from tests.record.acts import HERE, Come, Decide, Entrust, Sign, Signed, decision

WORKER = PersonId("palabre")
LEA = PersonId("lea")
HOLDER = MemberId("holder")
QUERY_ITEM = "row('{}', array[%s])"


def append(db, entries, tags=("x/y",), after=None):
    """The function as an attacker with the web's password would call it."""
    items = f"array[{', '.join(QUERY_ITEM for _ in tags)}]::public.dcb_query_item_tt[]"
    events = f"array[{', '.join('row(%s, %s, array[%s])' for _ in entries)}]::public.dcb_event_tt[]"
    values = [*tags, after, *(part for entry in entries for part in (entry.type, entry.data, entry.tags[0]))]
    return db.execute(f"select public.dcb_conditional_append_tt({items}, %s, {events})", values).fetchall()


def entry(at=None, fact=None):
    return freeze(fact or OfficeTaken(LEA, Office.BOARD, Day("2026")), WORKER, at or datetime.now(UTC), "g")


@pytest.mark.parametrize(
    "sentence",
    [
        "update public.record_events_tt_main set data = ''",
        "delete from public.record_events_tt_main",
        "truncate public.record_events_tt_main cascade",
        "insert into public.record_events_tt_main (type, data, tags) values ('OfficeTaken', '', '{}')",
        "update public.record_events_tt_tag set tag = ''",
        "delete from public.record_events_tt_tag",
        "insert into public.record_events_tt_tag values ('x', 1)",
        "insert into public.record_kind values ('Anything')",
        "alter table public.record_events_tt_main disable trigger written_once",
        "drop function public.dcb_conditional_append_tt",
        "create table public.mine (x int)",
        "set role palabre_owner",
    ],
)
@pytest.mark.parametrize("role", ["web", "worker"])
def test_who_serves_can_only_add(cooperative: Database, role, sentence):
    with psycopg.connect(cooperative.conninfo(role)) as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
        db.execute(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "update {} set tags = '{{}}'",
        "delete from {}",
        "truncate {} cascade",
        "set session_replication_role = replica; delete from {}",
    ],
)
def test_who_owns_the_record_cannot_rewrite_it_either(cooperative: Database, sentence):
    with open_office(cooperative) as office:
        office.record.enter([RecordOpened(Public("Essai"), False)], WORKER, "opening")

    with psycopg.connect(cooperative.conninfo("owner")) as db, pytest.raises(psycopg.Error) as refusal:
        db.execute(sql.SQL(sentence).format(sql.Identifier("public", "record_events_tt_main")))
    assert refusal.value.sqlstate == "PA004"


def test_an_append_that_looks_nothing_up_is_refused(cooperative: Database):
    with psycopg.connect(cooperative.conninfo("web")) as db, pytest.raises(psycopg.Error) as refusal:
        append(db, [entry()], tags=())
    assert refusal.value.sqlstate == "PA003"


@pytest.mark.parametrize("away", [timedelta(seconds=-6), timedelta(seconds=5), timedelta(days=-9000)])
def test_an_entry_is_dated_when_it_is_written(cooperative: Database, away):
    with psycopg.connect(cooperative.conninfo("web")) as db, pytest.raises(psycopg.Error) as refusal:
        append(db, [entry(at=datetime.now(UTC) + away)])
    assert refusal.value.sqlstate == "PA002"


def test_an_entry_of_an_unknown_kind_is_refused(cooperative: Database):
    with psycopg.connect(cooperative.conninfo("web")) as db, pytest.raises(psycopg.Error) as refusal:
        append(db, [freeze(Signed(PersonId("x")), WORKER, datetime.now(UTC), "g")])
    assert refusal.value.sqlstate == "PA001"


def test_a_demonstration_carries_its_past_and_never_goes_back(cooperative: Database):
    first = datetime(2018, 11, 6, tzinfo=UTC)
    with open_office(cooperative) as office:
        office.record.enter([RecordOpened(Public("Essai"), True)], WORKER, "opening", at=first)
        office.record.enter([OfficeTaken(LEA, Office.BOARD, Day("2019"))], WORKER, "later", at=first.replace(year=2019))

        with pytest.raises(psycopg.Error):
            office.record.enter([OfficeTaken(LEA, Office.CHAIR, Day("2019"))], WORKER, "earlier", at=first)
        assert [e.at.year for e in office.record.entries()] == [2018, 2019]


def test_a_gesture_sent_twice_has_one_effect_and_one_answer(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        first, second = (office.record.execute(Sign(LEA), LEA, "form-1") for _ in range(2))

        assert first == second
        assert first.facts == [OfficeTaken(LEA, Office.BOARD, Day("2026"))]
        assert len(list(office.record.entries())) == 2


def test_a_gesture_of_somebody_else_answers_nothing(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        office.record.execute(Sign(LEA), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-of-another"):
            office.record.execute(Sign(LEA), PersonId("mallory"), "form-1")


def test_a_gesture_sent_again_with_other_words_is_refused(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        office.record.execute(Sign(LEA), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-said-otherwise"):
            office.record.execute(Sign(PersonId("noe")), LEA, "form-1")


@pytest.mark.parametrize(("again", "refused"), [("Noé Vars", False), ("Noé Vers", True)])
def test_a_gesture_sent_again_says_the_same_of_the_same_person(cooperative: Database, again: str, refused: bool):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        noe = PersonId("noe")
        receipt = office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, "Noé Vars")), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-said-otherwise") if refused else nullcontext():
            second = office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, again)), LEA, "form-1")
            assert second == receipt


@pytest.mark.parametrize("guess", ["Noé Vars", "Noé Vers"])
def test_a_gesture_of_somebody_else_tells_nobody_whether_she_guessed_its_words(cooperative: Database, guess: str):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        noe = PersonId("noe")
        office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, "Noé Vars")), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-of-another"):
            office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, guess)), PersonId("mallory"), "form-1")


def test_a_rehearsal_says_what_would_be_and_writes_nothing(cooperative: Database):
    name = Clear(PersonId("noe"), Said.NAME, "Noé Vars")
    acts = [(RegisterPerson(PersonId("noe"), name), gesture) for gesture in ("first", "again")]
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        refused = office.record.rehearse(acts, LEA)

        assert {gesture: refusal.reason for gesture, refusal in refused.items()} == {"again": "person-already-known"}
        assert office.record.head() == 1
        with office.reading() as db:
            assert db.execute("select count(*) as words from public.vault").fetchone() == {"words": 0}


def test_many_acts_are_written_at_once_each_judged_by_its_own_rule(cooperative: Database):
    names = {who: Clear(PersonId(who), Said.NAME, who) for who in ("noe", "tom", "lea")}
    acts = [(RegisterPerson(PersonId(who), name), f"line.{who}") for who, name in names.items()]
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        office.record.execute(acts[2][0], LEA, "before")

        answers = [office.record.execute_all(acts, LEA) for _ in range(2)]

        assert [refusal.reason for answer in answers for refusal in answer.values()] == ["person-already-known"] * 2
        assert [entry.gesture for entry in office.record.entries()][2:] == ["line.noe", "line.tom"]


def test_acts_written_at_once_know_those_before_them(cooperative: Database):
    acts = [
        *((Decide(DecisionId(f"d{n}")), f"decide.{n}") for n in range(3)),
        *((Entrust(MemberId(f"m{n}"), HOLDER, (HOLDER,), at_most=2), f"entrust.{n}") for n in range(3)),
    ]
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        refused = office.record.execute_all(acts, LEA)

        assert {gesture: refusal.reason for gesture, refusal in refused.items()} == {"entrust.2": "full"}
        assert [entry.fact for entry in office.record.entries()][1:] == [
            *(decision(f"d{n}", n + 1) for n in range(3)),
            *(ProxyGiven(HERE, MemberId(f"m{n}"), HOLDER) for n in range(2)),
        ]


def test_nobody_acts_without_an_office_that_suffices(cooperative: Database):
    with open_office(cooperative) as office, pytest.raises(Refused, match="not-allowed"):
        office.record.execute(Sign(LEA), LEA, "form-1")


def test_a_clear_word_never_reaches_the_record(cooperative: Database):
    with pytest.raises(TypeError, match="not sealed"):
        freeze(PersonRegistered(LEA, Clear(LEA, Said.NAME, "Léa")), WORKER, datetime.now(UTC), "g")


def test_a_boundary_asks_only_for_what_facts_are_tagged_by():
    with pytest.raises(LookupError):
        about(OfficeTaken, office="board")


@pytest.mark.parametrize("subject", ["a/office:chair", "a:b", "", "é", "a b"])
def test_a_subject_cannot_compose_another_tag(subject):
    with pytest.raises(Refused, match="not-an-identifier"):
        about(OfficeTaken, person=subject).tag  # noqa: B018


def test_the_bytes_of_an_entry_are_canonical():
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    fact = PersonRegistered(LEA, Sealed("ab" * 32))

    written = freeze(fact, WORKER, at, "g").data

    assert written == (
        b'{"kind":"PersonRegistered","at":"2026-03-02T12:00:00Z","by":"palabre","gesture":"g","fact":'
        b'{"person":"lea","name":"' + b"ab" * 32 + b'","email":null,"phone":null,"address":null}}'
    )
    assert json.loads(written)["kind"] == "PersonRegistered"


@pytest.mark.parametrize(
    "text", ['« œuf » \\ "', "\u2028\x7f\x01\t", "\\u0041 \\n", "🌱👩🏽‍🌾 مقهى", "'; drop table x; --", "%s {facts}"]
)
def test_the_database_gives_back_the_very_bytes(cooperative: Database, text):
    fact = DecisionCorrected(DecisionId("d"), Public(text), Public(text * 100), Public(text), Day("2026"))
    with open_office(cooperative) as office:
        office.record.enter([fact], WORKER, "g")
        [written] = office.record.entries()

    assert written.fact == fact
    assert written.data == freeze(fact, WORKER, written.at, "g.0").data
    with psycopg.connect(cooperative.conninfo("owner")) as db:
        [(leaf,)] = db.execute("select sha256('\\x00'::bytea || data) from public.record_events_tt_main").fetchall()
    assert leaf == written.leaf


@pytest.mark.parametrize("gesture", ["", "a b", "é", "a/b", "x" * 201])
def test_a_gesture_is_an_identifier(cooperative: Database, gesture):
    with open_office(cooperative) as office, pytest.raises(Refused, match="not-an-identifier"):
        office.record.execute(Come(MemberId("lea")), LEA, gesture)


def test_an_entry_is_dated_in_utc_whatever_the_time_zone_of_the_server(cooperative: Database):
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute(f"alter database {cooperative.name} set timezone = 'Europe/Paris'")
    with open_office(cooperative) as office:
        receipt = office.record.execute(Come(MemberId("lea")), LEA, "g")

    assert b'Z","by"' in receipt.entries[0].data


def test_a_connection_lost_meanwhile_is_only_one_more_reason_to_look_again(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.execute(Come(MemberId("lea")), LEA, "g1")
        with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
            db.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'palabre_web'")

        receipt = office.record.execute(Come(MemberId("tom")), LEA, "g2")

        assert len(receipt.entries) == 1


def test_a_record_that_somebody_holds_is_busy_and_not_for_ever(cooperative: Database):
    with open_office(cooperative) as office, psycopg.connect(cooperative.conninfo("owner")) as db:
        db.execute("lock table public.record_events_tt_main in exclusive mode")
        started = monotonic()
        with pytest.raises(Busy):
            office.record.execute(Come(MemberId("lea")), LEA, "g")
        assert monotonic() - started < 5


def restless(record, decided: list[Fact]):
    """A command inside whose boundary somebody else writes each time that it decides."""

    @dataclass(frozen=True)
    class Restless:
        may = frozenset({Office.ANYONE})

        def boundary(self):
            return [about(OfficeTaken, person=LEA)]

        def decide(self, facts, by, now):
            decided.append(OfficeTaken(LEA, Office.BOARD, Day(f"20{len(decided):02}")))
            record.enter(decided[-1:], WORKER, f"other{len(decided)}")
            return decided[-1:]

    return Restless()


def test_who_is_always_overtaken_gives_up_and_has_written_nothing(cooperative: Database):
    decided: list[Fact] = []
    with open_office(cooperative) as office:
        with pytest.raises(Busy):
            office.record.execute(restless(office.record, decided), LEA, "g")

        assert len(decided) == 5
        assert {entry.by for entry in office.record.entries()} == {WORKER}
