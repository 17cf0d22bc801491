"""Telling one part of the year of the cooperative project, in the secretary's words (décret 2015-1381)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.project_facts import ProjectParagraphWritten
from governance.evidence.template import CriterionId
from governance.network.check import BOARD
from governance.words import Day, Fact, PersonId, Public, legal_day


@dataclass(frozen=True)
class TellProject:
    may = BOARD
    closing: Day
    section: CriterionId
    words: Public

    def boundary(self) -> list[About]:
        return [about(ProjectParagraphWritten)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not self.closing.full:
            raise Refused("closing-day-needed")
        if legal_day(now) < self.closing:
            raise Refused("day-to-come", on=self.closing)
        told = [fact.words for fact in facts if isinstance(fact, ProjectParagraphWritten) and self._same(fact)]
        if (told[-1] if told else Public("")) == self.words:
            return []
        return [ProjectParagraphWritten(self.closing, self.section, self.words, legal_day(now))]

    def _same(self, fact: ProjectParagraphWritten) -> bool:
        return (fact.closing, fact.section) == (self.closing, self.section)
