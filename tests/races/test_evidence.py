"""Two secretaries with the same letter in hand: one file, one piece."""

from functools import partial

from governance.evidence.facts import PieceAttached
from governance.words import PersonId
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.office import open_office
from tests.races.racing import together
from tests.rules.evidence.label import pursued
from tests.rules.evidence.test_attach import attach
from web import files

THREADS = 8


def test_one_file_attached_eight_times_at_once_is_kept_once_and_attached_once(durable_cooperative: Database):
    letter = b"%PDF-1.7 la lettre"
    with open_office(durable_cooperative) as first, open_office(durable_cooperative) as second:
        first.record.enter([in_office, pursued], PersonId("test"), "past")
        offices = (first, second)

        def give(thread: int) -> str:
            office = offices[thread % 2]
            with office.reading() as db:
                digest = files.keep(db, office.vault, letter, "application/pdf", office.vault.salt(letter))
            office.record.execute(attach, SECRETARY, f"g{thread}")
            return digest

        digests = together([partial(give, thread) for thread in range(THREADS)])

        assert len(set(digests)) == 1
        assert sum(isinstance(entry.fact, PieceAttached) for entry in first.record.entries()) == 1
        with first.reading() as db:
            assert len(db.execute("select from public.stored_file").fetchall()) == 1
            assert files.take(db, second.vault, digests[0]).content == letter
