"""palabre retag: facts are found again under the tags of this version, and say what they said."""

import psycopg
import pytest

from tests.commands.conftest import record_of
from tests.palabre import Palabre
from web.house import House

TAGS = "select tag, main_id from public.record_events_tt_tag order by 1, 2"


@pytest.fixture
def database(coop: str, house: House) -> str:
    return house.conninfo("palabre_" + coop.replace("-", "_"), "owner")


def kept(database: str) -> list[object]:
    with psycopg.connect(database) as db:
        return [*db.execute(TAGS).fetchall(), *db.execute("select * from public.record_events_tt_main order by id")]


def test_nothing_moves_where_everything_is_in_its_place(palabre: Palabre, coop: str, database: str):
    before = kept(database)

    assert "0 faits rangés autrement" in palabre("retag", "--cooperative", coop).printed
    assert kept(database) == before


def test_facts_kept_under_the_tags_of_another_version_are_found_again(
    palabre: Palabre, coop: str, house: House, database: str
):
    before = kept(database)
    with psycopg.connect(database) as db:
        for table in ("main", "tag"):
            db.execute(f"alter table public.record_events_tt_{table} disable trigger written_once")
        db.execute("delete from public.record_events_tt_tag where tag like 'OfficeTaken/%'")
        db.execute("insert into public.record_events_tt_tag values ('Forgotten/', 1)")
        db.execute("update public.record_events_tt_main set tags = '{}' where id = 2")

    assert "3 faits rangés autrement" in palabre("retag", "--cooperative", coop).printed
    assert kept(database) == before


def test_the_record_is_closed_again_behind_it(palabre: Palabre, coop: str, house: House, database: str):
    palabre("retag", "--cooperative", coop)

    with psycopg.connect(database) as db, pytest.raises(psycopg.Error, match="written once"):
        db.execute("update public.record_events_tt_main set type = 'X'")
    with record_of(house, coop) as record:
        assert record.head() == 3
