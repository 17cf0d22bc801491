"""YAML read by the types of a schema of dataclasses: adding a field to the schema is enough. Every fault at once."""

import re
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from governance.statutes.findings import Finding, Path, Severity
from governance.words import CategoryId, Cents, CollegeId, Day, Public
from web.edge.exact import answer, fraction, slug, whole
from web.edge.inputs import amount, partial_day, text
from web.edge.lines import Mapping, Node, Problem, Scalar, Sequence, Unreadable, parse
from web.edge.statutes_words import said
from web.i18n import gettext as _

T = TypeVar("T")
_UNKNOWN = ("inconnu", "inconnue", "unknown")  # written by whoever looked for it and did not find
_KEY = re.compile(r"[^\W\d][\w -]*")
BROKEN: Any = object()
"""Stands for what could not be read: a finding told it."""


class Walk:
    """One pass over a file: the line of every path, and what could not be read.

    What could not be read is BROKEN, after a finding. A part that may be left unsaid is then read as unsaid,
    so that the rest can still be held against the law.
    """

    reads: ClassVar[dict[Any, Callable[[str], object]]] = {
        str: text,
        Public: text,
        CollegeId: slug,
        CategoryId: slug,
        Fraction: fraction,
        Cents: amount,
        Day: partial_day,
        int: whole,
        bool: answer,
    }

    def __init__(self, root: Node) -> None:
        self.lines: dict[Path, int] = {(): root.line}
        self.findings: list[Finding] = []

    def value(self, wanted: Any, node: Node, path: Path) -> Any:
        """What stands here, as the schema wants it."""
        wanted = without_none(wanted)
        kind = get_origin(wanted) or wanted
        if _null(node):
            return self.broken("missing", path)
        if kind is tuple:
            return self.several(get_args(wanted)[0], node, path)
        if is_dataclass(kind):
            return self.record(wanted, node, path)
        if not isinstance(node, Scalar):
            return self.broken("value-expected", path)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.choice(kind, node.text, path)
        try:
            return self.scalar(kind, node.text, path)
        except ValueError as refused:
            return self.broken("value-not-understood", path, given=node.text, why=str(refused))

    def scalar(self, kind: Any, given: str, path: Path) -> Any:
        """A text of the file as a value; a ValueError says in a sentence what is wrong with it."""
        return self.reads[kind](given)

    def several(self, wanted: Any, node: Node, path: Path) -> Any:
        if not isinstance(node, Sequence):
            return self.broken("list-expected", path)
        self.lines |= {(*path, rank): item.line for rank, item in enumerate(node.items)}
        items = [self.value(wanted, item, (*path, rank)) for rank, item in enumerate(node.items)]
        return BROKEN if BROKEN in items else tuple(items)

    def record(self, wanted: Any, node: Node, path: Path, given: dict[str, Any] | None = None) -> Any:
        """A dataclass of the schema, field by field; `Ruled[int]` is one whose `value` is an int.

        What is `given` already is not looked for in the file.
        """
        given = given or {}
        kind, types = get_origin(wanted) or wanted, hints(wanted)
        left = [one for one in fields(kind) if one.name not in given]
        known = [key_of(one.name) for one in left]
        if not isinstance(node, Mapping):
            return self.broken("keys-expected", path, known=", ".join(known))
        self.lines |= {(*path, key): entry.line for key, entry in node.entries.items()}
        for key in node.entries.keys() - set(known):
            self.unknown_key(key, known, (*path, key))
        values = {one.name: self.field(one, types[one.name], node, path) for one in left}
        return BROKEN if BROKEN in values.values() else kind(**given, **values)

    def field(self, one: Field[Any], wanted: Any, node: Mapping, path: Path) -> Any:
        return self.part(wanted, self.blank(wanted, one.default), node, (*path, key_of(one.name)))

    def blank(self, wanted: Any, default: Any) -> Any:
        """What stands for a field that is not said: its default, nothing, none of them; BROKEN if it must be said."""
        if default is not MISSING:
            return default
        if without_none(wanted) is not wanted:
            return None
        return () if get_origin(wanted) is tuple else BROKEN

    def part(self, wanted: Any, blank: Any, node: Mapping, path: Path) -> Any:
        """A field: what stands under its key, or its blank."""
        entry = node.entries.get(str(path[-1]))
        if entry is None or _null(entry.node):
            return self.broken("missing", path) if blank is BROKEN else blank
        value = self.value(wanted, entry.node, path)
        return blank if value is BROKEN else value

    def choice(self, kind: type[Enum], given: str, path: Path) -> Any:
        words = {member.value: member for member in kind}
        return words.get(given) or self.broken("unknown-value", path, given=given, known=", ".join(words))

    def unknown_key(self, key: str, known: list[str], path: Path) -> None:
        if not _KEY.fullmatch(key):
            self.broken("comma-between-braces", path, given=key)
        elif near := get_close_matches(key, known, 1):
            self.broken("unknown-key-near", path, given=key, near=near[0])
        else:
            self.broken("unknown-key", path, given=key, known=", ".join(known))

    def broken(self, key: str, path: Path, **details: object) -> Any:
        self.findings.append(Finding(key, Severity.FILE, path, details=details))
        return BROKEN

    def was_read(self, path: Path) -> bool:
        """Nothing at this path, under it or around it is broken."""
        around = [(found.path, min(len(found.path), len(path))) for found in self.findings]
        return not any(broken[:shared] == path[:shared] for broken, shared in around)

    def line(self, *path: str | int) -> int:
        """Where this stands; where it is missing, where it should."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def placed(self, finding: Finding) -> Finding:
        return replace(finding, line=finding.line or self.line(*finding.path))

    def problems(self) -> list[Problem]:
        """What could not be read, as whoever wrote the file is told it."""
        told = [said(self.placed(finding)) for finding in self.findings]
        return [Problem(one.line, _("%(place)s : %(sentence)s", **one._asdict())) for one in told]


def sound(wanted: type[T], file: str, walk: type[Walk] = Walk) -> tuple[T, Walk]:
    """A file of which nothing may be wrong, and the walk through it. Raises Unreadable at its first fault."""
    root, problems = parse(file)
    walked = walk(root)
    read = walked.value(wanted, root, ())
    for problem in sorted((*problems, *walked.problems()), key=lambda each: each.line):
        raise Unreadable(problem.line, problem.sentence)
    return read, walked


def key_of(name: str) -> str:
    """A field named after a keyword of Python has an underscore that its key has not."""
    return name.rstrip("_")


def _null(node: Node) -> bool:
    """Not said, or looked for and not found."""
    return isinstance(node, Scalar) and (node.null or not node.text or (node.plain and node.text in _UNKNOWN))


def without_none(wanted: Any) -> Any:
    """The type without its None."""
    if get_origin(wanted) not in (Union, UnionType):
        return wanted
    return next(one for one in get_args(wanted) if one is not NoneType)


def hints(wanted: Any) -> dict[str, Any]:
    """The fields of a dataclass and their types; for `Ruled[int]`, T is int."""
    kind = get_origin(wanted) or wanted
    given = dict(zip(getattr(kind, "__parameters__", ()), get_args(wanted), strict=True))
    return {name: given.get(hint, hint) for name, hint in get_type_hints(kind).items()}
