"""The year of the cooperative: its duties with their last day, each closed by its receipt; and how often organs met."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.year import Due, Rhythm, binding, closing_before, duties, rhythms
from governance.assembly.year_end import DischargeDuty, SetYearEnd
from governance.assembly.year_facts import Duty
from governance.command import Refused
from governance.evidence.facts import Digest
from governance.statutes.facts import Organ
from governance.words import Day, Public
from projections.assembly import years
from web import files
from web.assemblies import rules
from web.counter import FORM_BYTES, Gesture, Page, found, office, to
from web.edge.inputs import FrenchDay
from web.edge.media import medium
from web.members import today
from web.pages import render
from web.revisions.due import due as next_revision
from web.visitor import members_and_officers, secretariat
from web.words import cited
from web.words.statutes import STATUTES
from web.words.year import BINDINGS, DUTIES

HEAVIEST = 20 * 1024 * 1024  # bytes, of a receipt
NEXT = 3


@dataclass(frozen=True)
class Line:
    """A duty as the page shows it. `done`: when, None while it is to be done; `proof`: the digest of its receipt."""

    due: Due
    title: str
    what: str
    done: str | None = None
    receipt: str = ""
    proof: str = ""

    @property
    def page(self) -> tuple[str, dict[str, str]] | None:
        """Where it is followed or prepared: the name of that page, and what its address needs."""
        if self.due.duty is Duty.REVIEW:
            return "revision", {}
        if self.due.duty is Duty.COOPERATIVE_REPORT and self.due.closing <= today():
            return "project_report", {"closing": str(self.due.closing)}
        return None

    @property
    def late(self) -> bool:
        return self.done is None and self.due.last < today()


def lines(db: Connection[DictRow], day: Day) -> list[Line]:
    """The duties of the year that is closed and of the one that runs, the earliest first; none without a closing."""
    said, version = years.closing(db), rules.in_force(db, day)
    if said is None or version is None:
        return []
    last = closing_before(said, day)
    running = closing_before(said, Day.of(last.last + timedelta(days=366)))
    known, (_, statutes) = years.done(db), version
    found: list[Line] = []
    for closing, until in ((last, running), (running, Day.of(running.last + timedelta(days=366)))):
        meeting = years.annual_assembly(db, closing, until)
        held = Day(meeting["day"]) if meeting else None
        asked = duties(statutes, closing, held)
        found += [_line(due, known.get((due.duty.value, str(closing))), meeting) for due in asked]
    return [*found, *_review(db, running, day)]


def _review(db: Connection[DictRow], closing: Day, day: Day) -> list[Line]:
    """Told once, under the year that runs: it comes back with the years, not every year."""
    coming = next_revision(db, day)
    if coming is None:
        return []
    return [_line(Due(Duty.REVIEW, closing, coming.last, binding(coming.article), coming.article), None, None)]


def _line(due: Due, told: DictRow | None, meeting: DictRow | None) -> Line:
    title, what = (str(words) for words in DUTIES[due.duty.value])
    if told:
        return Line(due, title, what, told["done"], told["receipt"], told["digest"])
    if meeting and (seen := _seen(due.duty, meeting)):
        return Line(due, title, what, seen, meeting["title"])
    return Line(due, title, what)


def _seen(duty: Duty, meeting: DictRow) -> str | None:
    """What the record itself saw done."""
    if duty is Duty.NOTICE:
        return str(meeting["convened_on"]) if meeting["convened_on"] else None
    if duty is Duty.ASSEMBLY and meeting["state"] == "closed":
        return str(meeting["day"])
    return None


def coming(db: Connection[DictRow], day: Day) -> list[Line]:
    """The next three to be done, for the home page."""
    awaited = [line for line in lines(db, day) if line.done is None]
    return sorted(awaited, key=lambda line: line.due.last)[:NEXT]


def known(request: Request) -> dict[str, Any]:
    day = today()
    with office(request).reading() as db:
        said = years.closing(db)
        shown = {"closing": said, "lines": lines(db, day), "rhythms": _rhythms(db, day, said)}
    return {**shown, "today": day, "bindings": BINDINGS, "organs": STATUTES, "cited": cited}


def _rhythms(db: Connection[DictRow], day: Day, said: Day | None) -> tuple[Rhythm, ...]:
    """Since the last closing, or the first of January while nobody said when the year closes."""
    version = rules.in_force(db, day)
    since = closing_before(said, day) if said else Day(f"{day.first.year - 1}-12-31")
    held = [(Organ(row["organ"]), Day(row["day"])) for row in years.meetings_held(db, since)]
    return rhythms(version[1], held, since) if version else ()


def show(request: Request) -> Response:
    return render(request, "assembly/year.html", known(request))


class Closing(BaseModel):
    closing: FrenchDay


def close(form: Closing, request: Request, gesture: str) -> SetYearEnd:
    return SetYearEnd(form.closing)


class Receipt(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    on: FrenchDay
    receipt: str = ""
    file: UploadFile | None = None


def discharge(form: Receipt, request: Request, gesture: str) -> DischargeDuty:
    of = (_duty(request), Day(request.path_params["closing"]))
    content = form.file.file.read(HEAVIEST + 1) if form.file else b""
    if not content:
        return DischargeDuty(*of, form.on, Public(form.receipt))
    if len(content) > HEAVIEST:
        raise Refused("file-size", size=form.file.size if form.file else 0, most=HEAVIEST)
    kind = medium(content, (form.file.filename if form.file else "") or "")
    if kind is None:
        raise Refused("unknown-medium")
    at = office(request)
    with at.reading() as db:
        digest = files.keep(db, at.vault, content, kind.value, at.vault.salt(content))
    return DischargeDuty(*of, form.on, Public(form.receipt), digest, len(content), kind.value)


def _duty(request: Request) -> Duty:
    asked = request.path_params["duty"]
    duty: Duty = found(next((duty for duty in Duty if duty.value == asked), None))
    return duty


def asked(request: Request) -> dict[str, Any]:
    title, what = DUTIES[_duty(request).value]
    return {"title": title, "what": what, "path": request.url.path}


def paper(request: Request) -> Response:
    """What came in as a file goes out as a file."""
    at = office(request)
    with at.reading() as db:
        row = found(years.paper(db, request.path_params["digest"]))
        kept = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="{row["duty"]}-{row["closing"]}"'}
    return Response(kept.content, media_type=kept.media_type, headers=headers)


routes = [
    Page("/annee", "year", members_and_officers, show),
    Gesture(Closing, "assembly/year_end.html", close, to("year")).page("/annee/cloture", "set_year_end", secretariat),
    Page("/annee/pieces/{digest}", "duty_paper", secretariat, paper),
    Gesture(Receipt, "assembly/duty_done.html", discharge, to("year"), asked).page(
        "/annee/{closing}/{duty}", "discharge_duty", secretariat, 2 * HEAVIEST + FORM_BYTES
    ),
]
