"""The vault: words that only their keys open, forgotten with them, swept when nobody cites them."""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import psycopg
import pytest
from psycopg.rows import dict_row

from governance.command import Refused, about
from governance.membership.facts import ContactChanged, PersonRegistered
from governance.record.vault import Altered, Vault, WrongMasterKey, sealed, sweep
from governance.words import Clear, Office, PersonId, Said, Sealed
from tests.conftest import Database
from tests.office import open_office
from tests.races.racing import together

LEA, TOM, NOBODY = PersonId("lea"), PersonId("tom"), PersonId("nobody")
LEA_WORDS = {"name": "Léa d’Été", "email": "lea@example.org", "phone": "+33 1 99 00 00 01", "address": "3, rue du Four"}


@dataclass(frozen=True)
class Register:
    """Somebody says who she is; a name of « refused » is."""

    person: PersonId
    name: Sealed
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None
    refused: bool = False
    may = frozenset({Office.ANYONE})

    def boundary(self):
        return [about(PersonRegistered, person=self.person)]

    def decide(self, facts, by, now):
        if self.refused:
            raise Refused("refused")
        if list(facts):
            return [ContactChanged(self.person, self.email, self.phone, self.address)]
        return [PersonRegistered(self.person, self.name, self.email, self.phone, self.address)]


def registering(person: PersonId, words: dict[str, str], **more) -> Register:
    return Register(person, **{k: Clear(person, Said[k.upper()], text) for k, text in words.items()}, **more)


@pytest.fixture
def office(cooperative: Database):
    with open_office(cooperative) as office:
        yield office


@pytest.fixture
def db(cooperative: Database):
    with psycopg.connect(cooperative.conninfo("worker"), row_factory=dict_row, autocommit=True) as db:
        yield db


def sealed_by(receipt) -> dict[str, str]:
    [fact] = receipt.facts
    return {name: value.commitment for name, value in vars(fact).items() if isinstance(value, Sealed)}


def known(office, db, seals: dict[str, str]) -> dict[str, str]:
    words = office.vault.open(db, seals.values())
    return {name: words[seal] for name, seal in seals.items() if seal in words}


def forget(db, person: PersonId, until: int) -> None:
    db.execute("select public.vault_forget(%s, 'contact', %s)", [person, until])


def count(db, table: str) -> int:
    [row] = db.execute(f"select count(*) as many from public.{table}").fetchall()
    return row["many"]


def test_a_fact_holds_commitments_that_the_revealed_bytes_prove(office, db):
    seals = sealed_by(office.record.execute(registering(LEA, LEA_WORDS), LEA, "g"))

    assert known(office, db, seals) == LEA_WORDS
    for seal, revealed in office.vault.reveal(db, seals.values()).items():
        assert sha256(revealed).hexdigest() == seal


def test_no_byte_of_the_record_or_of_the_vault_says_a_word(office, db):
    office.record.execute(registering(LEA, LEA_WORDS), LEA, "g")

    stored = b"".join(entry.data for entry in office.record.entries())
    for table in ("record_events_tt_main", "record_events_tt_tag", "vault", "vault_key"):
        for row in db.execute(f"select * from public.{table}"):
            stored += b"".join(v if isinstance(v, bytes) else str(v).encode() for v in row.values())

    assert LEA.encode() in stored
    for text in LEA_WORDS.values():
        assert text.encode() not in stored
        assert text.encode().hex() not in stored.hex()


def test_the_same_words_twice_are_two_commitments(office):
    first, second = (sealed_by(office.record.execute(registering(LEA, LEA_WORDS), LEA, g)) for g in ("g1", "g2"))

    assert not set(first.values()) & set(second.values())


def test_a_gesture_sent_twice_gives_its_words_once(office, db):
    for _ in range(2):
        office.record.execute(registering(LEA, LEA_WORDS), LEA, "g")

    assert count(db, "vault") == len(LEA_WORDS)


def test_forgetting_the_contact_leaves_the_register_and_the_other_person(office, db):
    lea = office.record.execute(registering(LEA, LEA_WORDS), LEA, "g1")
    tom = office.record.execute(registering(TOM, LEA_WORDS), TOM, "g2")

    forget(db, LEA, until=office.record.head())

    assert known(office, db, sealed_by(lea)) == {"name": LEA_WORDS["name"], "address": LEA_WORDS["address"]}
    assert known(office, db, sealed_by(tom)) == LEA_WORDS
    assert db.execute("select purpose from public.vault_key where person = %s", [LEA]).fetchall() == [
        {"purpose": "register"}
    ]


def test_without_its_key_what_lies_in_a_backup_says_nothing(office, db):
    seals = sealed_by(office.record.execute(registering(LEA, LEA_WORDS), LEA, "g"))
    backup = db.execute("select * from public.vault where purpose = 'contact'").fetchall()
    forget(db, LEA, until=office.record.head())
    office.record.execute(registering(LEA, {"name": "Léa", "email": "new@example.org"}), LEA, "g2")  # a new key

    columns = list(backup[0])
    for row in backup:
        db.execute(f"insert into public.vault values ({', '.join(['%s'] * len(columns))})", list(row.values()))

    with pytest.raises(Altered):
        office.vault.open(db, seals.values())


def test_to_read_the_record_again_forgets_nothing_given_since(office, db):
    office.record.execute(registering(LEA, LEA_WORDS), LEA, "g1")
    erased = office.record.head()
    forget(db, LEA, until=erased)
    since = office.record.execute(registering(LEA, {"name": "Léa", "email": "new@example.org"}), LEA, "g2")

    forget(db, LEA, until=erased)  # as a rebuild of the register does

    assert known(office, db, sealed_by(since)) == {"email": "new@example.org"}


def test_the_sweep_removes_what_nobody_cites_and_keeps_the_rest(office, db, cooperative):
    given = registering(LEA, LEA_WORDS)
    with pytest.raises(Refused):
        office.record.execute(registering(NOBODY, LEA_WORDS, refused=True), LEA, "refused")
    with pytest.raises(Refused):  # first refused, then corrected and sent again: the same gesture
        office.record.execute(registering(LEA, LEA_WORDS, refused=True), LEA, "g")
    seals = sealed_by(office.record.execute(given, LEA, "g"))
    assert count(db, "vault") == 3 * len(LEA_WORDS)
    assert sweep(db) == 0  # not before a day has passed

    with psycopg.connect(cooperative.conninfo("owner")) as owner:
        owner.execute("update public.vault set at = at - interval '25 hours'")

    assert sweep(db) == 2 * len(LEA_WORDS)
    assert known(office, db, seals) == LEA_WORDS
    assert office.vault.who_has("lea@example.org") == [LEA]


def test_a_mailbox_may_be_two_persons(office):
    for person in (LEA, TOM):
        office.record.execute(registering(person, {"name": "x", "email": "Les.Deux@example.org "}), person, person)

    assert office.vault.who_has(" les.deux@EXAMPLE.org") == [LEA, TOM]
    assert office.vault.who_has("lea@example.org") == []


def test_a_forgotten_mailbox_is_nobodys(office, db):
    office.record.execute(registering(LEA, LEA_WORDS), LEA, "g")

    forget(db, LEA, until=office.record.head())

    assert office.vault.who_has(LEA_WORDS["email"]) == []


def test_a_master_key_that_is_not_the_vaults_neither_opens_nor_closes(office, db):
    seals = sealed_by(office.record.execute(registering(LEA, LEA_WORDS), LEA, "g"))
    wrong = Vault(office._recorder.pool, b"w" * 32)

    with pytest.raises(WrongMasterKey):
        wrong.open(db, seals.values())
    with pytest.raises(WrongMasterKey):  # she is new: her keys would be closed under another master
        wrong.close(db, TOM, b"letter")
    assert db.execute("select from public.vault_key where person = %s", [TOM]).fetchall() == []


@pytest.mark.parametrize("what", ["closed = set_byte(closed, 20, get_byte(closed, 20) # 1)", "commitment = 'another'"])
def test_altered_words_do_not_pass_for_true(office, db, cooperative, what):
    seals = sealed_by(office.record.execute(registering(LEA, {"name": "Léa"}), LEA, "g"))
    with psycopg.connect(cooperative.conninfo("owner")) as owner:
        owner.execute(f"update public.vault set {what}")

    with pytest.raises(Altered):
        office.vault.open(db, [*seals.values(), "another"])


def test_words_of_one_person_cannot_be_laid_at_anothers_door(office, db, cooperative):
    lea = sealed_by(office.record.execute(registering(LEA, {"name": "Léa"}), LEA, "g1"))
    office.record.execute(registering(TOM, {"name": "Tom"}), TOM, "g2")
    with psycopg.connect(cooperative.conninfo("owner")) as owner:
        owner.execute("update public.vault set person = 'tom' where person = 'lea'")

    with pytest.raises(Altered):
        office.vault.open(db, lea.values())


def test_eight_who_need_a_key_at_once_share_it(office, db):
    acts = [partial(sealed, [(registering(LEA, {"name": f"n{n}"}), f"g{n}")], office.vault) for n in range(8)]

    seals = [command.name.commitment for [command] in together(acts)]

    assert sorted(office.vault.open(db, seals).values()) == [f"n{n}" for n in range(8)]
    assert count(db, "vault_key") == 1


def test_a_letter_is_closed_under_the_contact_key_and_goes_with_it(office, db):
    closed = office.vault.close(db, LEA, b"Bonjour")
    assert office.vault.read_letter(db, LEA, closed) == b"Bonjour"

    forget(db, LEA, until=0)

    assert office.vault.read_letter(db, LEA, closed) is None
    office.vault.close(db, LEA, b"again")
    assert office.vault.read_letter(db, LEA, closed) is None


def test_slips_are_closed_with_the_file_that_they_come_from(office):
    _closed, key = office.vault.close_file(b"register", "draft")

    slips = office.vault.close_slips([b"Noe", b"Zoe"], key, "draft")

    assert office.vault.open_slips(slips, key, "draft") == [b"Noe", b"Zoe"]
    assert b"Noe" not in b"".join(slips)
    with pytest.raises(Altered):
        office.vault.open_slips([slips[0][:-1]], key, "draft")
