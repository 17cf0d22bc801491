"""The library's own tests of a DCB recorder, on our tables and functions, as the web's role.

They run through our recorder, and through the library's, unchanged: what is in the database is what it expects. What
we refuse on purpose is listed here with its reason; the tests fail if we refuse anything else, or nothing any more.
"""

import psycopg
import pytest
from eventsourcing.dcb import tests as library
from eventsourcing.dcb.postgres_tt import PostgresDCBRecorderTT

from governance.record.recorder import PostgresRecorder, _datastore
from tests.conftest import Database
from tests.record.fitting import Fitting

REFUSED = {
    "to append what is not an entry": "an entry says its kind, known to this version, and when it was written",
    "to append without a condition": "without a lock positions appear out of order, and a follower misses one",
    "to append on a look at everything": "a boundary names its subjects: this one conflicts with everybody",
    "to append on a look by type": "a kind is part of the tag",
    "to append on a look at several tags at once": "the combination that a rule asks for is a tag of its own",
    "to read by type": "a kind is part of the tag",
    "to read at several tags at once": "the combination that a rule asks for is a tag of its own",
}
KINDS = ["type1", "type2", "type3", "type4", "StudentRegistered", "CourseRegistered", "StudentJoinedCourse"]


def ours(database: Database) -> PostgresRecorder:
    return PostgresRecorder(database.conninfo("web"))


def theirs(database: Database) -> PostgresDCBRecorderTT:
    return PostgresDCBRecorderTT(_datastore(database.conninfo("web"), 6), events_table_name="record_events")


@pytest.fixture(params=[ours, theirs])
def fitting(request, cooperative: Database):
    with psycopg.connect(cooperative.conninfo("owner")) as db:
        db.execute("insert into public.record_kind select unnest(%s::text[]), 'the library'", [KINDS])
    recorder = request.param(cooperative)
    yield Fitting(recorder)
    recorder.datastore.close()


def test_the_record_appends_and_reads_as_the_library_says_but_for_what_we_refuse(fitting):
    library.DCBRecorderTestCase()._test_append_read(fitting)

    known_to_theirs = {"to read by type", "to read at several tags at once"}
    assert fitting.refused == REFUSED.keys() - (
        set() if isinstance(fitting.ours, PostgresRecorder) else known_to_theirs
    )


def test_the_record_can_be_subscribed_to_as_the_library_says(fitting):
    library.DCBRecorderTestCase()._test_append_subscribe(fitting)

    assert fitting.refused == {"to append what is not an entry", "to append without a condition"}
