"""What one look at the record shows to those who decide from it: each sees what bears on her act, and no more."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from governance.command import PALABRE, About, Command, Fold, Refused
from governance.membership.standing import check_open, closures, offices
from governance.record.entry import Entry
from governance.words import Fact, Office, PersonId, legal_day


class Bearing(NamedTuple):
    """What a command's boundary names: the tags to look up, and what is folded once and kept. `closures`: those that
    say whether an identifier in it was closed.
    """

    asked: list[str]
    closures: list[str]
    folds: list[Fold]

    @property
    def tags(self) -> list[str]:
        return self.asked + self.closures


def bearing(command: Command) -> Bearing:
    boundary = command.boundary()
    asked = [item for item in boundary if isinstance(item, About)]
    folds = [item for item in boundary if isinstance(item, Fold)]
    return Bearing([item.tag for item in asked], [item.tag for item in closures(asked)], folds)


class Sight:
    """`stand`: each fold as it stands, by the fold as it starts. The author's offices are those of the first look."""

    def __init__(self, entries: Iterable[Entry], by: PersonId, now: datetime, stand: Mapping[Fold, Fold]) -> None:
        self._by, self._now = by, now
        self._stand = dict(stand)
        self._seen: list[Entry] = []
        self._under: dict[str, list[int]] = {}  # tag: places in the list
        self.add(entries)
        self._held = offices((entry.fact for entry in self._seen), by, legal_day(now))

    def add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            for tag in entry.tags:
                self._under.setdefault(tag, []).append(len(self._seen))
            self._seen.append(entry)

    def decide(self, act: Command, bears: Bearing) -> list[Fact]:
        """Raises Refused, first of all where the author holds no office that suffices."""
        if not self._held & act.may and (Office.ANYONE not in act.may or self._by == PALABRE):
            raise Refused("not-allowed", may=sorted(office.value for office in act.may))
        check_open(self._found(bears.closures))
        known: list[Any] = self._found(bears.asked)
        known += (self._stand[fold] for fold in bears.folds)
        return act.decide(known, self._by, self._now)

    def _found(self, tags: Iterable[str]) -> list[Fact]:
        """Each once, in the order of the record."""
        places = sorted({place for tag in tags for place in self._under.get(tag, ())})
        return [self._seen[place].fact for place in places]

    def follow(self, decided: Iterable[Entry]) -> None:
        """What an act decided, for those after it."""
        new = list(decided)
        self.add(new)
        for start, fold in self._stand.items():
            for entry in new:
                fold = fold.after(entry.fact) if isinstance(entry.fact, fold.kinds) else fold
            self._stand[start] = fold
