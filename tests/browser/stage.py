"""What a story in a browser is told with: a site that is served, the links it follows, the buttons it presses."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event
from typing import Literal

from playwright.sync_api import Page

from governance.assembly.facts import AssemblyPlanned
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.conftest import Database
from tests.hall import in_days
from tests.mail.post import post_office
from tests.site import Site
from web.office import Office
from web.outbox import Outbox
from web.sending import Post

PHONE, DESK = 320, 1280  # px: no page changes between 320 and 640 px, tests/pages/test_face.py sees to it
Scheme = Literal["light", "dark"]
LIGHT: tuple[Scheme, ...] = ("light",)
BOTH: tuple[Scheme, ...] = ("light", "dark")


@dataclass
class Stage:
    """A cooperative's site, and the address where browsers find it."""

    site: Site
    address: str
    database: Database

    def enter(self, page: Page, person: str) -> None:
        """Somebody opens her link, and says that it is she."""
        page.goto(self.address + self.site.link(person))
        page.get_by_role("button", name="Oui").click()

    def go(self, page: Page, path: str) -> None:
        page.goto(self.address + self.site.at(path))

    def letter(self, name: str) -> str:
        """The link in the letter that somebody receives through a real mail server."""
        office = Office(self.database.conninfo("worker"), self.database.house.master_key())
        with post_office() as (postmaster, server):
            outbox = Outbox(office, self.site.slug, Post(self.address, "coop@coop.example", server))
            outbox.fill()
            outbox.send(Event())
            outbox.tell()
        office.close()
        [letter] = [one for one in postmaster.received if name in one["To"]]
        [link] = re.findall(rf"{self.address}\S+", letter.get_body(("plain",)).get_content())
        return link

    def day_comes(self) -> None:
        """The last meeting planned is today's."""
        [*_, planned] = [fact for fact in self.site.facts if isinstance(fact, AssemblyPlanned)]
        self.site.given(replace(planned, day=in_days(0)))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def rebuilt_is_the_same(page: Page, stage: Stage, *registers: str) -> None:
    """The page says the same once these registers are built again from the facts."""
    before = page.get_by_role("main").inner_text()
    worker = stage.database.conninfo("worker")
    Follower(stage.site.office.record, stage.site.office.vault, worker, REGISTERS).rebuild(list(registers))
    page.reload()
    assert page.get_by_role("main").inner_text() == before


def check(page: Page, axe: Callable[..., list[str]], addresses: list[str], schemes: tuple[Scheme, ...] = LIGHT) -> None:
    """Every address is accessible, and holds in a phone and in a desk's screen."""
    for address in addresses:
        page.goto(address)
        check_this(page, axe, schemes)


def check_this(page: Page, axe: Callable[..., list[str]], schemes: tuple[Scheme, ...] = LIGHT) -> None:
    """The page as it stands. Its colours are judged at a desk, and in a phone where every page is visited."""
    resize(page, PHONE)
    assert axe(page, colours=False) == [], (page.url, PHONE)
    resize(page, DESK)
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == [], (page.url, DESK, scheme)


def resize(page: Page, width: int) -> None:
    """To a screen so wide, in px, where it holds."""
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, width)
