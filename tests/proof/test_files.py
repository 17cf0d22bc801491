"""Stored files: closed in the database, given back byte for byte, forgotten when no entry cites them."""

from datetime import timedelta
from hashlib import sha256

import psycopg
import pytest

from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.command import Refused
from governance.evidence.facts import DossierSealed, Medium, PieceAttached, PieceId
from governance.record.vault import WrongMasterKey
from governance.statutes.facts import RecordOpened
from governance.words import AssemblyId, Day, DossierId, PersonId, Public
from tests.conftest import Database
from tests.office import open_office
from tests.rules.evidence.label import LABEL, TERRITORY
from web import files
from web.office import Office

LETTER = "%PDF-1.7 lettre d’engagement de la commune d’Embrun".encode()


@pytest.fixture
def office(cooperative: Database):
    with open_office(cooperative) as office:
        yield office


def kept(office: Office, content: bytes = LETTER) -> str:
    with office.reading() as db:
        return files.keep(db, office.vault, content, Medium.PDF.value, office.vault.salt(content))


def rows(office: Office):
    with office.reading() as db:
        return db.execute("select * from public.stored_file").fetchall()


def swept(cooperative: Database, after: timedelta) -> int:
    """As the worker, once that much time has passed."""
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute("update public.stored_file set at = at - %s", [after])
    with psycopg.connect(cooperative.conninfo("worker"), autocommit=True) as db:
        return files.sweep(db)


def test_a_file_comes_back_as_it_was_given(office):
    digest = kept(office)

    with office.reading() as db:
        file = files.take(db, office.vault, digest)
    assert (file.content, file.media_type) == (LETTER, "application/pdf")
    assert sha256(file.salt.encode() + LETTER).hexdigest() == digest
    assert len(file.salt) == 32, "128 bits: nobody finds the document by trying"


def test_the_database_alone_tells_nothing_of_the_file(office):
    kept(office)

    [row] = rows(office)
    assert b"Embrun" not in row["closed"] + row["key"]
    assert row["digest"] != sha256(LETTER).hexdigest()
    assert row["size"] == len(LETTER)


def test_the_same_file_is_kept_once_and_another_has_another_salt(office):
    assert kept(office) == kept(office)
    assert len(rows(office)) == 1
    assert office.vault.salt(LETTER) != office.vault.salt(LETTER + b".")


def test_a_file_that_was_never_given_is_not_found(office):
    with office.reading() as db, pytest.raises(Refused, match="file-lost"):
        files.take(db, office.vault, "0" * 64)


def test_a_file_altered_in_the_database_is_not_given_back(office, cooperative):
    digest = kept(office)
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute("update public.stored_file set closed = set_byte(closed, 40, get_byte(closed, 40) # 1)")

    with office.reading() as db, pytest.raises(Refused, match="file-lost"):
        files.take(db, office.vault, digest)


def test_another_master_key_opens_nothing(office, cooperative):
    digest = kept(office)
    other = Office(cooperative.conninfo("web"), b"x" * 32)

    with other.reading() as db, pytest.raises(WrongMasterKey):
        files.take(db, other.vault, digest)
    other.close()


def test_a_file_of_twenty_mebibytes_goes_in_and_out(office):
    heavy = b"%PDF-" + bytes(20 * 2**20 - 5)
    digest = kept(office, heavy)

    with office.reading() as db:
        assert files.take(db, office.vault, digest).content == heavy


def test_what_no_entry_cites_is_forgotten_after_a_day(office, cooperative):
    kept(office)

    assert swept(cooperative, timedelta(hours=23)) == 0
    assert swept(cooperative, timedelta(hours=2)) == 1
    assert rows(office) == []


def cited(digest: str):
    medium, on = Medium.PDF, Day("2026-03-02")
    return [
        PieceAttached(PieceId("p"), TERRITORY, Public("Lettre"), digest, len(LETTER), medium, on),
        DossierSealed(DossierId("d"), LABEL, on, 3, 3, "0" * 64, digest, ()),
        MinutesDrawnUp(AssemblyId("a"), digest, 3),
    ]


@pytest.mark.parametrize("number", range(3))
def test_what_an_entry_cites_stays(office, cooperative, number):
    office.record.enter([RecordOpened(Public("Essai"), False), cited(kept(office))[number]], PersonId("test"), "past")

    assert swept(cooperative, timedelta(days=400)) == 0


def test_given_again_it_has_another_day(office, cooperative):
    kept(office)
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute("update public.stored_file set at = at - interval '2 days'")
    kept(office)

    assert swept(cooperative, timedelta()) == 0
