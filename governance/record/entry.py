"""An entry of the record: a fact, who wrote it, when, in which gesture; and the bytes that a proof covers."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from eventsourcing.dcb.api import DCBEvent, DCBSequencedEvent

from governance.command import Command, Refused, tags
from governance.record import kinds
from governance.words import Fact, PersonId, Sealed


class _Envelope(msgspec.Struct, frozen=True, omit_defaults=True):
    """The whole of what is recorded, in this order. These bytes never change after they are written."""

    kind: str
    at: datetime
    by: str
    gesture: str
    fact: msgspec.Raw
    asked: str = ""


_GESTURE = re.compile(r"[A-Za-z0-9_.-]{1,200}")
_DECODER = msgspec.json.Decoder(_Envelope)


class Entry(NamedTuple):
    position: int
    at: datetime
    by: PersonId
    gesture: str
    fact: Fact
    tags: frozenset[str]
    data: bytes
    asked: str = ""

    @property
    def leaf(self) -> bytes:
        """RFC 6962 §2.1: what this entry is in the tree of all entries. 32 bytes."""
        return sha256(b"\0" + self.data).digest()


class Raw(NamedTuple):
    """An entry that a register reads: the fact, and the moment, still in JSON."""

    position: int
    at: str
    by: str
    kind: str
    fact: bytes

    def says(self, field: str) -> Any:
        """What the fact says under this name, None if it has no such field."""
        return msgspec.json.decode(self.fact).get(field)


class _Wrapping(msgspec.Struct):
    """An envelope of which the fact is not opened."""

    kind: str
    at: str
    by: str
    fact: msgspec.Raw


_UNWRAP = msgspec.json.Decoder(_Wrapping)


def freeze(fact: Fact, by: PersonId, at: datetime, gesture: str, asked: str = "") -> DCBEvent:
    kind = type(fact).__name__
    envelope = _Envelope(kind, at.astimezone(UTC), by, gesture, msgspec.Raw(kinds.write(fact)), asked)
    return DCBEvent(kind, msgspec.json.encode(envelope), [gesture_tag(gesture), *tags(fact)])


def thaw(recorded: DCBSequencedEvent) -> Entry:
    data = bytes(recorded.event.data)
    said, fact = _opened(data)
    tags = frozenset(recorded.event.tags)
    return Entry(recorded.position, said.at, PersonId(said.by), said.gesture, fact, tags, data, said.asked)


def unwritten(fact: Fact, by: PersonId, at: datetime, gesture: str, asked: str) -> Entry:
    """What an act decided and nobody has written yet: it has no place and no bytes."""
    return Entry(0, at, by, gesture, fact, frozenset(tags(fact)), b"", asked)


@lru_cache(maxsize=2048)
def _opened(data: bytes) -> tuple[_Envelope, Fact]:
    """The same statutes, the same opening of a vote are read for every ballot; they never change."""
    said = _DECODER.decode(data)
    return said, kinds.read(said.kind, said.fact)


def filed(data: bytes) -> tuple[str, list[str]]:
    """The kind and the tags under which an entry is kept, from its bytes alone. UnknownKind, Refused."""
    said, fact = _opened(data)
    return said.kind, [gesture_tag(said.gesture), *tags(fact)]


def unwrap(position: int, data: bytes) -> Raw:
    said = _UNWRAP.decode(data)
    if said.kind not in kinds.KINDS:
        raise kinds.UnknownKind(said.kind)
    return Raw(position, said.at, said.by, said.kind, bytes(said.fact))


def asking(command: Command) -> str:
    """What a command asks, in 32 hexadecimal digits: the same gesture that asks something else was not carried out.

    Without the words that it says of a person, and without what the counter `prepared` by itself (a class attribute,
    names of fields): a file that is made anew is another file.
    """
    prepared: frozenset[str] = getattr(command, "prepared", frozenset())
    fields = {name: value for name, value in vars(command).items() if name not in prepared}
    return sha256(type(command).__name__.encode() + _ASKED.encode(fields)).hexdigest()[:32]


def _told(value: Any) -> str:
    return "" if isinstance(value, Sealed) else kinds.plain(value)


_ASKED = msgspec.json.Encoder(enc_hook=_told, order="deterministic")


def gesture_tag(gesture: str) -> str:
    if not _GESTURE.fullmatch(gesture):
        raise Refused("not-an-identifier")
    return f"gesture/{gesture}"
