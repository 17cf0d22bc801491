"""A database put back from a backup: what was signed after the backup is missed, and nothing is written in silence."""

import psycopg
import pytest
from psycopg import sql

from governance.command import Refused
from governance.evidence.facts import RecordResumed
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import RecordOpened
from governance.statutes.open import MentionFunders
from governance.words import Day, Office, PersonId, Public
from tests.conftest import Database
from tests.office import open_office
from tests.palabre import Palabre
from tests.record.acts import decision
from tests.site import open_site
from web.house import House
from web.worker import seal

LEA = PersonId("lea")
SAYS = MentionFunders(Public("Avec le soutien de la Région"), Day("2026-11-22"))


def renamed(house: House, sentence: str, *names: str) -> None:
    with psycopg.connect(house.conninfo("postgres", "owner"), autocommit=True) as db:
        db.execute(sql.SQL(sentence).format(*map(sql.Identifier, names)))


def written(database: Database, *facts: object) -> None:
    """Recorded and sealed, then everybody leaves."""
    with open_site(database, opened=False) as site:
        site.given(*facts)
        with open_office(database, "worker") as office:
            seal(office, database.house, site.slug)


@pytest.fixture
def restored(cooperative: Database) -> Database:
    """Three decisions were signed; the backup that was put back had one."""
    house, name = cooperative.house, cooperative.name
    written(cooperative, RecordOpened(Public("Coop"), False), OfficeTaken(LEA, Office.SECRETARY, Day("2000")))
    renamed(house, "create database {} template {}", f"{name}_saved", name)
    written(cooperative, decision("d-1", 1), decision("d-2", 2))
    renamed(house, "drop database {} with (force)", name)
    renamed(house, "alter database {} rename to {}", f"{name}_saved", name)
    return cooperative


def test_it_is_read_and_not_written(restored):
    with open_site(restored, opened=False) as site:
        with pytest.raises(Refused) as refusal:
            site.office.execute(SAYS, LEA, "g")
        with pytest.raises(Refused):
            site.office.record.execute_all([(SAYS, "g")], LEA)

        assert (refusal.value.reason, refusal.value.details) == ("record-went-back", {"size": 4})
        assert len(site.facts) == 2


def test_it_goes_on_once_somebody_said_so(restored, palabre: Palabre):
    with open_site(restored, opened=False) as site:
        lost = restored.house.heads.last(site.slug)
        answer = palabre("resume", site.slug, "--raison", "Disque en panne le 20 novembre")
        again = palabre("resume", site.slug, "--raison", "Encore")
    assert (answer.code, again.code) == (0, 1), (answer, again)

    with open_site(restored, opened=False) as site:
        site.office.execute(SAYS, LEA, "g")
        assert RecordResumed(4, lost.root.hex(), Public("Disque en panne le 20 novembre")) in site.facts


def test_a_database_that_lost_nothing_goes_on(cooperative, palabre: Palabre):
    written(cooperative, RecordOpened(Public("Coop"), False), OfficeTaken(LEA, Office.SECRETARY, Day("2000")))

    with open_site(cooperative, opened=False) as site:
        assert site.office.execute(SAYS, LEA, "g").facts
        assert palabre("resume", site.slug, "--raison", "Pour rien").code == 1
