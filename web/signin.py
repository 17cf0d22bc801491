"""Signing in: a link sent by e-mail, or a code printed on paper. Used once, by a person who says that it is she."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Refused
from governance.words import PersonId
from projections.membership import persons
from web.brake import too_often, tried
from web.counter import Page, office
from web.edge.inputs import Email, Name
from web.entrances import may_be_guessed
from web.forms import blank, read
from web.i18n import gettext as _
from web.pages import address, render
from web.visitor import close_session, digest, everybody, open_session, recognise, signed_in
from web.words import said


class AskLink(BaseModel):
    email: Email


class GiveCode(BaseModel):
    code: Name


def ask(request: Request) -> Response:
    return render(request, "signin/ask.html", {"form": blank(AskLink), "by_code": blank(GiveCode)})


def send(request: Request, given: FormData) -> Response:
    """The answer is the same whether or not the mailbox is known: a stranger learns nothing from it."""
    form = read(AskLink, given)
    if form.value is None:
        return render(request, "signin/ask.html", {"form": form, "by_code": blank(GiveCode)}, 422)
    at = office(request)
    people = at.vault.who_has(form.value.email)
    with at.reading() as db:
        asked = f"link {digest(form.value.email).hex()}"
        if not too_often(db, asked):
            tried(db, asked)
            for person in persons.kept(db, people):
                _ask_letter(db, person, _inside(request, request.query_params.get("vers", "")))
    return render(request, "signin/sent.html", {"email": form.value.email})


def _ask_letter(db: Connection[DictRow], person: PersonId, leads_to: str) -> None:
    """The worker makes the link when it sends it: no secret waits in the table."""
    db.execute(
        "insert into public.outbox (purpose, recipient, subject, position) values ('signin', %s, %s, 0)",
        [person, leads_to],
    )


def try_code(request: Request, given: FormData) -> Response:
    """The entrance counts the tries, those that do not pass by this form too."""
    form = read(GiveCode, given)
    if form.value is None:
        return _no_entrance(request)
    return RedirectResponse(address(request, "entrance", secret=tidy(form.value.code)), 303)


def tidy(code: str) -> str:
    """A code as it was made, whatever spaces and signs somebody typed; never empty."""
    return "".join(sign for sign in code.upper() if sign.isascii() and sign.isalnum()) or "0"


def enter(request: Request) -> Response:
    """Opening the link consumes nothing: mail programs open links too. The page asks « Vous êtes … ? »."""
    with office(request).reading() as db:
        person = _whose(db, request)
        known = persons.of(db, person) if person else None
    if person is None:
        return _no_entrance(request)
    name = (known and known["name"]) or _("cette personne")
    return render(request, "signin/enter.html", {"name": name, "form": blank(AskLink)})


def consume(request: Request, given: FormData) -> Response:
    with office(request).reading() as db:
        used = _used(db, request.path_params["secret"]) if _whose(db, request) else None
        if used is None:
            return _no_entrance(request)
        cookie = open_session(db, PersonId(used["person"]))
        if recognise(db, cookie) is None:  # an adviser, once her invitation is over
            return render(request, "refused.html", {"refusal": said(Refused("adviser-not-invited"))}, 403)
    answer = RedirectResponse(used["leads_to"] or address(request, "home"), 303)
    answer.set_cookie(**cookie_for(request, request.path_params["coop"]), value=cookie)
    return answer


def sign_out(request: Request, given: FormData) -> Response:
    cookie = request.cookies.get(cookie_name(request, request.path_params["coop"]), "")
    with office(request).reading() as db:
        close_session(db, cookie)
    answer = RedirectResponse(address(request, "signin"), 303)
    answer.delete_cookie(**cookie_for(request, request.path_params["coop"]))
    return answer


def cookie_name(request: Request, session: str) -> str:
    """One session a cooperative. Over TLS the browser itself guards the name (`__Host-`)."""
    name = f"palabre-{session}"
    return f"__Host-{name}" if request.url.scheme == "https" else name


def cookie_for(request: Request, session: str) -> dict[str, Any]:
    secure = request.url.scheme == "https"
    name = cookie_name(request, session)
    return {"key": name, "path": "/", "httponly": True, "samesite": "lax", "secure": secure}


def _whose(db: Connection[DictRow], request: Request) -> PersonId | None:
    """Nobody either, from a place where too many wrong codes were tried: a right one would be a guess."""
    secret = request.path_params["secret"]
    guess = f"code {request.client.host if request.client else ''}" if may_be_guessed(secret) else ""
    if guess and too_often(db, guess):
        return None
    sentence = "select person from public.entrance where digest = %s and used is null and expires > clock_timestamp()"
    row = db.execute(sentence, [digest(secret)]).fetchone()
    if guess and row is None:
        tried(db, guess)
    return PersonId(row["person"]) if row else None


def _used(db: Connection[DictRow], secret: str) -> DictRow | None:
    """By the first who comes, if two come at once."""
    sentence = (
        "update public.entrance set used = clock_timestamp()"
        " where digest = %s and used is null and expires > clock_timestamp() returning person, leads_to"
    )
    return db.execute(sentence, [digest(secret)]).fetchone()


def _inside(request: Request, path: str) -> str:
    """A page of this very cooperative, or nothing: a link never leads elsewhere."""
    ours = f"/{request.path_params['coop']}/"
    return path if path.startswith(ours) and "//" not in path and "\\" not in path else ""


def _no_entrance(request: Request) -> Response:
    return render(request, "signin/no_entrance.html", {"again": address(request, "signin")}, 410)


routes = [
    Page("/connexion", "signin", everybody, ask, send),
    Page("/connexion/code", "code", everybody, post=try_code),
    Page("/entrer/{secret}", "entrance", everybody, enter, consume),
    Page("/deconnexion", "signout", signed_in, post=sign_out),
]
