"""The narrative of a meeting: kept version after version once it is over, never over another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import SessionClosed
from governance.assembly.minutes_facts import NarrativeApproved, NarrativeKept
from governance.assembly.standing import about_course, in_session
from governance.command import About, Refused, about
from governance.words import AssemblyId, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class KeepNarrative:
    """`digest`: of the text, salted."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"digest", "size"})
    assembly: AssemblyId
    digest: str
    size: int

    def boundary(self) -> list[About]:
        return [*about_course(self.assembly), about(NarrativeKept, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, SessionClosed) for fact in known) or in_session(known):
            raise Refused("meeting-not-over", article="C.com R225-106")
        told = [fact for fact in known if isinstance(fact, NarrativeKept)]
        if told and told[-1].digest == self.digest:
            return []
        return [NarrativeKept(self.assembly, len(told) + 1, self.digest, self.size)]


@dataclass(frozen=True)
class ApproveNarrativeAsChair:
    """By who chaired the meeting, in the name of its officers."""

    may = frozenset({Office.ANYONE})
    assembly: AssemblyId
    version: int

    def boundary(self) -> list[About]:
        return [*about_course(self.assembly), *about_narrative(self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if by not in {getattr(fact, "chair", None) for fact in known}:
            raise Refused("only-the-chair-approves")
        check_last(known, self.version)
        if approved(known, self.version):
            return []
        return [NarrativeApproved(self.assembly, self.version, legal_day(now))]


def about_narrative(assembly: AssemblyId) -> list[About]:
    return [about(kind, assembly=assembly) for kind in (NarrativeKept, NarrativeApproved)]


def check_last(facts: Iterable[Fact], version: int) -> None:
    """An older version is not approved once another replaced it."""
    versions = [fact.version for fact in facts if isinstance(fact, NarrativeKept)]
    if not versions or version != versions[-1]:
        raise Refused("not-the-last-narrative")


def approved(facts: Iterable[Fact], version: int) -> bool:
    return any(isinstance(fact, NarrativeApproved) and fact.version == version for fact in facts)
