"""Two identifiers for one person, or one organisation: one is closed, once nothing hangs on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import account
from governance.command import About, Refused, about
from governance.membership.facts import OrganisationRegistered, PersonRegistered, RepresentativeNamed
from governance.membership.person_facts import PersonsMerged
from governance.membership.standing import offices, representative, standing
from governance.rights.hold import about_hold
from governance.words import Day, Fact, MemberId, Office, PersonId, legal_day


@dataclass(frozen=True)
class MergePersons:
    """`closed` leads to `kept` from now on, and so does what led to it; what was written under it stays there."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    kept: PersonId
    closed: PersonId

    def boundary(self) -> list[About]:
        both = [one for who in (self.kept, self.closed) for one in (*about_hold(who), *_about_known(who))]
        return [*both, about(PersonsMerged, kept=self.closed), about(RepresentativeNamed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        merged = PersonsMerged(self.kept, self.closed, today)
        if any(isinstance(fact, PersonsMerged) and self._same(fact) for fact in known):
            return []
        self._check(known)
        if closed := held(known, self.closed, today):
            if kept := held(known, self.kept, today):
                raise Refused("both-still-hold", kept=kept, closed=closed)
            raise Refused("closed-still-holds", closed=closed)
        earlier = [fact.closed for fact in known if isinstance(fact, PersonsMerged) and fact.kept == self.closed]
        return [merged, *(PersonsMerged(self.kept, one, today) for one in earlier)]

    def _same(self, fact: PersonsMerged) -> bool:
        return (fact.kept, fact.closed) == (self.kept, self.closed)

    def _check(self, known: list[Fact]) -> None:
        people = {fact.person for fact in known if isinstance(fact, PersonRegistered)}
        bodies = {PersonId(fact.member) for fact in known if isinstance(fact, OrganisationRegistered)}
        pair = {self.kept, self.closed}
        if len(pair) == 1:
            raise Refused("merged-with-itself")
        if not pair <= people | bodies:
            raise Refused("unknown-person")
        if not (pair <= people or pair <= bodies):
            raise Refused("merged-across-kinds")
        if any(isinstance(fact, PersonsMerged) and fact.closed in pair for fact in known):
            raise Refused("already-merged")


def held(facts: list[Fact], who: PersonId, day: Day) -> list[str]:
    """What is open under an identifier on a day: membership, shares, office, representing; the words for the reader
    are the web's.
    """
    represented = {fact.member for fact in facts if isinstance(fact, RepresentativeNamed) and fact.person == who}
    open_there = {
        "membership": standing(facts, MemberId(who), day) is not None,
        "shares": bool(account(facts, MemberId(who), day).shares),
        "office": offices(facts, who, day) != {Office.ANYONE},
        "representing": any(representative(facts, member, day) == who for member in represented),
    }
    return [what for what, so in open_there.items() if so]


def _about_known(who: PersonId) -> list[About]:
    registered = [about(PersonRegistered, person=who), about(OrganisationRegistered, member=who)]
    return [*registered, about(PersonsMerged, closed=who)]
