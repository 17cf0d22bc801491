"""Delivering a document: what an action, a project, a decision… produced, kept with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.attach import HEAVIEST
from governance.evidence.facts import Digest, Medium
from governance.evidence.things import about_thing, check_thing
from governance.evidence.trace_facts import DocumentDelivered, DocumentId, Thing
from governance.network.check import BOARD, already_told, check_told
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class DeliverDocument:
    may = BOARD
    document: DocumentId
    of: Thing
    title: Public
    digest: Digest
    size: int
    media_type: Medium
    on: Day
    note: Public = Public("")

    def boundary(self) -> list[About]:
        return [about_thing(self.of), about(DocumentDelivered, document=self.document)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, delivered = list(facts), DocumentDelivered(**vars(self))
        check_thing(known, self.of)
        mine = (fact for fact in known if isinstance(fact, DocumentDelivered) and fact.document == self.document)
        if already_told(mine, delivered):
            return []
        if not 0 < self.size <= HEAVIEST:
            raise Refused("file-size", size=self.size, most=HEAVIEST)
        check_told(self.on, now, self.title)
        return [delivered]
