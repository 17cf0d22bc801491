"""Where the record stands: kept with its last entry, so that what is printed again hashes only what came after."""

from threading import Lock

from governance.record.entry import Entry
from governance.record.log import Edge
from governance.record.record import Record


class Head:
    """The RFC 6962 root over all the entries of a record, and the last of them."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = Lock()
        self._edge = Edge()
        self._last: Entry | None = None

    def now(self) -> tuple[bytes, Entry | None]:
        """The root and the last entry, None in an empty record."""
        with self._lock:
            news = self._record.entries(self._last.position - 1 if self._last else 0)
            if self._last and next(news, None) != self._last:  # a backup was restored: what was hashed did not happen
                self._edge, self._last = Edge(), None
                news = self._record.entries()
            for entry in news:
                self._edge.add(entry.leaf)
                self._last = entry
            return self._edge.root, self._last
