"""Planning a meeting; a second call takes up the agenda of the first, word for word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AdjournedForLackOfQuorum, AssemblyConvened, AssemblyPlanned, Manner
from governance.assembly.second_call import about_first_call, brought_back, check_after_the_first, check_when
from governance.assembly.standing import about_agenda
from governance.command import About, Refused, about
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, Fact, Office, PersonId, Public


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
        return [*mine, *(about_first_call(self.second_call_of) if self.second_call_of else [])]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        how = (self.second_call_of, self.manner, self.ends)
        planned = AssemblyPlanned(self.assembly, self.organ, self.title, self.day, self.starts, self.place, *how)
        mine = [fact for fact in known if isinstance(fact, AssemblyPlanned) and fact.assembly == self.assembly]
        if planned in mine[-1:]:
            return []
        self._check(known, planned, mine)
        new = self.second_call_of and not mine
        return [planned, *(brought_back(known, planned) if new else [])]

    def _check(self, facts: list[Fact], planned: AssemblyPlanned, mine: list[AssemblyPlanned]) -> None:
        check_when(planned)
        if any(isinstance(fact, AssemblyConvened) for fact in facts):
            raise Refused("already-convened")
        if mine and (mine[-1].organ, mine[-1].second_call_of) != (self.organ, self.second_call_of):
            raise Refused("another-assembly")
        if self.second_call_of:
            if not mine and not any(isinstance(fact, AdjournedForLackOfQuorum) for fact in facts):
                raise Refused("first-call-not-adjourned", article="C.com R225-107")
            check_after_the_first(facts, planned)
