"""The sheets of a register on paper: which hold an edition of the minutes, numbered without gap (C.com R225-22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned
from governance.assembly.minutes_facts import MinutesDrawnUp, SheetsUsed
from governance.assembly.standing import plan
from governance.command import About, Refused, about
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Fact, Office, PersonId, Public

NUMBERED = "C.com R225-22"


@dataclass(frozen=True)
class EnterSheets:
    """In the register of the organ that met. The first sheets entered may bear any number: the register was
    begun before. `gap`: why numbers are passed over, for sheets spoilt and kept or minutes written elsewhere."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    edition: str
    volume: int
    first: int
    last: int
    authority: Public
    gap: Public = Public("")

    def boundary(self) -> list[About]:
        met = [about(kind, assembly=self.assembly) for kind in (AssemblyPlanned, MinutesDrawnUp)]
        return [*met, about(SheetsUsed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        organ = plan(known, self.assembly).organ
        if not any(isinstance(fact, MinutesDrawnUp) and fact.digest == self.edition for fact in known):
            raise Refused("unknown-edition")
        if not (1 <= self.first <= self.last and self.volume >= 1):
            raise Refused("sheets-backwards", first=self.first, last=self.last)
        if not self.authority.strip():
            raise Refused("sheets-without-authority", article=NUMBERED)
        entered = self._entered(organ)
        used = {one.edition: one for one in known if isinstance(one, SheetsUsed) and one.organ is organ}
        if used.pop(self.edition, None) == entered:
            return []
        self._check_numbers(list(used.values()))
        return [entered]

    def _entered(self, organ: Organ) -> SheetsUsed:
        return SheetsUsed(
            organ=organ,
            assembly=self.assembly,
            edition=self.edition,
            volume=self.volume,
            first=self.first,
            last=self.last,
            authority=self.authority,
            gap=self.gap,
        )

    def _check_numbers(self, used: list[SheetsUsed]) -> None:
        """No sheet twice; none between two editions that holds neither. A new volume begins at 1."""
        volume = [one for one in used if one.volume == self.volume]
        for other in volume:
            if self.first <= other.last and other.first <= self.last:
                raise Refused("sheets-used-already", first=other.first, last=other.last, article=NUMBERED)
        if self.gap.strip():
            return
        before = max((other.last for other in volume if other.last < self.first), default=None)
        after = min((other.first for other in volume if other.first > self.last), default=None)
        self._check_next(self._expected(before, after, bool(used)), self.first)
        self._check_next(self.last + 1, after or self.last + 1)

    def _check_next(self, expected: int, found: int) -> None:
        if found != expected:
            raise Refused("sheets-leave-a-gap", expected=expected, first=found, article=NUMBERED)

    def _expected(self, before: int | None, after: int | None, begun: bool) -> int:
        """The number that the first sheet should bear."""
        if before is not None:
            return before + 1
        return 1 if begun and after is None else self.first
