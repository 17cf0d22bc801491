"""Stating a vision: where one wants to be in some years, as if it had been reached (souvenir du futur)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import VisionId, VisionStated
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class StateVision:
    """`stated_by`: an organisation, a workshop; no person."""

    may = BOARD
    vision: VisionId
    text: Public
    horizon: Day
    on: Day
    stated_by: Public
    source: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(VisionStated, vision=self.vision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        stated = VisionStated(self.vision, self.text, self.horizon, self.on, self.stated_by, self.source)
        known = list(facts)
        if stated in known:
            return []
        if known:
            raise Refused("already-reported")
        check_told(self.on, now, self.text, self.stated_by)
        if not self.on.surely_before(self.horizon):
            raise Refused("horizon-behind", horizon=self.horizon, on=self.on)
        return [stated]
