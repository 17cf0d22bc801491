"""What became of a notice: sent, refused by the mail server, or handed over on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.dispatch import about_notice, edition
from governance.assembly.facts import NoticeHandedOver, NoticeRefused, NoticeSent
from governance.command import About, Refused, about
from governance.words import AssemblyId, Day, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class RecordDelivery:
    """`message`: the Message-ID. `refused`: the server's code, empty if it took the letter. `edition`: of the notice
    that was written, which a correction may have followed since."""

    may = frozenset({Office.WORKER})
    assembly: AssemblyId
    person: PersonId
    message: str
    refused: str = ""
    edition: int = 0

    def boundary(self) -> list[About]:
        told = [about(kind, assembly=self.assembly, person=self.person) for kind in (NoticeSent, NoticeRefused)]
        return [*about_notice(self.assembly), *told]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.edition > edition(known):
            raise Refused("not-convened")
        sent = NoticeSent(self.assembly, self.person, self.message, self.edition)
        refused = NoticeRefused(self.assembly, self.person, self.refused, self.edition)
        told: Fact = refused if self.refused else sent
        return [] if sent in known or told in known else [told]


@dataclass(frozen=True)
class HandOverNotice:
    """To somebody without a mailbox, or whose server refused the letter."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"on"})
    assembly: AssemblyId
    person: PersonId
    on: Day

    def boundary(self) -> list[About]:
        given = about(NoticeHandedOver, assembly=self.assembly, person=self.person)
        return [*about_notice(self.assembly), given]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        which = edition(known)
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        if any(isinstance(fact, NoticeHandedOver) and fact.edition == which for fact in known):
            return []
        return [NoticeHandedOver(self.assembly, self.person, self.on, which)]
