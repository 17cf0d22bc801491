"""What would become of each line, before anything is recorded. Reads registers and asks the rules; writes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from projections.names import plain
from web.edge.inputs import amount
from web.edge.spreadsheet import Line, Sheet
from web.i18n import gettext as _
from web.office import Office
from web.takeover import readings
from web.takeover.acts import Given, Source, acts
from web.takeover.known import Known
from web.takeover.lines import Layout, MemberLine, Understood, gone, heads, parted, understand
from web.words import said

TOGETHER = 100  # lines asked about at once, or written at once


class Fate(Enum):
    TAKEN = "taken"
    KNOWN = "known"  # the register holds somebody of that name or number: left alone
    LEFT = "left"  # the line itself says that she is no member any more
    REFUSED = "refused"


@dataclass(frozen=True)
class Rehearsed:
    """One line: who it is about, what would become of it and why; its shares, its amounts in cents; the figures that
    stand in it and cannot be read. `again`: the line that was the first about the same one.
    """

    line: int
    name: str
    fate: Fate
    figures: Mapping[str, int]
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    again: int | None = None


class Rehearsal:
    """Every line of a sheet, in order. `tell` hears how many are done after each batch."""

    def __init__(
        self,
        office: Office,
        known: Known,
        sheet: Sheet,
        layout: Layout,
        source: Source,
        tell: Callable[[int], None] = lambda done: None,
    ) -> None:
        self._known, self._layout, self._source = known, layout, source
        self._mailboxes = set(known.mailboxes)
        self._first: dict[object, int] = {}  # a name and number, a name, a SIREN: the line where it stood first
        self._taken: set[int] = set()
        members, totals = parted(sheet, layout)
        self.lines: list[Rehearsed] = []
        for start in range(0, len(members), TOGETHER):
            read = [(line, understand(line, layout)) for line in members[start : start + TOGETHER]]
            refusals = self._asked(office, read)
            for line, understood in read:
                fated = self._fated(line, understood, refusals)
                self.lines.append(fated)
                if fated.fate is Fate.TAKEN:
                    self._taken.add(fated.line)
            tell(len(self.lines))
        self.printed = [_printed(line, layout) for line in totals]

    @property
    def taken(self) -> list[Rehearsed]:
        return [line for line in self.lines if line.fate is Fate.TAKEN]

    def _asked(self, office: Office, read: Sequence[tuple[Line, Understood]]) -> dict[int, str]:
        """What the rules refuse, by line, asked of many at once: the first reason of each."""
        given: list[Given] = []
        number_of: dict[str, int] = {}
        refusals: dict[int, str] = {}
        for line, understood in read:
            if understood.member is None or gone(line, self._layout):
                continue
            try:
                asked = acts(understood.member, line.number, self._source)
            except ValueError as why:
                refusals[line.number] = str(why)
                continue
            given += asked
            number_of |= {gesture: line.number for _act, gesture in asked}
        for gesture, refusal in office.record.rehearse(given, self._source.by).refused.items():
            refusals.setdefault(number_of[gesture], said(refusal).whole)
        return refusals

    def _fated(self, line: Line, understood: Understood, refusals: Mapping[int, str]) -> Rehearsed:
        figures, unread = _figures(line, self._layout)
        name = self._layout.full_name(line)
        found = Rehearsed(line.number, name, Fate.TAKEN, figures, understood.remarks, unread)
        before = self._first.setdefault(self._layout.whose(line), line.number)
        if before != line.number:
            found = replace(found, again=before)
        if gone(line, self._layout):
            return _because(replace(found, remarks=()), Fate.LEFT, _gone(figures.get("shares", 0)))
        member = understood.member
        if member is None:
            return replace(found, fate=Fate.REFUSED)
        if self._known.holds(member):
            return _because(found, Fate.KNOWN, _("Déjà au registre : laissé tel quel."))
        why = refusals.get(line.number) or self._twice(found, member)
        if why:
            return _because(found, Fate.REFUSED, why)
        return replace(found, remarks=(*found.remarks, *self._to_look_at(found, member)))

    def _twice(self, found: Rehearsed, member: MemberLine) -> str:
        """Why a line about somebody of whom another line spoke is not taken."""
        if member.siren and self._first.setdefault(member.siren, found.line) not in (found.line, found.again):
            return _("Même SIREN que la ligne %(line)s.", line=self._first[member.siren])
        if found.again is None or self._layout.twice == "other":
            return ""
        if self._layout.twice == "more":
            first = _("La ligne %(line)s, qui la dit la première, n’est pas reprise.", line=found.again)
            return "" if found.again in self._taken else first
        return _("Comme la ligne %(line)s : dites, dans les colonnes, si c’est quelqu’un d’autre.", line=found.again)

    def _to_look_at(self, found: Rehearsed, member: MemberLine) -> Iterator[str]:
        """What may be a mistake and may be the truth: two of a name, a couple with one mailbox."""
        if found.again and self._layout.twice == "more":
            yield _("Ses parts s’ajoutent à celles de la ligne %(line)s.", line=found.again)
            return
        before = self._first.setdefault(plain(member.full_name), found.line)
        if before != found.line:
            yield _("Même nom que la ligne %(line)s : est-ce la même personne ?", line=before)
        if member.email in self._mailboxes:
            yield _("Cette adresse électronique sert déjà à quelqu’un d’autre.")
        elif member.email:
            self._mailboxes.add(member.email)
        if member.organisation:
            yield _("Organisation : son nom et son siège restent au journal, à la vue de tous.")


def _because(found: Rehearsed, fate: Fate, why: str) -> Rehearsed:
    return replace(found, fate=fate, remarks=(*found.remarks, why))


def _gone(shares: int) -> str:
    if not shares:
        return _("N’est plus membre d’après cette ligne : elle reste dans l’ancien registre.")
    return _(
        "N’est plus membre d’après cette ligne, mais %(shares)s parts y restent : si elles ne sont pas remboursées,"
        " ôtez-lui sa sortie, reprenez-la, puis inscrivez son départ.",
        shares=shares,
    )


def _figures(line: Line, layout: Layout) -> tuple[dict[str, int], tuple[str, ...]]:
    """What a line says in numbers, shares and amounts in cents; and what of that cannot be read."""
    found: dict[str, int] = {}
    unread = []
    for name in ("shares", "subscribed", "paid"):
        written = layout.cell(line, name)
        try:
            cents = amount(readings.whole(written) if name == "shares" else written)
        except ValueError:
            unread += [name] if written else []
            continue
        found[name] = cents // 100 if name == "shares" else cents
    return found, tuple(unread)


def _printed(line: Line, layout: Layout) -> dict[str, int]:
    found, _unread = _figures(line, layout)
    many = heads(line)
    if many is None:
        return found
    return {"members": many} if sum(map(bool, line.cells)) < 3 else found | {"members": many}
