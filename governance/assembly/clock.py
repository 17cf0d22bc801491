"""The legal clock of a meeting: the last day of each step, and what must lie ready on which day, by legal form.

Statutes may give members more time than the law, never less: of two days the one that serves the members prevails.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from governance.assembly.convening_facts import DocumentLaid, Piece, PieceSetAside
from governance.assembly.deadline import Delay, delay
from governance.assembly.facts import AssemblyPlanned, Matter, ResolutionTabled
from governance.statutes.facts import Form, Kind, Organ, Ruled, Statutes
from governance.words import Day, Fact, Public


class Step(Enum):
    """In the order of time."""

    REQUESTS = "requests"  # a point may be asked for until then
    NOTICE = "notice"  # the notice leaves on that day at the latest
    DOCUMENTS = "documents"  # they lie ready on that day at the latest
    PAPER_FORMS = "paper-forms"  # forms on paper are taken until that day at least
    ELECTRONIC_FORMS = "electronic-forms"  # online forms are taken until that hour
    MEETING = "meeting"


@dataclass(frozen=True)
class Mark:
    """A step and its day; `hour` is HH:MM, Paris time."""

    step: Step
    on: Day
    article: Public
    hour: str = ""


class State(Enum):
    PRESENT = "present"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True)
class Wanted:
    """A piece, its last legal day, what asks for it, and how it stands. `why`: the reason where it is not applicable,
    a key of this module or the words of who set it aside."""

    piece: Piece
    by: Day
    article: Public
    state: State
    laid: DocumentLaid | None = None
    why: str = ""


@dataclass(frozen=True)
class Clock:
    """`second_call`: how long before a second meeting its notice must leave."""

    marks: tuple[Mark, ...]
    pieces: tuple[Wanted, ...]
    second_call: Delay

    def on(self, step: Step) -> Mark | None:
        return next((mark for mark in self.marks if mark.step is step), None)

    def missing(self) -> list[Wanted]:
        return [one for one in self.pieces if one.state is State.MISSING]


REQUESTS = {Form.SA: Delay(25, Public("C.com R225-72")), Form.SARL: Delay(25, Public("C.com R223-20-3"))}
POSTAL_FORMS = Delay(3, Public("C.com R225-77"))
ELECTRONIC = Public("C.com R225-77")
THREE_O_CLOCK = "15:00"

READY = {  # how long before the meeting documents lie ready, where the law says it
    Form.SA: Delay(15, Public("C.com R225-89")),
    Form.SARL: Delay(15, Public("C.com R223-18")),
}
ASKED: dict[Piece, dict[Form, str]] = {
    Piece.ACCOUNTS: {
        Form.SA: "C.com L225-100",
        Form.SARL: "C.com L223-26",
        Form.SAS: "C.com L227-9",
        Form.ASSOCIATION: "",
    },
    Piece.MANAGEMENT_REPORT: {
        Form.SA: "C.com L225-100",
        Form.SARL: "C.com L223-26",
        Form.SAS: "C.com L232-1",
        Form.ASSOCIATION: "",
    },
    Piece.RESOLUTIONS: {Form.SA: "C.com R225-81", Form.SARL: "C.com R223-18", Form.SAS: "", Form.ASSOCIATION: ""},
    Piece.CANDIDATES: {Form.SA: "C.com R225-83", Form.SARL: "", Form.SAS: "", Form.ASSOCIATION: ""},
    Piece.AUDITOR_CALLED: dict.fromkeys(Form, "C.com D821-185"),
    Piece.AUDITOR_REPORT: {
        Form.SA: "C.com L225-115",
        Form.SARL: "C.com R223-18",
        Form.SAS: "C.com L227-9",
        Form.ASSOCIATION: "C.com L612-4",
    },
    Piece.REVISER_CALLED: dict.fromkeys(Form, "L47 art. 25-1"),
    Piece.AGREEMENTS_REPORT: {
        Form.SA: "C.com L225-40",
        Form.SARL: "C.com L223-19",
        Form.SAS: "C.com L227-10",
        Form.ASSOCIATION: "C.com L612-5",
    },
}
OF_THE_YEAR = frozenset({Piece.ACCOUNTS, Piece.MANAGEMENT_REPORT, Piece.AUDITOR_REPORT, Piece.REVISER_CALLED})


def clock(
    statutes: Statutes, meeting: AssemblyPlanned, agenda: Iterable[ResolutionTabled], facts: Iterable[Fact] = (),
    agreements: bool = True,
) -> Clock:  # fmt: skip
    """`facts`: the documents laid for this meeting and the pieces set aside. `agreements`: whether some were concluded
    or await the assembly."""
    points = list(agenda)
    kinds = {one.kind for one in points}
    first = delay(statutes, meeting.organ, kinds or {Kind.ORDINARY}, meeting.second_call_of is not None)
    second = delay(statutes, meeting.organ, kinds or {Kind.ORDINARY}, True)
    if meeting.organ is not Organ.ASSEMBLY:
        return Clock((Mark(Step.MEETING, meeting.day, Public(""), meeting.starts),), (), second)
    marks = tuple(sorted(_marks(statutes, meeting, first), key=lambda mark: (mark.on, list(Step).index(mark.step))))
    return Clock(marks, tuple(_pieces(statutes.form, meeting, points, list(facts), first, agreements)), second)


def _marks(statutes: Statutes, meeting: AssemblyPlanned, notice: Delay) -> Iterator[Mark]:
    requests = last_day_of_requests(statutes, meeting)
    if requests:
        yield Mark(Step.REQUESTS, *requests)
    if notice.days:
        yield Mark(Step.NOTICE, notice.latest(meeting.day), notice.article)
    ready = ready_by(statutes.form, meeting, notice)
    if ready.days:
        yield Mark(Step.DOCUMENTS, ready.latest(meeting.day), ready.article)
    postal = statutes.remote.postal if statutes.remote else None
    if postal and postal.value:
        yield from _forms(statutes, meeting)
    yield Mark(Step.MEETING, meeting.day, Public(""), meeting.starts)


def last_day_of_requests(statutes: Statutes, meeting: AssemblyPlanned) -> tuple[Day, Public] | None:
    """None where nothing fixes a day, and for a second call: its agenda is that of the first."""
    said = statutes.agenda_request.deadline_days if statutes.agenda_request else None
    known = [*_told(said), *(law for form, law in REQUESTS.items() if form is statutes.form)]
    if not known or meeting.second_call_of:
        return None
    latest = min(known, key=lambda one: one.days)
    return latest.latest(meeting.day), latest.article


def _told(days: Ruled[int] | None) -> list[Delay]:
    return [Delay(days.value, days.article)] if days else []


def ready_by(form: Form, meeting: AssemblyPlanned, notice: Delay) -> Delay:
    """Documents lie ready on the day of the law, and for a form that has none with the notice."""
    return READY.get(form, notice)


def _forms(statutes: Statutes, meeting: AssemblyPlanned) -> Iterator[Mark]:
    said = _told(statutes.remote.form_cutoff_days if statutes.remote else None)
    known = [*said, *([POSTAL_FORMS] if statutes.form is Form.SA else [])]
    if known:
        latest = min(known, key=lambda one: one.days)
        yield Mark(Step.PAPER_FORMS, latest.latest(meeting.day), latest.article)
    if statutes.form is Form.SA:
        yield Mark(Step.ELECTRONIC_FORMS, _days_before(meeting.day, 1), ELECTRONIC, THREE_O_CLOCK)


def _days_before(day: Day, days: int) -> Day:
    return Day.of(day.first - timedelta(days=days))


def _pieces(
    form: Form,
    meeting: AssemblyPlanned,
    agenda: list[ResolutionTabled],
    facts: list[Fact],
    notice: Delay,
    agreements: bool,
) -> Iterator[Wanted]:
    ready, aside = ready_by(form, meeting, notice).latest(meeting.day), _aside(facts)
    laid = {fact.piece: fact for fact in facts if isinstance(fact, DocumentLaid)}
    for piece in Piece:
        by = notice.latest(meeting.day) if piece in (Piece.AUDITOR_CALLED, Piece.REVISER_CALLED) else ready
        document, why = laid.get(piece), aside.get(piece) or _needless(piece, agenda, agreements)
        there = document or (piece is Piece.RESOLUTIONS and agenda)
        state = State.PRESENT if there else State.NOT_APPLICABLE if why else State.MISSING
        yield Wanted(piece, by, Public(ASKED[piece][form]), state, document, "" if there else why)


def _aside(facts: list[Fact]) -> dict[Piece, str]:
    return {fact.piece: fact.reason for fact in facts if isinstance(fact, PieceSetAside)}


def _needless(piece: Piece, agenda: list[ResolutionTabled], agreements: bool) -> str:
    """Why nobody needs it here, as the agenda shows by itself."""
    if piece in OF_THE_YEAR and agenda and all(one.kind is Kind.EXTRAORDINARY for one in agenda):
        return "nothing-ordinary"
    if piece is Piece.CANDIDATES and not any(one.matter is Matter.PERSONS for one in agenda):
        return "nobody-elected"
    if piece is Piece.AGREEMENTS_REPORT and not agreements:
        return "no-agreement"
    return ""
