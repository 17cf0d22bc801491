"""What a process keeps of the widest boundaries: each fold as it stood, and the last entry in it."""

from collections.abc import Iterator

from governance.command import Fold, about
from governance.record.entry import Entry, thaw
from governance.record.recorder import MemoryRecorder, PostgresRecorder, looking_up

BATCH = 500


class Folds:
    def __init__(self, recorder: PostgresRecorder | MemoryRecorder) -> None:
        self._recorder = recorder
        self._kept: dict[Fold, tuple[Fold, Entry]] = {}

    def bring(self, start: Fold) -> Fold:
        """The fold with all that the record holds now: at least what it held when a head was read before."""
        fold, last = self._kept.get(start, (start, None))
        news = self._after(start, last.position - 1 if last else 0)
        if last and next(news, None) != last:  # a backup was restored: what we had folded did not happen
            del self._kept[start]
            return self.bring(start)
        for last in news:
            fold = fold.after(last.fact)
        if last:
            self._kept[start] = fold, last
        return fold

    def _after(self, start: Fold, position: int) -> Iterator[Entry]:
        query = looking_up(tags_of(start))
        while True:
            batch = [thaw(event) for event in self._recorder.read(query, after=position, limit=BATCH)]
            yield from batch
            if len(batch) < BATCH:
                return
            position = batch[-1].position


def tags_of(fold: Fold) -> list[str]:
    """A fold looks at whole kinds."""
    return [about(kind).tag for kind in fold.kinds]
