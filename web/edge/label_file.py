"""A label written as a YAML file, read into its template; what is wrong with it is said with its line."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from governance.evidence.facts import Digest
from governance.evidence.template import CriterionId, EvidenceId, FigureName, LabelId, Template
from web.edge import inputs
from web.edge.exact import slug
from web.edge.lines import decoded
from web.edge.schema import Walk, sound

LABELS = Path(__file__).parents[1] / "labels"


class LabelWalk(Walk):
    reads = Walk.reads | {LabelId: slug, FigureName: slug, CriterionId: inputs.text, EvidenceId: inputs.text}


@dataclass(frozen=True)
class Label:
    template: Template
    digest: Digest
    text: str


def shipped() -> list[Label]:
    """The labels that come with Palabre, in the order of their files' names."""
    return [read_label(file.read_bytes()) for file in sorted(LABELS.glob("*.yaml"))]


def read_label(file: bytes) -> Label:
    """Raises Unreadable at the first fault. Whether the criteria hang together is for the rules to say."""
    text = decoded(file)
    template, _walk = sound(Template, text, LabelWalk)
    return Label(template, Digest(sha256(file).hexdigest()), text)
