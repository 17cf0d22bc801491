"""The rules of a version in words, one line each, and what changes from one version to another."""

from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple, get_args

from governance.statutes.facts import Majority, Ruled, Statutes
from governance.words import Cents, CollegeId, Day
from web.edge.schema import hints, without_none
from web.i18n import day, euros, fraction, month, part
from web.i18n import gettext as _
from web.words.clauses import SECTIONS, Place, applied, label
from web.words.statutes import STATUTES

Names = Mapping[CollegeId, str]


class Line(NamedTuple):
    """One rule. `place` tells it from all others, by identifiers and not by ranks; `path` is the schema's."""

    place: Place
    label: str
    value: str
    article: str = ""
    quote: str = ""
    path: Place = ()

    @property
    def applied(self) -> bool:
        """Whether a rule of Palabre reads it."""
        return applied(self.path)


class Section(NamedTuple):
    """`names`: the parts of the statutes that it tells."""

    title: str
    names: tuple[str, ...]
    lines: list[Line]


class Change(NamedTuple):
    """A rule that was another, or was not there (None before), or is not any more (None after)."""

    section: str
    label: str
    before: Line | None
    after: Line | None


def sections(statutes: Statutes) -> list[Section]:
    """Everything that these statutes say, in the order of a reader."""
    known = list(_lines(statutes, (), (), "", "", college_names(statutes)))
    told = [(str(title), names, [line for line in known if line.place[0] in names]) for title, names in SECTIONS]
    return [Section(*one) for one in told if one[-1]]


def college_names(statutes: Statutes) -> Names:
    """What the collèges of every organ are called."""
    return {college.id: college.name for scheme in statutes.schemes for college in scheme.colleges}


def differences(before: Statutes, after: Statutes) -> list[Change]:
    """Rule by rule, in the order of a reader; those that only moved to another article too."""
    old, new = (_by_place(each) for each in (before, after))
    found = []
    for place in [*new, *(place for place in old if place not in new)]:
        title, line = new.get(place) or old[place]
        was, now = old.get(place, (title, None))[1], new.get(place, (title, None))[1]
        if _told(was) != _told(now):
            found.append(Change(title, line.label, was, now))
    return found


def _by_place(statutes: Statutes) -> dict[Place, tuple[str, Line]]:
    return {line.place: (one.title, line) for one in sections(statutes) for line in one.lines}


def _told(line: Line | None) -> tuple[str, ...]:
    return (line.value, line.article, line.quote) if line else ()


_NAMES = ("id", "name", "article", "organ", "college")  # of a part of a list: the label of its lines says them
_IDENTIFIERS = ("id", "organ", "college", "name", "text")


def _lines(clause: Any, place: Place, path: Place, of: str, article: str, names: Names) -> Iterator[Line]:
    """`place` holds identifiers, `path` is the schema's; `of` names the part, `article` is the part's own."""
    for field in fields(clause):
        said = getattr(clause, field.name)
        if not _is_said(field, said) or (of and field.name in _NAMES) or field.name == "strict":
            continue
        wanted, here, there = without_none(hints(type(clause))[field.name]), (*place, field.name), (*path, field.name)
        if isinstance(said, Ruled):
            value = words(said.value, get_args(wanted)[0], there)
            if isinstance(clause, Majority) and field.name == "threshold":
                value = _more_than(value, clause.strict)
            yield Line(here, _label(of, there), value, said.article, said.quote, there)
        elif is_dataclass(said):
            yield from _lines(said, here, there, of, article, names)
        elif isinstance(said, tuple) and is_dataclass(said[0]):
            for one in said:
                place_of, known = (*here, _identifier(one)), (_name(one, names), getattr(one, "article", ""))
                yield from _lines(one, place_of, there, *known, names)
        else:
            value = names.get(said, said) if wanted is CollegeId else words(said, wanted, there)
            yield Line(here, _label(of if of != value else "", there), value, article, path=there)


def _is_said(field: Field[Any], said: Any) -> bool:
    return said is not None and said != () and said != field.default


def _more_than(threshold: str, strict: bool) -> str:
    if strict:
        return _("plus de %(threshold)s", threshold=threshold)
    return _("au moins %(threshold)s", threshold=threshold)


def _identifier(one: Any) -> str:
    return str(next(_plain(getattr(one, name)) for name in _IDENTIFIERS if hasattr(one, name)))


def _name(one: Any, names: Names) -> str:
    """What a reader calls a part: its name, its organ, the collège whose seats they are."""
    if hasattr(one, "organ"):
        organ = str(STATUTES[one.organ.value])
        return organ[0].upper() + organ[1:]
    if hasattr(one, "college"):
        return names.get(one.college, one.college)
    return str(getattr(one, "name", "") or _identifier(one))


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _label(of: str, path: Place) -> str:
    return _("%(part)s – %(rule)s", part=of, rule=label(path)) if of else label(path)


def words(value: Any, wanted: Any, path: Place) -> str:
    """A value as a reader writes it."""
    match value:
        case bool():
            return _("oui") if value else _("non")
        case Enum():
            return str(STATUTES.get(str(value.value), value.value))
        case tuple():
            return ", ".join(words(each, None, path) for each in value)
        case Fraction():
            return fraction(value) if path[-1] == "weight" else part(value)
        case Day():
            return day(value)
        case int() if wanted is Cents:
            return euros(Cents(value))
        case int() if path[-1] == "month" and 1 <= value <= 12:
            return month(value)
    return str(STATUTES.get(value, value)) if path[-1] == "secret" else str(value)
