"""The report of a révision: it comes, members may read it, an assembly discusses it (L47 art. 25-3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned, SessionOpened
from governance.command import About, Refused, about
from governance.evidence.attach import HEAVIEST
from governance.evidence.facts import Digest, Medium
from governance.evidence.revision_facts import (
    ReportDiscussed,
    ReportOpened,
    ReviserNamed,
    RevisionId,
    RevisionReported,
)
from governance.network.check import SECRETARIAT
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, Fact, PersonId, legal_day


@dataclass(frozen=True)
class ReceiveReport:
    may = SECRETARIAT
    revision: RevisionId
    on: Day
    digest: Digest
    size: int
    media_type: Medium

    def boundary(self) -> list[About]:
        return [about(kind, revision=self.revision) for kind in (ReviserNamed, RevisionReported)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, ReviserNamed) for fact in known):
            raise Refused("unknown-revision")
        _check_day(self.on, now)
        if not 0 < self.size <= HEAVIEST:
            raise Refused("file-size", size=self.size, most=HEAVIEST)
        came = RevisionReported(self.revision, self.on, self.digest, self.size, self.media_type)
        before = [fact for fact in known if isinstance(fact, RevisionReported)]
        return [] if before[-1:] == [came] else [came]


@dataclass(frozen=True)
class OpenReport:
    """To every member, on that day."""

    may = SECRETARIAT
    revision: RevisionId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, revision=self.revision) for kind in (RevisionReported, ReportOpened)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        came = reported(known)
        _check_day(self.on, now)
        if self.on < came.on:
            raise Refused("opened-before-it-came", on=came.on)
        before = [fact for fact in known if isinstance(fact, ReportOpened)]
        opened = ReportOpened(self.revision, self.on)
        return [] if before[-1:] == [opened] else [opened]


@dataclass(frozen=True)
class DiscussReport:
    may = SECRETARIAT
    revision: RevisionId
    assembly: AssemblyId

    def boundary(self) -> list[About]:
        return [
            about(RevisionReported, revision=self.revision),
            about(ReportDiscussed, revision=self.revision, assembly=self.assembly),
            *(about(kind, assembly=self.assembly) for kind in (AssemblyPlanned, SessionOpened)),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        reported(known)
        planned = [fact for fact in known if isinstance(fact, AssemblyPlanned)]
        if not planned or planned[-1].organ is not Organ.ASSEMBLY:
            raise Refused("discussed-by-an-assembly")
        if not any(isinstance(fact, SessionOpened) for fact in known):
            raise Refused("assembly-not-held")
        if any(isinstance(fact, ReportDiscussed) for fact in known):
            return []
        return [ReportDiscussed(self.revision, self.assembly, planned[-1].day)]


def reported(known: Iterable[Fact]) -> RevisionReported:
    """The report as it last came."""
    came = [fact for fact in known if isinstance(fact, RevisionReported)]
    if not came:
        raise Refused("no-report-yet")
    return came[-1]


def _check_day(on: Day, now: datetime) -> None:
    if not on.full:
        raise Refused("revision-day-needed")
    if legal_day(now) < on:
        raise Refused("day-to-come", on=on)
