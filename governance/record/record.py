"""The record: read what bears on a command, let it decide, append what it decided, or decide again."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import psycopg
from eventsourcing.dcb.api import DCBAppendCondition, DCBSequencedEvent
from eventsourcing.persistence import IntegrityError
from psycopg.errors import LockNotAvailable
from psycopg_pool import PoolTimeout

from governance.command import About, Command, Refused
from governance.membership.standing import authority
from governance.record.entry import Entry, Raw, asking, freeze, gesture_tag, thaw, unwrap, unwritten
from governance.record.folds import BATCH, Folds, tags_of
from governance.record.recorder import MISDATED, MemoryRecorder, PostgresRecorder, looking_up
from governance.record.sight import Sight, bearing
from governance.record.vault import Safe, clear, sealed
from governance.words import Fact, PersonId, Sealed

ATTEMPTS = 5
END = 2**62  # no entry comes after


class Busy(Exception):
    """Others kept writing inside our boundary, or the database did not answer in time. To give the same gesture again
    is safe: it answers its receipt if it was recorded after all.
    """


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


class Weighed(NamedTuple):
    """What acts decide, not written yet, and why others are refused, by their gestures."""

    decided: list[Entry]
    refused: dict[str, Refused]


class Record:
    def __init__(self, recorder: PostgresRecorder | MemoryRecorder, vault: Safe, until: int = END) -> None:
        """`until`: the last entry that is read."""
        self._recorder = recorder
        self._vault = vault
        self._until = until
        self._folds = Folds(recorder)
        self._closed: Refused | None = None

    def close(self, refusal: Refused) -> None:
        """From now on every act is refused so; what is written can still be read."""
        self._closed = refusal

    def as_known(self, until: int) -> "Record":
        """The same record as it stood after an entry: it is read, and every act is refused."""
        past = Record(self._recorder, self._vault, until)
        past.close(Refused("past-is-read"))
        return past

    def execute(self, command: Command, by: PersonId, gesture: str, at: datetime | None = None) -> Receipt:
        """Decide on the record as it stands, and again if it moved before we could write.

        A gesture already recorded (a double click, a lost answer, a retry) answers its receipt and changes nothing;
        it is refused if it now asks for something else.
        `at` is for a demonstration alone: the database refuses it elsewhere.
        Raises Refused, or Busy after five attempts.
        """
        self._open()
        asked = asking(command)
        if words := clear(command):
            if done := [thaw(event) for event in self._recorder.read(looking_up([gesture_tag(gesture)]))]:
                receipt = _again(done, by, asked)  # her own gesture first: nobody else's guess of its words is weighed
                _same(self._vault.holds(words.values(), _sealed_in(done)))
                return receipt  # not to the vault a second time
            [command] = sealed([(command, gesture)], self._vault)
        for _ in range(ATTEMPTS):
            with _overtaken(type(command).__name__, at):
                return self._attempt(command, by, gesture, asked, at)
        raise Busy(type(command).__name__)

    def execute_all(
        self, given: Sequence[tuple[Command, str]], by: PersonId, whole: bool = False
    ) -> dict[str, Refused]:
        """Acts with their gestures, decided one after the other and written in one append: a register taken over.

        Those refused are left out and answered by their gesture; where they are one `whole`, one refused leaves all of
        them out. Those already recorded are not done twice. Raises Busy.
        """
        self._open()
        gestures = [gesture for _, gesture in given]
        acts = list(zip(sealed(given, self._vault), gestures, strict=True))
        for _ in range(ATTEMPTS):
            with _overtaken(f"{len(acts)} acts"):
                (decided, refused), condition = self._weigh(acts, by)
                if decided and not (whole and refused):
                    events = [freeze(each.fact, by, each.at, each.gesture, each.asked) for each in decided]
                    self._recorder.append(events, condition)
                return refused
        raise Busy(f"{len(acts)} acts")

    def rehearse(self, given: Sequence[tuple[Command, str]], by: PersonId) -> Weighed:
        """What `execute_all` would do now. Nothing is written, and no word goes to the vault."""
        return self._weigh(given, by)[0]

    def _open(self) -> None:
        if self._closed:
            raise self._closed

    def _weigh(self, given: Sequence[tuple[Command, str]], by: PersonId) -> tuple[Weighed, DCBAppendCondition]:
        """What acts decide, each knowing those before it; and what must not move meanwhile."""
        bearings = [bearing(act) for act, _ in given]
        tags = {gesture_tag(gesture) for _, gesture in given} | {tag for one in bearings for tag in one.tags}
        tags.update(about.tag for about in authority(by))
        folds = {fold for one in bearings for fold in one.folds}
        seen = self._recorder.read(looking_up(sorted(tags)))
        entries = [thaw(event) for event in seen]
        sight = Sight(entries, by, seen.now, {fold: self._folds.bring(fold) for fold in folds})
        done = {entry.gesture: entry.asked for entry in entries}
        decided: list[Entry] = []
        refused: dict[str, Refused] = {}
        for (act, gesture), bears in zip(given, bearings, strict=True):
            if gesture in done:
                if done[gesture] not in ("", asking(act)):
                    refused[gesture] = Refused("gesture-said-otherwise")
                continue
            try:
                asked = asking(act)
                new = [unwritten(fact, by, seen.now, gesture, asked) for fact in sight.decide(act, bears)]
            except Refused as refusal:
                refused[gesture] = refusal
            else:
                decided += new
                sight.follow(new)
        tags |= {tag for fold in folds for tag in tags_of(fold)}
        return Weighed(decided, refused), DCBAppendCondition(looking_up(sorted(tags)), seen.head)

    def _attempt(self, command: Command, by: PersonId, gesture: str, asked: str, at: datetime | None) -> Receipt:
        bears = bearing(command)
        tags = [gesture_tag(gesture), *bears.tags, *(about.tag for about in authority(by))]
        seen = self._recorder.read(looking_up(tags))
        entries = [thaw(event) for event in seen]
        if mine := [entry for entry in entries if entry.gesture == gesture]:
            return _again(mine, by, asked)
        now = at or seen.now
        sight = Sight(entries, by, now, {fold: self._folds.bring(fold) for fold in bears.folds})
        decided = sight.decide(command, bears)
        tags += (tag for fold in bears.folds for tag in tags_of(fold))
        return self._append(decided, by, now, gesture, DCBAppendCondition(looking_up(tags), seen.head), asked)

    def enter(self, facts: Iterable[Fact], by: PersonId, gesture: str, at: datetime | None = None) -> None:
        """Record facts settled elsewhere: a test's past. No rule is asked."""
        settled = list(facts)
        for start in range(0, len(settled), BATCH):
            part = f"{gesture}.{start}"
            nobody = DCBAppendCondition(looking_up([gesture_tag(part)]))
            now = at or self._recorder.read(limit=0).now
            self._append(settled[start : start + BATCH], by, now, part, nobody)

    def head(self) -> int:
        """The position of the last entry, 0 in an empty record."""
        return min(self._recorder.read(after=END).head or 0, self._until)

    def since(self, position: int, limit: int = BATCH) -> list[Raw]:
        """The entries after a position, in order, their facts still in JSON: what registers read."""
        return [unwrap(position, data) for position, data in self.written(position, limit)]

    def written(self, position: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """The entries after a position, in their canonical bytes: what proofs cover."""
        return [entry for entry in self._recorder.since(position, limit) if entry[0] <= self._until]

    def within(self, boundary: Iterable[About]) -> list[Entry]:
        """The entries that these look up, in order."""
        return [thaw(event) for event in self._recorder.read(looking_up([about.tag for about in boundary]))]

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Every entry after a position, in order, read in batches."""
        while batch := [
            thaw(event) for event in self._recorder.read(after=after, limit=BATCH) if event.position <= self._until
        ]:
            yield from batch
            after = batch[-1].position

    def _append(
        self,
        facts: list[Fact],
        by: PersonId,
        at: datetime,
        gesture: str,
        condition: DCBAppendCondition,
        asked: str = "",
    ) -> Receipt:
        if not facts:
            return Receipt(())
        events = [freeze(fact, by, at, gesture, asked) for fact in facts]
        first = self._recorder.append(events, condition) - len(events) + 1  # appends hold the lock: no gap within
        return Receipt(tuple(thaw(DCBSequencedEvent(e, first + n)) for n, e in enumerate(events)))


@contextmanager
def _overtaken(asked: str, at: datetime | None = None) -> Iterator[None]:
    """Goes on where it is worth deciding again. Raises Busy where it is not: others hold the record."""
    try:
        yield
    except (PoolTimeout, LockNotAvailable) as late:
        raise Busy(asked) from late
    except (IntegrityError, psycopg.OperationalError):
        pass  # somebody wrote inside our boundary; or the answer was lost: the gesture says if it was written
    except psycopg.DatabaseError as refusal:
        if refusal.sqlstate != MISDATED or at:
            raise
        # decided too long ago, while others held the record


def _again(entries: list[Entry], by: PersonId, asked: str) -> Receipt:
    """The same answer as the first time, to the same person who asks for the same thing."""
    if any(entry.by != by for entry in entries):
        raise Refused("gesture-of-another")
    _same(all(entry.asked in ("", asked) for entry in entries))
    return Receipt(tuple(entries))


def _sealed_in(entries: list[Entry]) -> list[Sealed]:
    return [value for entry in entries for value in vars(entry.fact).values() if isinstance(value, Sealed)]


def _same(words: bool) -> None:
    """A page sent again with other words: to answer the first receipt would lose them in silence."""
    if not words:
        raise Refused("gesture-said-otherwise")
