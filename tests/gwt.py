"""Given these facts, when this command, then those facts: the grammar of our tests."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from governance.command import Command, Refused
from governance.membership.facts import OfficeTaken
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.words import Day, Fact, Office, PersonId

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECRETARY = PersonId("secretary")
in_office = OfficeTaken(SECRETARY, Office.SECRETARY, Day("2000"))


@dataclass(frozen=True)
class Given:
    facts: tuple[Fact, ...]

    def when(self, command: Command, by: str = SECRETARY, now: datetime = NOON) -> "When":
        return When(self.facts, command, PersonId(by), now)


@dataclass(frozen=True)
class When:
    facts: tuple[Fact, ...]
    command: Command
    by: PersonId
    now: datetime

    def then(self, *expected: Fact) -> None:
        """The record gained exactly these facts. Goes through the real boundary and the real authority."""
        assert self.gained() == list(expected)

    def gained(self) -> list[Fact]:
        record = Record(MemoryRecorder(lambda: self.now), MemoryVault())
        record.enter([in_office, *self.facts], PersonId("test"), "past")
        return record.execute(self.command, self.by, "gesture").facts

    def refused(self, reason: str, **details: object) -> None:
        with pytest.raises(Refused) as refusal:
            self.gained()
        assert refusal.value.reason == reason
        assert details.items() <= refusal.value.details.items()


def given(*facts: Fact) -> Given:
    return Given(facts)
