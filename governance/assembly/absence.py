"""Losing membership for absence: so many ordinary assemblies missed in a row, after a warning in the notice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned, ResolutionTabled, ResolutionWithdrawn, SessionOpened
from governance.assembly.presence_facts import AttendanceSigned, FormLapsed, FormReceived, ProxyGiven, ProxyWithdrawn
from governance.assembly.standing import about_line, agenda, line, presence
from governance.command import About, Fold, Refused, about
from governance.membership.facts import AbsenceWarned, Cause
from governance.membership.leave import about_leaving, leaving
from governance.membership.standing import about_member, standing
from governance.statutes.facts import Kind, LossCause, Organ, Ruled, StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import AssemblyId, Day, Fact, MemberId, Office, PersonId, legal_day

_OF_ASSEMBLY = (
    *(ResolutionTabled, ResolutionWithdrawn, SessionOpened, AttendanceSigned),
    *(ProxyGiven, ProxyWithdrawn, FormReceived, FormLapsed),
)


def about_attendance(member: MemberId, assemblies: Iterable[AssemblyId]) -> list[About]:
    """Every plan, so that no assembly between two others is forgotten; and who was at these."""
    found = [about(AssemblyPlanned)]
    for assembly in assemblies:
        found += [about(kind, assembly=assembly) for kind in _OF_ASSEMBLY]
        found += about_line(assembly, member)
    return found


@dataclass(frozen=True)
class Attendance:
    """What one member did at one ordinary assembly to which she was called."""

    assembly: AssemblyId
    day: Day
    there: bool  # herself, or by a holder who was


def attendances(facts: Iterable[Fact], member: MemberId, assemblies: Sequence[AssemblyId]) -> list[Attendance]:
    """The ordinary assemblies among these that were held with her on the roll, in the order of days."""
    known = list(facts)
    plans = _plans(known)
    _check_none_forgotten(plans, assemblies)
    found = []
    for assembly in assemblies:
        told = [fact for fact in known if getattr(fact, "assembly", None) == assembly]
        held = any(isinstance(fact, SessionOpened) for fact in told)
        called = (entered := line(told, member)) is not None and entered.votes
        ordinary = any(one.kind is Kind.ORDINARY for one in agenda(told, assembly))
        if held and called and ordinary:
            came = {fact.member for fact in told if isinstance(fact, AttendanceSigned)}  # though she left early
            here = presence(told)
            given = here.proxies.get(member)
            there = member in came or member in here.forms or (given is not None and given.holder in {None, *came})
            found.append(Attendance(assembly, plans[assembly].day, there))
    return sorted(found, key=lambda one: one.day)


def missed(attended: Iterable[Attendance]) -> int:
    """How many in a row, up to the last."""
    row = 0
    for one in attended:
        row = 0 if one.there else row + 1
    return row


def _plans(facts: Iterable[Fact]) -> dict[AssemblyId, AssemblyPlanned]:
    return {fact.assembly: fact for fact in facts if isinstance(fact, AssemblyPlanned) and fact.organ is Organ.ASSEMBLY}


def _check_none_forgotten(plans: dict[AssemblyId, AssemblyPlanned], assemblies: Sequence[AssemblyId]) -> None:
    if not set(assemblies) <= plans.keys():
        raise Refused("unknown-assembly")
    days = [plans[assembly].day for assembly in assemblies]
    for plan in plans.values():
        if plan.assembly not in assemblies and days and min(days) <= plan.day <= max(days):
            raise Refused("assembly-forgotten", title=plan.title)


def _allowed(facts: Iterable[Fact], on: Day) -> Ruled[int]:
    """After how many assemblies the statutes end a membership. They must say it: the law does not."""
    version = in_force(facts, on)
    loss = version.statutes.loss if version else None
    if loss is None or loss.absence_n_ago is None:
        raise Refused("absence-not-in-statutes")
    return loss.absence_n_ago


@dataclass(frozen=True)
class WarnOfAbsence:
    """The notice of `assembly` warns a member who missed all but one of the assemblies that she may miss.
    `before`: the assemblies to count."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})
    member: MemberId
    assembly: AssemblyId
    before: tuple[AssemblyId, ...]

    def boundary(self) -> list[About]:
        warned = about(AbsenceWarned, member=self.member)
        membership = [about(StatutesAdopted), *about_member(self.member), warned]
        return [*membership, *about_attendance(self.member, self.before)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        allowed = _allowed(known, today)
        if standing(known, self.member, today) is None:
            raise Refused("not-a-member", on=today)
        row = missed(attendances(known, self.member, self.before))
        if row < allowed.value - 1:
            raise Refused("not-absent-enough", missed=row, allowed=allowed.value, article=allowed.article)
        if any(isinstance(fact, AbsenceWarned) and fact.assembly == self.assembly for fact in known):
            return []
        return [AbsenceWarned(self.member, self.assembly, today, row, allowed.article)]


@dataclass(frozen=True)
class StateAbsence:
    """Nobody decides: so many in a row were missed, the last after a warning; her membership ended with that one."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    assemblies: tuple[AssemblyId, ...]

    def boundary(self) -> Sequence[About | Fold]:
        warned = about(AbsenceWarned, member=self.member)
        return [*about_leaving(self.member), warned, *about_attendance(self.member, self.assemblies)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        attended = attendances(known, self.member, self.assemblies)
        if not attended:
            raise Refused("unknown-assembly")
        last = attended[-1]
        allowed, row = _allowed(known, last.day), missed(attended)
        if row < allowed.value:
            raise Refused("not-absent-enough", missed=row, allowed=allowed.value, article=allowed.article)
        if not any(isinstance(fact, AbsenceWarned) and fact.assembly == last.assembly for fact in known):
            raise Refused("absence-without-warning", article=allowed.article)
        return leaving(known, self.member, Cause.AUTOMATIC_LOSS, last.day, LossCause.ABSENCE)
