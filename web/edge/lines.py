"""YAML as it was written: texts, lists and mappings that know their line. No type is guessed, no node is shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from web.i18n import gettext
from web.i18n import lazy_gettext as _

MOST_CHARACTERS = 500_000  # a few seconds of reading
_DEEPEST = 20
_NULLS = ("", "~", "null", "Null", "NULL")

_UNCLOSED = _("Ce qui s’ouvre ici n’est pas refermé : un guillemet, un crochet, une accolade ?")
_OTHER = _("Ce n’est plus du YAML : vérifiez le décalage de cette ligne et de la précédente.")
_FAULTS = {  # words of the parser: what to do
    "end of stream": _UNCLOSED,
    "<stream end>": _UNCLOSED,
    r"'\t'": _("Une tabulation : en YAML, on décale avec des espaces."),
    "mapping values": _("Un « : » de trop, ou une ligne mal décalée : mettez le texte entre guillemets."),
    "cannot start any token": _("Ce signe ne peut pas commencer un texte : mettez le texte entre guillemets."),
}


@dataclass(frozen=True)
class Scalar:
    """A text, a number, a date: always the characters of the file. `plain`: without quotes."""

    line: int
    text: str
    plain: bool = True

    @property
    def null(self) -> bool:
        return self.plain and self.text in _NULLS


@dataclass(frozen=True)
class Sequence:
    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Entry:
    """What stands under a key. `line` is the key's."""

    line: int
    node: Node


@dataclass(frozen=True)
class Mapping:
    line: int
    entries: dict[str, Entry]


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class Problem:
    """Something in the writing of a file that must be changed, said in the reader's language."""

    line: int
    sentence: str


class Unreadable(Exception):
    """The file cannot be read past this problem."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"{line}: {sentence}")
        self.problem = Problem(line, sentence)


def decoded(file: bytes) -> str:
    """The text of a file, which must be UTF-8."""
    try:
        return file.decode("utf-8")
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, gettext("Ce fichier n’est pas en UTF-8 : enregistrez-le dans cet encodage.")) from None


def parse(text: str, most: int = MOST_CHARACTERS) -> tuple[Node, tuple[Problem, ...]]:
    """One YAML document, and what must not be in it: a key written twice (the first is kept), an anchor, a tag.

    Raises Unreadable where it stops being YAML, or is empty, too long or too deep.
    """
    if len(text) > most:
        raise Unreadable(1, gettext("Ce fichier est trop long : %(most)s caractères au plus.", most=most))
    try:
        return _Reading(YAML(typ="safe", pure=True).parse(text)).document()
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Unreadable(line, gettext("Cette ligne contient un signe invisible qui n’est pas permis.")) from None
    except MarkedYAMLError as error:
        raise _broken(error) from None
    except YAMLError:
        raise Unreadable(1, gettext("Ce fichier n’est pas du YAML.")) from None


class _Reading:
    """The parser's events, taken one by one: what is too deep is refused before it is read further."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.problems: list[Problem] = []

    def document(self) -> tuple[Node, tuple[Problem, ...]]:
        next(self.events)  # the stream starts
        if isinstance(next(self.events), StreamEndEvent):
            raise Unreadable(1, gettext("Ce fichier est vide."))
        root = self.node(next(self.events), 1)
        next(self.events)  # the document ends
        following = next(self.events)
        if not isinstance(following, StreamEndEvent):
            raise Unreadable(_line(following), gettext("Ici commence un second document : un seul par fichier."))
        return root, tuple(self.problems)

    def node(self, event: Any, depth: int) -> Node:
        line = _line(event)
        if depth > _DEEPEST:
            raise Unreadable(line, gettext("Trop de listes les unes dans les autres."))
        self.bare(event)
        match event:
            case MappingStartEvent():
                return self.mapping(line, depth)
            case SequenceStartEvent():
                return Sequence(line, tuple(self.items(depth)))
            case ScalarEvent():
                return Scalar(line, self.text(event), plain=event.style is None)
        return Scalar(line, "")  # an alias: already told

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), SequenceEndEvent):
            yield self.node(event, depth + 1)

    def mapping(self, line: int, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key, node = self.node(event, depth + 1), self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.tell(key.line, gettext("Une clé est un mot, pas une liste."))
            elif key.text in entries:
                first = entries[key.text].line
                self.tell(key.line, gettext("« %(key)s » est déjà écrit ligne %(first)s.", key=key.text, first=first))
            else:
                entries[key.text] = Entry(key.line, node)
        return Mapping(line, entries)

    def text(self, event: ScalarEvent) -> str:
        """JSON may write one character as two halves: together again, for half a character cannot be printed."""
        try:
            return str(event.value).encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            self.tell(_line(event), gettext("Ce texte contient la moitié d’un caractère."))
            return ""

    def bare(self, event: Any) -> None:
        """Anchors make small files huge and tags make objects: neither has a place in a form to fill in."""
        if event.anchor is not None:
            self.tell(_line(event), gettext("« & » et « * » ne sont pas lus : mettez le texte entre guillemets."))
        if getattr(event, "tag", None) is not None:
            self.tell(_line(event), gettext("« ! » n’est pas lu : mettez le texte entre guillemets."))

    def tell(self, line: int, sentence: str) -> None:
        self.problems.append(Problem(line, sentence))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _broken(error: MarkedYAMLError) -> Unreadable:
    """Where to look: what was never closed is told where it was opened, the rest where reading stopped."""
    problem = str(error.problem)
    fault = next((sentence for words, sentence in _FAULTS.items() if words in problem), _OTHER)
    mark = error.context_mark if fault is _UNCLOSED else error.problem_mark
    return Unreadable(mark.line + 1 if mark else 1, str(fault))
