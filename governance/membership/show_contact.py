"""What anybody may read of how to reach a person: field by field, as she consents; taken back at any time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.herself import AboutHerself
from governance.membership.person_facts import ContactShown, Shown, Way
from governance.membership.place import check_day
from governance.words import Day, Fact, Office, PersonId


@dataclass(frozen=True)
class ShowContact:
    """`shown`: all that she consents to from that day on; nothing takes everything back. `way`: how she said it."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    person: PersonId
    shown: tuple[Shown, ...]
    way: Way
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, person=self.person) for kind in (PersonRegistered, ContactShown)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        check_day(self.on, now)
        shown = tuple(one for one in Shown if one in self.shown)
        said = sorted((fact for fact in known if isinstance(fact, ContactShown)), key=lambda fact: fact.on)
        if said and self.on < said[-1].on:
            raise Refused("consent-said-since", on=said[-1].on)
        stands = said[-1].shown if said else ()
        return [] if stands == shown else [ContactShown(self.person, shown, self.way, self.on)]


class ShowMyContact(AboutHerself, ShowContact):
    """The same, by herself."""
