"""Consent: what is proposed is adopted when everybody has spoken and no reasoned objection stands.

Nobody abstains, and to have no objection is not to vote for: where the law wants a vote, one is held besides.
"""

from dataclasses import dataclass, replace

from governance.command import Refused
from governance.counting.tally import Step, step
from governance.words import PersonId


@dataclass(frozen=True)
class Objection:
    """`reasoned`: it says what the proposal would harm; without that it is heard, and does not stand.
    `lifted`: the round in which whoever raised it let it go."""

    by: PersonId
    round: int
    reasoned: bool = True
    lifted: int | None = None

    @property
    def stands(self) -> bool:
        return self.reasoned and self.lifted is None


@dataclass(frozen=True)
class Consent:
    """A proposal before a circle, in a round. `spoken`: who said in this round that she objects or does not."""

    circle: tuple[PersonId, ...]
    round: int = 1
    spoken: tuple[PersonId, ...] = ()
    objections: tuple[Objection, ...] = ()

    @property
    def awaited(self) -> tuple[PersonId, ...]:
        return tuple(person for person in self.circle if person not in self.spoken)

    @property
    def standing(self) -> tuple[Objection, ...]:
        return tuple(one for one in self.objections if one.stands)

    def consented(self, by: PersonId) -> "Consent":
        """She has no objection, or none any more."""
        return self._spoken(by).lifted(by)

    def objected(self, by: PersonId, reasoned: bool = True) -> "Consent":
        objection = Objection(by, self.round, reasoned)
        return replace(self._spoken(by), objections=(*self.objections, objection))

    def lifted(self, by: PersonId) -> "Consent":
        """What she had against it is answered, by a change or by an explanation."""
        let_go = tuple(
            replace(one, lifted=self.round) if one.by == by and one.stands else one for one in self.objections
        )
        return replace(self, objections=let_go)

    def again(self) -> "Consent":
        """Another round, on the proposal as it was changed: everybody speaks again, and what stood still stands."""
        return replace(self, round=self.round + 1, spoken=())

    def _spoken(self, by: PersonId) -> "Consent":
        if by not in self.circle:
            raise Refused("not-in-the-circle")
        if by in self.spoken:
            raise Refused("already-spoken")
        return replace(self, spoken=(*self.spoken, by))


@dataclass(frozen=True)
class Consented:
    """`adopted` is None while somebody has not spoken: silence is not consent."""

    adopted: bool | None
    round: int
    standing: tuple[Objection, ...]
    awaited: tuple[PersonId, ...]
    steps: tuple[Step, ...]


def consent(state: Consent) -> Consented:
    """Where nobody was asked, nothing is adopted."""
    adopted = None if state.awaited else bool(state.circle) and not state.standing
    told = [step("consent-round", round=state.round, circle=len(state.circle), awaited=len(state.awaited))]
    told += [_told(one) for one in state.objections]
    outcome = {None: "consent-awaited", True: "consent-given", False: "consent-withheld"}[adopted]
    told.append(step(outcome, standing=len(state.standing)))
    return Consented(adopted, state.round, state.standing, state.awaited, tuple(told))


def _told(objection: Objection) -> Step:
    said = {"person": objection.by, "round": objection.round}
    if not objection.reasoned:
        return step("objection-without-reason", **said)
    if objection.lifted is not None:
        return step("objection-lifted", **said, lifted=objection.lifted)
    return step("objection-stands", **said)
