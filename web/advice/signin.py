"""An adviser signs in: one link for all the cooperatives that invited her, at the mailbox that they wrote."""

from contextlib import AbstractContextManager, suppress

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow
from psycopg_pool import PoolTimeout
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.record.record import Busy
from governance.words import PersonId
from projections.membership import persons
from web.advice.index import LEADS_TO, front, invited, mailboxes
from web.brake import too_often, tried
from web.counter import NoField, Page
from web.door import Offices, Suspended
from web.forms import blank, read
from web.pages import address, render
from web.signin import AskLink, cookie_for, cookie_name
from web.visitor import alive, close_session, digest, everybody, open_session

SILENT = (HTTPException, psycopg.OperationalError, PoolTimeout, Busy, Suspended)
"""What keeps one cooperative from answering, and must not hide the others."""

SESSION = "conseil"  # where a cooperative's cookie has its name

_OPEN = "where digest = %s and used is null and expires > clock_timestamp() and leads_to like '/conseil#%%'"
_PAST = (
    "delete from public.session where opened < clock_timestamp() - interval '1 day'",
    "delete from public.attempt where at < clock_timestamp() - interval '1 day'",
)


def offices(request: Request) -> Offices:
    here: Offices = request.app.state.offices
    return here


def ask(request: Request) -> Response:
    return render(request, "advice/ask.html", {"form": blank(AskLink)})


def send(request: Request, given: FormData) -> Response:
    """The same is done, and answered, whether or not the mailbox is known: the worker alone looks."""
    form = read(AskLink, given)
    if form.value is None:
        return render(request, "advice/ask.html", {"form": form}, 422)
    boxes = mailboxes(offices(request).house, form.value.email)
    with front(offices(request).house) as db:
        if not too_often(db, f"link {boxes[0]}"):
            tried(db, f"link {boxes[0]}")
            for box in boxes:
                db.execute("insert into public.asked values (%s) on conflict do nothing", [box])
    return render(request, "signin/sent.html", {"email": form.value.email})


def enter(request: Request) -> Response:
    """Opening the link consumes nothing, as in a cooperative."""
    with _sender(request) as db:
        row = db.execute(f"select person from public.entrance {_OPEN}", [_secret(request)]).fetchone()
        known = persons.of(db, PersonId(row["person"])) if row else None
    if known is None:
        return _no_entrance(request)
    return render(request, "signin/enter.html", {"name": known["name"], "form": blank(NoField)})


def consume(request: Request, given: FormData) -> Response:
    used = f"update public.entrance set used = clock_timestamp() {_OPEN} returning leads_to"
    with _sender(request) as db:
        row = db.execute(used, [_secret(request)]).fetchone()
    if row is None:
        return _no_entrance(request)
    with front(offices(request).house) as db:
        for sentence in _PAST:
            db.execute(sentence)
        cookie = open_session(db, PersonId(row["leads_to"].removeprefix(LEADS_TO)))
    answer = RedirectResponse(address(request, "advice"), 303)
    answer.set_cookie(**cookie_for(request, SESSION), value=cookie)
    return answer


def sign_out(request: Request, given: FormData) -> Response:
    """Of the cooperatives too, into which this front let her."""
    with front(offices(request).house) as db:
        entered = invited(db, box) if (box := signed(request, db)) else []
        close_session(db, _cookie(request))
    for row in entered:
        if cookie := request.cookies.get(cookie_name(request, row["slug"])):
            with suppress(*SILENT), offices(request).of(row["slug"]).reading() as db:
                close_session(db, cookie)
    answer = RedirectResponse(address(request, "advice_signin"), 303)
    answer.delete_cookie(**cookie_for(request, SESSION))
    return answer


def signed(request: Request, db: Connection[DictRow]) -> str | None:
    """The mailbox of whoever is signed in at the front."""
    row = alive(db, cookie) if (cookie := _cookie(request)) else None
    return row["person"] if row else None


def _cookie(request: Request) -> str:
    return request.cookies.get(cookie_name(request, SESSION), "")


def _sender(request: Request) -> AbstractContextManager[Connection[DictRow]]:
    """The cooperative whose letter held the link."""
    return offices(request).of(request.path_params["coop"]).reading()


def _secret(request: Request) -> bytes:
    return digest(request.path_params["secret"])


def _no_entrance(request: Request) -> Response:
    return render(request, "signin/no_entrance.html", {"again": address(request, "advice_signin")}, 410)


routes = [
    Page("/conseil/connexion", "advice_signin", everybody, ask, send),
    Page("/conseil/entrer/{coop}/{secret}", "advice_entrance", everybody, enter, consume),
    Page("/conseil/deconnexion", "advice_signout", everybody, post=sign_out),
]
