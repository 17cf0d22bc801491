"""Advisers: a réviseur or a union's adviser reads for a time, until she is sent away, and each visit is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.adviser_facts import (
    AdviserInvited,
    AdviserRevoked,
    AdviserVisited,
    InvitationId,
    Scope,
    Seen,
)
from governance.membership.facts import PersonRegistered
from governance.membership.herself import check_herself
from governance.words import Day, Fact, Office, PersonId, Public, Sealed, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


def running(facts: Iterable[Fact], day: Day) -> list[AdviserInvited]:
    """The invitations under which one may read on a day."""
    known = list(facts)
    revoked = {fact.invitation for fact in known if isinstance(fact, AdviserRevoked)}
    invited = (fact for fact in known if isinstance(fact, AdviserInvited))
    return [one for one in invited if one.invitation not in revoked and one.on <= day <= one.until]


@dataclass(frozen=True)
class InviteAdviser:
    """Somebody whom the cooperative does not know yet is registered with it: her name and her mailbox are then said."""

    may = SECRETARIAT
    prepared = ("invitation", "person")
    invitation: InvitationId
    person: PersonId
    organisation: Public
    scope: Scope
    until: Day
    name: Sealed | None = None
    email: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(kind, person=self.person) for kind in (PersonRegistered, AdviserInvited, AdviserRevoked)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        if not self.until.full:
            raise Refused("full-day-needed", day=self.until)
        if self.until < today:
            raise Refused("ends-before-it-begins", on=today, until=self.until)
        if still := running(known, today):
            raise Refused("adviser-already-invited", organisation=still[0].organisation, until=still[0].until)
        invited = AdviserInvited(self.invitation, self.person, self.organisation, self.scope, today, self.until)
        if any(isinstance(fact, PersonRegistered) for fact in known):
            return [invited]
        if not (self.name and self.email):
            raise Refused("unknown-person")
        return [PersonRegistered(self.person, self.name, self.email), invited]


@dataclass(frozen=True)
class RevokeAdviser:
    """Whatever is open in front of her shows nothing any more at the next press."""

    may = SECRETARIAT
    invitation: InvitationId
    person: PersonId

    def boundary(self) -> list[About]:
        return [about(kind, person=self.person) for kind in (AdviserInvited, AdviserRevoked)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        today = legal_day(now)
        still = {invited.invitation for invited in running(facts, today)}
        return [AdviserRevoked(self.invitation, self.person, today)] if self.invitation in still else []


@dataclass(frozen=True)
class VisitAsAdviser:
    """Given before anything is shown: who is refused sees nothing."""

    may = frozenset({Office.ANYONE})
    invitation: InvitationId
    person: PersonId
    seen: Seen

    def boundary(self) -> list[About]:
        return [about(kind, person=self.person) for kind in (AdviserInvited, AdviserRevoked, AdviserVisited)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_herself(by, self.person)
        known, today = list(facts), legal_day(now)
        invited = next((one for one in running(known, today) if one.invitation == self.invitation), None)
        if invited is None or (self.seen is Seen.INSIDE and invited.scope is not Scope.AUDIT):
            raise Refused("adviser-not-invited")
        visited = AdviserVisited(self.invitation, self.person, today, self.seen)
        return [] if visited in known else [visited]
