"""A card as it stands, and who may touch it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from governance.command import About, Refused, about
from governance.membership.herself import about_speaker, check_speaks
from governance.membership.standing import about_member, standing
from governance.network.card_facts import CardCorrected, CardId, CardMoved, CardWritten
from governance.network.catalogue import Catalogue, Keepers, StateName, Value
from governance.words import Day, Fact, MemberId, PersonId, Public


@dataclass(frozen=True)
class Card:
    written: CardWritten
    title: Public
    values: tuple[Value, ...]
    state: StateName

    @property
    def owner(self) -> MemberId | None:
        return self.written.owner


def about_card(card: CardId) -> list[About]:
    return [about(kind, card=card) for kind in (CardWritten, CardCorrected, CardMoved)]


def card_of(facts: Iterable[Fact], catalogue: Catalogue, card: CardId) -> Card:
    """Refused where the catalogue has no such card."""
    stands: Card | None = None
    for fact in facts:
        match fact:
            case CardWritten() if fact.card == card:
                stands = Card(fact, fact.title, fact.values, fact.state)
            case CardCorrected() if fact.card == card and stands:
                stands = replace(stands, title=fact.title, values=fact.values)
            case CardMoved() if fact.card == card and stands:
                stands = replace(stands, state=fact.state)
    if stands is None or stands.written.catalogue != catalogue.name:
        raise Refused("unknown-card")
    return stands


def about_keeper(owner: MemberId | None) -> list[About]:
    return [*about_member(owner), *about_speaker(owner)] if owner else []


def check_keeps(catalogue: Catalogue, owner: MemberId | None, facts: Iterable[Fact], by: PersonId, today: Day) -> None:
    """A member writes, in a catalogue open to members, what is its own; whoever speaks for it that day does it."""
    known = list(facts)
    if catalogue.keepers is not Keepers.MEMBERS or owner is None:
        raise Refused("kept-by-the-board")
    if standing(known, owner, today) is None:
        raise Refused("not-a-member", on=today)
    check_speaks(known, by, owner, today)
