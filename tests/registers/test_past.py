"""Registers as they were known on a past day: built once for who asks, whole or not at all, and forgotten in time."""

from collections.abc import Iterator

import psycopg
import pytest

from governance.membership.facts import ContactErased
from governance.words import Day, PersonId
from projections import past
from projections.figures import figures
from projections.past import PLACES, Historian, Recalled
from projections.registers import REGISTERS
from tests.conftest import Database
from tests.office import recalling
from tests.registers.dump import dump
from tests.registers.evidence import ASSEMBLY, NETWORK, ORGANISATIONS, ROADMAP, statutes
from tests.site import Site, open_site

EDITION = past.fingerprint(REGISTERS)


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        site.person("lea", "Léa Aubin", email="lea@example.org")
        site.given(statutes(), *ORGANISATIONS, *ASSEMBLY, *NETWORK, *ROADMAP)
        yield site


@pytest.fixture
def historian(cooperative: Database, site: Site) -> Iterator[Historian]:
    with recalling(cooperative) as historian:
        yield historian


def schema(site: Site, position: int) -> str:
    """Where the past at a position stands; empty, and asked for, where it does not."""
    with site.office.reading() as db:
        return past.ask(db, position, EDITION).schema


def test_known_at_the_last_entry_they_are_the_registers_of_today(
    site: Site, historian: Historian, cooperative: Database
):
    assert schema(site, site.head) == ""
    assert schema(site, site.head) == "", "asked twice, it is built once"
    historian.turn()

    with psycopg.connect(cooperative.conninfo("worker")) as db:
        assert dump(db, schema(site, site.head)) == dump(db, "register")


def test_nobody_forgotten_is_named_again_from_the_very_entry_that_says_so(site: Site, historian: Historian):
    before = site.head
    schema(site, before)
    historian.turn()
    assert (names(site, before), schema(site, before)) == (["Léa Aubin"], "past_1")
    site.given(ContactErased(PersonId("lea")))

    assert schema(site, before) == ""
    historian.turn()
    assert tables(site) == set(), "what was built before is not kept"
    schema(site, before)
    historian.turn()
    with site.office.reading() as db:
        emails = db.execute("select name, email from past_1.person where not legal").fetchall()
    assert emails == [{"name": "Léa Aubin", "email": None}]


def names(site: Site, position: int) -> list[str]:
    with site.office.reading() as db:
        rows = db.execute(f"select name from {schema(site, position)}.person where not legal").fetchall()
    return [row["name"] for row in rows]


def tables(site: Site) -> set[str]:
    with site.office.reading() as db:
        rows = db.execute("select schemaname from pg_tables where schemaname like 'past%'").fetchall()
    return {row["schemaname"] for row in rows}


def test_figures_are_those_of_the_last_entry_that_was_known(site: Site, historian: Historian):
    before = site.head
    schema(site, before)
    historian.turn()
    site.person("zoe", "Zoé Valjean")
    then = site.office.as_known(Recalled(before, schema(site, before), before, False))

    with then.reading() as db, site.office.reading() as now:
        told = [{figure.position for figure in figures(each, Day("2026-01-01"))} for each in (db, now)]
    assert told == [{before}, {site.head}]


def test_a_few_are_kept_those_that_are_visited(site: Site, historian: Historian):
    for position in range(1, PLACES + 2):
        schema(site, position)
        historian.turn()

    assert schema(site, 1) == ""
    assert {schema(site, position) for position in range(2, PLACES + 2)} == {f"past_{n}" for n in range(1, PLACES + 1)}
    with site.office.reading() as db:
        db.execute("update public.past set visited = now() - interval '25 hours' where position > 1")
    historian.turn()
    assert tables(site) == {schema(site, 1)}


def test_who_asks_for_many_days_keeps_nobody_waiting_behind_them(site: Site, historian: Historian):
    many = 2 * PLACES
    for position in range(1, many + 1):
        schema(site, position)
    historian.turn()

    with site.office.reading() as db:
        rows = db.execute("select position from public.past order by place").fetchall()
    assert [row["position"] for row in rows] == [many - n for n in range(PLACES)], "the last asked first, a few in all"
    assert schema(site, 1) == "", "asked again"
    historian.turn()
    assert schema(site, 1) != ""


def test_who_asks_and_goes_is_not_built_for(site: Site, historian: Historian):
    schema(site, 1)
    with site.office.reading() as db:
        db.execute("update public.past set visited = now() - interval '3 minutes'")
    historian.turn()

    assert tables(site) == set()


def test_what_breaks_shows_nothing_and_another_version_builds_it(
    site: Site, historian: Historian, cooperative: Database
):
    class Interrupted(Exception):
        pass

    def fail(*entries: object) -> None:
        raise Interrupted

    schema(site, site.head)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr("projections.register.Register.apply", fail)
        historian.turn()
    with site.office.reading() as db:
        told = past.ask(db, site.head, EDITION)
        assert past.ask(db, site.head, "another version").broken is False
    assert (told.schema, told.broken, tables(site)) == ("", True, set())
