"""Papers to print: the notice of somebody without a mailbox, the attendance sheet, a proxy to fill in."""

from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import PersonId
from web.assemblies import contents, notices
from web.assemblies.address import of, the_meeting
from web.counter import Page, found, office, visitor
from web.documents import Name, document
from web.documents.contents import Notices, legal
from web.head import head as stands
from web.visitor import members_and_officers, secretariat
from web.words.convening import POSTS


def notice(request: Request) -> Response:
    person = PersonId(request.path_params["person"])
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        found(meeting["convened"])
        content = contents.notice(db, request.state.coop, meeting, person, _how(db, meeting))
        _note_reading(request, f"assemblees/{of(request)}/convocations/{person}")
    return _pdf("convocation", dict(content), meeting["convened_at"])


def letters(request: Request) -> Response:
    """Every letter that is still to be posted, each on its own leaf, in the order in which numbers are typed."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        persons = [PersonId(one["person"]) for one in notices.on_paper(db, request)] if meeting["convened"] else []
        found(persons or None)
        coop, how = request.state.coop, _how(db, meeting)
        each = [contents.notice(db, coop, meeting, person, how) for person in persons]
        _note_reading(request, f"assemblees/{of(request)}/convocations/lettres")
    content: Notices = {"cooperative": legal(coop), "letters": each}
    return _pdf("convocation", dict(content), meeting["convened_at"])


def _how(db: Connection[DictRow], meeting: dict[str, Any]) -> str:
    return str(POSTS[notices.post_of(db, meeting).value])


def sheet(request: Request) -> Response:
    """It names everybody with her address: whoever prints it is noted."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        found(meeting["convened"])
        head = stands(office(request))
        content = contents.sheet(db, request.state.coop, meeting, head)
        _note_reading(request, f"assemblees/{of(request)}/feuille")
    return _pdf("feuille-de-presence", dict(content), datetime.fromisoformat(head["at"]))


def proxy(request: Request) -> Response:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        found(meeting["convened"])
        content = contents.proxy(db, request.state.coop, meeting)
    return _pdf("pouvoir", dict(content), meeting["convened_at"])


def _pdf(name: Name, content: dict[str, object], at: datetime) -> Response:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return Response(document(name, content, at), media_type="application/pdf", headers=headers)


def _note_reading(request: Request, page: str) -> None:
    with office(request).reading() as db:
        db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])


routes = [
    Page("/assemblees/{assembly}/convocations/lettres.pdf", "letters_paper", secretariat, letters),
    Page("/assemblees/{assembly}/convocations/{person}.pdf", "notice_paper", secretariat, notice),
    Page("/assemblees/{assembly}/feuille.pdf", "sheet_paper", secretariat, sheet),
    Page("/assemblees/{assembly}/pouvoir.pdf", "proxy_paper", members_and_officers, proxy),
]
