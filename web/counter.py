"""The counter: what a page is, who may ask for it, and how a form becomes a command and then a page again."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from governance.assembly.despite import may_be_passed_over
from governance.command import Command, Refused
from governance.words import Office as Role
from governance.words import PersonId
from web import bygone
from web.forms import Form, as_it_stood, blank, new_gesture, read, seeks
from web.office import Late, Office
from web.pages import address, render
from web.visitor import Reader, Visitor, everybody, members_and_officers
from web.words import said

F = TypeVar("F", bound=BaseModel)

FORM_BYTES = 256 * 1024
FIELDS = 1000


class Number(IntegerConvertor):
    """A number in an address: longer than PostgreSQL counts (bigint), nothing bears it."""

    regex = "[0-9]{1,18}"


register_url_convertor("int", Number())


class Page(Route):
    """One address, what it answers to GET and to POST, and who may ask. Handlers are synchronous, but for a `stream`
    that waits for what happens."""

    def __init__(
        self,
        path: str,
        name: str,
        readers: Reader,
        get: Callable[[Request], Response] | None = None,
        post: Callable[[Request, FormData], Response] | None = None,
        most_bytes: int = FORM_BYTES,
        stream: Callable[[Request], Awaitable[Response]] | None = None,
        most_fields: int = FIELDS,
    ) -> None:
        self.readers = readers
        self._harmless = readers is everybody or name == "signout"  # done as a stranger does it, or to leave
        verbs = [verb for verb, handler in (("GET", get or stream), ("POST", post)) if handler]
        self.has_past = bygone.has_past(name, path, readers, verbs, stream is not None)

        async def answer(request: Request) -> Response:
            if "\0" in "".join(map(str, (*request.path_params.values(), *request.query_params.values()))):
                raise HTTPException(404)  # PostgreSQL holds no such character: nothing bears that name
            visitor: Visitor | None = getattr(request.state, "who", None)
            request.state.has_past = self.has_past
            if refusal := self._refusal(request, visitor):
                return refusal
            if request.method == "POST" and post:
                async with request.form(max_part_size=most_bytes, max_fields=most_fields) as form:
                    return await run_in_threadpool(post, request, form)
            if stream:
                return await stream(request)
            assert get is not None  # the only other verb that this route has
            return await run_in_threadpool(get, request)

        limit = Middleware(RequestBodyLimitMiddleware, max_body_size=most_bytes)
        super().__init__(path, answer, name=name, methods=verbs, middleware=[limit])

    def _refusal(self, request: Request, visitor: Visitor | None) -> Response | None:
        """What is answered to who may not ask, today or on the past day that she visits."""
        past = bygone.visited(request)
        if not self.readers(visitor) or (past and not members_and_officers(visitor)):
            return _turned_away(request, visitor, "not-yours-to-read")
        if past and (request.method == "POST" or not self.has_past):
            return render(request, "past/only_today.html", status_code=409)
        if request.method == "POST" and visitor and visitor.invitation and not self._harmless:
            return _turned_away(request, visitor, "adviser-only-reads")
        return None


def _turned_away(request: Request, visitor: Visitor | None, why: str) -> Response:
    if visitor is None:
        leads_to = request.url.path if request.method == "GET" else ""
        return RedirectResponse(address(request, "signin") + (f"?vers={leads_to}" if leads_to else ""), 303)
    return render(request, "refused.html", {"refusal": said(Refused(why))}, 403)


def office(request: Request) -> Office:
    """The office of the cooperative that this request is about."""
    at: Office = request.state.office
    return at


def visitor(request: Request) -> Visitor:
    """Who asks, where the page wants somebody signed in."""
    who: Visitor = request.state.who
    return who


def found(thing: Any) -> Any:
    """What was looked for, or the page that says that it is not there."""
    if thing is None:
        raise HTTPException(404)
    return thing


@dataclass(frozen=True)
class Gesture(Generic[F]):
    """A page with one form, and the command that it gives.

    `command` makes the command, or several in their order, from what was typed, the request and the gesture, from which
    new things take their identifier. `shown` is what the page knows besides the form; `initial` what the form already
    holds; `then` is where it leads; `author` in whose name it is given. What is refused, by the form or by the rules,
    comes back in the same form with everything that was typed.
    """

    model: type[F]
    template: str
    command: Callable[[F, Request, str], Command | Sequence[Command]]
    then: Callable[[Request, str], str]
    shown: Callable[[Request], Mapping[str, Any]] = lambda request: {}
    initial: Callable[[Request], Mapping[str, Any]] = lambda request: {}
    author: Callable[[Request], PersonId] = lambda request: visitor(request).person

    def page(self, path: str, name: str, readers: Reader, most_bytes: int = FORM_BYTES) -> Page:
        return Page(path, name, readers, self.ask, self.carry_out, most_bytes)

    def ask(self, request: Request) -> Response:
        return self._show(request, blank(self.model, **self.initial(request)), 200)

    def carry_out(self, request: Request, given: FormData) -> Response:
        if seeks(given):
            return self._show(request, as_it_stood(self.model, given), 200)
        form = read(self.model, given)
        if form.value is None:
            return self._show(request, form, 422)
        try:
            command = self.command(form.value, request, form.gesture)
            leads_to = self.then(request, form.gesture)
            return give(request, command, form.gesture, leads_to, self.author(request))
        except Refused as refusal:
            if refusal.reason == "gesture-said-otherwise":
                form.gesture = new_gesture()  # sent once more, what stands in it is another act
            return self._show(request, form, 409, refusal)

    def _show(self, request: Request, form: Form[F], status: int, refusal: Refused | None = None) -> Response:
        why: dict[str, Any] = {"refusal": refusal and said(refusal), "details": refusal.details if refusal else {}}
        return render(
            request,
            self.template,
            {**self.shown(request), **why, "offered": _offered(request, refusal), "form": form},
            status,
        )


def _offered(request: Request, refusal: Refused | None) -> bool:
    """Whether the chair may pass over it, saying why: a form that knows how then asks."""
    who: Visitor | None = getattr(request.state, "who", None)
    chairs = who is not None and Role.CHAIR in who.offices
    return chairs and refusal is not None and may_be_passed_over(refusal)


class NoField(BaseModel):
    """The form of a gesture that only has to be confirmed."""


def give(
    request: Request, asked: Command | Sequence[Command], gesture: str, leads_to: str, by: PersonId | None = None
) -> Response:
    """Give the command in the visitor's name, or in that of `by`, then send her where it leads, with the entry's number
    as a receipt.

    Several are given one after the other, each as a gesture of its own derived from this one: what stopped between two
    of them goes on where it stopped when the same form is sent again.
    """
    said = ""
    for number, command in enumerate(asked if isinstance(asked, Sequence) else [asked]):
        own = f"{gesture}.{number}" if number else gesture
        try:
            receipt = office(request).execute(command, by or visitor(request).person, own)
            said = f"recu={receipt.position}" if receipt.entries else said
        except Late:
            said = "en-cours"
    mark = "&" if "?" in leads_to else "?"
    return RedirectResponse(f"{leads_to}{mark}{said}" if said else leads_to, 303)


def to(name: str, **fixed: Callable[[Request, str], str]) -> Callable[[Request, str], str]:
    """Leads to a named page; its parameters are made from the request and the gesture, or are those of this address."""

    def leads(request: Request, gesture: str) -> str:
        return address(request, name, **{key: make(request, gesture) for key, make in fixed.items()})

    return leads


def here(parameter: str) -> Callable[[Request, str], str]:
    """The parameter of this very address."""
    return lambda request, gesture: str(request.path_params[parameter])


def new(request: Request, gesture: str) -> str:
    """The thing that this gesture made: it bears the gesture's name."""
    return gesture
