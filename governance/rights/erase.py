"""Being forgotten: she asks, two persons answer, each with a reason; what the law wants kept stays until its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import ContactErased, PersonRegistered
from governance.rights.facts import ErasureDecided, ErasureRequested, IdentityErased, RequestId, Scope
from governance.rights.hold import about_hold, hold
from governance.words import Day, Fact, Office, PersonId, Sealed, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
DECIDERS = SECRETARIAT | {Office.BOARD}


@dataclass(frozen=True)
class RequestErasure:
    """Her request, as it was received by letter or at the counter."""

    may = SECRETARIAT
    request: RequestId
    person: PersonId
    scope: Scope
    on: Day
    reason: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), about(ErasureRequested, request=self.request)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, ErasureRequested) for fact in known):
            return []
        if not known:
            raise Refused("unknown-person")
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        return [ErasureRequested(self.request, self.person, self.scope, self.on, self.reason)]


@dataclass(frozen=True)
class RequestMyErasure:
    """The same, by herself."""

    may = frozenset({Office.ANYONE})
    request: RequestId
    person: PersonId
    scope: Scope
    reason: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), about(ErasureRequested, request=self.request)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if by != self.person:
            raise Refused("not-about-you")
        received = RequestErasure(self.request, self.person, self.scope, legal_day(now), self.reason)
        return received.decide(facts, by, now)


@dataclass(frozen=True)
class DecideErasure:
    """One of the two who answer. The second who agrees erases; whoever does not agree ends it, with the reason that is
    owed to her (RGPD art. 12.4)."""

    may = DECIDERS
    request: RequestId
    person: PersonId
    agrees: bool
    reason: Sealed

    def boundary(self) -> list[About]:
        asked = [about(kind, request=self.request) for kind in (ErasureRequested, ErasureDecided)]
        return [*asked, *about_hold(self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        asked = next((fact for fact in known if isinstance(fact, ErasureRequested)), None)
        if asked is None or asked.person != self.person:
            raise Refused("no-such-request")
        said = [fact for fact in known if isinstance(fact, ErasureDecided)]
        if len(said) == 2 or any(not one.agrees for one in said):
            raise Refused("request-answered", on=said[-1].on)
        if by == self.person:
            raise Refused("not-on-your-own-request")
        if any(one.decider == by for one in said):
            raise Refused("another-person-decides")
        today = legal_day(now)
        if self.agrees and asked.scope is Scope.IDENTITY:
            _check_not_held(known, self.person, today)
        decided = ErasureDecided(self.request, self.person, by, self.agrees, self.reason, today)
        return [decided, *(_erased(asked) if said and self.agrees else [])]


def _check_not_held(facts: list[Fact], person: PersonId, today: Day) -> None:
    held = hold(facts, person, today)
    if held and held.until:
        raise Refused("law-keeps-it-until", until=held.until, article=held.article)
    if held:
        raise Refused("law-keeps-it", article=held.article)


def _erased(asked: ErasureRequested) -> list[Fact]:
    contact = ContactErased(asked.person)
    return [contact] if asked.scope is Scope.CONTACT else [contact, IdentityErased(asked.person)]
