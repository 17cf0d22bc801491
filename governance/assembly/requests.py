"""Points that members ask to put on the agenda: what part they must make, until when, and what is answered.

A request in time, by enough of them, obliges the author of the notice (C.com L225-105, L223-27). Once the notice has
left, such a request alone still changes the agenda, and the notice leaves again, corrected, to everybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.clock import last_day_of_requests
from governance.assembly.convening_facts import NoticeCorrected, PointAnswered, PointId, PointRequested
from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyConvened,
    AssemblyPlanned,
    Backing,
    IrregularityNoted,
    Matter,
    ResolutionTabled,
    SessionOpened,
)
from governance.assembly.roll import about_members
from governance.assembly.standing import about_agenda, about_course, plan
from governance.assembly.table import ONLY_THE_AGENDA, SECRETARIAT, next_number
from governance.assembly.thresholds import nearest
from governance.command import About, Refused, about
from governance.membership.standing import representative, standing
from governance.statutes.facts import Kind, RequestBase, Statutes, StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import AssemblyId, Day, Fact, MemberId, Office, PersonId, Public, ResolutionId, legal_day

HELD = (SessionOpened, AdjournedForLackOfQuorum)


@dataclass(frozen=True)
class RequestPoint:
    """`members` ask together; `on`: the day it was received. Written whether or not they are enough, or in time."""

    may = SECRETARIAT
    point: PointId
    assembly: AssemblyId
    members: tuple[MemberId, ...]
    title: Public
    text: Public
    kind: Kind
    matter: Matter
    on: Day

    def boundary(self) -> list[About]:
        asked = about(PointRequested, point=self.point)
        return [about(AssemblyPlanned, assembly=self.assembly), asked, about(StatutesAdopted), *about_members()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, PointRequested) for fact in known):
            return []
        if not (self.title.strip() and self.text.strip()):
            raise Refused("resolution-without-text")
        if not self.members:
            raise Refused("nobody-asks")
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        return self.asked(known)

    def asked(self, facts: list[Fact]) -> list[Fact]:
        """With the part that they make, under the statutes of the day."""
        planned, adopted = plan(facts, self.assembly), in_force(facts, self.on)
        if adopted is None:
            raise Refused("no-statutes-yet", on=self.on)
        return [self._requested(facts, planned, adopted.statutes)]

    def _requested(self, facts: list[Fact], planned: AssemblyPlanned, statutes: Statutes) -> PointRequested:
        held, threshold = nearest(facts, self.members, replace(planned, day=self.on), statutes)
        needed = threshold.needed if threshold else None
        base, article = (threshold.base, threshold.article) if threshold else (RequestBase.MEMBERS, Public(""))
        latest = last_day_of_requests(statutes, planned)
        said = (self.title, self.text, self.kind, self.matter, self.on)
        until = latest[0] if latest else None
        return PointRequested(self.point, self.assembly, self.members, *said, held, needed, base, article, until)


class RequestMyPoint(RequestPoint):
    """A member asks by herself, today, for the members for whom she speaks; others may join."""

    may = frozenset({Office.ANYONE})

    def boundary(self) -> list[About]:
        return [*super().boundary(), *_about_held(self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _check_not_held(known)
        _check_hers(known, self.members, by, legal_day(now))
        if self.on != legal_day(now):
            raise Refused("not-today", on=self.on)
        return super().decide(known, by, now)


@dataclass(frozen=True)
class JoinPoint:
    """More members make a request theirs: what they make together is reckoned anew, on the day when they join."""

    may = frozenset({Office.ANYONE})
    point: PointId
    assembly: AssemblyId
    members: tuple[MemberId, ...]

    def boundary(self) -> list[About]:
        point = [about(kind, point=self.point) for kind in (PointRequested, PointAnswered)]
        known = [about(AssemblyPlanned, assembly=self.assembly), about(StatutesAdopted), *about_members()]
        return [*point, *known, *_about_held(self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        asked = last_request(known, self.assembly)
        _check_not_held(known)
        _check_hers(known, self.members, by, today)
        joining = tuple(one for one in self.members if one not in asked.members)
        if not joining or asked.binding or any(isinstance(fact, PointAnswered) for fact in known):
            return []
        said = (asked.title, asked.text, asked.kind, asked.matter, today)
        return RequestPoint(self.point, self.assembly, asked.members + joining, *said).asked(known)


def last_request(facts: Iterable[Fact], assembly: AssemblyId) -> PointRequested:
    """The request as those who joined have left it."""
    asked = [fact for fact in facts if isinstance(fact, PointRequested)][-1:]
    if not asked or asked[0].assembly != assembly:
        raise Refused("unknown-point")
    return asked[0]


def _about_held(assembly: AssemblyId) -> list[About]:
    return [about(kind, assembly=assembly) for kind in HELD]


def _check_not_held(facts: Iterable[Fact]) -> None:
    if any(isinstance(fact, HELD) for fact in facts):
        raise Refused("meeting-already-held")


def _check_hers(facts: list[Fact], members: Iterable[MemberId], by: PersonId, today: Day) -> None:
    for member in members:
        if standing(facts, member, today) is None or representative(facts, member, today) != by:
            raise Refused("not-for-this-member")


@dataclass(frozen=True)
class AnswerPoint:
    """`resolution`: what it becomes if it is `accepted`, with the board's `backing`. `reason`: why it is refused; a
    request that obliged may be refused only by an irregularity."""

    may = SECRETARIAT
    prepared = frozenset({"resolution"})
    point: PointId
    assembly: AssemblyId
    accepted: bool
    resolution: ResolutionId
    backing: Backing = Backing.NEITHER
    reason: Public = Public("")

    def boundary(self) -> list[About]:
        point = [about(kind, point=self.point) for kind in (PointRequested, PointAnswered)]
        notice = [about(kind, assembly=self.assembly) for kind in (AssemblyConvened, NoticeCorrected)]
        return [*point, *notice, *about_agenda(self.assembly), *about_course(self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        asked = last_request(known, self.assembly)
        if any(isinstance(fact, PointAnswered) for fact in known):
            return []
        _check_not_held(known)
        return self._accept(known, asked, today) if self.accepted else self._refuse(asked, today)

    def _accept(self, facts: list[Fact], asked: PointRequested, today: Day) -> list[Fact]:
        convened = any(isinstance(fact, AssemblyConvened) for fact in facts)
        if plan(facts, self.assembly).second_call_of:
            raise Refused("agenda-of-the-first-call", article=ONLY_THE_AGENDA)
        if convened and not asked.binding:
            raise Refused("agenda-frozen", article=ONLY_THE_AGENDA)
        said = (asked.kind, asked.matter, asked.title, asked.text, self.backing)
        edition = sum(isinstance(fact, NoticeCorrected) for fact in facts) + 1
        return [
            PointAnswered(self.point, self.assembly, True, self.backing, self.reason, today),
            ResolutionTabled(self.assembly, self.resolution, next_number(facts), *said),
            *([NoticeCorrected(self.assembly, edition, today, asked.title)] if convened else []),
        ]

    def _refuse(self, asked: PointRequested, today: Day) -> list[Fact]:
        if not self.reason.strip():
            raise Refused("reason-needed")
        answered = PointAnswered(self.point, self.assembly, False, None, self.reason, today)
        if not asked.binding:
            return [answered]
        return [answered, IrregularityNoted(self.assembly, "point-refused", asked.article, self.reason, None)]
