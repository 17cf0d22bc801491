"""The yearly report at the counter: read, told section by section, taken as a text or a PDF, attached as a piece."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.assembly.year import closing_before
from governance.capital.delays import years_after
from governance.evidence.attach import AttachPiece
from governance.evidence.facts import Medium, PieceId
from governance.evidence.tell_project import TellProject
from governance.evidence.template import CriterionId, EvidenceId, LabelId
from governance.words import Day, Public
from projections.assembly import years
from projections.evidence import dossiers, project_reports
from web import files
from web.counter import Gesture, NoField, Page, found, here, office, to
from web.documents import document
from web.documents.contents import instant, legal
from web.documents.contents.project import ProjectReport
from web.documents.odt import KIND, odt
from web.edge.inputs import Text
from web.forms import blank
from web.i18n import day
from web.members import today
from web.pages import address, render
from web.visitor import board, members_and_officers, secretariat
from web.yearly_report.telling import LAW, capital, plain, template, year_report

PROVES = EvidenceId("EV07")
"""What the report proves, for a label that asks for it: how categories take part."""
PAPER: Final = "projet-cooperatif"


def closing(request: Request) -> Day:
    """The last day of a year that is over; a 404 for anything else."""
    try:
        said = Day(request.path_params["closing"])
    except ValueError:
        raise HTTPException(404) from None
    return found(said if said.full and said <= today() else None)  # type: ignore[no-any-return]


def last(request: Request) -> Response:
    """To the last year that is over; to the calendar of the year while nobody said when it closes."""
    with office(request).reading() as db:
        said = years.closing(db)
    over = closing_before(said, today()) if said else None
    way = address(request, "project_report", closing=over) if over else address(request, "year")
    return RedirectResponse(way, 303)


def show(request: Request) -> Response:
    on = closing(request)
    with office(request).reading() as db:
        report, meeting = year_report(db, on), years.annual_assembly(db, on, years_after(on, 1))
        known = {"report": report, "assembly": meeting, "labels": _asking(db), "form": blank(NoField)}
    after = years_after(on, 1)
    around = {"before": years_after(on, -1), "after": after if after <= today() else None}
    return render(request, "yearly_report/show.html", {**known, **around, "law": LAW})


def _asking(db: Connection[DictRow]) -> list[DictRow]:
    """The labels aimed at that this report proves something for."""
    return [row for row in dossiers.labels(db) if dossiers.edition(row).asks_for(PROVES)]


def content(request: Request, db: Connection[DictRow], at: datetime) -> ProjectReport:
    report = year_report(db, closing(request))
    return {
        "cooperative": legal(request.state.coop),
        "closing": str(report.closing),
        "law": LAW,
        "sections": [
            {"title": one.title, "lines": one.lines, "tables": one.tables, "words": one.words, "missing": one.missing}
            for one in report.sections
        ],
        "figures": [
            {
                "name": report.titles[figure.name],
                "value": figure.value,
                "definition": figure.definition,
                "day": str(figure.on),
                "position": figure.position,
                "base": capital(figure.base),
            }
            for figure in report.figures
        ],
        "at": instant(at),
    }


def pdf(request: Request) -> Response:
    return _given(request, _pdf(request), Medium.PDF.value, "pdf")


def _pdf(request: Request) -> bytes:
    at = datetime.now(UTC)
    with office(request).reading() as db:
        return document(PAPER, dict(content(request, db, at)), at)


def text(request: Request) -> Response:
    with office(request).reading() as db:
        written = odt(PAPER, dict(content(request, db, datetime.now(UTC))))
    return _given(request, written, KIND, "odt")


def pasted(request: Request) -> Response:
    with office(request).reading() as db:
        words = plain(year_report(db, closing(request)))
    return _given(request, words.encode(), "text/plain; charset=utf-8", "txt")


def _given(request: Request, written: bytes, media_type: str, ending: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{PAPER}-{closing(request)}.{ending}"'}
    return Response(written, media_type=media_type, headers=headers)


class Telling(BaseModel):
    words: Text | None = None


def tell(form: Telling, request: Request, gesture: str) -> TellProject:
    return TellProject(closing(request), _section(request), Public(form.words or ""))


def _section(request: Request) -> CriterionId:
    asked = request.path_params["section"]
    known = next((one.id for one in template().criteria if one.id == asked), None)
    return CriterionId(found(known))


def telling(request: Request) -> dict[str, Any]:
    section = _section(request)
    [title] = [one.title for one in template().criteria if one.id == section]
    return {"title": title, "section": section, "closing": closing(request)}


def told(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"words": project_reports.paragraphs(db, closing(request)).get(_section(request), "")}


def attach(form: NoField, request: Request, gesture: str) -> AttachPiece:
    """The PDF as it is now, kept as a piece of a label that is aimed at."""
    paper, at, on = _pdf(request), office(request), closing(request)
    with at.reading() as db:
        digest = files.keep(db, at.vault, paper, Medium.PDF.value, at.vault.salt(paper))
    title = Public(f"Information annuelle sur le projet coopératif, exercice clos le {day(on)}")
    of = (LabelId(request.path_params["label"]), PieceId(gesture), PROVES)
    return AttachPiece(*of, title, digest, len(paper), Medium.PDF, on)


def attaching(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        rows: Sequence[DictRow] = _asking(db)
    return {"label": found(next((row for row in rows if row["id"] == request.path_params["label"]), None))} | {
        "closing": closing(request)
    }


REPORT = "/dossiers/projet-cooperatif/{closing}"
routes = [
    Page("/dossiers/projet-cooperatif", "project_reports", members_and_officers, last),
    Page(REPORT, "project_report", members_and_officers, show),
    Page(f"{REPORT}/rapport.pdf", "project_report_paper", members_and_officers, pdf),
    Page(f"{REPORT}/rapport.odt", "project_report_text", members_and_officers, text),
    Page(f"{REPORT}/rapport.txt", "project_report_words", members_and_officers, pasted),
    Gesture(
        Telling, "yearly_report/tell.html", tell, to("project_report", closing=here("closing")), telling, told
    ).page(f"{REPORT}/parties/{{section}}", "tell_project", board),
    Gesture(NoField, "yearly_report/attach.html", attach, to("label", label=here("label")), attaching).page(
        f"{REPORT}/labels/{{label}}", "attach_project_report", secretariat
    ),
]
