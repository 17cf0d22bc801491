"""Visiting cards (vCard 4.0, RFC 6350): an organisation and those who agreed to be read by anybody.

The syntax of lines, their folding and their escapes are those of calendars (RFC 5545 § 3.1): icalendar writes them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from icalendar import Component
from icalendar.prop import vAdr, vOrg, vText, vUri

MEDIA_TYPE = "text/vcard; charset=utf-8"


class Card(Component):
    name = "VCARD"

    def __init__(self, kind: str, name: str) -> None:
        super().__init__()
        self.add("version", "4.0")
        self.add("kind", kind)
        self.add("fn", vText(name))

    def said(self, name: str, value: Any) -> None:
        if value:
            self.add(name, value)


def of_organisation(name: str, commune: str, site: str, missions: str, people: Iterable[Mapping[str, Any]]) -> bytes:
    """`people`: what each agreed to show; whoever did not show her name is reached as the organisation."""
    body = Card("org", name)
    body.said("org", vOrg((name,)))
    body.said("adr", commune and vAdr(("", "", "", commune, "", "", "")))
    body.said("url", site and vUri(site))
    body.said("note", missions and vText(missions))
    cards = [body]
    for person in people:
        card = Card("individual", person["name"]) if person["name"] else body
        if card is not body:
            card.said("org", vOrg((name,)))
            cards.append(card)
        _reached(card, person)
    return b"".join(card.to_ical(sorted=False) for card in cards)


def _reached(card: Card, person: Mapping[str, Any]) -> None:
    card.said("email", person["email"] and vText(person["email"]))
    card.said("tel", person["phone"] and vText(person["phone"]))
    street = person["address"] and ", ".join(person["address"].splitlines())
    card.said("adr", street and vAdr(("", "", street, "", "", "", "")))
