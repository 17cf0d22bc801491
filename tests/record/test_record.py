"""The record on PostgreSQL: what is appended, in which bytes, and what the database refuses whoever asks."""

import json
from datetime import UTC, datetime, timedelta
from time import monotonic

import psycopg
import pytest
from psycopg import sql

from governance.command import Refused, about
from governance.decision.facts import DecisionCorrected
from governance.membership.facts import OfficeTaken, PersonRegistered
from governance.record.entry import freeze
from governance.record.record import Busy
from governance.statutes.facts import RecordOpened
from governance.words import Clear, Day, DecisionId, MemberId, Office, PersonId, Public, Said, Sealed
from tests.conftest import Database
from tests.office import open_office
from tests.record.acts import Come, Sign, Signed

WORKER = PersonId("palabre")
LEA = PersonId("lea")
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
