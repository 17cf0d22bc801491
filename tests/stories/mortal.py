"""A cooperative in a Palabre of its own, killed again and again, that comes back at the same address; its visitors."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.conftest import PATIENCE
from tests.stories.test_run import ROOT, kill_the_server, running

SLUG = "vallon"
WIDTH = 360  # px: a phone


def palabre(folder: Path, *words: str, code: int = 0) -> str:
    """What the command prints, run in a process of its own, which must leave with this code."""
    env = os.environ | {"PALABRE_HOME": str(folder / "var")}
    env.pop("PALABRE_DATABASE_URL", None)
    command = [sys.executable, "-m", "web", *words]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@dataclass
class Mortal:
    """`kept`: for each step that was made, who looks at its page or its file, and where."""

    folder: Path
    port: int
    new_context: Callable[[], BrowserContext]
    alive: ExitStack = field(default_factory=ExitStack)
    kept: dict[str, tuple[Page, str]] = field(default_factory=dict)
    at_risk: list[str] = field(default_factory=list)  # what was kept since the last kill
    complaints: list[str] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{SLUG}{path}"

    def phone(self) -> Page:
        """Somebody's own. What its browser complains of is kept, but for a server that is not there."""
        context = self.new_context()
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda said: self.complaints.append(said.text) if "Policy" in said.text else None)
        return context.new_page()

    def rise(self) -> None:
        self.alive.enter_context(running(self.folder, self.port)).told("Palabre répond")

    def fall(self) -> None:
        """kill -9 of the pages, then of their database, whatever they were doing."""
        self.alive.close()
        kill_the_server(self.folder)

    def keeps(self, step: str, page: Page, *files: str) -> None:
        """The step is made, by its page and its files."""
        made = {f"{step} {rank}": (page, place) for rank, place in enumerate((page.url.partition("?")[0], *files))}
        self.kept |= made
        self.at_risk += made

    def survives(self, step: str, page: Page, *files: str) -> None:
        """The same, and nothing is lost of what was made since the last time when everything is killed."""
        self.keeps(step, page, *files)
        before = {one: told(*self.kept[one]) for one in self.at_risk}
        self.fall()
        self.rise()
        assert {one: told(*self.kept[one]) for one in self.at_risk} == before
        self.at_risk.clear()

    def told(self) -> dict[str, str]:
        """What every step that was made still says."""
        return {step: told(page, place) for step, (page, place) in self.kept.items()}


@contextmanager
def mortal(folder: Path, new_context: Callable[[], BrowserContext]) -> Iterator[Mortal]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    one = Mortal(folder, port, new_context)
    with one.alive:
        one.rise()
        yield one


def told(page: Page, place: str) -> str:
    """What a page says, its folded parts too, and it holds on a phone; of a file, the SHA-256."""
    if place.endswith((".pdf", "/fichier")):
        file = page.context.request.get(place)
        assert file.ok, (place, file.status)
        return sha256(file.body()).hexdigest()
    answer = page.goto(place)
    assert answer, place
    assert answer.ok, place
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH, place
    return words(page)


def words(page: Page) -> str:
    """Every kind of space is one ordinary space."""
    return " ".join(page.get_by_role("main").inner_text().split())


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=name).first.click()


def href(page: Page, name: str | re.Pattern[str]) -> str:
    """The whole address of a link."""
    place: str = page.get_by_role("main").get_by_role("link", name=name).first.evaluate("link => link.href")
    return place


def labelled(page: Page, label: str) -> Locator:
    return page.get_by_label(re.compile(rf"^{re.escape(label)}( \(facultatif\))?$")).first


def fill(page: Page, typed: Mapping[str, str]) -> None:
    """Each field by its label; in a list, the words of the answer."""
    for label, text in typed.items():
        one = labelled(page, label)
        if one.evaluate("one => one.tagName") == "SELECT":
            one.select_option(label=text)
        else:
            one.fill(text)


def shows(page: Page, *sentences: str) -> None:
    """The page says so, looked at again while registers and letters are on their way."""
    deadline = time.monotonic() + PATIENCE
    while missing := [one for one in sentences if one not in words(page)]:
        assert time.monotonic() < deadline, (missing, words(page))
        time.sleep(0.2)
        page.goto(page.url.partition("?")[0])


def refused(page: Page, sentence: str, article: str = "", kept: Mapping[str, str] | None = None) -> None:
    """The page says no, and why; what was typed is still there."""
    expect(page.get_by_role("main").locator(".notice-refusal, .errors").first).to_be_visible()
    assert sentence in words(page), words(page)
    assert article in words(page), words(page)
    for label, text in (kept or {}).items():
        expect(labelled(page, label)).to_have_value(text)
