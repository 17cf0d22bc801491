"""Convening: the agenda and the roll are frozen, and the notice leaves in time, or late with a reason.

A second call takes up the powers that stood at the first: they hold for every assembly called again with the same
agenda (C.com R225-79, R223-21).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.convener import named
from governance.assembly.convening_facts import Convener
from governance.assembly.deadline import Delay, delay, full_days
from governance.assembly.facts import AssemblyConvened, AssemblyPlanned, IrregularityNoted, MandateEntered
from governance.assembly.presence_facts import ProxyGiven, ProxyWithdrawn
from governance.assembly.roll import about_members, roll
from governance.assembly.standing import about_agenda, agenda, plan, presence
from governance.command import About, Refused, about
from governance.statutes.facts import Form, StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import AssemblyId, Day, Fact, MemberId, Office, PersonId, Public, StatutesId, legal_day

POWERS_STAND = {Form.SA: "C.com R225-79", Form.SARL: "C.com R223-21"}
"""What says, by form, that a power given for a meeting holds for those called again with the same agenda; elsewhere the
statutes may."""


@dataclass(frozen=True)
class Convene:
    """`on`: the day the notice leaves. `despite`: why it leaves although it is too late, or in the name of somebody who
    may not convene. `first`: the meeting of which this is the second call. `capacity`: what gives the convener the
    power; `members`: those who convene together."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    version: StatutesId
    on: Day
    despite: Public = Public("")
    first: AssemblyId | None = None
    convener: Convener | None = None
    capacity: Public = Public("")
    members: tuple[MemberId, ...] = ()

    def boundary(self) -> list[About]:
        mine = [*about_agenda(self.assembly), about(AssemblyConvened, assembly=self.assembly)]
        powers = [about(kind, assembly=self.first) for kind in (ProxyGiven, ProxyWithdrawn) if self.first]
        return [*mine, *powers, about(StatutesAdopted), *about_members()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, AssemblyConvened) for fact in known):
            return []
        planned, adopted = plan(known, self.assembly), self._statutes(known, now)
        if planned.second_call_of != self.first:
            raise Refused("another-assembly")
        kinds = {one.kind for one in agenda(known, self.assembly)}
        if not kinds:
            raise Refused("nothing-on-the-agenda")
        required = delay(adopted.statutes, planned.organ, kinds, planned.second_call_of is not None)
        late = self._late(planned, required)
        given = full_days(self.on, planned.day)
        convened = AssemblyConvened(self.assembly, self.on, adopted.version, given, required.days, required.article)
        lines = roll(known, planned, adopted)
        return [*lines, convened, *late, *self._named(known, planned, adopted), *self._powers(known, lines)]

    def _named(self, facts: list[Fact], planned: AssemblyPlanned, adopted: StatutesAdopted) -> list[Fact]:
        if self.convener is None:
            return []
        day = replace(planned, day=self.on)
        told = (self.convener, self.capacity, self.members)
        return named(facts, day, adopted.statutes, told, self.despite)

    def _powers(self, facts: list[Fact], lines: list[Fact]) -> list[Fact]:
        voting = {line.member: line for line in lines if isinstance(line, MandateEntered) and line.votes}
        return [
            replace(given, assembly=self.assembly, shares=voting[given.grantor].shares)
            for given in presence(facts).proxies.values()
            if {given.grantor, given.holder or given.grantor} <= voting.keys()
        ]

    def _statutes(self, facts: list[Fact], now: datetime) -> StatutesAdopted:
        if not self.on.full:
            raise Refused("notice-day-needed")
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        adopted = in_force(facts, self.on)
        if adopted is None:
            raise Refused("no-statutes-yet", on=self.on)
        if adopted.version != self.version:
            raise Refused("statutes-changed")
        return adopted

    def _late(self, planned: AssemblyPlanned, required: Delay) -> list[Fact]:
        given = full_days(self.on, planned.day)
        if given < 0:
            raise Refused("convened-after-the-meeting", day=planned.day)
        if given >= required.days:
            return []
        if not self.despite.strip():
            figures = {"required": required.days, "given": given, "latest": required.latest(planned.day)}
            raise Refused("notice-too-short", article=required.article, **figures)
        return [IrregularityNoted(self.assembly, "notice-too-short", required.article, self.despite, None)]
