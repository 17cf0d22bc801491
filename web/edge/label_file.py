"""A label written as a YAML file, read into its template; what is wrong with it is said with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

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
from web.i18n import gettext as _

LABELS = Path(__file__).parents[1] / "labels"


class BadLabel(ValueError):
    """The sentence to show, and the line of the file, from 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(_("Ligne %(line)s : %(sentence)s", line=line, sentence=sentence))
        self.line = line


@dataclass(frozen=True)
class Label:
    template: Template
    digest: Digest


def shipped() -> list[Label]:
    """The labels that come with Palabre, in the order of their files' names."""
    return [read(file.read_bytes()) for file in sorted(LABELS.glob("*.yaml"))]


def read(file: bytes) -> Label:
    """Raises BadLabel. Whether the criteria hang together is for the rules to say."""
    try:
        top = YAML(typ="rt", pure=True).load(file.decode())
    except UnicodeDecodeError:
        raise BadLabel(1, _("le fichier n’est pas en UTF-8.")) from None
    except MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        raise BadLabel(mark.line + 1 if mark else 1, _("ce n’est pas du YAML.")) from None
    except (YAMLError, ValueError, RecursionError):
        raise BadLabel(1, _("ce n’est pas du YAML.")) from None
    return Label(_template(_Block(top, 1)), Digest(sha256(file).hexdigest()))


class _Block:
    """A mapping of the file: each key is taken once, by its type; a key that nobody takes is unknown."""

    def __init__(self, node: Any, line: int) -> None:
        if not isinstance(node, CommentedMap):
            raise BadLabel(line, _("il faut ici des clés et des valeurs."))
        self._node, self._line, self._left = node, line, set(node)

    def text(self, key: str) -> Public:
        return Public(self._take(key, str).strip())

    def whole(self, key: str) -> int:
        return int(self._take(key, int))

    def has(self, key: str) -> bool:
        return key in self._node

    def texts(self, key: str) -> tuple[Public, ...]:
        found = self._take(key, CommentedSeq)
        if wrong := [number for number, text in enumerate(found) if not isinstance(text, str)]:
            raise BadLabel(found.lc.item(wrong[0])[0] + 1, _("« %(key)s » est une liste de textes.", key=key))
        return tuple(map(Public, found))

    def blocks(self, key: str) -> "Iterator[_Block]":
        found = self._take(key, CommentedSeq)
        return (_Block(node, found.lc.item(number)[0] + 1) for number, node in enumerate(found))

    def done(self) -> None:
        for key in self._node:
            if key in self._left:
                raise BadLabel(self._node.lc.key(key)[0] + 1, _("« %(key)s » n’est pas connu ici.", key=key))

    def _take(self, key: str, kind: type) -> Any:
        if key not in self._node:
            raise BadLabel(self._line, _("il manque « %(key)s ».", key=key))
        found = self._node[key]
        if not isinstance(found, kind) or isinstance(found, bool) or found == "":
            raise BadLabel(self._node.lc.key(key)[0] + 1, _("« %(key)s » n’a pas la forme attendue.", key=key))
        self._left.discard(key)
        return found


def _template(block: _Block) -> Template:
    template = Template(
        label=LabelId(block.text("label")),
        name=block.text("name"),
        edition=block.text("edition"),
        source=block.text("source"),
        unpublished=block.texts("unpublished"),
        criteria=tuple(map(_criterion, block.blocks("criteria"))),
        evidence=tuple(map(_evidence, block.blocks("evidence"))),
    )
    block.done()
    return template


def _criterion(block: _Block) -> Criterion:
    wanted = tuple(map(EvidenceId, block.texts("evidence")))
    criterion = Criterion(CriterionId(block.text("id")), block.text("title"), wanted)
    block.done()
    return criterion


def _evidence(block: _Block) -> Evidence:
    requirements = tuple(map(_requirement, block.blocks("requirements")))
    evidence = Evidence(EvidenceId(block.text("id")), block.text("title"), requirements)
    block.done()
    return evidence


def _requirement(block: _Block) -> Requirement:
    requirement = Requirement(
        title=block.text("title"),
        least=block.whole("least"),
        basis=block.text("basis"),
        supplier=block.text("supplier"),
        figure=FigureName(block.text("figure")) if block.has("figure") else None,
    )
    block.done()
    return requirement
