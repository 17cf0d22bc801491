"""Going on after a database was restored: what was signed before and is here no more is said, for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.facts import Digest, RecordResumed
from governance.words import Fact, Office, PersonId, Public


@dataclass(frozen=True)
class ResumeRecord:
    """`size` and `root` are of the last head that was signed before, which this record does not know any more."""

    may = frozenset({Office.WORKER})
    size: int
    root: Digest
    reason: Public

    def boundary(self) -> list[About]:
        return [about(RecordResumed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        resumed = RecordResumed(self.size, self.root, self.reason)
        if resumed in list(facts):
            return []
        if not self.reason.strip():
            raise Refused("resumption-without-reason")
        return [resumed]
