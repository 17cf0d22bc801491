"""Planning a meeting; a second call takes up the agenda of the first, word for word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.facts import AdjournedForLackOfQuorum, AssemblyConvened, AssemblyPlanned, Manner
from governance.assembly.standing import about_agenda, agenda
from governance.command import About, Refused, about
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, Fact, Office, PersonId, Public, ResolutionId

_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class PlanAssembly:
    """Given again before the notice is sent, it changes the plan. `starts` is HH:MM, Paris time. A consultation is
    answered until `ends`."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    organ: Organ
    title: Public
    day: Day
    starts: str
    place: Public
    second_call_of: AssemblyId | None = None
    manner: Manner = Manner.SESSION
    ends: datetime | None = None

    def boundary(self) -> list[About]:
        mine = [*about_agenda(self.assembly), about(AssemblyConvened, assembly=self.assembly)]
        if not (first := self.second_call_of):
            return mine
        calls = [
            about(AdjournedForLackOfQuorum, assembly=first),
            about(AssemblyPlanned, second_call_of=first),
        ]
        return [*mine, *about_agenda(first), *calls]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        how = (self.second_call_of, self.manner, self.ends)
        planned = AssemblyPlanned(self.assembly, self.organ, self.title, self.day, self.starts, self.place, *how)
        mine = [fact for fact in known if isinstance(fact, AssemblyPlanned) and fact.assembly == self.assembly]
        if planned in mine[-1:]:
            return []
        self._check(known, mine)
        return [planned, *([] if mine else self._agenda_of_the_first(known))]

    def _check(self, facts: list[Fact], mine: list[AssemblyPlanned]) -> None:
        if not self.day.full:
            raise Refused("meeting-day-needed")
        if not _HOUR.fullmatch(self.starts):
            raise Refused("not-an-hour")
        if (self.manner is Manner.CONSULTATION) != (self.ends is not None):
            raise Refused("consultation-without-end")
        if any(isinstance(fact, AssemblyConvened) for fact in facts):
            raise Refused("already-convened")
        if mine and (mine[-1].organ, mine[-1].second_call_of) != (self.organ, self.second_call_of):
            raise Refused("another-assembly")
        if self.second_call_of:
            self._check_first_call(facts)

    def _check_first_call(self, facts: list[Fact]) -> None:
        plans = [fact for fact in facts if isinstance(fact, AssemblyPlanned) and fact.assembly != self.assembly]
        firsts = [fact for fact in plans if fact.assembly == self.second_call_of]
        if not firsts or not any(isinstance(fact, AdjournedForLackOfQuorum) for fact in facts):
            raise Refused("first-call-not-adjourned", article="C.com R225-107")
        if any(fact.second_call_of == self.second_call_of for fact in plans):
            raise Refused("second-call-already-planned")
        if self.day <= firsts[-1].day:
            raise Refused("second-call-before-first", first=firsts[-1].day)

    def _agenda_of_the_first(self, facts: list[Fact]) -> list[Fact]:
        """What lacked its quorum comes back as it was (C.com L225-105 al. 4)."""
        if self.second_call_of is None:
            return []
        [adjourned] = [fact for fact in facts if isinstance(fact, AdjournedForLackOfQuorum)][-1:]
        return [
            replace(one, assembly=self.assembly, resolution=ResolutionId(f"{self.assembly}.{one.number}"))
            for one in agenda(facts, self.second_call_of)
            if not adjourned.kinds or one.kind in adjourned.kinds
        ]
