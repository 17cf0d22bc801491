"""The pages: where templates lie, what every page knows, and how one is rendered."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from babel.support import LazyProxy
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.convertors import Convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, NoMatchFound, Route, compile_path
from starlette.staticfiles import StaticFiles

from web.bygone import inside, present, visited
from web.i18n import FILTERS, gettext, locale, spoken
from web.i18n import lazy_gettext as _

HERE = Path(__file__).parent
STATIC = HERE / "static"

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""The Content-Security-Policy of every page: nothing inline, nothing from elsewhere."""

NAV = (
    ("home", _("Accueil")),
    ("members", _("Membres")),
    ("capital", _("Capital")),
    ("assemblies", _("Assemblées")),
    ("deliberations", _("Délibérations")),
    ("decisions", _("Décisions")),
    ("network", _("Réseau")),
    ("roadmap", _("Feuille de route")),
    ("dossiers", _("Dossiers")),
    ("statutes", _("Statuts")),
)


class Link(NamedTuple):
    href: str
    label: str | LazyProxy
    current: bool


def address(request: Request, name: str, /, **params: Any) -> str:
    """The path of a route, inside the cooperative being visited when its mount names one (`/{coop}/…`), and on the day
    being visited where the page can be of the past (`/{coop}/au/2026-03-01/…`).
    """
    way, converts = _ways(request.app).get(name, ("", {}))
    here = request.path_params
    given = {**({"coop": here["coop"]} if "coop" in converts and "coop" in here else {}), **params}
    if not way or given.keys() != converts.keys():
        raise NoMatchFound(name, given)
    said = {key: converts[key].to_string(value) for key, value in given.items()}
    if (day := visited(request)) and name in request.app.state.travelling:
        said["coop"] += f"/au/{day}"
    return _root(request) + way.format(**said)


@lru_cache(maxsize=2)
def _ways(app: Starlette) -> dict[str, tuple[str, dict[str, Convertor[Any]]]]:
    """Where each route leads, by name: the router goes through them all at each question, and a page has thirty."""
    return {name: compile_path(path)[1:] for name, path in _walked(app.routes)}


def _walked(routes: Iterable[BaseRoute], before: str = "") -> Iterator[tuple[str, str]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _walked(route.routes, before + route.path)
        elif isinstance(route, Route):
            yield route.name, before + route.path


def _root(request: Request) -> str:
    """Where the whole site lies behind its proxy."""
    return str(request.scope.get("app_root_path", request.scope.get("root_path", "")))


@pass_context
def url(context: Context, name: str, /, **params: Any) -> str:
    return address(context["request"], name, **params)


@pass_context
def has_route(context: Context, name: str) -> bool:
    try:
        address(context["request"], name)
    except NoMatchFound:
        return False
    return True


@pass_context
def door(context: Context, name: str, /, **params: Any) -> str:
    """The address of a page, empty where this visitor would be turned away, or where it has no past and one visits it:
    no link leads there.
    """
    request, state = context["request"], context["request"].app.state
    closed = visited(request) and name in state.travelling - state.remembered
    return address(request, name, **params) if state.readers[name](context["who"]) and not closed else ""


@pass_context
def nav(context: Context) -> list[Link]:
    """The rooms that this visitor may enter, the one being visited marked."""
    here = context["request"].url.path
    rooms = [(door(context, name), name, label) for name, label in NAV if has_route(context, name)]
    return [
        Link(href, label, here == href or (name != "home" and here.startswith(href + "/")))
        for href, name, label in rooms
        if href
    ]


@pass_context
def static(context: Context, name: str) -> str:
    """The address of a file of web/static, changed when the file changes so that browsers may keep it."""
    return f"{_root(context['request'])}/static/{name}?v={_version(name)}"


@cache
def _version(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@cache
def icon(name: str) -> Markup:
    """A drawing of Lucide in the colour of the text; decorative: words beside it say the same."""
    drawn = (STATIC / "icons" / f"{name}.svg").read_text()
    lines = drawn[drawn.index(">", drawn.index("<svg")) + 1 : drawn.index("</svg>")]
    frame = (
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>'
    )
    return Markup(frame).format(Markup(" ".join(lines.split())))


def _environment() -> Environment:
    pages = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.policies["ext.i18n.trimmed"] = True
    pages.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        lambda message: spoken().gettext(message),
        lambda one, many, num: spoken().ngettext(one, many, num),
        newstyle=True,
        pgettext=lambda context, message: spoken().pgettext(context, message),
    )
    pages.filters.update(FILTERS)
    pages.globals.update(_=gettext)  # ours: a bare « 50 % » is not a format
    pages.globals.update(url=url, door=door, has_route=has_route, nav=nav, static=static, icon=icon)
    return pages


pages = _environment()


def render(
    request: Request, template: str, context: Mapping[str, Any] | None = None, status_code: int = 200
) -> Response:
    """A page in French or in English, with who is reading (`who`) and in which cooperative (`coop`)."""
    past = visited(request)
    known = {
        "request": request,
        "bygone": {"day": past, "present": present(request)} if past else None,
        "page": inside(request) if getattr(request.state, "has_past", False) else "",
        "locale": locale.get(),
        "who": getattr(request.state, "who", None),
        "coop": getattr(request.state, "coop", None),
        "messages": getattr(request.state, "messages", ()),
    }
    return HTMLResponse(pages.get_template(template).render({**known, **(context or {})}), status_code)


class Assets(StaticFiles):
    """Files whose address carries their version: a browser asks for each once."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


assets = Mount("/static", Assets(directory=STATIC), name="static")
"""To be mounted at the root of the site, beside the cooperatives."""
