"""Forty present and eight resolutions, held on paper, entered from the keyboard alone: counted key by key."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from governance.assembly.convene import Convene
from governance.assembly.facts import AssemblyPlanned, Matter, SessionClosed, SessionOpened
from governance.assembly.plan import PlanAssembly
from governance.assembly.table import TableResolution
from governance.statutes.facts import Kind, Organ
from governance.vote.facts import VoteCounted
from governance.words import Public, ResolutionId
from tests.browser.sitting import AG, MEETING, VERSION, gives
from tests.browser.stage import Stage
from tests.conftest import Database
from tests.hall import Somebody, in_days, settle, welcome
from tests.site import open_site

KEY, LOOK = 0.75, 1.35
"""Seconds: a key where codes are typed and not words, a look at the paper before a box that is filled in (Card, Moran
and Newell, The Keystroke-Level Model, 1980: the slow end of what they measured of people who use a keyboard)."""

BOXES = "[...form.elements].filter(one => one.matches('input:not([type=hidden]), select')).map(one => one.name)"
FIRST = ("Abel", "Brune", "Cyr", "Delphine", "Eudes", "Fleur", "Gaspard", "Hermine", "Isaac", "Jeanne")
LAST = ("Ambel", "Bréziers", "Clarée", "Dormillouse", "Espinasses")
CROWD = [
    Somebody(f"m{number:02}", f"{first} {last}", "benevoles", "benevoles", email=False)
    for number, (last, first) in enumerate(product(LAST, FIRST))
]
EIGHT = [f"r{number}" for number in range(1, 9)]


@pytest.fixture
def stage(cooperative: Database, serve: Callable[..., str]) -> Iterator[Stage]:
    """Fifty-eight members convened to yesterday's assembly, for eight resolutions."""
    with open_site(cooperative) as site:
        settle(site)
        welcome(site, *CROWD)
        text = Public("L’assemblée adopte la résolution.")
        tabled = [
            TableResolution(AG, ResolutionId(one), Kind.ORDINARY, Matter.GENERAL, Public(f"Résolution {one}"), text)
            for one in EIGHT
        ]
        plan = PlanAssembly(AG, Organ.ASSEMBLY, Public("Assemblée annuelle"), in_days(0), "18:30", Public("Gap"))
        gives(site, "irene", plan, *tabled, Convene(AG, VERSION, in_days(-20)))
        [planned] = [fact for fact in site.facts if isinstance(fact, AssemblyPlanned)]
        site.given(replace(planned, day=in_days(-1)))
        yield Stage(site, serve(site.app), cooperative)


@dataclass
class Typist:
    """She has a keyboard and nothing else."""

    page: Page
    keys: int = 0
    filled: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def fill(self, boxes: dict[str, str]) -> None:
        """From box to box in their order, to the button of the form."""
        for name in self.page.evaluate(BOXES):
            if words := boxes.get(name):
                self.page.keyboard.type(words)
                self.keys += len(words)
                self.filled.append(name)
            self.press("Tab")
        assert self.page.evaluate("document.activeElement.innerText") == "Vérifier"

    def reach(self, button: str) -> None:
        for _ in range(40):
            if self.page.evaluate("document.activeElement.innerText") == button:
                return self.press("Enter")
            self.press("Tab")
        pytest.fail(f"no {button!r} within forty keys")

    @property
    def minutes(self) -> float:
        return (self.keys * KEY + len(self.filled) * LOOK) / 60


def papers() -> dict[str, str]:
    """Forty signatures, some late, some gone early; three powers; eight votes by hand and on bulletins; the hours."""
    came = {f"came.{one.id}": "x" for one in CROWD[:33]}
    late = {"came.m33": "1850", "came.m34": "1915-2005", "came.m35": "x-1940", "came.m36": "1902"}
    others = {f"came.{one}": "x" for one in ("alma", "basile", "durance")}
    powers = {"power.m40": "alma", "power.m41": "jar", "power.elsa": "bas"}
    officers = {"opened": "1830", "chair": "alma", "first_teller": "bas", "second_teller": "amb abe"}
    hours = {f"hour.{one}": f"19{number}0" for number, one in enumerate(EIGHT[:6])}
    hands = {"against.r2-benevoles": "3", "abstention.r2-benevoles": "2", "against.r5-salaries": "1"}
    urns = {"way.r8": "Bulletins", "for_.r8-benevoles": "30", "against.r8-benevoles": "4", "for_.r8-salaries": "2"}
    last = {"hour.r7": "2000", "hour.r8": "2010", "for_.r8-structures": "1", "closed": "2030"}
    return came | late | others | powers | officers | hours | hands | urns | last


def test_forty_present_and_eight_resolutions_are_typed_in_less_than_twenty_minutes(
    page: Page, stage: Stage, axe: Callable[..., list[str]], quiet: Page
) -> None:
    stage.enter(page, "irene")
    stage.go(page, f"{MEETING}/papier")
    assert axe(page, colours=False) == []
    typist = Typist(page)

    with page.expect_response(lambda answer: answer.status == 204):  # what is typed is kept as it goes
        typist.fill(papers())
    typist.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Relire avant d’écrire")
    assert axe(page) == []
    typist.reach("Tout écrire")
    expect(page.get_by_role("heading", level=1)).to_have_text("Assemblée annuelle")

    facts = stage.site.facts
    [opened] = [fact for fact in facts if isinstance(fact, SessionOpened)]
    assert set(typist.filled) == set(papers())
    assert (opened.present, opened.represented) == (37, 3)
    assert sum(isinstance(fact, VoteCounted) for fact in facts) == 8
    assert sum(isinstance(fact, SessionClosed) for fact in facts) == 1
    assert typist.minutes < 20, f"{typist.keys} keys, {len(typist.filled)} boxes"
