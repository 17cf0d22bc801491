"""The trace of a thing: where it comes from, what came of it, link after link; shown on its page, stated and taken
back on its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Command
from governance.evidence.deliver import DeliverDocument
from governance.evidence.discuss import DISCUSSED
from governance.evidence.facts import Digest, Medium
from governance.evidence.link import Link, Unlink
from governance.evidence.trace_facts import DocumentId, Kind, Thing, parts, thing
from governance.words import Public
from projections.evidence import remarks, traces
from web import files
from web.counter import Gesture, Page, found, office, visitor
from web.dossier import EXTENSIONS
from web.edge.inputs import Name, PartialDay
from web.members import dated_today
from web.pages import address, render
from web.upload import ACCEPTED, UPLOAD, kept
from web.visitor import board, members_and_officers
from web.words.traces import KINDS, WAYS

LISTED = 300  # things of one kind in a list to choose from


@dataclass(frozen=True)
class Branch:
    """One thing of a trace, and those beyond it. `link`: the two that it joins, where somebody stated it."""

    kind: str
    title: str
    href: str
    link: tuple[Thing, Thing] | None
    branches: tuple["Branch", ...]


def trace(db: Connection[DictRow], request: Request, kind: Kind, identifier: str) -> dict[str, Any]:
    """What a page says of where its thing comes from and of what it gave: for `trace.of` in its template."""
    one = thing(kind, identifier)
    links = traces.around(db, one)
    names = traces.named(db, {end for link in links for end in (link["cause"], link["effect"])})

    talk = {"discussed": kind in DISCUSSED, "remarks": remarks.count(db, one)}
    return {
        **talk,
        "thing": one,
        "back": Walk(request, names, links, back=True).branches(one),
        "on": Walk(request, names, links, back=False).branches(one),
        "keeps": board(visitor(request)),
        "kinds": KINDS,
    }


@dataclass
class Walk:
    """Along the links of a trace, `back` to what led to a thing or on to what came of it. Each thing once: where a
    circle closes, it is not gone round again."""

    request: Request
    names: Mapping[Thing, DictRow]
    links: Sequence[DictRow]
    back: bool
    seen: set[Thing] = field(default_factory=set)

    def branches(self, one: Thing) -> tuple[Branch, ...]:
        near, far = ("effect", "cause") if self.back else ("cause", "effect")
        mine = [link for link in self.links if link["back"] == self.back and link[near] == one]
        self.seen.add(one)
        fresh = [link for link in mine if link[far] in self.names and link[far] not in self.seen]
        self.seen |= {link[far] for link in fresh}
        return tuple(self._branch(link, self.names[link[far]], link[far]) for link in fresh)

    def _branch(self, link: DictRow, row: DictRow, one: Thing) -> Branch:
        stated = (link["cause"], link["effect"]) if link["stated"] else None
        return Branch(row["kind"], row["title"], leads(self.request, row), stated, self.branches(one))


def decided(request: Request) -> list[tuple[str, str]]:
    """The decisions, to choose the one by which something was done."""
    with office(request).reading() as db:
        return [(row["id"], row["title"]) for row in traces.listed(db, Kind.DECISION, LISTED)]


def come_of(origin: str | None, made: Command, kind: Kind, gesture: str) -> Sequence[Command]:
    """What a gesture makes, and its link to what it is born of, if it is born of something."""
    return [made, Link(Thing(origin), thing(kind, gesture))] if origin else [made]


def origin(request: Request) -> DictRow | None:
    """`?de=`: the thing from which a new one is to come."""
    asked = request.query_params.get("de", "")
    try:
        parts(Thing(asked))
    except ValueError:
        return None
    with office(request).reading() as db:
        row = traces.named(db, [Thing(asked)]).get(Thing(asked))
    return row and row | {"thing": asked}


HOMES: Mapping[Kind, Callable[[DictRow], tuple[str, dict[str, str]]]] = {
    Kind.FINDING: lambda row: ("finding", {"finding": row["id"]}),
    Kind.ACTION: lambda row: ("action", {"action": row["id"]}),
    Kind.CARD: lambda row: ("card", {"catalogue": row["within"], "card": row["id"]}),
    Kind.DECISION: lambda row: ("decision", {"decision": row["id"]}),
    Kind.VISION: lambda row: ("vision", {"vision": row["id"]}),
    Kind.PROJECT: lambda row: ("project", {"project": row["id"]}),
    Kind.CHOICE: lambda row: ("choice", {"choice": row["id"]}),
    Kind.MILESTONE: lambda row: ("milestone", {"milestone": row["id"]}),
    Kind.DOCUMENT: lambda row: ("document", {"document": row["id"]}),
}
"""The page of a thing, where it has one that shows its trace."""


def leads(request: Request, row: DictRow) -> str:
    kind = Kind(row["kind"])
    name, asked = HOMES[kind](row) if kind in HOMES else ("trace", {"thing": thing(kind, row["id"])})
    return address(request, name, **asked)


def the_thing(request: Request, db: Connection[DictRow], name: str = "thing") -> DictRow:
    """The one that the address names; a 404 where there is none."""
    asked = Thing(request.path_params[name])
    try:
        parts(asked)
    except ValueError:
        raise HTTPException(404) from None
    row: DictRow = found(traces.named(db, [asked]).get(asked))
    return row


def show(request: Request) -> Response:
    with office(request).reading() as db:
        row = the_thing(request, db)
        known = trace(db, request, Kind(row["kind"]), row["id"])
    return render(request, "evidence/trace.html", {"row": row, "traced": known})


class Linked(BaseModel):
    way: Name
    other: Name


def link(form: Linked, request: Request, gesture: str) -> Link:
    one, other = Thing(request.path_params["thing"]), Thing(form.other)
    return Link(other, one) if form.way == "back" else Link(one, other)


def linking(request: Request) -> dict[str, Any]:
    """The kinds of things, and those of the kind that is looked for (`?genre=`)."""
    asked = request.query_params.get("genre", "")
    kind = Kind(asked) if asked in KINDS else None
    with office(request).reading() as db:
        row = the_thing(request, db)
        rows = traces.listed(db, kind, LISTED) if kind else []
    options = [(thing(kind, one["id"]), one["title"]) for one in rows if kind and one["id"] != row["id"]]
    return {"row": row, "home": leads(request, row), "kind": asked, "kinds": KINDS, "options": options, "ways": WAYS}


class Unlinked(BaseModel):
    reason: Name


def unlink(form: Unlinked, request: Request, gesture: str) -> Unlink:
    cause, effect = Thing(request.path_params["thing"]), Thing(request.path_params["effect"])
    return Unlink(cause, effect, Public(form.reason))


def both(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        cause = the_thing(request, db)
        effect = the_thing(request, db, "effect")
    return {"cause": cause, "effect": effect, "kinds": KINDS, "home": leads(request, cause)}


def home(request: Request, gesture: str) -> str:
    with office(request).reading() as db:
        return leads(request, the_thing(request, db))


def usual(request: Request) -> dict[str, Any]:
    return {"way": "on", "other": request.query_params.get("avec", "")}


class Delivery(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    title: Name
    file: UploadFile
    on: PartialDay
    note: Name | None = None


def deliver(form: Delivery, request: Request, gesture: str) -> DeliverDocument:
    file = kept(request, form.file)
    said = (Public(form.title), file.digest, file.size, file.medium, form.on, Public(form.note or ""))
    return DeliverDocument(DocumentId(gesture), Thing(request.path_params["thing"]), *said)


def delivering(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = the_thing(request, db)
    return {"row": row, "home": leads(request, row), "accepted": ACCEPTED}


def document(request: Request) -> Response:
    """Never opened in the site's own page: what came in as a file goes out as a file."""
    at = office(request)
    with at.reading() as db:
        row = found(traces.document(db, request.path_params["document"]))
        file = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="document.{EXTENSIONS[Medium(row["media_type"])]}"'}
    return Response(file.content, media_type=file.media_type, headers=headers)


routes = [
    Page("/fil/documents/{document}", "document", members_and_officers, document),
    Gesture(Delivery, "evidence/deliver.html", deliver, home, delivering, dated_today).page(
        "/fil/{thing}/documents", "deliver", board, UPLOAD
    ),
    Page("/fil/{thing}", "trace", members_and_officers, show),
    Gesture(Linked, "evidence/link.html", link, home, linking, usual).page("/fil/{thing}/liens", "link", board),
    Gesture(Unlinked, "evidence/unlink.html", unlink, home, both).page("/fil/{thing}/liens/{effect}", "unlink", board),
]
