"""A file of gestures: the commands that the pages give, written as YAML, each with who gives it and, in a
demonstration, when. Everything that cannot be read is told at once, with its line.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Any

from governance.command import Command
from governance.decision.adopt import AdoptStatutes
from governance.evidence.pursue import PursueLabel
from governance.network.introduce import Introduce
from governance.network.join import JoinCard, JoinForMe
from governance.network.keep_card import CorrectCard, CorrectMyCard, MoveCard, MoveMyCard, WriteCard, WriteMyCard
from governance.network.lend import BorrowForMe, Lend
from governance.statutes.findings import Path
from governance.words import Clear, PersonId, Public, Said, Sealed
from web.acts import ACTS
from web.edge import inputs
from web.edge.catalogue_file import read_catalogue
from web.edge.label_file import read_label
from web.edge.lines import Entry, Mapping, Node, Problem, Scalar, Sequence, Unreadable, parse
from web.edge.schema import BROKEN, Walk
from web.edge.statutes_file import read_statutes
from web.edge.statutes_words import said
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy

FORMAT = "palabre-gestes/1"
_IDENTIFIER = re.compile(r"[A-Za-z0-9_.-]+")
_SAYS = {one.value[0]: one for one in Said}
_TYPED = {"name": inputs.name, "email": inputs.email, "phone": inputs.phone, "siren": inputs.siren, "iban": inputs.iban}
"""What a form checks of a text, by the last word of its field."""
_KEYS = ("at", "by", "do", "with")
_EXPECTED = lazy("Ici, on attend « format: palabre-gestes/1 » puis « gestures: » et la liste des gestes.")


@dataclass(frozen=True)
class Given:
    """A gesture of the file: its command, its author, its moment (None: now), its line."""

    command: Command
    by: PersonId
    at: datetime | None
    line: int


@dataclass(frozen=True)
class Whose:
    """The cooperative of a file: the demonstration's files name theirs."""

    slug: str
    name: Public


@dataclass(frozen=True)
class GesturesFile:
    gestures: tuple[Given, ...]
    problems: tuple[Problem, ...]
    digest: str
    cooperative: Whose | None = None

    def identifier(self, gesture: Given) -> str:
        """The same line of the same file is the same gesture, however often it is imported."""
        return f"{self.digest[:32]}.{gesture.line}"


def read_gestures(text: str, file: Callable[[str], str | None]) -> GesturesFile:
    """`file`: the text of a file that gestures may name (`file: statuts.yaml`), None if it is not there."""
    digest = sha256(text.encode()).hexdigest()
    try:
        root, problems = parse(text)
        walk = GestureWalk(root, file)
        gestures, whose = walk.gestures(root), walk.whose(root)
    except Unreadable as unreadable:
        return GesturesFile((), (unreadable.problem,), digest)
    told = walk.problems() or _out_of_order(gestures)
    return GesturesFile(tuple(gestures), (*problems, *told), digest, whose)


def _out_of_order(gestures: list[Given]) -> Iterator[Problem]:
    """A line is one gesture, and time does not go back: what has no moment happens when it is imported."""
    for before, given in pairwise(gestures):
        if given.line == before.line:
            yield Problem(given.line, _("Deux gestes sur la même ligne : écrivez-en un par ligne."))
        if given.at and (before.at is None or given.at < before.at):
            yield Problem(given.line, _("Ce geste se passe avant celui qui le précède dans le fichier."))


def identifier(typed: str) -> str:
    if not _IDENTIFIER.fullmatch(typed):
        raise ValueError(_("Écrivez un identifiant : des lettres sans accent, des chiffres, un point, un tiret."))
    return typed


def moment(typed: str) -> datetime:
    """With its offset from UTC: an hour alone is not a moment."""
    try:
        read = datetime.fromisoformat(typed)
    except ValueError:
        read = datetime.min
    if read.tzinfo is None:
        raise ValueError(_("Écrivez un moment avec son décalage, par exemple 2026-06-13T18:00+02:00."))
    return read


class GestureWalk(Walk):
    """Reads commands by their types. What is said of a person becomes clear words, hers or a representative's."""

    reads = Walk.reads | {datetime: moment, str: inputs.name}  # a text alone: an hour, the number of a letter

    def __init__(self, root: Node, file: Callable[[str], str | None]) -> None:
        super().__init__(root)
        self._file = file
        self._persons: dict[str, str] = {}

    def gestures(self, root: Node) -> list[Given]:
        match root:
            case Mapping(
                entries={"format": Entry(node=Scalar(text=format_)), "gestures": Entry(node=Sequence(items=listed))}
            ) if format_ == FORMAT:
                for key in root.entries.keys() - {"format", "cooperative", "gestures"}:
                    self.unknown_key(key, ["cooperative"], (key,))
                read = [self._gesture(node, (rank,)) for rank, node in enumerate(listed)]
                return [one for one in read if one is not None]
        raise Unreadable(root.line, str(_EXPECTED))

    def whose(self, root: Node) -> Whose | None:
        """The cooperative that the file names, if it does."""
        if not (isinstance(root, Mapping) and "cooperative" in root.entries):
            return None
        named = self.value(Whose, root.entries["cooperative"].node, ("cooperative",))
        return None if named is BROKEN else named

    def _gesture(self, node: Node, path: Path) -> Given | None:
        self.lines[path] = node.line
        if isinstance(node, Mapping):
            self.lines |= {(*path, key): entry.line for key, entry in node.entries.items()}
        else:
            self.broken("keys-expected", path, known=", ".join(_KEYS))
            return None
        for key in node.entries.keys() - set(_KEYS):
            self.unknown_key(key, list(_KEYS), (*path, key))
        by = self.part(PersonId, BROKEN, node, (*path, "by"))
        at = self.part(datetime, None, node, (*path, "at"))
        command = self._command(node, path)
        return None if BROKEN in (by, at) or command is BROKEN else Given(command, by, at, node.line)

    def _command(self, node: Mapping, path: Path) -> Any:
        named = self.part(str, BROKEN, node, (*path, "do"))
        if named is BROKEN:
            return BROKEN
        kind = ACTS.get(named)
        if kind is None:
            self.unknown_key(named, sorted(ACTS), (*path, "do"))
            return BROKEN
        fields = node.entries["with"].node if "with" in node.entries else Mapping(node.line, {})
        given = self._from_file(kind, fields, (*path, "with"))
        return BROKEN if given is BROKEN else self.record(kind, _without_file(fields), (*path, "with"), given)

    def _from_file(self, kind: type, fields: Node, path: Path) -> Any:
        """What a named file gives of a command: statutes, a label, a catalogue."""
        if not (isinstance(fields, Mapping) and "file" in fields.entries and kind in _FROM_FILE):
            return {}
        entry = fields.entries["file"]
        self.lines[(*path, "file")] = entry.line
        named = entry.node.text if isinstance(entry.node, Scalar) else ""
        content = self._file(named)
        why = _("Ce fichier n’est pas là.")
        if content is not None:
            try:
                return _FROM_FILE[kind](content)
            except Unreadable as fault:
                why = _("sa ligne %(line)s : %(why)s", line=fault.problem.line, why=fault.problem.sentence)
        return self.broken("value-not-understood", (*path, "file"), given=named, why=why)

    def record(self, wanted: Any, node: Node, path: Path, given: dict[str, Any] | None = None) -> Any:
        if isinstance(node, Mapping):
            self._persons |= {key: e.node.text for key, e in node.entries.items() if isinstance(e.node, Scalar)}
        return super().record(wanted, node, path, given)

    def part(self, wanted: Any, blank: Any, node: Mapping, path: Path) -> Any:
        entry = node.entries.get(str(path[-1]))
        if wanted is Public and entry and entry.node == Scalar(entry.node.line, "", plain=False):
            return Public("")  # said to be empty: a SIREN that nobody knows
        return super().part(wanted, blank, node, path)

    def scalar(self, kind: Any, given: str, path: Path) -> Any:
        if kind in (Sealed, Public) and (typed := _TYPED.get(_last_word(path))):
            given = typed(given)
        if kind is Sealed:
            return self._clear(given, path)
        if getattr(kind, "__supertype__", None) is str and kind is not Public:
            return identifier(given)
        return super().scalar(kind, given, path)

    def _clear(self, words: str, path: Path) -> Clear:
        """`representative_email` is the e-mail of `representative`, `email` that of `person`; any other words are a
        reason, about whoever acts on her shares."""
        owner, _between, what = str(path[-1]).rpartition("_")
        about = next(
            (self._persons[name] for name in ("member", "giver", "claim", "person") if name in self._persons), ""
        )
        if what in _SAYS:
            return Clear(PersonId(self._persons.get(owner or "person", about)), _SAYS[what], words)
        return Clear(PersonId(about), Said.REASON, words)


def _last_word(path: Path) -> str:
    """`email` of `representative_email`."""
    return str(path[-1]).rpartition("_")[2]


def _without_file(fields: Node) -> Node:
    if isinstance(fields, Mapping) and "file" in fields.entries:
        return Mapping(fields.line, {key: entry for key, entry in fields.entries.items() if key != "file"})
    return fields


def _statutes(text: str) -> dict[str, Any]:
    file = read_statutes(text)
    if file.statutes is None:
        fault = said(file.findings[0])
        raise Unreadable(fault.line, fault.sentence)
    return {"statutes": file.statutes, "text": Public(file.text), "text_digest": file.digest}


def _label(text: str) -> dict[str, Any]:
    label = read_label(text.encode())
    return {"template": label.template, "text_digest": label.digest}


@lru_cache
def _catalogue(text: str) -> dict[str, Any]:
    """A file of gestures names the same few catalogues many times."""
    return {"catalogue": read_catalogue(text)}


_FROM_FILE: dict[type, Callable[[str], dict[str, Any]]] = {
    AdoptStatutes: _statutes,
    PursueLabel: _label,
    **dict.fromkeys((WriteCard, WriteMyCard, CorrectCard, CorrectMyCard, MoveCard, MoveMyCard), _catalogue),
    **dict.fromkeys((Introduce, Lend, BorrowForMe, JoinCard, JoinForMe), _catalogue),
}
