"""Starting a project: what the members want to carry out together, and to what end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.project.facts import ProjectStarted
from governance.project.standing import check_happened
from governance.words import Day, Fact, Office, PersonId, ProjectId, Public

BOARD = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})


@dataclass(frozen=True)
class StartProject:
    may = BOARD
    project: ProjectId
    title: Public
    purpose: Public
    on: Day
    source: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(ProjectStarted, project=self.project)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        started = ProjectStarted(self.project, self.title, self.purpose, self.on, self.source)
        known = list(facts)
        if started in known:
            return []
        if known:
            raise Refused("project-already-started")
        if not (self.title.strip() and self.purpose.strip()):
            raise Refused("project-without-purpose")
        check_happened(self.on, now)
        return [started]
