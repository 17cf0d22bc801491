"""What would become of each line, before anything is recorded; and the sums beside those that the register prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from governance.command import Command, Refused
from governance.membership.facts import ActorKind
from governance.membership.take_over import Place, TakeOverOrganisation, TakeOverPerson
from governance.words import CategoryId, Clear, CollegeId, MemberId, PersonId, Public, Said
from projections.names import plain
from web.edge.inputs import amount
from web.edge.spreadsheet import Line, Sheet
from web.i18n import gettext as _
from web.office import Office
from web.takeover.lines import Layout, MemberLine, is_total, understand
from web.words import said


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
class Whose:
    """In whose name a register is taken over, what it is called, and from what its lines take their names."""

    by: PersonId
    source: Public
    draft: str


class Rehearsal:
    """Every line of a sheet, in order. Reads registers and asks the rules; writes nothing."""

    def __init__(self, office: Office, sheet: Sheet, layout: Layout, whose: Whose) -> None:
        self._office = office
        self._whose = whose
        self._answers: dict[object, str] = {}
        self._seen: dict[str, int] = {}
        with office.reading() as db:
            rows = db.execute("select name, siren, email from person where name is not null").fetchall()
        self._known = {plain(row["name"]) for row in rows} | {row["siren"] for row in rows if row["siren"]}
        self._mailboxes = {row["email"] for row in rows if row["email"]}
        members, totals = _parted(sheet, layout)
        self.lines = [self._rehearsed(line, layout) for line in members]
        self.printed = [_figures(line, layout) for line in totals]

    @property
    def taken(self) -> list[Rehearsed]:
        return [line for line in self.lines if line.fate is Fate.TAKEN]

    def _rehearsed(self, line: Line, layout: Layout) -> Rehearsed:
        understood = understand(line, layout)
        figures = _figures(line, layout)
        name = " ".join(filter(None, (layout.cell(line, "first_name"), layout.cell(line, "name"))))
        if understood.member is None:
            return Rehearsed(line.number, name, Fate.REFUSED, figures, understood.remarks)
        member = understood.member
        found = Rehearsed(line.number, member.full_name, Fate.TAKEN, figures, understood.remarks)
        if plain(member.full_name) in self._known or member.siren in self._known:
            return replace(found, fate=Fate.KNOWN, remarks=(*found.remarks, _("Déjà au registre : laissé tel quel.")))
        if why := self._twice(line.number, member) or self._refusal(line.number, member):
            return replace(found, fate=Fate.REFUSED, remarks=(*found.remarks, why))
        return replace(found, remarks=(*found.remarks, *self._to_look_at(line.number, member)))

    def _twice(self, number: int, member: MemberLine) -> str:
        """A SIREN is of one organisation."""
        before = self._seen.setdefault(member.siren, number) if member.siren else number
        return _("Même SIREN que la ligne %(line)s.", line=before) if before != number else ""

    def _to_look_at(self, number: int, member: MemberLine) -> Iterator[str]:
        """What may be a mistake and may be the truth: two of a name, a couple with one mailbox."""
        before = self._seen.setdefault("nom " + plain(member.full_name), number)
        if before != number:
            yield _("Même nom que la ligne %(line)s : est-ce la même personne ?", line=before)
        if member.email in self._mailboxes:
            yield _("Cette adresse électronique sert déjà à quelqu’un d’autre.")
        elif member.email:
            self._mailboxes.add(member.email)

    def _refusal(self, number: int, member: MemberLine) -> str:
        """What the rules say; they are asked once for all the persons of one place and day."""
        key = (member.category, member.college, member.since, member.siren or member.organisation)
        if key not in self._answers:
            self._answers[key] = self._asked(number, member)
        return self._answers[key]

    def _asked(self, number: int, member: MemberLine) -> str:
        try:
            for act, _gesture in acts(member, number, self._whose):
                self._office.record.rehearse(act, self._whose.by)
        except Refused as refusal:
            return said(refusal).whole
        return ""


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


def acts(member: MemberLine, line: int, whose: Whose) -> list[tuple[Command, str]]:
    """The acts that take a line over, with their gestures. New things take their names from the draft and the line."""
    name = f"{whose.draft}.{line}"
    place = Place(
        CategoryId(member.category),
        CollegeId(member.college) if member.college else None,
        member.since,
        whose.source,
        line,
        Public(member.number or ""),
    )
    return [(_organisation(member, name, place) if member.organisation else _person(member, name, place), name)]


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
