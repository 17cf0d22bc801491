"""Home: what awaits me."""

from starlette.requests import Request
from starlette.responses import Response

from web.counter import Page
from web.pages import render
from web.visitor import signed_in


def home(request: Request) -> Response:
    return render(request, "home/show.html")


routes = [Page("/", "home", signed_in, home)]
