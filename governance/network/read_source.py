"""Reading the report that somebody wrote of a meeting: its figures are kept as printed, beside those of the sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD
from governance.network.facts import MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.network.priority_facts import Remark
from governance.network.source_facts import Printed, SourceRead
from governance.words import Fact, PersonId, Public


@dataclass(frozen=True)
class ReadSource:
    may = BOARD
    meeting: MeetingId
    source: Public
    figures: tuple[Printed, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def boundary(self) -> list[About]:
        return [*about_meeting(self.meeting), about(SourceRead, meeting=self.meeting)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, read = list(facts), SourceRead(**vars(self))
        check_meeting(known, self.meeting)
        if read in known:
            return []
        if not (self.figures or self.remarks) or not self.source.strip():
            raise Refused("nothing-quoted")
        return [read]
