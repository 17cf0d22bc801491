"""The statutes as questions: one for each thing that the schema can say, with what was answered so far.

Answers are kept as they were typed, by place: `capital.nominal.value`, `categories.0.name`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin

from governance.statutes.facts import Ruled, Statutes
from governance.statutes.law.organs import SECRETS
from web.edge import lines
from web.edge.schema import hints, without_none
from web.edge.statutes_file import MOST_CHARACTERS
from web.i18n import gettext as _
from web.words.clauses import SECTIONS, Place, hint, label
from web.words.statutes import STATUTES

Answers = Mapping[str, str]
SPARE = 2  # empty rows under a list, one where a row is a list itself


@dataclass
class Leaf:
    """One question. `options`: the answers that there are, none where one writes; `many`: several may be right."""

    name: str
    place: Place
    ruled: bool
    options: list[tuple[str, str]]
    many: bool
    answer: str
    article: str = ""
    quote: str = ""

    @property
    def label(self) -> str:
        return label(self.place)

    @property
    def hint(self) -> str:
        return hint(self.place)

    @property
    def chosen(self) -> list[str]:
        return [each.strip() for each in self.answer.split(",")]

    @property
    def blank(self) -> bool:
        return not (self.answer or self.article or self.quote)


@dataclass
class Group:
    """Questions that go together. `row`: one of a list."""

    name: str
    place: Place
    row: bool = False
    parts: "list[Leaf | Group | Rows]" = field(default_factory=list)

    @property
    def label(self) -> str:
        known = [part.answer for part in self.parts if isinstance(part, Leaf) and part.place[-1] in ("name", "text")]
        return next((answer for answer in known if answer), label(self.place))

    @property
    def blank(self) -> bool:
        return all(part.blank for part in self.parts)


@dataclass
class Rows:
    """A list: those that were filled in, and a few empty ones."""

    name: str
    place: Place
    rows: list[Group]

    @property
    def blank(self) -> bool:
        return all(row.blank for row in self.rows)


Part = Leaf | Group | Rows


def ask(answers: Answers) -> list[tuple[str, list[Part]]]:
    """The whole questionnaire, section by section."""
    types = hints(Statutes)
    return [(str(title), [_part(types[name], name, (name,), answers) for name in names]) for title, names in SECTIONS]


def _part(wanted: Any, name: str, place: Place, answers: Answers) -> Part:
    wanted = without_none(wanted)
    kind = get_origin(wanted) or wanted
    if kind is tuple and is_dataclass(get_args(wanted)[0]):
        return _rows(get_args(wanted)[0], name, place, answers)
    if is_dataclass(kind) and kind is not Ruled:
        return _group(wanted, name, place, answers)
    return _leaf(wanted, kind is Ruled, name, place, answers)


def _rows(kind: Any, name: str, place: Place, answers: Answers) -> Rows:
    known = sorted({int(rank) for rank in _ranks(name, answers)})
    nested = any(get_origin(hint) is tuple for hint in hints(kind).values())
    after = known[-1] + 1 if known else 0
    ranks = [*known, *range(after, after + (1 if nested else SPARE))]
    rows = [_group(kind, f"{name}.{rank}", place, answers, row=True) for rank in ranks]
    return Rows(name, place, rows)


def _ranks(name: str, answers: Answers) -> Iterator[str]:
    """Those of the rows that were filled in; whatever else a form may hold is no row."""
    for key in answers:
        rank = key.removeprefix(f"{name}.").partition(".")[0] if key.startswith(f"{name}.") else ""
        if rank.isdecimal() and len(rank) < 5:
            yield rank


def _group(kind: Any, name: str, place: Place, answers: Answers, row: bool = False) -> Group:
    types = hints(kind)
    parts = [_part(types[one.name], f"{name}.{one.name}", (*place, one.name), answers) for one in fields(kind)]
    return Group(name, place, row, parts)


def _leaf(wanted: Any, ruled: bool, name: str, place: Place, answers: Answers) -> Leaf:
    kind = get_args(wanted)[0] if ruled else wanted
    many = get_origin(kind) is tuple
    options = _options(get_args(kind)[0] if many else kind, place)
    if not ruled:
        return Leaf(name, place, False, options, many, answers.get(name, ""))
    told = (answers.get(f"{name}.{part}", "") for part in ("value", "article", "quote"))
    return Leaf(name, place, True, options, many, *told)


def _options(kind: Any, place: Place) -> list[tuple[str, str]]:
    if kind is bool:
        return [("true", _("oui")), ("false", _("non"))]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [(member.value, str(STATUTES.get(member.value, member.value))) for member in kind]
    return [(one, str(STATUTES[one])) for one in SECRETS] if place[-1] == "secret" else []


def written(answers: Answers) -> str:
    """The same YAML as one would write: what is not answered is not there."""
    parts = [part for _title, asked in ask(answers) for part in asked]
    return "".join(f"{line}\n" for part in parts for line in _written(part))


def _written(part: Part) -> Iterator[str]:
    key = part.place[-1]
    if part.blank:
        return
    match part:
        case Leaf(ruled=False):
            yield f"{key}: {_scalar(part, part.answer)}"
        case Leaf():
            yield f"{key}:"
            told = (
                ("value", _scalar(part, part.answer)),
                ("article", _text(part.article)),
                ("quote", _text(part.quote)),
            )
            yield from (f"  {name}: {said}" for name, said in told if said not in ('""', "[]"))
        case Group():
            yield f"{key}:"
            yield from (f"  {line}" for one in part.parts for line in _written(one))
        case Rows():
            yield f"{key}:"
            for row in part.rows:
                if not row.blank:
                    first, *others = [line for one in row.parts for line in _written(one)]
                    yield f"  - {first}"
                    yield from (f"    {line}" for line in others)


def _scalar(leaf: Leaf, answer: str) -> str:
    """Between quotation marks, so that nothing typed is taken for YAML; « inconnu » is a word of its own."""
    if leaf.many:
        return "[" + ", ".join(map(_text, filter(None, leaf.chosen))) + "]"
    return answer if answer == "inconnu" else _text(answer)


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def answered(text: str) -> dict[str, str]:
    """A file of statutes as answers. Raises Unreadable where it is no YAML."""
    root, _problems = lines.parse(text, MOST_CHARACTERS)
    return dict(_flat(root, ""))


def _flat(node: lines.Node, name: str) -> Iterator[tuple[str, str]]:
    match node:
        case lines.Scalar():
            if not node.null:
                yield name, node.text
        case lines.Mapping():
            for key, entry in node.entries.items():
                yield from _flat(entry.node, f"{name}.{key}" if name else key)
        case lines.Sequence(items=()):
            pass
        case lines.Sequence() if all(isinstance(item, lines.Scalar) for item in node.items):
            yield name, ", ".join(item.text for item in node.items if isinstance(item, lines.Scalar))
        case lines.Sequence():
            for rank, item in enumerate(node.items):
                yield from _flat(item, f"{name}.{rank}")
