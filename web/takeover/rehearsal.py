"""What would become of each line, before anything is recorded; and the sums beside those that the register prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from psycopg import Connection
from psycopg.rows import DictRow

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
from projections.names import plain
from projections.statutes import versions
from web.edge.inputs import amount
from web.edge.spreadsheet import Line, Sheet
from web.i18n import gettext as _
from web.members import today
from web.office import Office
from web.takeover.lines import Layout, MemberLine, Understood, is_total, understand
from web.words import said

TOGETHER = 100  # lines asked about at once, or written at once


class Fate(Enum):
    TAKEN = "taken"
    KNOWN = "known"  # the register holds somebody of that name or number: left alone
    REFUSED = "refused"


@dataclass(frozen=True)
class Rehearsed:
    """One line: who it is about, what would become of it and why; its shares, its amounts in cents."""

    line: int
    name: str
    fate: Fate
    figures: Mapping[str, int]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """The register that is taken over: by whom, what it is called, from what its lines take their names, the day on
    which it ends; its last number and its highest capital where it has them.
    """

    by: PersonId
    name: Public
    draft: str
    ends: Day
    last_number: int | None = None
    highest: Cents | None = None


class Rehearsal:
    """Every line of a sheet, in order. Reads registers and asks the rules; writes nothing."""

    def __init__(self, office: Office, sheet: Sheet, layout: Layout, source: Source) -> None:
        with office.reading() as db:
            rows = db.execute("select name, siren, email from person where name is not null").fetchall()
            self.nominal = nominal(db)
        self._known = {plain(row["name"]) for row in rows} | {row["siren"] for row in rows if row["siren"]}
        self._mailboxes = {row["email"] for row in rows if row["email"]}
        self._seen: dict[str, int] = {}
        members, totals = _parted(sheet, layout)
        read = [(line, understand(line, layout)) for line in members]
        self._refusals = dict(reversed(list(self._asked(office, source, read))))  # the first of each line
        self.lines = [self._fated(line, understood, layout) for line, understood in read]
        self.printed = [_figures(line, layout) for line in totals]

    @property
    def taken(self) -> list[Rehearsed]:
        return [line for line in self.lines if line.fate is Fate.TAKEN]

    def _asked(self, office: Office, source: Source, read: list[tuple[Line, Understood]]) -> Iterator[tuple[int, str]]:
        """What the rules refuse, by line: asked of many at once."""
        waiting = [(line.number, understood.member) for line, understood in read if understood.member]
        for start in range(0, len(waiting), TOGETHER):
            given: list[tuple[Command, str]] = []
            number_of: dict[str, int] = {}
            for number, member in waiting[start : start + TOGETHER]:
                for act, gesture in acts(member, number, source, self.nominal):
                    given.append((act, gesture))
                    number_of[gesture] = number
            for gesture, refusal in office.record.rehearse(given, source.by).items():
                yield number_of[gesture], said(refusal).whole

    def _fated(self, line: Line, understood: Understood, layout: Layout) -> Rehearsed:
        name = " ".join(filter(None, (layout.cell(line, "first_name"), layout.cell(line, "name"))))
        found = Rehearsed(line.number, name, Fate.TAKEN, _figures(line, layout), understood.remarks)
        member = understood.member
        if member is None:
            return replace(found, fate=Fate.REFUSED)
        if plain(member.full_name) in self._known or member.siren in self._known:
            return replace(found, fate=Fate.KNOWN, remarks=(*found.remarks, _("Déjà au registre : laissé tel quel.")))
        if why := self._refusals.get(line.number):
            return replace(found, fate=Fate.REFUSED, remarks=(*found.remarks, why))
        return replace(found, remarks=(*found.remarks, *self._to_look_at(line.number, member)))

    def _to_look_at(self, number: int, member: MemberLine) -> Iterator[str]:
        """What may be a mistake and may be the truth: two of a name, a couple with one mailbox."""
        before = self._seen.setdefault(plain(member.full_name), number)
        if before != number:
            yield _("Même nom que la ligne %(line)s : est-ce la même personne ?", line=before)
        if member.email in self._mailboxes:
            yield _("Cette adresse électronique sert déjà à quelqu’un d’autre.")
        elif member.email:
            self._mailboxes.add(member.email)
        if member.organisation:
            yield _("Organisation : son nom et son siège restent au journal, à la vue de tous.")


def nominal(db: Connection[DictRow]) -> Cents:
    """What a share is worth by the statutes of today, nothing in an association."""
    version = versions.in_force(db, today())
    capital = version["statutes"]["capital"] if version else None
    return Cents(capital["nominal"]["value"] if capital else 0)


def _parted(sheet: Sheet, layout: Layout) -> tuple[list[Line], list[Line]]:
    """Those that are somebody's, and the totals that the register prints."""
    lines = [line for line in sheet if line.number > layout.heading]
    return [line for line in lines if not is_total(line)], [line for line in lines if is_total(line)]


def _figures(line: Line, layout: Layout) -> dict[str, int]:
    """What a line says in numbers: shares, and amounts in cents."""
    found: dict[str, int] = {}
    for name in ("shares", "subscribed", "paid"):
        try:
            cents = amount(layout.cell(line, name))
        except ValueError:
            continue
        found[name] = cents // 100 if name == "shares" else cents
    return found


def acts(member: MemberLine, line: int, source: Source, nominal: Cents) -> list[tuple[Command, str]]:
    """The acts that take a line over, with their gestures. New things take their names from the draft and the line.

    `nominal`: what a share is worth by the statutes, where the line does not say.
    """
    name = f"{source.draft}.{line}"
    place = Place(
        CategoryId(member.category),
        CollegeId(member.college) if member.college else None,
        member.since,
        source.name,
        line,
        Public(member.number or ""),
    )
    act = _organisation(member, name, place) if member.organisation else _person(member, name, place)
    return [(act, name), *_shares(member, name, source, nominal)]


def _shares(member: MemberLine, name: str, source: Source, nominal: Cents) -> list[tuple[Command, str]]:
    """What she holds when the register ends. Shares of which nothing is said to be owed are paid."""
    if not member.shares:
        return []
    subscribed = member.subscribed or Cents(member.shares * nominal)
    act = TakeOverShares(
        subscription=SubscriptionId(f"{name}.shares"),
        member=MemberId(name),
        shares=member.shares,
        nominal=Cents(subscribed // member.shares) if subscribed % member.shares == 0 else Cents(0),
        paid=subscribed if member.paid is None else member.paid,
        on=source.ends,
        since=member.since,
    )
    return [(act, act.subscription)]


def first_act(source: Source) -> list[tuple[Command, str]]:
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
        representative=speaker if member.representative else None,
        representative_name=_clear(speaker, Said.NAME, member.representative),
        representative_email=_clear(speaker, Said.EMAIL, member.email if member.representative else None),
    )


def _clear(person: PersonId, what: Said, words: str | None) -> Clear | None:
    return Clear(person, what, words) if words else None
