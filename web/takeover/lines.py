"""A line of a register of members as its spreadsheet has it, and as we understand it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ValidationError

from governance.membership.facts import ActorKind
from projections.names import plain
from web.edge.inputs import Amount, Count, Email, FrenchDay, Name, Phone, Text, bare, siren, unspaced
from web.edge.spreadsheet import Line
from web.forms import sentence
from web.i18n import gettext as _
from web.takeover.columns import FIELDS

_ORGANISATION = re.compile(r"\b(morale|pm|organisation|association|societe|collectivite|entreprise|structure)\b")
_PERSON = re.compile(r"\b(physique|pp|particulier|particuliere|m|mr|mme|mlle|monsieur|madame)\b")
_ACTORS = (  # what an organisation is, as far as its name and nature tell; the secretary corrects it on its sheet
    (ActorKind.LOCAL_AUTHORITY, re.compile(r"\b(commune|mairie|ville de|communaute de|departement|region|metropole|"
                                           r"collectivite|conseil departemental|conseil regional|syndicat mixte)\b")),
    (ActorKind.ESS_ENTERPRISE, re.compile(r"\b(association|cooperative|coop|scic|scop|cae|mutuelle|fondation|esus)\b")),
)  # fmt: skip
_TOTAL = re.compile(r"(sous )?tota(l|ux)\b.*|ensemble")


@dataclass(frozen=True)
class Layout:
    """How a spreadsheet is to be read: the column of each field, what stands in its place where there is none, and
    which category or collège of the statutes each of its words means.
    """

    sheet: str = ""
    heading: int = 0  # the number of the line that names the columns
    columns: Mapping[str, int] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def cell(self, line: Line, name: str) -> str:
        """What a line says under a field: its cell, else what all lines are said to have."""
        column = self.columns.get(name)
        written = bare(line.cells[column]) if column is not None and column < len(line.cells) else ""
        written = self.meanings.get(name, {}).get(plain(written), written)
        return written or self.always.get(name, "")


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
    nature: Name | None = None
    siren: Annotated[str, AfterValidator(_nine_digits)] | None = None
    representative: Name | None = None
    shares: Count | None = None
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
        return bool(_ORGANISATION.search(nature) or self.siren or self.representative)

    @property
    def actor(self) -> ActorKind:
        said = plain(f"{self.nature or ''} {self.name}")
        return next((kind for kind, words in _ACTORS if words.search(said)), ActorKind.OTHER)

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.first_name, self.name)))

    @property
    def domicile(self) -> str:
        return "\n".join(filter(None, (self.address, " ".join(filter(None, (self.postcode, self.town))))))


_MAY_BE_LEFT_OUT = ("number", "siren", "email", "phone", "postcode", "town", "nature")


@dataclass(frozen=True)
class Understood:
    """A line read: the member, None while something essential is not understood, and what is to be said of it."""

    member: MemberLine | None
    remarks: tuple[str, ...]


def understand(line: Line, layout: Layout) -> Understood:
    """What cannot be read and can be completed later is left out, and said so; the rest refuses the line."""
    said: dict[str, Any] = {name: words for name in FIELDS if (words := layout.cell(line, name))}
    try:
        return Understood(MemberLine.model_validate(said), ())
    except ValidationError as wrong:
        faults = [(str(error["loc"][0]), sentence(error)) for error in wrong.errors(include_url=False)]
    dropped = {name for name, _why in faults if name in _MAY_BE_LEFT_OUT}
    remarks = tuple(_remark(name, said.get(name, ""), why, name in dropped) for name, why in faults)
    if len(dropped) < len({name for name, _why in faults}):
        return Understood(None, remarks)
    return Understood(MemberLine.model_validate({k: v for k, v in said.items() if k not in dropped}), remarks)


def _remark(name: str, written: str, why: str, dropped: bool) -> str:
    told = {"field": str(FIELDS[name]), "written": written, "why": why}
    if dropped:
        return _("%(field)s « %(written)s » laissé de côté, à compléter. %(why)s", **told)
    return _("%(field)s « %(written)s » : %(why)s", **told) if written else _("%(field)s : %(why)s", **told)


def is_total(line: Line) -> bool:
    """Whether a line is a printed total and nobody's."""
    first = next((cell for cell in line.cells if cell), "")
    return bool(_TOTAL.fullmatch(plain(first)))
