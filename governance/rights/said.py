"""What is said of a person and still stands: for each field, the fact that said it last."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from governance.command import About, about
from governance.membership.facts import ContactChanged, ContactErased, PersonRegistered
from governance.membership.person_facts import Shown
from governance.rights.facts import IdentityErased
from governance.words import Fact, PersonId, Said, Sealed


class Standing(NamedTuple):
    """Which fact says it, and the commitment to the words."""

    fact: PersonRegistered | ContactChanged
    seal: Sealed


def about_said(person: PersonId) -> list[About]:
    return [about(kind, person=person) for kind in (PersonRegistered, ContactChanged, ContactErased, IdentityErased)]


def said(facts: Iterable[Fact], person: PersonId) -> Mapping[Shown, Standing]:
    """Nothing of what a destroyed key had closed."""
    stands: dict[Shown, Standing] = {}
    for fact in facts:
        match fact:
            case PersonRegistered() | ContactChanged() if fact.person == person:
                seals = {field: getattr(fact, field.value, None) for field in Shown}
                stands |= {field: Standing(fact, seal) for field, seal in seals.items() if seal}
            case ContactErased() if fact.person == person:
                stands = {field: one for field, one in stands.items() if Said[field.name].key != "contact"}
            case IdentityErased() if fact.person == person:
                stands = {}
    return stands
