"""Being forgotten: she asks, two persons answer, each with a reason; what the law wants kept stays until its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import ContactErased, PersonRegistered
from governance.membership.person_facts import PersonsMerged
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
        return _asked_of(self.request, self.person)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, ErasureRequested) for fact in known):
            return []
        if not any(isinstance(fact, PersonRegistered) for fact in known):
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
        return _asked_of(self.request, self.person)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if by != self.person:
            raise Refused("not-about-you")
        received = RequestErasure(self.request, self.person, self.scope, legal_day(now), self.reason)
        return received.decide(facts, by, now)


@dataclass(frozen=True)
class DecideErasure:
    """One of the two who answer. The second who agrees erases; whoever does not agree ends it, with the reason that is
    owed to her (RGPD art. 12.4). `others`: the identifiers that were closed because they were hers too.
    """

    may = DECIDERS
    request: RequestId
    person: PersonId
    agrees: bool
    reason: Sealed
    others: tuple[PersonId, ...] = ()

    def boundary(self) -> list[About]:
        asked = [about(kind, request=self.request) for kind in (ErasureRequested, ErasureDecided)]
        held = [item for who in (self.person, *self.others) for item in about_hold(who)]
        return [*asked, *held, *_about_mergers(self.person)]

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
        whole = self._whole(known)
        if self.agrees and asked.scope is Scope.IDENTITY:
            for who in whole:
                _check_not_held(known, who, today)
        decided = ErasureDecided(self.request, self.person, by, self.agrees, self.reason, today)
        erased = whole if said and self.agrees else []
        return [decided, *(fact for who in erased for fact in _erased(asked.scope, who))]

    def _whole(self, facts: list[Fact]) -> list[PersonId]:
        """Every identifier under which something is said of her."""
        merged = {fact.closed for fact in facts if isinstance(fact, PersonsMerged) and fact.kept == self.person}
        if merged != set(self.others):
            raise Refused("merged-meanwhile")
        return [self.person, *self.others]


def _asked_of(request: RequestId, person: PersonId) -> list[About]:
    known = [about(PersonRegistered, person=person), about(ErasureRequested, request=request)]
    return [*known, *_about_mergers(person)]


def _about_mergers(person: PersonId) -> list[About]:
    """What was said of her under an identifier that is closed is forgotten as well."""
    return [about(PersonsMerged, closed=person), about(PersonsMerged, kept=person)]


def _check_not_held(facts: list[Fact], person: PersonId, today: Day) -> None:
    held = hold(facts, person, today)
    if held and held.until:
        raise Refused("law-keeps-it-until", until=held.until, article=held.article)
    if held:
        raise Refused("law-keeps-it", article=held.article)


def _erased(scope: Scope, person: PersonId) -> list[Fact]:
    contact = ContactErased(person)
    return [contact] if scope is Scope.CONTACT else [contact, IdentityErased(person)]
