"""Every page knows who reads it, where, and in which language; what it is made of is here, whole and unaltered."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, NoMatchFound, Route
from starlette.testclient import TestClient

from governance.words import Cents, Day
from web import i18n, vendor
from web.i18n import FILTERS, locale
from web.language import Language
from web.pages import HERE, address, assets, icon, pages, render
from web.visitor import signed_in

SAID: list[tuple[str, Any, str, str]] = [
    ("day", Day("2026-12-01"), "1er décembre 2026", "1 December 2026"),
    ("day", Day("2026-12-11"), "11 décembre 2026", "11 December 2026"),
    ("day", Day("2017-11"), "novembre 2017", "November 2017"),
    ("day", Day("2017"), "2017", "2017"),
    ("day", date(2026, 8, 1), "1er août 2026", "1 August 2026"),
    ("day", datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1er janvier 2027", "1 January 2027"),
    ("time", time(18, 5), "18\u00a0h\u00a005", "18:05"),
    ("time", datetime(2026, 7, 1, 16, 30, tzinfo=UTC), "18\u00a0h\u00a030", "18:30"),
    (
        "moment",
        datetime(2026, 7, 1, 16, 30, tzinfo=UTC),
        "1er juillet 2026 à 18\u00a0h\u00a030",
        "1 July 2026 at 18:30",
    ),
    ("euros", Cents(123450), "1\u202f234,50\u00a0€", "€1,234.50"),
    ("euros", Cents(0), "0,00\u00a0€", "€0.00"),
    (
        "euros",
        Cents(10**17 + 1),
        "1\u202f000\u202f000\u202f000\u202f000\u202f000,01\u00a0€",
        "€1,000,000,000,000,000.01",
    ),
    ("number", 60000, "60\u202f000", "60,000"),
    ("fraction", Fraction(200, 3), "200/3 (66,7\u00a0%)", "200/3 (66.7%)"),
    ("fraction", Fraction(25, 2), "12,5\u00a0%", "12.5%"),
    ("fraction", Fraction(50), "50\u00a0%", "50%"),
    ("part", Fraction(2, 3), "2/3 (66,7\u00a0%)", "2/3 (66.7%)"),
    ("percent", Fraction(1, 2), "50\u00a0%", "50%"),
    ("percent", Fraction(4999, 10000), "50,0\u00a0%", "50.0%"),
    ("percent", Fraction(1, 3), "33,3\u00a0%", "33.3%"),
]


@pytest.fixture
def english() -> Iterator[None]:
    before = locale.set("en")
    yield
    locale.reset(before)


@pytest.mark.parametrize(("name", "value", "french", "english"), SAID)
def test_a_value_is_written_as_the_reader_s_language_writes_it(
    name: str, value: Any, french: str, english: str
) -> None:
    assert FILTERS[name](value) == french
    before = locale.set("en")
    try:
        assert FILTERS[name](value) == english
    finally:
        locale.reset(before)


@pytest.mark.parametrize(("count", "said"), [(0, "0 membre"), (1, "1 membre"), (2, "2 membres")])
def test_zero_is_singular_in_french(count: int, said: str) -> None:
    assert i18n.ngettext("%(num)s membre", "%(num)s membres", count) == said


def test_a_constant_sentence_is_translated_when_it_is_read(english: None) -> None:
    assert str(i18n.lazy_gettext("%(day)s à %(hour)s", day=1, hour=2)) == "1 à 2"
    assert i18n.pgettext("moment", "%(day)s à %(hour)s", day=1, hour=2) == "1 at 2"


def home(request: Request) -> Response:
    request.state.coop = SimpleNamespace(name="Les <Trois> Vallées", slug="vallees", demonstration=True)
    if "anonymous" not in request.query_params:
        request.state.who = SimpleNamespace(name='Inès "<Vauclair>"', offices=(), invitation=None)
    return render(request, "base.html", {}, 418 if "teapot" in request.query_params else 200)


def site() -> TestClient:
    inside = [Route("/", home, name="home"), Route("/membres", home, name="members")]
    routes = [assets, Mount("/{coop}", routes=[*inside, Route("/membres/{member}", home, name="member")])]
    app = Starlette(routes=routes, middleware=[Middleware(Language)])
    app.state.readers = {"home": signed_in, "members": signed_in, "member": signed_in}
    return TestClient(app)


def test_a_page_says_the_cooperative_the_reader_and_the_demonstration_escaped() -> None:
    page = site().get("/vallees/").text

    assert "Les &lt;Trois&gt; Vallées" in page
    assert "Inès &#34;&lt;Vauclair&gt;&#34;" in page
    assert "Démonstration" in page
    assert "<Trois>" not in page


def test_the_rooms_are_those_that_exist_and_the_one_visited_is_marked() -> None:
    page = site().get("/vallees/membres/m1").text
    links = re.findall(r'<li><a href="([^"]+)"( aria-current="page")?>', page)

    assert links == [("/vallees/", ""), ("/vallees/membres", ' aria-current="page"')]


def test_a_stranger_sees_no_rooms() -> None:
    assert "aria-current" not in site().get("/vallees/membres?anonymous").text


def test_an_address_stays_inside_the_cooperative() -> None:
    scope = {
        "type": "http",
        "path": "/vallees/",
        "headers": [],
        "path_params": {"coop": "vallees"},
        "root_path": "",
    }
    request = Request({**scope, "server": ("x", 80), "app": site().app})

    assert address(request, "member", member="m1") == "/vallees/membres/m1"
    assert address(request, "member", member="m1", coop="col") == "/col/membres/m1"


def test_outside_every_cooperative_no_room_has_an_address() -> None:
    app = site().app
    request = Request({"type": "http", "path": "/", "headers": [], "server": ("x", 80), "app": app})

    for name, params in (("home", {}), ("member", {"coop": "vallees"}), ("nowhere", {})):
        with pytest.raises(NoMatchFound):
            address(request, name, **params)
    request.scope["root_path"] = "/palabre"
    assert address(request, "home", coop="vallees") == "/palabre/vallees/"


def test_a_status_is_passed_on_and_nothing_is_inline() -> None:
    answer = site().get("/vallees/?teapot")

    assert answer.status_code == 418
    assert not re.search(r"<script(?![^>]*src)|<style|\sstyle=|\son\w+=", answer.text)


def test_english_is_remembered_and_french_comes_back() -> None:
    client = site()

    assert 'lang="fr"' in client.get("/vallees/").text
    assert '<html lang="en">' in client.get("/vallees/?langue=en").text
    assert '<html lang="en">' in client.get("/vallees/").text
    assert '<html lang="fr">' in client.get("/vallees/?langue=fr").text
    assert '<html lang="fr">' in client.get("/vallees/?langue=klingon").text


def test_a_percent_sign_in_a_sentence_is_only_a_sign() -> None:
    assert pages.from_string("{{ _('50 % des voix') }}").render() == "50\u00a0% des voix"


def test_every_file_of_a_page_is_served_and_may_be_kept() -> None:
    client = site()
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/vallees/").text)

    assert len(addresses) > 8
    for file in addresses:
        answer = client.get(file)
        assert (answer.status_code, "immutable" in answer.headers["cache-control"]) == (200, True), file


def test_no_page_changes_between_a_small_phone_and_640_px() -> None:
    """What is judged at 320 px holds at 360: the tests in Chromium are told so."""
    sheets = "".join(sheet.read_text() for sheet in (HERE / "static/css").glob("*.css"))
    limits = re.findall(r"\((?:min-|max-)?width[^)]*\)", sheets)

    assert limits
    assert all(re.fullmatch(r"\((min|max)-width: (4\d|[5-9]\d)rem\)", limit) for limit in limits), limits


def test_what_came_from_elsewhere_is_unaltered_and_licensed() -> None:
    recorded = json.loads(vendor.MANIFEST.read_text())

    assert recorded == vendor.manifest()
    folders = {(vendor.ROOT / file).parent for file in recorded}
    assert all(list(folder.glob("*LICENSE")) for folder in folders)


def test_every_icon_that_a_page_draws_is_here() -> None:
    drawn = {
        name
        for template in (HERE / "templates").rglob("*.html")
        for name in re.findall(r'icon\("([a-z-]+)"', template.read_text())
    }

    assert drawn
    assert all("<svg" in icon(name) for name in drawn)


@pytest.mark.parametrize("name", [name for name in pages.list_templates(["html"]) if not name.startswith("mail/")])
def test_a_template_can_be_read(name: str) -> None:
    assert pages.get_template(name)
