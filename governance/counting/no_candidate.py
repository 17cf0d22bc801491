"""Élection sans candidat: everybody names somebody aloud, may be convinced, then consents to whom one proposes.

Named by nature, and without a winner by count: who was named most need not be proposed. Ratified by a vote where the
law or the statutes want one.
"""

from collections import Counter
from dataclasses import dataclass, replace

from governance.command import Refused
from governance.counting.consent import Consent
from governance.counting.tally import Step, step
from governance.words import PersonId


@dataclass(frozen=True)
class Nomination:
    """Whom somebody named first, and whom she named last."""

    by: PersonId
    first: PersonId
    last: PersonId


@dataclass(frozen=True)
class WithoutCandidate:
    """`eligible`: who may be named. `proposed`: by the facilitator, once everybody has named somebody."""

    circle: tuple[PersonId, ...]
    eligible: tuple[PersonId, ...]
    nominations: tuple[Nomination, ...] = ()
    proposed: PersonId | None = None

    @property
    def awaited(self) -> tuple[PersonId, ...]:
        """Nobody abstains: whose name is still missing."""
        spoken = {one.by for one in self.nominations}
        return tuple(person for person in self.circle if person not in spoken)

    @property
    def named(self) -> dict[PersonId, int]:
        """How often each is named now, and 0 for who was and is not any more. It is told, it elects nobody."""
        held = Counter(one.last for one in self.nominations)
        return {person: held[person] for one in self.nominations for person in (one.first, one.last)}

    def names(self, by: PersonId, person: PersonId) -> "WithoutCandidate":
        """The first time: once each, anybody eligible, oneself too."""
        if by not in self.circle:
            raise Refused("not-in-the-circle")
        if by not in self.awaited:
            raise Refused("already-named")
        if person not in self.eligible:
            raise Refused("not-eligible")
        return replace(self, nominations=(*self.nominations, Nomination(by, person, person)))

    def changes(self, by: PersonId, person: PersonId) -> "WithoutCandidate":
        """Having heard the reasons: only for somebody already named, until a proposal is made."""
        self._check_all_named()
        if self.proposed is not None:
            raise Refused("already-proposed")
        if by not in self.circle:
            raise Refused("not-in-the-circle")
        if person not in self.named:
            raise Refused("not-named")
        changed = tuple(replace(one, last=person) if one.by == by else one for one in self.nominations)
        return replace(self, nominations=changed)

    def proposes(self, person: PersonId) -> "WithoutCandidate":
        """Somebody named, for reasons and not for a count; somebody else if consent is not found."""
        self._check_all_named()
        if person not in self.named:
            raise Refused("not-named")
        return replace(self, proposed=person)

    def round(self) -> Consent:
        """The round of consent, the person proposed coming last."""
        if self.proposed is None:
            raise Refused("nobody-proposed")
        others = tuple(person for person in self.circle if person != self.proposed)
        return Consent((*others, self.proposed) if self.proposed in self.circle else others)

    def check_turn(self, consent: Consent, by: PersonId) -> None:
        """She speaks once all the others have."""
        if by == self.proposed and set(consent.awaited) - {by}:
            raise Refused("proposed-speaks-last")

    def _check_all_named(self) -> None:
        if self.awaited:
            raise Refused("names-awaited", awaited=len(self.awaited))


def told(state: WithoutCandidate) -> tuple[Step, ...]:
    """Who named whom, how often each is named, who is proposed."""
    lines = [step("nomination", person=one.by, named=one.first) for one in state.nominations]
    turned = [one for one in state.nominations if one.last != one.first]
    lines += [step("nomination-changed", person=one.by, first=one.first, named=one.last) for one in turned]
    lines += [step("named-by", person=person, number=number) for person, number in state.named.items()]
    proposed = [step("proposed", person=state.proposed)] if state.proposed else []
    return (*lines, *proposed)
