"""The record: read what bears on a command, let it decide, append what it decided, or decide again."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from eventsourcing.dcb.api import DCBAppendCondition, DCBQuery, DCBQueryItem, DCBSequencedEvent
from eventsourcing.persistence import IntegrityError

from governance.command import Command, Refused
from governance.membership.standing import authority, offices
from governance.record.entry import Entry, Raw, freeze, gesture_tag, thaw, unwrap
from governance.record.recorder import MemoryRecorder, PostgresRecorder
from governance.record.vault import Safe, holds_words, sealed
from governance.words import Fact, PersonId, legal_day

ATTEMPTS = 5
BATCH = 500  # larger reads are slower, and the library hangs on appends above some 1 500


class Busy(Exception):
    """Others kept writing inside our boundary; nothing was recorded. Trying again is safe."""


@dataclass(frozen=True)
class Receipt:
    """What a gesture left in the record: nothing if there was nothing left to do."""

    entries: tuple[Entry, ...]

    @property
    def position(self) -> int:
        return self.entries[-1].position if self.entries else 0

    @property
    def facts(self) -> list[Fact]:
        return [entry.fact for entry in self.entries]


class Record:
    def __init__(self, recorder: PostgresRecorder | MemoryRecorder, vault: Safe) -> None:
        self._recorder = recorder
        self._vault = vault

    def execute(self, command: Command, by: PersonId, gesture: str, at: datetime | None = None) -> Receipt:
        """Decide on the record as it stands, and again if it moved before we could write.

        A gesture already recorded (a double click, a lost answer, a retry) answers its receipt and changes nothing.
        `at` is for a demonstration alone: the database refuses it elsewhere.
        Raises Refused, or Busy after five attempts.
        """
        if holds_words(command):
            if done := list(self._recorder.read(_query([gesture_tag(gesture)]))):
                return _again([thaw(event) for event in done], by)  # not to the vault a second time
            command = sealed(command, gesture, self._vault)
        bearing = frozenset(about.tag for about in command.boundary())
        query = _query([gesture_tag(gesture), *bearing, *(about.tag for about in authority(by))])
        for _ in range(ATTEMPTS):
            seen = self._recorder.read(query)
            entries = [thaw(event) for event in seen]
            if mine := [entry for entry in entries if entry.gesture == gesture]:
                return _again(mine, by)
            now = at or seen.now
            _authorised(command, entries, by, now)
            decided = command.decide([e.fact for e in entries if e.tags & bearing], by, now)
            with suppress(IntegrityError):
                return self._append(decided, by, now, gesture, DCBAppendCondition(query, seen.head))
        raise Busy(type(command).__name__)

    def enter(self, facts: Iterable[Fact], by: PersonId, gesture: str, at: datetime | None = None) -> None:
        """Record facts settled elsewhere: a test's past. No rule is asked."""
        settled = list(facts)
        for start in range(0, len(settled), BATCH):
            part = f"{gesture}.{start}"
            nobody = DCBAppendCondition(_query([gesture_tag(part)]))
            now = at or self._recorder.read(limit=0).now
            self._append(settled[start : start + BATCH], by, now, part, nobody)

    def head(self) -> int:
        """The position of the last entry, 0 in an empty record."""
        return self._recorder.read(limit=0).head or 0

    def since(self, position: int, limit: int = BATCH) -> list[Raw]:
        """The entries after a position, in order, their facts still in JSON: what registers read."""
        return [unwrap(event) for event in self._recorder.read(after=position, limit=limit)]

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Every entry after a position, in order, read in batches."""
        while batch := [thaw(event) for event in self._recorder.read(after=after, limit=BATCH)]:
            yield from batch
            after = batch[-1].position

    def _append(
        self, facts: list[Fact], by: PersonId, at: datetime, gesture: str, condition: DCBAppendCondition
    ) -> Receipt:
        if not facts:
            return Receipt(())
        events = [freeze(fact, by, at, gesture) for fact in facts]
        first = self._recorder.append(events, condition) - len(events) + 1  # appends hold the lock: no gap within
        return Receipt(tuple(thaw(DCBSequencedEvent(e, first + n)) for n, e in enumerate(events)))


def _query(tags: Iterable[str]) -> DCBQuery:
    return DCBQuery([DCBQueryItem(tags=[tag]) for tag in tags])


def _again(entries: list[Entry], by: PersonId) -> Receipt:
    """The same answer as the first time, to the same person only."""
    if any(entry.by != by for entry in entries):
        raise Refused("gesture-of-another")
    return Receipt(tuple(entries))


def _authorised(command: Command, entries: list[Entry], by: PersonId, now: datetime) -> None:
    held = offices((entry.fact for entry in entries), by, legal_day(now))
    if not held & command.may:
        raise Refused("not-allowed", may=sorted(office.value for office in command.may))
