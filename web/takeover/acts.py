"""The acts that take a register over: of each line, the member and what she holds; of the whole, its last number."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.capital.take_over import ContinueRegister, TakeOverShares
from governance.command import Command
from governance.membership.facts import ActorKind
from governance.membership.take_over import Place, TakeOverOrganisation, TakeOverPerson
from governance.words import (
    CategoryId,
    Cents,
    Clear,
    CollegeId,
    Day,
    MemberId,
    PersonId,
    Public,
    Said,
    SubscriptionId,
)
from web.i18n import day, euros
from web.i18n import gettext as _
from web.takeover.lines import MemberLine

Given = tuple[Command, str]
"""An act, and the gesture that it is given by."""


@dataclass(frozen=True)
class Source:
    """The register that is taken over: by whom, what it is called, from what its lines take their names, the day on
    which it ends; its last number and its highest capital where it has them. `nominal`: what a share was worth by the
    statutes of that day, None where they are not known.
    """

    by: PersonId
    name: Public
    draft: str
    ends: Day
    last_number: int | None = None
    highest: Cents | None = None
    nominal: Cents | None = None


def value(member: MemberLine, source: Source) -> Cents:
    """What each of her shares was worth: as the line says, or as its amount divides, or by the statutes of that day.

    Raises ValueError with the sentence that says what to do.
    """
    many, amount = member.shares or 0, member.subscribed
    if amount is None:
        return _said(member, source)
    if many == 0:
        raise ValueError(_("%(amount)s, mais combien de parts ? Dites quelle colonne les compte.", **_both(member)))
    if amount % many:
        raise ValueError(
            _("%(amount)s ne se divisent pas en %(many)s parts égales : l’un des deux est à corriger.", **_both(member))
        )
    if member.value is not None and member.value != amount // many:
        told = _both(member) | {"value": euros(member.value)}
        raise ValueError(_("%(many)s parts de %(value)s ne font pas %(amount)s : à corriger.", **told))
    return Cents(amount // many)


def _said(member: MemberLine, source: Source) -> Cents:
    worth = member.value or source.nominal
    if not worth:
        told = {"day": day(source.ends)}
        raise ValueError(_("La valeur d’une part au %(day)s n’est pas connue : dites-la dans les colonnes.", **told))
    return worth


def _both(member: MemberLine) -> dict[str, object]:
    return {"amount": euros(member.subscribed or Cents(0)), "many": member.shares or 0}


def acts(member: MemberLine, line: int, source: Source, first: int | None = None) -> Sequence[Given]:
    """New things take their names from the draft and the line. `first`: the line of hers that made her a member, where
    this one only brings more shares. Raises ValueError where her shares have no value.
    """
    name = f"{source.draft}.{line}"
    if first is not None:
        return _shares(member, name, MemberId(f"{source.draft}.{first}"), source)
    place = Place(
        CategoryId(member.category),
        CollegeId(member.college) if member.college else None,
        member.since,
        source.name,
        line,
        Public(member.number or ""),
    )
    act = _organisation(member, name, place) if member.organisation else _person(member, name, place)
    return [(act, name), *_shares(member, name, MemberId(name), source)]


def _shares(member: MemberLine, name: str, holder: MemberId, source: Source) -> list[Given]:
    """What she holds when the register ends. Shares of which nothing is said to be owed are paid."""
    if not member.shares and not member.subscribed:
        return []
    worth, many = value(member, source), member.shares or 0
    act = TakeOverShares(
        subscription=SubscriptionId(f"{name}.shares"),
        member=holder,
        shares=many,
        nominal=worth,
        paid=Cents(many * worth) if member.paid is None else member.paid,
        on=source.ends,
        since=member.since,
    )
    return [(act, act.subscription)]


def first_act(source: Source) -> list[Given]:
    """The register of movements goes on from the one on paper, where anything is said of that."""
    if source.last_number is None and source.highest is None:
        return []
    act = ContinueRegister(source.last_number or 0, source.highest or Cents(0), source.ends, source.name)
    return [(act, f"{source.draft}.register")]


def _person(member: MemberLine, name: str, place: Place) -> TakeOverPerson:
    person = PersonId(name)
    return TakeOverPerson(
        person,
        Clear(person, Said.NAME, member.full_name),
        place,
        _clear(person, Said.EMAIL, member.email),
        _clear(person, Said.PHONE, member.phone),
        _clear(person, Said.ADDRESS, member.domicile),
    )


def _organisation(member: MemberLine, name: str, place: Place) -> TakeOverOrganisation:
    speaker = PersonId(f"{name}.representative")
    return TakeOverOrganisation(
        member=MemberId(name),
        name=Public(member.full_name),
        kind=member.actor,
        public_body=member.actor is ActorKind.LOCAL_AUTHORITY,
        siren=Public(member.siren or ""),
        seat=Public(member.domicile),
        place=place,
        representative=speaker if member.speaker else None,
        representative_name=_clear(speaker, Said.NAME, member.speaker),
        representative_email=_clear(speaker, Said.EMAIL, member.email if member.speaker else None),
    )


def _clear(person: PersonId, what: Said, words: str | None) -> Clear | None:
    return Clear(person, what, words) if words else None
