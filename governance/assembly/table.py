"""Putting a resolution on the agenda, and taking it off, until the notice freezes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyConvened, Backing, Matter, ResolutionTabled, ResolutionWithdrawn
from governance.assembly.standing import about_agenda, about_course, agenda, in_session, plan
from governance.command import About, Refused, about
from governance.statutes.facts import Kind, Organ
from governance.words import AssemblyId, Fact, Office, PersonId, Public, ResolutionId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
ONLY_THE_AGENDA = "C.com L225-105"


def _about(assembly: AssemblyId) -> list[About]:
    return [*about_agenda(assembly), about(AssemblyConvened, assembly=assembly)]


def next_number(facts: Iterable[Fact]) -> int:
    """A number once given is not given to another."""
    return max((fact.number for fact in facts if isinstance(fact, ResolutionTabled)), default=0) + 1


def _check_open(facts: list[Fact], assembly: AssemblyId) -> None:
    if any(isinstance(fact, AssemblyConvened) for fact in facts):
        raise Refused("agenda-frozen", article=ONLY_THE_AGENDA)
    if plan(facts, assembly).second_call_of:
        raise Refused("agenda-of-the-first-call", article=ONLY_THE_AGENDA)


@dataclass(frozen=True)
class TableResolution:
    """It takes the next number."""

    may = SECRETARIAT
    assembly: AssemblyId
    resolution: ResolutionId
    kind: Kind
    matter: Matter
    title: Public
    text: Public
    backing: Backing = Backing.PRESENTED

    def boundary(self) -> list[About]:
        return [*_about(self.assembly), about(ResolutionTabled, resolution=self.resolution)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _check_open(known, self.assembly)
        if any(isinstance(fact, ResolutionTabled) and fact.resolution == self.resolution for fact in known):
            raise Refused("resolution-already-tabled")
        if not (self.title.strip() and self.text.strip()):
            raise Refused("resolution-without-text")
        said = (self.kind, self.matter, self.title, self.text, self.backing)
        return [ResolutionTabled(self.assembly, self.resolution, next_number(known), *said)]


@dataclass(frozen=True)
class TableRevocation:
    """In session, the assembly may revoke whoever runs the cooperative though the agenda says nothing of it."""

    may = SECRETARIAT
    assembly: AssemblyId
    resolution: ResolutionId
    title: Public
    text: Public

    def boundary(self) -> list[About]:
        tabled = about(ResolutionTabled, resolution=self.resolution)
        return [*about_agenda(self.assembly), *about_course(self.assembly), tabled]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        planned = plan(known, self.assembly)
        if planned.organ is not Organ.ASSEMBLY:
            raise Refused("only-an-assembly-revokes", article=ONLY_THE_AGENDA)
        if in_session(known) is None:
            raise Refused("session-not-open")
        if any(isinstance(fact, ResolutionTabled) and fact.resolution == self.resolution for fact in known):
            return []
        if not (self.title.strip() and self.text.strip()):
            raise Refused("resolution-without-text")
        said = (Kind.ORDINARY, Matter.PERSONS, self.title, self.text, Backing.NEITHER, True)
        return [ResolutionTabled(self.assembly, self.resolution, next_number(known), *said)]


@dataclass(frozen=True)
class WithdrawResolution:
    may = SECRETARIAT
    assembly: AssemblyId
    resolution: ResolutionId

    def boundary(self) -> list[About]:
        return _about(self.assembly)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _check_open(known, self.assembly)
        if any(one.resolution == self.resolution for one in agenda(known, self.assembly)):
            return [ResolutionWithdrawn(self.assembly, self.resolution)]
        return []
