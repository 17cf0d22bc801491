"""The page of components in Chromium: accessible, legible, printable, and nothing that the policy forbids."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.browser.stage import BOTH, DESK, PHONE, check_this, resize
from web import components
from web.language import Language
from web.pages import CSP, NAV, assets, render
from web.visitor import everybody


class Policy:
    """ASGI: the policy that every page goes out with."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", CSP.encode())]
            await send(message)

        await self.app(scope, receive, strict)


def elsewhere(request: Request) -> Response:
    request.state.coop = SimpleNamespace(name="Elsewhere", slug="vallees", demonstration=False)
    return render(request, "base.html")


rooms = [Route(f"/{name}", elsewhere, name=name) for name, _ in NAV]
signing = [Route("/sortie", elsewhere, methods=["POST"], name="signout")]
SITE = Starlette(
    routes=[assets, Mount("/{coop}", routes=[*components.routes, *rooms, *signing])],
    middleware=[Middleware(Policy), Middleware(Language)],
)
SITE.state.readers = {name: everybody for name, _ in NAV}


@pytest.fixture
def components_page(page: Page, serve: Callable[[ASGIApp], str]) -> Iterator[Page]:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(serve(SITE) + "/vallees/composants")
    yield page
    expected = [words for words in complaints if "422" in words]
    assert complaints == expected, "the policy was violated, or a script failed"


def test_the_components_are_accessible_and_hold_in_the_page(components_page: Page, axe: Any) -> None:
    components_page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for scheme in BOTH:
        components_page.emulate_media(color_scheme=scheme)
        assert axe(components_page) == [], scheme

    check_this(components_page, axe, BOTH)


@pytest.mark.parametrize("scheme", BOTH)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(components_page: Page, axe: Any, scheme: Any) -> None:
    components_page.emulate_media(color_scheme=scheme)
    typed = 'L’« Épicerie » <b>"d’Ici"</b> 🌱 مقهى'
    components_page.get_by_label("Nom de l’organisation").fill(typed)
    components_page.get_by_label("Date de création").fill("31/02/2026")
    components_page.get_by_label("Montant souscrit").fill("1.234")
    components_page.get_by_label("Emploi partagé").check()
    components_page.get_by_role("button", name="Envoyer").click()

    expect(components_page).to_have_title("Erreur : Composants – La Coopérative des Trois Vallées – Palabre")
    expect(components_page.locator(".errors")).to_be_focused()
    expect(components_page.locator(".errors")).to_contain_text("Date de création — Le 31/02/2026 n’existe pas")
    expect(components_page.get_by_label("Nom de l’organisation")).to_have_value(typed)
    expect(components_page.get_by_label("Date de création")).to_have_value("31/02/2026")
    expect(components_page.get_by_label("Emploi partagé")).to_be_checked()
    assert axe(components_page) == []

    components_page.locator(".errors").get_by_role("link", name="Montant souscrit").click()
    expect(components_page.get_by_label("Montant souscrit")).to_be_focused()


def test_a_form_keeps_its_gesture_when_it_comes_back(components_page: Page) -> None:
    hidden = components_page.locator("#form input[name=gesture]")
    before = hidden.get_attribute("value")
    components_page.get_by_role("button", name="Envoyer").click()

    expect(components_page.locator(".errors")).to_be_visible()
    assert hidden.get_attribute("value") == before


def test_the_keyboard_meets_the_skip_link_first_then_the_rooms(components_page: Page) -> None:
    met = []
    for _ in range(4):
        components_page.keyboard.press("Tab")
        met.append(components_page.evaluate("document.activeElement.innerText.trim()"))

    assert met == ["Aller au contenu", "La Coopérative des Trois Vallées", "Se déconnecter", "Rubriques"]


def test_the_skip_link_leads_to_what_the_page_says(components_page: Page) -> None:
    components_page.keyboard.press("Tab")
    components_page.keyboard.press("Enter")

    assert components_page.evaluate("document.activeElement.id") == "main"


def test_the_focus_is_seen(components_page: Page) -> None:
    components_page.get_by_role("button", name="Envoyer").focus()
    components_page.keyboard.press("Shift+Tab")
    components_page.keyboard.press("Tab")

    assert components_page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_what_a_volunteer_presses_to_vote_is_large(components_page: Page) -> None:
    targets = components_page.locator("#ballot .option, #ballot button").all()

    for width in (PHONE, DESK):
        resize(components_page, width)
        sizes = [box for target in targets if (box := target.bounding_box())]
        assert len(sizes) == 4
        assert all(box["height"] >= 44 and box["width"] >= 44 for box in sizes), width


def test_a_vote_can_be_chosen_with_the_keyboard_alone(components_page: Page) -> None:
    components_page.get_by_label("Pour", exact=True).focus()
    components_page.keyboard.press("ArrowDown")

    expect(components_page.get_by_label("Contre", exact=True)).to_be_checked()


def test_the_rooms_open_under_a_word_on_a_phone_and_stand_open_on_a_desk(components_page: Page) -> None:
    members = components_page.get_by_role("link", name="Membres")
    expect(members).to_be_hidden()
    components_page.locator("summary", has_text="Rubriques").click()
    expect(members).to_be_visible()

    components_page.reload()
    components_page.set_viewport_size({"width": 1280, "height": 800})
    expect(members).to_be_visible()
    assert members.get_attribute("href") == "/vallees/members"


def test_on_paper_there_is_no_navigation_but_the_name_and_the_demonstration(components_page: Page) -> None:
    components_page.emulate_media(media="print")

    for gone in (".rooms", ".masthead-who", ".skip", ".submit", ".pager", ".actions"):
        expect(components_page.locator(gone).first).to_be_hidden()
    expect(components_page.locator(".coop")).to_be_visible()
    expect(components_page.locator(".demonstration")).to_be_visible()


def test_the_same_page_in_english(components_page: Page) -> None:
    components_page.get_by_role("link", name="English").click()

    expect(components_page.locator("html")).to_have_attribute("lang", "en")
    components_page.goto(components_page.url.partition("?")[0])
    expect(components_page.locator("html")).to_have_attribute("lang", "en")
    components_page.get_by_role("link", name="Français").click()
    expect(components_page.locator("html")).to_have_attribute("lang", "fr")


def test_the_judge_of_accessibility_does_judge(page: Page, axe: Any) -> None:
    page.set_content("<html><body><img src=x><input></body></html>")

    assert len(axe(page)) >= 3
