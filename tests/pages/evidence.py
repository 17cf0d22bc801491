"""A label pursued at the counter: what its secretary attaches and seals, and what a page says."""

import re
from html import unescape

from governance.evidence.facts import LabelPursued, PieceAttached
from governance.words import Day
from tests.site import Site
from web.edge.label_file import shipped

[FRENCH_IMPACT] = [label for label in shipped() if label.template.label == "french-impact"]
ONE = f"/dossiers/{'d' * 32}"
LABEL = "/dossiers/labels/french-impact"
PURSUED = LabelPursued(FRENCH_IMPACT.template.label, FRENCH_IMPACT.template, Day("2018-07"), FRENCH_IMPACT.digest)
MAP = b"%PDF-1.7 la carte des communes"


def attach(site: Site, browser, content: bytes = MAP, name: str = "carte.pdf", **changed: str):
    told = {
        "gesture": "a" * 32,
        "evidence": "EV09",
        "title": "Carte du territoire",
        "on": "10/2018",
        "note": "L’original est en mairie",
        **changed,
    }
    return browser.post(site.at(f"{LABEL}/pieces"), data=told, files={"file": (name, content)})


def seal(site: Site, browser, gesture: str = "d" * 32):
    """Pressed on the page as it is now."""
    return press(site, browser, seen(site, browser), gesture)


def seen(site: Site, browser) -> str:
    """The mark of what the page shows before the seal; nothing for who may not read it."""
    page = browser.get(site.at(f"{LABEL}/scellement"))
    return next(iter(re.findall(r'name="seen" value="([0-9a-f]+)"', page.text)), "")


def press(site: Site, browser, shown: str, gesture: str = "d" * 32):
    return browser.post(site.at(f"{LABEL}/scellement"), data={"gesture": gesture, "seen": shown})


def publish(site: Site, secretary, where: str = "secret", gesture: str = "e" * 32, **typed: str) -> str:
    """The address, as the secretary reads it."""
    page = secretary.post(site.at(f"{ONE}/publication"), data={"gesture": gesture, "where": where, **typed})
    found = re.search(rf"/\S+/preuves/{gesture}/[0-9a-f]+", unescape(page.text))
    assert found, words(page)
    return found[0][found[0].index(f"/{site.slug}") :]


def attached(site: Site) -> list[PieceAttached]:
    return [fact for fact in site.facts if isinstance(fact, PieceAttached)]


def words(page) -> str:
    """What the page says, on one line."""
    return " ".join(unescape(page.text).split())
