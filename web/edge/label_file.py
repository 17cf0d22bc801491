"""A label written as a YAML file, read into its template; what is wrong with it is said with its line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from governance.evidence.facts import Digest
from governance.evidence.template import (
    Criterion,
    CriterionId,
    Evidence,
    EvidenceId,
    FigureName,
    LabelId,
    Requirement,
    Template,
)
from governance.words import Public
from web.edge.exact import slug, whole
from web.edge.inputs import text
from web.edge.lines import Entry, Mapping, Node, Scalar, Sequence, Unreadable, decoded, parse
from web.i18n import gettext as _

LABELS = Path(__file__).parents[1] / "labels"
T = TypeVar("T")


@dataclass(frozen=True)
class Label:
    template: Template
    digest: Digest


def shipped() -> list[Label]:
    """The labels that come with Palabre, in the order of their files' names."""
    return [read_label(file.read_bytes()) for file in sorted(LABELS.glob("*.yaml"))]


def read_label(file: bytes) -> Label:
    """Raises Unreadable at the first fault. Whether the criteria hang together is for the rules to say."""
    root, problems = parse(decoded(file))
    if problems:
        raise Unreadable(problems[0].line, problems[0].sentence)
    return Label(_whole(_template, root), Digest(sha256(file).hexdigest()))


class _Block:
    """Keys and values of the file. Each key is taken by what reads it; one that nobody took is unknown."""

    def __init__(self, node: Node) -> None:
        if not isinstance(node, Mapping):
            raise Unreadable(node.line, _("Des clés et leurs valeurs sont attendues ici."))
        self.line, self.left = node.line, dict(node.entries)

    def text(self, key: str) -> Public:
        return Public(_scalar(self._take(key), text))

    def slug(self, key: str) -> str:
        return _scalar(self._take(key), slug)

    def whole(self, key: str) -> int:
        return _scalar(self._take(key), whole)

    def texts(self, key: str) -> tuple[Public, ...]:
        return tuple(Public(_scalar(item, text)) for item in self._items(key))

    def blocks(self, key: str, read: "Callable[[_Block], T]") -> tuple[T, ...]:
        return tuple(_whole(read, item) for item in self._items(key))

    def _items(self, key: str) -> Iterator[Node]:
        entry = self._take(key)
        if not isinstance(entry.node, Sequence):
            raise Unreadable(entry.line, _("Une liste est attendue ici : un tiret par ligne."))
        return iter(entry.node.items)

    def _take(self, key: str) -> Entry:
        if key not in self.left:
            raise Unreadable(self.line, _("Il manque « %(key)s ».", key=key))
        return self.left.pop(key)


def _whole(read: Callable[[_Block], T], node: Node) -> T:
    block = _Block(node)
    found = read(block)
    for key, entry in block.left.items():
        raise Unreadable(entry.line, _("« %(key)s » n’est pas connu ici.", key=key))
    return found


def _scalar(where: Entry | Node, understood: Callable[[str], T]) -> T:
    node = where.node if isinstance(where, Entry) else where
    if not isinstance(node, Scalar):
        raise Unreadable(where.line, _("Une seule valeur est attendue ici, pas une liste."))
    try:
        return understood(node.text)
    except ValueError as fault:
        raise Unreadable(where.line, str(fault)) from None


def _template(block: _Block) -> Template:
    return Template(
        label=LabelId(block.slug("label")),
        name=block.text("name"),
        edition=block.text("edition"),
        source=block.text("source"),
        unpublished=block.texts("unpublished"),
        criteria=block.blocks("criteria", _criterion),
        evidence=block.blocks("evidence", _evidence),
    )


def _criterion(block: _Block) -> Criterion:
    wanted = tuple(map(EvidenceId, block.texts("evidence")))
    return Criterion(CriterionId(block.text("id")), block.text("title"), wanted)


def _evidence(block: _Block) -> Evidence:
    requirements = block.blocks("requirements", _requirement)
    return Evidence(EvidenceId(block.text("id")), block.text("title"), requirements)


def _requirement(block: _Block) -> Requirement:
    return Requirement(
        title=block.text("title"),
        least=block.whole("least"),
        basis=block.text("basis"),
        supplier=block.text("supplier"),
        figure=FigureName(block.slug("figure")) if "figure" in block.left else None,
    )
