"""The rules on paper, for the adviser who reads them against the text: of a version, of a draft."""

from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from governance.statutes.facts import Statutes
from governance.statutes.findings import Finding
from governance.statutes.law import findings
from projections.statutes import versions
from web.assemblies.rules import statutes as recorded
from web.counter import Page, found, office
from web.documents import document
from web.documents.contents import StatutesPaper, legal
from web.edge.statutes_words import said
from web.i18n import day, moment
from web.i18n import gettext as _
from web.statutes.drafts import file_of
from web.statutes.rules import Line, sections
from web.visitor import members_and_officers, secretariat


def of_version(request: Request) -> Response:
    with office(request).reading() as db:
        row = found(versions.of(db, request.path_params["version"]))
        read = versions.readings(db, row["version"])
    statutes, since = recorded(row), _("Version en vigueur depuis le %(day)s.", day=day(row["in_force_from"]))
    reader = f"{read[0]['by_role']}, {day(read[0]['happened'])}" if read else ""
    return _pdf(_content(request, since, statutes, findings(statutes), reader), datetime.now(UTC))


def of_draft(request: Request) -> Response:
    row, file = file_of(request)
    since = _("Brouillon du %(moment)s.", moment=moment(row["at"]))
    return _pdf(_content(request, since, file.statutes, list(file.findings), ""), row["at"])


def _content(
    request: Request, since: str, statutes: Statutes | None, remarks: list[Finding], reader: str
) -> StatutesPaper:
    told = sections(statutes) if statutes else []
    return {
        "cooperative": legal(request.state.coop),
        "title": _("Les règles des statuts"),
        "said": since,
        "sections": [{"title": one.title, "lines": [_line(line) for line in one.lines]} for one in told],
        "remarks": [_remark(finding) for finding in remarks],
        "reader": reader,
    }


def _line(line: Line) -> Any:
    return {name: getattr(line, name) for name in ("label", "value", "article", "quote", "applied")}


def _remark(finding: Finding) -> Any:
    remark = said(finding)
    return {"weight": remark.weight, "sentence": remark.sentence, "article": remark.article}


def _pdf(content: StatutesPaper, at: datetime) -> Response:
    headers = {"Content-Disposition": 'inline; filename="statuts.pdf"'}
    return Response(document("statuts", dict(content), at), media_type="application/pdf", headers=headers)


routes = [
    Page("/statuts/{version}/relecture.pdf", "statutes_paper", members_and_officers, of_version),
    Page("/statuts/brouillons/{draft}/relecture.pdf", "draft_paper", secretariat, of_draft),
]
