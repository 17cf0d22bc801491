"""The life of a working group: another name, a rhythm, who belongs to it, what a newcomer is given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import GroupFormed, GroupId
from governance.network.meeting_facts import (
    AccordReached,
    Belonging,
    GroupMemberNoted,
    GroupPaced,
    GroupRenamed,
    PackGiven,
)
from governance.words import Day, DecisionId, Fact, MemberId, PersonId, Public


def check_group(known: list[Fact]) -> None:
    if not any(isinstance(fact, GroupFormed) for fact in known):
        raise Refused("unknown-group")


@dataclass(frozen=True)
class RenameGroup:
    """What it was called before stays on what it did then."""

    may = BOARD
    group: GroupId
    name: Public
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, group=self.group) for kind in (GroupFormed, GroupRenamed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_group(known)
        names = [fact.name for fact in known if isinstance(fact, GroupFormed | GroupRenamed)]
        if names[-1] == self.name:
            return []
        check_told(self.on, now, self.name)
        return [GroupRenamed(self.group, self.name, self.on)]


@dataclass(frozen=True)
class PaceGroup:
    """Every so many days on the average, or no rhythm; and what each of its agendas holds."""

    may = BOARD
    group: GroupId
    days: int | None
    on: Day
    standing: tuple[Public, ...] = ()

    def boundary(self) -> list[About]:
        return [about(kind, group=self.group) for kind in (GroupFormed, GroupPaced)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_group(known)
        before = [(fact.days, fact.standing) for fact in known if isinstance(fact, GroupPaced)]
        if before and before[-1] == (self.days, self.standing):
            return []
        if self.days is not None and self.days < 1:
            raise Refused("rhythm-of-days")
        check_told(self.on, now)
        return [GroupPaced(self.group, self.days, self.on, self.standing)]


@dataclass(frozen=True)
class NoteGroupMember:
    """Asked to join, was let in (by a `decision` that a meeting took, if one did), left."""

    may = BOARD
    group: GroupId
    organisation: Public
    belonging: Belonging
    on: Day
    member: MemberId | None = None
    decision: DecisionId | None = None

    def boundary(self) -> list[About]:
        decided = [about(AccordReached, decision=self.decision)] if self.decision else []
        return [*(about(kind, group=self.group) for kind in (GroupFormed, GroupMemberNoted)), *decided]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_group(known)
        noted = [
            fact for fact in known if isinstance(fact, GroupMemberNoted) and fact.organisation == self.organisation
        ]
        if noted and noted[-1].belonging is self.belonging:
            return []
        if self.decision and not any(isinstance(fact, AccordReached) for fact in known):
            raise Refused("unknown-decision")
        check_told(self.on, now, self.organisation)
        return [GroupMemberNoted(**vars(self))]


@dataclass(frozen=True)
class GivePack:
    """The past reports and the days to come, by e-mail."""

    may = BOARD
    group: GroupId
    people: tuple[PersonId, ...]
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, group=self.group) for kind in (GroupFormed, PackGiven)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_group(known)
        given = PackGiven(self.group, self.people, self.on)
        if given in known:
            return []
        if not self.people:
            raise Refused("nobody-to-write-to")
        check_told(self.on, now)
        return [given]
