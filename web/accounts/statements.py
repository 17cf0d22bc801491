"""A bank's statement at the counter: each line beside the subscription that it may pay; nothing is booked alone."""

from pydantic import BaseModel, ConfigDict
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from projections.capital import calls, closing
from web.accounts.matching import Matched, matched
from web.counter import Page, office
from web.edge.spreadsheet import Unreadable
from web.edge.statement import read_statement
from web.forms import Form, blank, read
from web.pages import render
from web.visitor import secretariat

MOST_BYTES = 4 * 1024 * 1024
ALL = 100_000  # unpaid subscriptions: all of them


class Statement(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)

    file: UploadFile


def ask(request: Request) -> Response:
    return _page(request, blank(Statement), [])


def propose(request: Request, given: FormData) -> Response:
    """The file is read and forgotten; each proposal is a payment to confirm, with the ordinary form of payments."""
    form = read(Statement, given)
    if form.value is None:
        return _page(request, form, [], 422)
    try:
        came = read_statement(form.value.file.file.read())
    except Unreadable as why:
        return _page(request, form.refused("file", str(why)), [], 422)
    if not came:
        return _page(request, form, [])
    with office(request).reading() as db:
        since, until = min(one.on for one in came), max(one.on for one in came)
        lines = matched(came, calls.unpaid(db, ALL), closing.payments(db, since, until))
    return _page(request, form, lines)


def _page(request: Request, form: Form[Statement], lines: list[Matched], status: int = 200) -> Response:
    known = {
        "form": form,
        "lines": lines,
        "read": form.value is not None and not form.errors,
        "proposed": sum(bool(line.proposals) for line in lines),
        "booked": sum(bool(line.booked) for line in lines),
    }
    return render(request, "accounts/statement.html", known, status)


routes = [Page("/capital/releves", "statement", secretariat, ask, propose, MOST_BYTES)]
