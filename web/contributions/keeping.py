"""Moderating what comes from outside: accepted as a card, in the keeper's name and words, or refused with a reason."""

from typing import Any

from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.network.card_facts import CardId
from web.cards.keeping import model, shown, to_card, write
from web.cards.speaking import the_catalogue, words
from web.contributions import queue
from web.counter import Gesture, Page, found, office
from web.edge.catalogue_file import shipped
from web.edge.inputs import Text
from web.forms import Form, blank, read
from web.i18n import gettext as _
from web.members import today
from web.pages import address, render
from web.visitor import board


def the_contribution(request: Request) -> DictRow:
    with office(request).reading() as db:
        one: DictRow = found(queue.of(db, the_catalogue(request).name, request.path_params["contribution"]))
    return one


def index(request: Request) -> Response:
    with office(request).reading() as db:
        rows = queue.waiting(db)
    known = {"rows": [row for row in rows if row["catalogue"] in shipped()], "titles": _titles()}
    return render(request, "contributions/waiting.html", known)


def _titles() -> dict[str, str]:
    return {str(one.name): words(one.singular) for one in shipped().values()}


def proposed(request: Request) -> dict[str, Any]:
    """The form of the card as its author filled it: the keeper corrects it, and says whose it is."""
    said = the_contribution(request)["said"]
    source = _("proposée de l’extérieur")
    typed = {name: words for name, words in said.items() if name != "link"}
    return {**typed, "source": source, "organisation": said["source"], "on": today()}


def asking(request: Request) -> dict[str, Any]:
    return {**shown(request), "contribution": the_contribution(request)}


def _accepting(request: Request) -> Gesture[Any]:
    return Gesture(model(the_catalogue(request).name), "contributions/accept.html", write, to_card, asking, proposed)


def ask(request: Request) -> Response:
    return _accepting(request).ask(request)


def accept(request: Request, given: FormData) -> Response:
    one = the_contribution(request)
    answer = _accepting(request).carry_out(request, given)
    if answer.status_code == 303:
        with office(request).reading() as db:
            queue.accept(db, one["id"], CardId(str(given["gesture"])))
    return answer


class Refusal(BaseModel):
    reason: Text


def ask_why(request: Request) -> Response:
    return _why(request, blank(Refusal), 200)


def refuse(request: Request, given: FormData) -> Response:
    one, form = the_contribution(request), read(Refusal, given)
    if form.value is None:
        return _why(request, form, 422)
    with office(request).reading() as db:
        queue.refuse(db, one["id"], form.value.reason)
    return RedirectResponse(address(request, "contributions"), 303)


def _why(request: Request, form: Form[Refusal], status: int) -> Response:
    known = {"form": form, "contribution": the_contribution(request), "catalogue": the_catalogue(request)}
    return render(request, "contributions/refuse.html", known, status)


routes = [
    Page("/reseau/propositions-recues", "contributions", board, index),
    Page("/reseau/fiches/{catalogue}/propositions/{contribution:int}", "accept_contribution", board, ask, accept),
    Page(
        "/reseau/fiches/{catalogue}/propositions/{contribution:int}/refus",
        "refuse_contribution",
        board,
        ask_why,
        refuse,
    ),
]
