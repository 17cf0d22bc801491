"""The vault: the words said of persons. A fact holds `sha256(words with a salt)`; the words lie here, closed under
the person's keys, which are closed under a master key kept outside the database.

Destroying a key makes its words unreadable everywhere; every fact, and every proof over it, stays as it is.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from hmac import digest
from typing import Any, NamedTuple, Protocol, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg import Connection
from psycopg.rows import DictRow
from psycopg_pool import ConnectionPool

from governance.words import Clear, PersonId, Said, Sealed

SALT = 16  # bytes: a commitment to a short name must not be guessable
NONCE = 12
UNCITED = timedelta(days=1)  # how long something that no entry cites waits for one

T = TypeVar("T")


class Word(NamedTuple):
    """What is said of a person, the bytes `[salt, what it is, words]`, their seal, and the gesture that says it."""

    seal: Sealed
    clear: Clear
    text: bytes
    gesture: str


def word(text: bytes, person: str, gesture: str) -> Word:
    """A word from the bytes that its seal is the digest of, as `Vault.words` gives them."""
    _salt, what, words = json.loads(text)
    return Word(Sealed(sha256(text).hexdigest()), Clear(PersonId(person), _SAID[what], words), text, gesture)


_SAID = {said.value[0]: said for said in Said}


class Safe(Protocol):
    """What the record asks of a vault."""

    def keep(self, words: Iterable[Word]) -> None: ...

    def holds(self, words: Iterable[Clear], seals: Iterable[Sealed]) -> bool: ...


def clear(command: Any) -> dict[str, Clear]:
    """What a command says of persons, still in words, under the names of its fields."""
    return {name: value for name, value in vars(command).items() if isinstance(value, Clear)}


def sealed(given: Iterable[tuple[T, str]], vault: Safe) -> list[T]:
    """Commands, each with its gesture, every clear word replaced by its seal; the words go to the vault first."""
    kept: list[Word] = []
    closed = []
    for command, gesture in given:
        words = {name: _commit(value, gesture) for name, value in clear(command).items()}
        kept += words.values()
        closed.append(replace(command, **{name: word.seal for name, word in words.items()}))  # type: ignore[type-var]
    if kept:
        vault.keep(kept)
    return closed


def _commit(said: Clear, gesture: str) -> Word:
    text = json.dumps([os.urandom(SALT).hex(), said.said.value[0], said.words], ensure_ascii=False).encode()
    return Word(Sealed(sha256(text).hexdigest()), said, text, gesture)


class MemoryVault:
    """Words kept in a dictionary: for the tests of rules."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def keep(self, words: Iterable[Word]) -> None:
        self.words |= {word.seal.commitment: word.clear.words for word in words}

    def holds(self, words: Iterable[Clear], seals: Iterable[Sealed]) -> bool:
        return {word.words for word in words} <= {self.words[seal.commitment] for seal in seals}


class WrongMasterKey(Exception):
    """The master key given is not the one that closed this vault."""

    def __init__(self) -> None:
        super().__init__("this master key does not open this vault")


class Altered(Exception):
    """The vault does not hold any more the words that were put into it."""


class Vault:
    def __init__(self, pool: ConnectionPool[Connection[DictRow]], master_key: bytes) -> None:
        self._pool = pool
        self._master = AESGCM(master_key)
        self._index_key = sha256(b"palabre e-mail index" + master_key).digest()
        self._salt_key = sha256(b"palabre salt of files" + master_key).digest()
        self._pledge_key = pledge_key(master_key)

    def keep(self, words: Iterable[Word]) -> None:
        """Close words under their person's key, in one transaction, before any fact cites them."""
        said = list(words)
        sentence = (
            "insert into public.vault (commitment, person, purpose, closed, gesture, mailbox) select * from"
            " unnest(%s::text[], %s::text[], %s::text[], %s::bytea[], %s::text[], %s::bytea[])"
        )
        with self._pool.connection() as db, db.transaction():
            keys = self._keys(db, {(word.clear.of, word.clear.said.key) for word in said})
            rows = [self._row(word, keys[word.clear.of, word.clear.said.key]) for word in said]
            db.execute(sentence, [list(column) for column in zip(*rows, strict=True)])

    def _row(self, word: Word, key: AESGCM) -> tuple[str, str, str, bytes, str, bytes | None]:
        said, seal = word.clear, word.seal.commitment
        mailbox = self._mailbox(said.words) if said.said is Said.EMAIL else None
        return (seal, said.of, said.said.key, _close(key, word.text, seal), word.gesture, mailbox)

    def holds(self, words: Iterable[Clear], seals: Iterable[Sealed]) -> bool:
        """Whether these words are behind these seals. Nobody can tell any more once a key was destroyed: then yes."""
        sealed_then = {seal.commitment for seal in seals}
        with self._pool.connection() as db:
            said = self.open(db, sealed_then)
        return said.keys() != sealed_then or {word.words for word in words} <= set(said.values())

    def open(self, db: Connection[DictRow], commitments: Iterable[str]) -> dict[str, str]:
        """The words behind these commitments; those whose key was destroyed are absent."""
        return {seal: json.loads(text)[2] for seal, text in self.reveal(db, commitments).items()}

    def reveal(self, db: Connection[DictRow], commitments: Iterable[str]) -> dict[str, bytes]:
        """The bytes `[salt, what it is, words]` behind commitments: whoever checks, their SHA-256 is the commitment."""
        rows = db.execute(
            "select v.commitment, v.person, v.purpose, v.closed, k.closed as key from public.vault v"
            " join public.vault_key k using (person, purpose) where v.commitment = any(%s)",
            [list(commitments)],
        ).fetchall()
        keys: dict[bytes, AESGCM] = {}
        texts = {}
        for row in rows:
            if row["key"] not in keys:
                keys[row["key"]] = self._unlock(row["key"], row["person"], row["purpose"])
            try:
                texts[row["commitment"]] = _open(keys[row["key"]], row["closed"], row["commitment"])
            except InvalidTag:
                raise Altered(row["commitment"]) from None
        return texts

    def words(self, db: Connection[DictRow]) -> Iterator[Word]:
        """All that is still readable, in the order of commitments, whatever there is of it. Within a transaction."""
        sentence = (
            "select commitment, person, gesture from public.vault join public.vault_key using (person, purpose)"
            " order by commitment"
        )
        with db.cursor("words") as rows:
            rows.execute(sentence)
            while batch := rows.fetchmany(1_000):
                texts = self.reveal(db, [row["commitment"] for row in batch])
                yield from (word(texts[row["commitment"]], row["person"], row["gesture"]) for row in batch)

    def close(self, db: Connection[DictRow], person: PersonId, letter: bytes) -> bytes:
        """A letter to a person, closed under her contact key: erasing it erases the letter."""
        return _close(self._keys(db, {(person, "contact")})[person, "contact"], letter, f"letter/{person}")

    def read_letter(self, db: Connection[DictRow], person: PersonId, closed: bytes) -> bytes | None:
        """The letter, None if the key was destroyed since."""
        key = self._known_keys(db, [(person, "contact")]).get((person, "contact"))
        try:
            return _open(key, closed, f"letter/{person}") if key else None
        except InvalidTag:  # closed under a contact key destroyed since: this one is its successor
            return None

    def who_has(self, email: str) -> list[PersonId]:
        """The persons who gave this e-mail address, today's or an earlier one: two may share a mailbox."""
        sentence = "select distinct person from public.vault where mailbox = %s order by person"
        with self._pool.connection() as db:
            return [PersonId(row["person"]) for row in db.execute(sentence, [self._mailbox(email)])]

    def _keys(self, db: Connection[DictRow], needed: set[tuple[PersonId, str]]) -> dict[tuple[str, str], AESGCM]:
        """The keys of persons, made when first needed: one of those who come together makes it, the others find it."""
        made = (
            "insert into public.vault_key (person, purpose, closed)"
            " select * from unnest(%s::text[], %s::text[], %s::bytea[]) on conflict do nothing"
        )
        found = self._known_keys(db, needed)
        while missing := sorted(needed - found.keys()):
            self._be_the_same_master(db)
            fresh = [_close(self._master, AESGCM.generate_key(256), f"{who}/{purpose}") for who, purpose in missing]
            db.execute(made, [[who for who, _ in missing], [purpose for _, purpose in missing], fresh])
            found |= self._known_keys(db, missing)
        return found

    def _known_keys(
        self, db: Connection[DictRow], needed: Iterable[tuple[PersonId, str]]
    ) -> dict[tuple[str, str], AESGCM]:
        sentence = (
            "select person, purpose, closed from public.vault_key"
            " where (person, purpose) in (select * from unnest(%s::text[], %s::text[]))"
        )
        asked = list(needed)
        rows = db.execute(sentence, [[who for who, _ in asked], [purpose for _, purpose in asked]]).fetchall()
        return {(r["person"], r["purpose"]): self._unlock(r["closed"], r["person"], r["purpose"]) for r in rows}

    def _be_the_same_master(self, db: Connection[DictRow]) -> None:
        """Under two master keys a vault would be half lost: the one we have must open what is there."""
        if row := db.execute("select person, purpose, closed from public.vault_key limit 1").fetchone():
            self._unlock(row["closed"], row["person"], row["purpose"])

    def _unlock(self, closed: bytes, person: str, purpose: str) -> AESGCM:
        try:
            return AESGCM(_open(self._master, closed, f"{person}/{purpose}"))
        except InvalidTag:
            raise WrongMasterKey from None

    def _mailbox(self, email: str) -> bytes:
        return digest(self._index_key, email.strip().casefold().encode(), "sha256")

    def salt(self, content: bytes) -> str:
        """The salt of a file, in hexadecimal: the same for the same content, so that a file given twice is found."""
        return digest(self._salt_key, content, "sha256")[:SALT].hex()

    def pledge(self, words: str) -> str:
        """What only this installation can write of these words, in hexadecimal: the secret part of an address."""
        return pledged(self._pledge_key, words)

    def close_file(self, content: bytes, name: str) -> tuple[bytes, bytes]:
        """A file closed under a key of its own, and that key closed under the master key."""
        key = AESGCM.generate_key(256)
        return _close(AESGCM(key), content, name), _close(self._master, key, f"file/{name}")

    def open_file(self, closed: bytes, key: bytes, name: str) -> bytes:
        """What was closed under that name. Raises Altered if it is not that any more."""
        return self.open_slips([closed], key, name)[0]

    def close_slips(self, slips: Iterable[bytes], key: bytes, name: str) -> list[bytes]:
        """What was read in a file, closed under the key of that file: forgetting it forgets them."""
        opened = self._key_of_file(key, name)
        return [_close(opened, slip, name) for slip in slips]

    def open_slips(self, closed: Iterable[bytes], key: bytes, name: str) -> list[bytes]:
        """Raises Altered if one of them is not what was closed."""
        opened = self._key_of_file(key, name)
        try:
            return [_open(opened, slip, name) for slip in closed]
        except InvalidTag:
            raise Altered(name) from None

    def _key_of_file(self, key: bytes, name: str) -> AESGCM:
        try:
            return AESGCM(_open(self._master, key, f"file/{name}"))
        except InvalidTag:
            raise WrongMasterKey from None


def pledge_key(master_key: bytes) -> bytes:
    """The key under which the vaults of an installation pledge words, all of them alike."""
    return sha256(b"palabre addresses" + master_key).digest()


def pledged(key: bytes, words: str) -> str:
    return digest(key, words.encode(), "sha256")[:SALT].hex()


def sweep(db: Connection[DictRow]) -> int:
    """Forget the words that no entry cites a day after they were given: a refused command, a crash. How many."""
    return db.execute(
        "delete from public.vault where at < clock_timestamp() - %s and not exists"
        " (select from public.record_events_tt_tag join public.record_events_tt_main on id = main_id"
        " where tag = 'gesture/' || gesture and position(convert_to(commitment, 'UTF8') in data) > 0)",
        [UNCITED],
    ).rowcount


def _close(key: AESGCM, text: bytes, about: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + key.encrypt(nonce, text, about.encode())


def _open(key: AESGCM, closed: bytes, about: str) -> bytes:
    return key.decrypt(closed[:NONCE], closed[NONCE:], about.encode())
