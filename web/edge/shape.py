"""From a file with its lines to the dataclasses that it should say, by walking their types; it stops at a fault."""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from governance.statutes.facts import Organ, Ruled, Voice
from governance.words import CollegeId, Public
from web.edge.exact import answer, fraction, slug, whole
from web.edge.lines import Mapping, Node, Scalar, Sequence, Unreadable
from web.i18n import gettext as _

Path = tuple[str | int, ...]
"""Where something stands: keys, and ranks in lists from 0."""


def _text(typed: str) -> str:
    """JSON may write one character as two halves: together again, for half a character cannot be printed."""
    try:
        return typed.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise ValueError(_("Ce texte contient la moitié d’un caractère.")) from None


_READ: dict[Any, Callable[[str], object]] = {
    str: _text,
    Public: _text,
    CollegeId: slug,
    Fraction: fraction,
    int: whole,
    bool: answer,
}
_BLANKS: dict[Any, object] = {Public: Public(""), Voice: Voice.DELIBERATIVE, Organ: Organ.ASSEMBLY}


class Shape:
    """One reading of one file, and the lines of what it met. What is not understood raises Unreadable."""

    def __init__(self) -> None:
        self._lines: dict[Path, int] = {}

    def line(self, *path: str | int) -> int:
        """Where this stands; where it is missing, where it should."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def value(self, wanted: Any, node: Node, path: Path = ()) -> Any:
        """What stands here, as the type wants it. A `Ruled` value may stand bare, without its article."""
        self._lines.setdefault(path, node.line)
        kind = get_origin(wanted) or wanted
        if kind in (Union, UnionType):
            said = next(one for one in get_args(wanted) if one is not NoneType)
            return None if _unsaid(node) else self.value(said, node, path)
        if kind is Ruled and not isinstance(node, Mapping):
            return Ruled(self.value(get_args(wanted)[0], node, path), Public(""))
        if kind is tuple:
            return self._several(get_args(wanted)[0], node, path)
        if is_dataclass(kind):
            return self._record(wanted, node, path)
        return _scalar(kind, node, self._lines[path])

    def _several(self, wanted: Any, node: Node, path: Path) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            raise Unreadable(self._lines[path], _("Une liste est attendue ici : un tiret par ligne."))
        return tuple(self.value(wanted, item, (*path, rank)) for rank, item in enumerate(node.items))

    def _record(self, wanted: Any, node: Node, path: Path) -> Any:
        known = {key_of(name): hint for name, hint in _hints(wanted).items()}
        if not isinstance(node, Mapping):
            told = _("Des clés et leurs valeurs sont attendues ici : %(known)s.", known=", ".join(known))
            raise Unreadable(self._lines[path], told)
        self._lines |= {(*path, key): entry.line for key, entry in node.entries.items()}
        for key, entry in node.entries.items():
            if key not in known:
                told = _(
                    "« %(key)s » n’est pas connu ici. Clés possibles : %(known)s.", key=key, known=", ".join(known)
                )
                raise Unreadable(entry.line, told)
        kind = get_origin(wanted) or wanted
        return kind(**{field.name: self._part(field, known[key_of(field.name)], node, path) for field in fields(kind)})

    def _part(self, field: Field[Any], wanted: Any, node: Mapping, path: Path) -> Any:
        """A field: what stands under its key, else what an unsaid one means."""
        key = key_of(field.name)
        if entry := node.entries.get(key):
            return self.value(wanted, entry.node, (*path, key))
        if field.default is not MISSING:
            return field.default
        kind = get_origin(wanted) or wanted
        if kind in (Union, UnionType):
            return None
        if kind is tuple:
            return ()
        if wanted not in _BLANKS:
            raise Unreadable(self._lines[path], _("Il manque « %(key)s ».", key=key))
        return _BLANKS[wanted]


def key_of(name: str) -> str:
    """A field named after a keyword of Python has an underscore that its key has not."""
    return name.rstrip("_")


def _unsaid(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.null or (node.plain and node.text == "inconnu"))


def _scalar(kind: Any, node: Node, line: int) -> Any:
    if not isinstance(node, Scalar):
        raise Unreadable(line, _("Une seule valeur est attendue ici, pas une liste."))
    if isinstance(kind, type) and issubclass(kind, Enum):
        words = {str(member.value): member for member in kind}
        if node.text not in words:
            told = _(
                "« %(given)s » n’est pas connu ici. Valeurs possibles : %(known)s.",
                given=node.text,
                known=", ".join(words),
            )
            raise Unreadable(line, told)
        return words[node.text]
    try:
        return _READ[kind]("" if node.null else node.text)
    except ValueError as fault:
        raise Unreadable(line, str(fault)) from None


def _hints(wanted: Any) -> dict[str, Any]:
    """The fields of a dataclass and their types; in `Ruled[int]`, T is int."""
    kind = get_origin(wanted) or wanted
    given = dict(zip(getattr(kind, "__parameters__", ()), get_args(wanted), strict=True))
    return {name: given.get(hint, hint) for name, hint in get_type_hints(kind).items()}
