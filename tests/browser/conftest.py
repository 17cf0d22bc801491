"""A real browser: Chromium, an application served on a free port, and the judge of accessibility."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from tests.browser.sitting import gather
from tests.browser.stage import Stage
from tests.conftest import Database
from tests.site import open_site

expect.set_options(timeout=60_000)  # ms

AXE = (Path(__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]
TINTS = """
    () => {
        const seen = new Set()
        const tint = text => {
            const {color, fill, fontSize, fontWeight} = getComputedStyle(text), behind = []
            for (let one = text; one; one = one.parentElement) {
                const {backgroundColor, backgroundImage, opacity} = getComputedStyle(one)
                behind.push(opacity, backgroundImage, backgroundColor)
                if (backgroundColor.startsWith("rgb(")) break
            }
            const bare = behind.filter(one => !["1", "none", "rgba(0, 0, 0, 0)"].includes(one))
            seen.add([color, fill, fontSize, fontWeight, ...bare].join())
        }
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (texts.nextNode())
            if (texts.currentNode.data.trim() && texts.currentNode.parentElement.checkVisibility())
                tint(texts.currentNode.parentElement)
        document.querySelectorAll("input, select, textarea").forEach(tint)
        return [...seen]
    }
"""  # contrast depends on nothing else: the colour of a text, its size, and what is behind it
JUDGE = f"""
    asked => {{
        if (!("axe" in window)) return null
        const fresh = asked.colours ? ({TINTS})().filter(one => !asked.tints.includes(one)) : []
        const rules = {{"color-contrast": {{enabled: fresh.length > 0}}}}
        return axe.run(document, {{runOnly: asked.rules, rules, preload: false, resultTypes: ["violations"]}})
            .then(found => [fresh, found.violations])
    }}
"""  # the rest is told at length, and weighs more than the page; asked at once, for a page is slow to answer
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("These tests need Chromium: apt-get install --no-install-recommends chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    french = {"locale": "fr-FR", "timezone_id": "Europe/Paris", "viewport": {"width": 360, "height": 740}}
    still = {"reduced_motion": "reduce"}  # a colour on its way is no colour to judge
    return {**browser_context_args, **french, **still}


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The application at the address given, until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", ws="none", lifespan="auto", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            pytest.fail("the application does not start")
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(5)
        listening.close()


@pytest.fixture
def serve() -> Iterator[Callable[[ASGIApp], str]]:
    """`serve(app)` gives the address where the application answers until the test ends."""
    with ExitStack() as served:
        yield lambda app: served.enter_context(serving(app))


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    """An assembly of today, gathered and not yet open; other rooms set a stage of their own."""
    with open_site(cooperative) as site:
        gather(site)
        yield Stage(site, serve(site.app), cooperative)


@pytest.fixture(scope="session")
def tints() -> set[str]:
    """The colours of texts that were judged, so that no page is judged again for them."""
    return set()


@pytest.fixture
def axe(tints: set[str]) -> Callable[..., list[str]]:
    """`axe(page)`: what WCAG 2.2 AA and RGAA find wrong in the page as it stands, one line each.

    Colours cost four times all the rest: they are judged where a page has some that no other had before it.
    """

    def judge(page: Page, *, colours: bool = True) -> list[str]:
        asked = {"rules": RULES, "colours": colours, "tints": [*tints]}
        told = page.evaluate(JUDGE, asked)
        if told is None:
            page.evaluate(AXE + ";undefined")
            told = page.evaluate(JUDGE, asked)
        fresh, violations = told
        found = [
            f"{rule['id']} ({rule['impact']}): {node['html'][:160]}" for rule in violations for node in rule["nodes"]
        ]
        if not found:
            tints.update(fresh)
        return found

    return judge


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page whose console stays silent: the policy forbids nothing that we do."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert [one for one in complaints if "409" not in one and "422" not in one] == []
