"""An assembly at the counter: Irène, who keeps the secretariat, and what she sends and reads."""

import re
from dataclasses import dataclass, replace
from html import unescape

from starlette.testclient import TestClient

from governance.assembly.facts import (
    AssemblyPlanned,
)
from tests.hall import in_days, typed
from tests.site import Site

COMPTES = {"title": "Comptes 2025", "text": "L’assemblée approuve les comptes.", "kind": "ordinary"}
STATUTS = {"title": "Article 18", "text": "L’assemblée modifie l’article 18.", "kind": "extraordinary"}


@dataclass
class Hall:
    """The pages of one meeting, in the hands of the secretary or of a voter."""

    site: Site
    irene: TestClient
    assembly: str = ""

    def path(self, page=""):
        return self.site.at(f"/assemblees/{self.assembly}{page}")

    def send(self, path, who=None, **typed_in):
        """Fills in the form of a page and sends it."""
        browser = who or self.irene
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', browser.get(path).text)
        return browser.post(path, data={**dict(found), **typed_in})

    def press(self, path, on="", who=None):
        """Presses the button of a page that leads to a path."""
        browser = who or self.irene
        pattern = rf'action="{re.escape(path)}[^"]*"[^>]*>\s*<input type="hidden" name="gesture" value="(\w+)"'
        found = re.search(pattern, browser.get(on or self.path()).text)
        assert found, f"no button leads to {path}"
        return browser.post(path, data={"gesture": found[1]})

    def plan(self, days=20):
        form = {"organ": "assembly", "title": "Assemblée annuelle", "starts": "18:30", "place": "Gap"}
        answer = self.send(self.site.at("/assemblees/nouvelle"), day=typed(in_days(days)), **form)
        self.assembly = answer.url.path.rpartition("/")[2]
        return answer

    def convene(self, days=20, *resolutions):
        self.plan(days)
        for resolution in resolutions or (COMPTES,):
            self.send(self.path("/resolutions/nouvelle"), **resolution)
        return self.send(self.path("/convocation"), on=typed(in_days(0)))

    def day_comes(self):
        [*_, planned] = [fact for fact in self.site.facts if isinstance(fact, AssemblyPlanned)]
        self.site.given(replace(planned, day=in_days(0)))

    def come(self, *members):
        for member in members:
            self.press(self.path(f"/presence/{member}"), self.path("/presence"))

    def facts(self, kind):
        return [fact for fact in self.site.facts if isinstance(fact, kind)]


def words(answer):
    """What a reader sees."""
    main = answer.text.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))).replace("\u00a0", " ").replace("\u202f", " ")
