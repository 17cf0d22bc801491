"""Proposing from outside: a form that anybody fills, an address where its author reads what became of it."""

from functools import cache
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.network.catalogue import Catalogue, CatalogueName
from web import brake
from web.cards.keeping import asked, with_fields
from web.cards.speaking import the_catalogue, words
from web.contributions import queue
from web.counter import Page, found, office
from web.edge.catalogue_file import shipped
from web.edge.inputs import Name, bare
from web.forms import Form, blank, read
from web.i18n import gettext as _
from web.pages import address, render
from web.visitor import everybody


class Offered(BaseModel):
    """`source`: which organisation proposes it. `link`: a field that nobody sees, and that machines fill."""

    title: Name
    source: Name
    link: Name | None = None


@cache
def model(name: CatalogueName) -> type[Offered]:
    """What the network alone says of a card is not asked."""
    return with_fields(Offered, shipped()[name], outside=True)


def open_to_all(request: Request) -> Catalogue:
    catalogue = the_catalogue(request)
    found(catalogue.proposed or None)
    return catalogue


def ask(request: Request) -> Response:
    """`?f_genre=locaux`: what a page that leads here knows already."""
    asked = model(open_to_all(request).name)
    known = {name: said for name, said in request.query_params.items() if name in asked.model_fields}
    return _show(request, blank(asked, **known), 200)


def send(request: Request, given: FormData) -> Response:
    catalogue = open_to_all(request)
    form = read(model(catalogue.name), given)
    if form.value is None:
        return _show(request, form, 422)
    with office(request).reading() as db:
        if queue.followed(db, form.gesture) is None and (why := _held_back(request, db)):
            return _show(request, form.refused(None, why), 429)
        if not form.value.link:
            said = {name: bare(form.typed(name)) for name in form.raw if name in form.model.model_fields}
            queue.add(db, form.gesture, catalogue.name, said)
    return RedirectResponse(address(request, "contribution", catalogue=catalogue.name, secret=form.gesture), 303)


def _held_back(request: Request, db: Connection[DictRow]) -> str:
    """Why it may not come now; empty if it may."""
    place = f"contribution {request.client.host if request.client else ''}"
    if brake.too_often(db, place):
        return _(
            "Vous en avez proposé plusieurs à la suite : attendez un quart d’heure. Ce que vous avez écrit reste ici."
        )
    if queue.full(db):
        return _("Trop de propositions attendent : revenez dans quelques jours.")
    brake.tried(db, place)
    return ""


def _show(request: Request, form: Form[Any], status: int) -> Response:
    catalogue = open_to_all(request)
    known = {"catalogue": catalogue, "said": words, "fields": asked(catalogue, outside=True), "form": form}
    return render(request, "contributions/offer.html", known, status)


def follow(request: Request) -> Response:
    """What somebody believed to be a machine sent is said to wait, like the others."""
    catalogue = open_to_all(request)
    with office(request).reading() as db:
        one = queue.followed(db, request.path_params["secret"])
    return render(request, "contributions/followed.html", {"one": one, "catalogue": catalogue, "said": words})


routes = [
    Page("/propositions/{catalogue}", "contribute", everybody, ask, send),
    Page("/propositions/{catalogue}/{secret}", "contribution", everybody, follow),
]
