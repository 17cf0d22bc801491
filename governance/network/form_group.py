"""Forming a working group: some members prepare together what others will decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import GroupFormed, GroupId
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class FormGroup:
    may = BOARD
    group: GroupId
    name: Public
    purpose: Public
    on: Day

    def boundary(self) -> list[About]:
        return [about(GroupFormed, group=self.group)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        formed = GroupFormed(self.group, self.name, self.purpose, self.on)
        known = list(facts)
        if formed in known:
            return []
        if known:
            raise Refused("already-reported")
        check_told(self.on, now, self.name, self.purpose)
        return [formed]
