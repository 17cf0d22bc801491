"""A line of a register of members as its spreadsheet has it, and as we understand it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ValidationError

from governance.membership.facts import ActorKind
from governance.words import Day
from projections.names import plain
from web.edge.inputs import Amount, Count, Email, FrenchDay, Name, Phone, Text, bare, siren, unspaced
from web.edge.spreadsheet import Line, Sheet
from web.forms import sentence
from web.i18n import day
from web.i18n import gettext as _
from web.takeover import readings
from web.takeover.columns import FIELDS

_ORGANISATION = re.compile(r"\b(morale|pm|organisation|association|societe|collectivite|entreprise|structure)\b")
_PERSON = re.compile(r"\b(physique|pp|particulier|particuliere|m|mr|mme|mlle|monsieur|madame)\b")
_ACTORS = (  # what an organisation is, as far as its name and nature tell; the secretary corrects it on its sheet
    (ActorKind.LOCAL_AUTHORITY, re.compile(r"\b(commune|mairie|ville de|communaute de|departement|region|metropole|"
                                           r"collectivite|conseil departemental|conseil regional|syndicat mixte)\b")),
    (ActorKind.ESS_ENTERPRISE, re.compile(r"\b(association|cooperative|coop|scic|scop|cae|mutuelle|fondation|esus)\b")),
)  # fmt: skip
_CALLED_SO = re.compile(  # nobody's name begins so
    r"(association|cooperative|commune de|mairie de|ville de|communaute de|departement de|region|syndicat|fondation"
    r"|mutuelle|federation|collectif|amap|cuma|mjc|scic|scop|sarl|sas|sci|eurl|gaec|earl)\b.+|.+ (sarl|sas|scic|scop)"
)
_TOTAL = re.compile(r"(sous )?tota(l|ux)\b.*|ensemble")
_HEADS = re.compile(r"(?:total |nombre |nb |de |d )*(?:(\d+) )?(?:membres|associes|societaires|adherents)(?: (\d+))?")
_NO = ("non", "n", "0", "inactif", "inactive", "false")
GONE = "-"
"""What a word means of a category when it says that somebody is no member any more."""


@dataclass(frozen=True)
class Layout:
    """How a spreadsheet is to be read: the column of each field, what stands in its place where there is none, and
    which category or collège of the statutes each of its words means.

    `twice`: what several lines of the same name and number are: "other" people, "more" shares of one; else nobody has
    said, and none but the first is taken.
    """

    sheet: str = ""
    heading: int = 0  # the number of the line that names the columns
    columns: Mapping[str, int] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    twice: str = ""

    def cell(self, line: Line, name: str) -> str:
        """What a line says under a field: its cell, else what all lines are said to have."""
        column = self.columns.get(name)
        written = bare(line.cells[column]) if column is not None and column < len(line.cells) else ""
        if meant := self.meanings.get(name):
            written = meant.get(plain(written), written)
        return written or self.always.get(name, "")

    def whose(self, line: Line) -> tuple[str, str]:
        """What two lines about the same one have in common: her name and her number."""
        return plain(self.full_name(line)), plain(self.cell(line, "number"))

    def full_name(self, line: Line) -> str:
        return self.cell(line, "company") or " ".join(
            filter(None, (self.cell(line, "first_name"), readings.uncivil(self.cell(line, "name"))))
        )


def _nine_digits(typed: str) -> str:
    """A SIREN, or the one that a SIRET begins with."""
    digits = unspaced(typed)
    return siren(digits[:9] if len(digits) == 14 else digits)


class MemberLine(BaseModel):
    """What a line says of a member."""

    name: Name
    category: Name
    since: FrenchDay
    college: Name | None = None
    number: Name | None = None
    first_name: Name | None = None
    company: Name | None = None
    nature: Name | None = None
    siren: Annotated[str, AfterValidator(_nine_digits)] | None = None
    representative: Name | None = None
    shares: Count | None = None
    value: Amount | None = None
    subscribed: Amount | None = None
    paid: Amount | None = None
    email: Email | None = None
    phone: Phone | None = None
    address: Text | None = None
    postcode: Name | None = None
    town: Name | None = None

    @property
    def organisation(self) -> bool:
        """What the line says first: somebody's SIREN makes no organisation of her, and her name is nobody's to read."""
        nature = plain(self.nature or "")
        if _PERSON.search(nature):
            return False
        if _ORGANISATION.search(nature) or self.company or self.siren or self.representative:
            return True
        return not self.first_name and bool(_CALLED_SO.fullmatch(plain(self.name)))

    @property
    def actor(self) -> ActorKind:
        said = plain(f"{self.nature or ''} {self.full_name}")
        return next((kind for kind, words in _ACTORS if words.search(said)), ActorKind.OTHER)

    @property
    def full_name(self) -> str:
        return self.company or self._own_name

    @property
    def _own_name(self) -> str:
        return " ".join(filter(None, (self.first_name, self.name)))

    @property
    def speaker(self) -> str | None:
        """Who acts for an organisation: beside its name, a person's is hers."""
        return self.representative or (self._own_name if self.company and self.company != self.name else None)

    @property
    def domicile(self) -> str:
        return "\n".join(filter(None, (self.address, " ".join(filter(None, (self.postcode, self.town))))))


_MAY_BE_LEFT_OUT = ("number", "siren", "email", "phone", "postcode", "town", "nature")
_READ_AS = {"since": readings.day, "shares": readings.whole, "name": readings.uncivil}


@dataclass(frozen=True)
class Understood:
    """A line read: the member, None while something essential is not understood, and what is to be said of it."""

    member: MemberLine | None
    remarks: tuple[str, ...]


def understand(line: Line, layout: Layout) -> Understood:
    """What cannot be read and can be completed later is left out, and said so; the rest refuses the line."""
    written: dict[str, Any] = {name: words for name in FIELDS if (words := layout.cell(line, name))}
    said = written | {name: read(written[name]) for name, read in _READ_AS.items() if name in written}
    told = _guessed(written.get("since", ""))
    try:
        return _one_of_them(MemberLine.model_validate(said), told)
    except ValidationError as wrong:
        faults = [(str(error["loc"][0]), sentence(error)) for error in wrong.errors(include_url=False)]
    dropped = {name for name, _why in faults if name in _MAY_BE_LEFT_OUT}
    remarks = tuple(_remark(name, written.get(name, ""), why, name in dropped) for name, why in faults)
    if len(dropped) < len({name for name, _why in faults}):
        return Understood(None, remarks)
    return _one_of_them(MemberLine.model_validate({k: v for k, v in said.items() if k not in dropped}), told + remarks)


def _guessed(since: str) -> tuple[str, ...]:
    """A day that its writing does not quite tell is to be looked at."""
    if not readings.is_guess(since):
        return ()
    return (_("« %(written)s » lu comme le %(read)s.", written=since, read=day(Day(readings.day(since)))),)


def _one_of_them(member: MemberLine, remarks: tuple[str, ...]) -> Understood:
    """A member is somebody: two people on a line are two members, whose shares nobody else can divide."""
    if member.organisation or not readings.two_people(member.full_name):
        return Understood(member, remarks)
    return Understood(None, (*remarks, _("Deux personnes sur une ligne : faites-en deux, avec les parts de chacune.")))


def _remark(name: str, written: str, why: str, dropped: bool) -> str:
    told = {"field": str(FIELDS[name]), "written": written, "why": why}
    if dropped:
        return _("%(field)s « %(written)s » laissé de côté, à compléter. %(why)s", **told)
    return _("%(field)s « %(written)s » : %(why)s", **told) if written else _("%(field)s : %(why)s", **told)


def parted(sheet: Sheet, layout: Layout) -> tuple[list[Line], list[Line]]:
    """Those that are somebody's, and the totals that the register prints."""
    lines = [line for line in sheet if line.number > layout.heading]
    return [line for line in lines if not _is_total(line)], [line for line in lines if _is_total(line)]


def _is_total(line: Line) -> bool:
    """Whether a line is a printed total and nobody's."""
    first = next((cell for cell in line.cells if cell), "")
    return bool(_TOTAL.fullmatch(plain(first))) or heads(line) is not None


def heads(line: Line) -> int | None:
    """How many members a printed total says that there are: « 146 associés », « Nombre de membres : 146 »."""
    written = [cell for cell in line.cells if cell]
    for words in (" ".join(written), written[0] if written else ""):
        found = _HEADS.fullmatch(plain(words))
        if found and (number := found[1] or found[2]):
            return int(number)
    return None


def gone(line: Line, layout: Layout) -> bool:
    """Whether it says that she is no member any more: a day, a word, or the word that stands for her category."""
    left, active = plain(layout.cell(line, "left")), plain(layout.cell(line, "active"))
    return bool(left and left not in _NO) or active in _NO or layout.cell(line, "category") == GONE
