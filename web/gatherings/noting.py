"""What a meeting says, noted on a phone as it is said, or pasted afterwards: each line sorted by who types it."""

from collections.abc import Iterable
from itertools import count
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, model_validator
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Command
from governance.network.meeting_facts import PaperId, PointId, TopicId
from governance.network.note_meeting import ClosePoint, ListPaper, NoteTopic
from governance.statutes.facts import Organ
from governance.words import Public
from projections.network import meetings
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.decisions import committees
from web.edge.inputs import FrenchDay, Name, Text
from web.edge.legible import legible
from web.forms import Form, blank, read
from web.gatherings.known import Known, dated_then, day_of, meeting_id, shown, the_meeting, to_meeting
from web.gatherings.lines import Kind, Line, accord, commands
from web.gatherings.telling import in_words, told
from web.i18n import gettext as _
from web.i18n import ngettext
from web.pages import render
from web.upload import UPLOAD, kept, kept_text
from web.visitor import board, secretariat
from web.words.network import KINDS


def kinds(request: Request) -> list[tuple[str, str]]:
    """What a line may be; only the secretariat writes in the register of decisions."""
    may_decide = secretariat(visitor(request))
    return [(kind, str(said)) for kind, said in KINDS.items() if may_decide or kind != Kind.DECISION.value]


class Note(BaseModel):
    kind: Kind
    words: Text


def note(form: Note, request: Request, gesture: str) -> list[Command]:
    """The first line of a topic is its title, the others are its notes; whatever else is of one piece."""
    first, *more = filter(None, map(str.strip, form.words.splitlines()))
    if form.kind is Kind.TOPIC:
        return _commands([Line(form.kind, first), *(Line(Kind.MORE, one) for one in more)], request, gesture)
    return _commands([Line(form.kind, " ".join([first, *more]))], request, gesture)


def _commands(lines: Iterable[Line], request: Request, gesture: str) -> list[Command]:
    with office(request).reading() as db:
        row = the_meeting(db, request)
    return list(commands(lines, row, day_of(row), Known.of(request), gesture))


def live(request: Request) -> dict[str, Any]:
    """What was noted, under the box; a line alone goes on with none above, and is not set aside."""
    with office(request).reading() as db:
        known = in_words(told(db, the_meeting(db, request)))
    alone = [(kind, said) for kind, said in kinds(request) if Kind(kind) not in (Kind.MORE, Kind.ASIDE)]
    return {**known, "kinds": alone}


class Sorted(BaseModel):
    """`lines` and `kinds` by the rank of the line; `exact`: what was pasted, where it is kept."""

    lines: dict[str, Text]
    kinds: dict[str, Kind] = {}
    exact: str | None = None

    @model_validator(mode="after")
    def _all_sorted(self) -> "Sorted":
        if left := _ranked(self.lines.keys() - self.kinds.keys()):
            ranks = ", ".join(left)
            raise ValueError(
                ngettext(
                    "Dites ce qu’est la ligne %(ranks)s.",
                    "Dites ce que sont les lignes %(ranks)s.",
                    len(left),
                    ranks=ranks,
                )
            )
        return self

    @property
    def sorted(self) -> list[Line]:
        return [Line(self.kinds[rank], " ".join(self.lines[rank].split())) for rank in _ranked(self.lines)]


def _ranked(lines: Iterable[str]) -> list[str]:
    return sorted(filter(str.isdecimal, lines), key=int)


class Pasted(BaseModel):
    """`keeps`: the text is kept as it was pasted, beside what is made of it."""

    notes: Annotated[Text, BeforeValidator(legible)]
    keeps: bool = False


def sort(form: Sorted, request: Request, gesture: str) -> list[Command]:
    told = _commands(form.sorted, request, gesture)
    if not form.exact:
        return told
    file, title = kept_text(request, form.exact), Public(_("Texte d’origine, tel qu’il a été collé"))
    listed = (PaperId(f"{gesture}-exact"), meeting_id(request), title, dated_then(request)["on"])
    return [*told, ListPaper(*listed, file.digest, file.size, file.medium.value)]


def sorting(request: Request) -> dict[str, Any]:
    return {**shown(request), "kinds": kinds(request)}


sort_them = Gesture(Sorted, "network/sort_notes.html", sort, to_meeting, sorting)


def ask_notes(request: Request) -> Response:
    return _box(request, blank(Pasted), 200)


def take_notes(request: Request, given: FormData) -> Response:
    """The box gives its lines to be sorted; sorted, they are written."""
    if "notes" not in given:
        return sort_them.carry_out(request, given)
    pasted = read(Pasted, given)
    if pasted.value is None:
        return _box(request, pasted, 422)
    lines = filter(str.strip, pasted.value.notes.splitlines())
    sorted_ = {f"lines.{rank}": line.strip() for rank, line in zip(count(1), lines, strict=False)}
    exact = {"exact": str(given["notes"])} if pasted.value.keeps else {}
    form = blank(Sorted, **sorted_, **exact)
    return render(request, sort_them.template, {**sorting(request), "form": form})


def _box(request: Request, form: Form[Pasted], status: int) -> Response:
    return render(request, "network/paste_notes.html", {**shown(request), "form": form}, status)


class Closing(BaseModel):
    outcome: Text
    on: FrenchDay


def close(form: Closing, request: Request, gesture: str) -> ClosePoint:
    return ClosePoint(PointId(request.path_params["point"]), Public(form.outcome), form.on, meeting_id(request))


def closing(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {**shown(request), "point": found(meetings.point(db, request.path_params["point"]))}


class Topic(BaseModel):
    title: Text
    notes: Text | None = None


def correct(form: Topic, request: Request, gesture: str) -> NoteTopic:
    on = dated_then(request)["on"]
    said = (Public(form.title), on, Public(form.notes or ""))
    return NoteTopic(TopicId(request.path_params["topic"]), meeting_id(request), *said)


def as_noted(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        topics = meetings.told(db, meeting_id(request))["topics"]
    topic = found(next((one for one in topics if one["id"] == request.path_params["topic"]), None))
    return {"title": topic["title"], "notes": topic["notes"]}


class Accord(BaseModel):
    title: Name
    text: Text
    organ: Organ


def agree(form: Accord, request: Request, gesture: str) -> list[Command]:
    with office(request).reading() as db:
        row = the_meeting(db, request)
    return list(accord(row, day_of(row), Public(form.title), form.text, form.organ, gesture))


class Paper(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    title: Name
    file: UploadFile | None = None


def list_paper(form: Paper, request: Request, gesture: str) -> ListPaper:
    said = (PaperId(gesture), meeting_id(request), Public(form.title), dated_then(request)["on"])
    if form.file is None:
        return ListPaper(*said)
    file = kept(request, form.file)
    return ListPaper(*said, file.digest, file.size, file.medium.value)


routes = [
    Gesture(
        Note, "network/live.html", note, to("note_live", meeting=here("meeting")), live, lambda r: {"kind": Kind.TOPIC}
    ).page("/reseau/reunions/{meeting}/en-direct", "note_live", board),
    Page("/reseau/reunions/{meeting}/notes", "paste_notes", board, ask_notes, take_notes),
    Gesture(Closing, "network/close_point.html", close, to_meeting, closing, dated_then).page(
        "/reseau/reunions/{meeting}/points/{point}", "close_point", board
    ),
    Gesture(Topic, "network/topic.html", correct, to_meeting, shown, as_noted).page(
        "/reseau/reunions/{meeting}/sujets/{topic}", "correct_topic", board
    ),
    Gesture(Accord, "network/accord.html", agree, to_meeting, lambda r: {**shown(r), **committees(r)}).page(
        "/reseau/reunions/{meeting}/accord", "accord_there", secretariat
    ),
    Gesture(Paper, "network/paper.html", list_paper, to_meeting, shown).page(
        "/reseau/reunions/{meeting}/pieces", "list_paper", board, UPLOAD
    ),
]
