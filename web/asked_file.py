"""An election or a deliberation as a file, to be counted again: its format, then what the counting asks."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from starlette.responses import Response

from governance.counting.ranking import Option
from governance.counting.replay import Asked, Choosing, Consenting, Electing, Judging, Pointing
from governance.counting.tally import WHOLE
from governance.words import CollegeId, PersonId
from web.edge import lines
from web.edge.inputs import text
from web.edge.schema import Walk, sound
from web.vote_file import VoteWalk, plain

T = TypeVar("T")
FORMATS: Mapping[str, type[Any]] = {
    "palabre-election/1": Electing,
    "palabre-jugement/1": Judging,
    "palabre-points/1": Pointing,
    "palabre-consentement/1": Consenting,
    "palabre-sans-candidat/1": Choosing,
}


@dataclass(frozen=True)
class Page(Generic[T]):
    format: str
    question: T


class AskedWalk(VoteWalk):
    """Persons and options are named as the file names them; a collège left unsaid is everybody."""

    reads: ClassVar[dict[Any, Any]] = {**Walk.reads, PersonId: text, Option: text}

    def blank(self, wanted: Any, default: Any) -> Any:
        return WHOLE if wanted is CollegeId else super().blank(wanted, default)


def format_of(file: str) -> str:
    """What a file says that it is, empty where it says nothing."""
    root, _ = lines.parse(file)
    told = root.entries.get("format") if isinstance(root, lines.Mapping) else None
    return told.node.text if told and isinstance(told.node, lines.Scalar) else ""


def read(file: str) -> tuple[Asked, Walk]:
    """A file in one of FORMATS. Raises Unreadable at its first fault."""
    kind = FORMATS[format_of(file)]
    page, walk = sound(Page[kind], file, AskedWalk)  # type: ignore[valid-type]
    asked: Asked = page.question
    return asked, walk


def sent(file: dict[str, Any], name: str) -> Response:
    """A file to be counted again, as JSON."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
    return Response(json.dumps(file, ensure_ascii=False, indent=2), media_type="application/json", headers=headers)


def written(asked: Asked) -> dict[str, Any]:
    """The same question as plain lists, texts and whole numbers: `read` gives it back."""
    named = next(name for name, kind in FORMATS.items() if isinstance(asked, kind))
    return {"format": named, "question": plain(asked)}
