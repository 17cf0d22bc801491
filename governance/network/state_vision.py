"""Stating a vision: where one wants to be in some years, as if it had been reached (souvenir du futur)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import VisionId, VisionStated, VisionStep
from governance.words import Day, Fact, MemberId, PersonId, Public


@dataclass(frozen=True)
class StateVision:
    """`stated_by`: an organisation, a workshop; no person. A step is passed by the horizon at the latest."""

    may = BOARD
    vision: VisionId
    text: Public
    horizon: Day
    on: Day
    stated_by: Public
    source: Public = Public("")
    member: MemberId | None = None
    means: tuple[Public, ...] = ()
    steps: tuple[VisionStep, ...] = ()

    def boundary(self) -> list[About]:
        return [about(VisionStated, vision=self.vision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        stated = VisionStated(**vars(self))
        known = list(facts)
        if stated in known:
            return []
        if known:
            raise Refused("already-reported")
        check_told(self.on, now, self.text, self.stated_by)
        if not self.on.surely_before(self.horizon):
            raise Refused("horizon-behind", horizon=self.horizon, on=self.on)
        for step in self.steps:
            if step.due and self.horizon.surely_before(step.due):
                raise Refused("step-beyond-horizon", due=step.due, horizon=self.horizon)
        return [stated]
