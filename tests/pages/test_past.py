"""A visit to the past: every register as it was known on a day, whatever was written, corrected or forgotten since."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from governance.command import PALABRE
from governance.evidence.remark_facts import RemarkHidden, RemarkId, RemarkMade
from governance.evidence.trace_facts import Thing
from governance.membership.facts import CollegeChanged, ContactErased, OfficeTaken
from governance.record.vault import _commit
from governance.rights.facts import IdentityErased
from governance.words import PARIS, Clear, CollegeId, Day, MemberId, PersonId, Public, Said
from governance.words import Office as Role
from projections.past import Historian
from tests.conftest import fresh_cooperative
from tests.office import recalling
from tests.site import Site, open_site
from web.app import ROUTES
from web.commands.demo import FOLDER
from web.counter import Page
from web.edge.gestures_file import Given
from web.house import House
from web.importing import carry_out, read_beside

DEMONSTRATION = read_beside(FOLDER / "hautes-alpes.yaml")
DAY, ENDED = "2026-10-15", datetime(2026, 10, 16, tzinfo=PARIS)
AU = f"/au/{DAY}"
REMEMBERED = [page for page in ROUTES if isinstance(page, Page) and page.has_past]
NAMED = {"format": "json", "catalogue": "besoins", "year": "2026"}
DATED = re.compile(r'"shown": "[^"]*", "written": "[^"]*"')


CORRECTED = (
    CollegeChanged(MemberId("mbp"), CollegeId("soutiens"), Day("2025-06-01")),
    OfficeTaken(PersonId("sec"), Role.BOARD, Day("2024")),
    ContactErased(PersonId("sec")),
    IdentityErased(PersonId("sec")),
    RemarkHidden(RemarkId("r"), Thing("proposal.pr3"), Public("Injurieuse"), Day("2026-11-02")),
)
"""Of the past, and learnt since; the secretary is forgotten, a remark is hidden."""


FORGOTTEN = "Maëlle Oriol"
SAME = {"Sec-Fetch-Site": "same-origin"}


class Clock(datetime):
    """It is still that day."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock":
        return cls(2026, 10, 15, 12, tzinfo=PARIS)


class Told(NamedTuple):
    site: Site
    historian: Historian
    secretary: TestClient
    served: dict[str, str]

    def get(self, path: str) -> str:
        return self.secretary.get(self.site.at(path)).text


@pytest.fixture(scope="module")
def told(house: House) -> Iterator[Told]:
    """The demonstration, what its registers served on a day, and all that was written after."""
    with fresh_cooperative(house) as database, open_site(database, opened=False) as site:
        written(site, *(given for given in DEMONSTRATION.gestures if given.at and given.at < ENDED))
        remarked(site)
        secretary = site.browser("sec")
        with pytest.MonkeyPatch.context() as clock:
            clock.setattr("web.bygone.datetime", Clock)
            served = registers(site, secretary)
        written(site, *(given for given in DEMONSTRATION.gestures if given.at and given.at >= ENDED))
        site.given(*CORRECTED)
        with recalling(database) as historian:
            yield Told(site, historian, secretary, served)


def written(site: Site, *gestures: Given) -> None:
    carry_out(replace(DEMONSTRATION, gestures=gestures), site.office.record)
    site.office.wait(site.head)


def remarked(site: Site) -> None:
    words = _commit(Clear(PersonId("ben-2"), Said.REASON, "Une injure"), "remarque")
    site.office.vault.keep([words])
    made = RemarkMade(RemarkId("r"), Thing("proposal.pr3"), PersonId("ben-2"), words.seal, Day(DAY))
    site.office.record.enter([made], PALABRE, "remarque", ENDED - timedelta(seconds=1))
    site.office.wait(site.head)


def registers(site: Site, reader: TestClient, day: str = "") -> dict[str, str]:
    """Every register as JSON, but for when the file was made and what it says of the day that it shows."""
    asked = [re.sub(r"{(\w+)}", lambda name: NAMED.get(name[1], "rien"), page.path) for page in REMEMBERED]
    answers = {path: reader.get(site.at(day + path)) for path in asked if path.endswith(".json")}
    return {path: DATED.sub("", answer.text) for path, answer in answers.items() if answer.status_code == 200}


def test_the_data_of_a_past_day_are_what_was_served_that_day(told: Told):
    assert "se prépare" in told.get(f"{AU}/membres")
    told.historian.turn()
    then, now = registers(told.site, told.secretary, AU), registers(told.site, told.secretary)

    assert {path: rows(text) for path, text in then.items()} == {path: rows(text) for path, text in told.served.items()}
    changed = {path for path in then if then[path] != told.served[path]}
    assert changed == {path for path in then if FORGOTTEN in told.served[path]}
    assert len([path for path in then if rows(then[path]) != rows(now[path])]) > 4


def rows(text: str) -> list[str]:
    """Who was forgotten has no name any more, and comes first; what was noted of her is forgotten too."""
    return sorted(
        line.rstrip(",").replace(FORGOTTEN, "(nom effacé)").replace("chèque", "") for line in text.splitlines()
    )


def test_every_page_of_registers_can_be_read_and_leads_to_others_of_that_day(told: Told):
    told.get(f"{AU}/membres")
    told.historian.turn()
    for page in (page for page in REMEMBERED if "{" not in page.path and not page.path.endswith(".pdf")):
        answer = told.secretary.get(told.site.at(AU + page.path))
        assert (page.path, answer.status_code) == (page.path, 200)
        assert "telle qu’on la connaissait le 15 octobre 2026 au soir" in answer.text, page.path
    links = re.findall(r'href="([^"?#]+)', told.get(f"{AU}/membres/mbp"))
    ours = told.site.at("")
    assert {link.removeprefix(ours) for link in links if link.startswith(ours) and AU not in link} == {
        *("/", "/mon-espace", "/membres/mbp", "/au")
    }


def test_a_remark_that_is_hidden_since_is_not_read_there(told: Told):
    told.get(f"{AU}/membres")
    told.historian.turn()
    page = told.get(f"{AU}/fil/proposal.pr3/discussion")

    assert ("Une injure" in page, "Injurieuse" in page) == (False, True)


@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_nothing_is_written_there(told: Told, verb: str):
    told.get(f"{AU}/membres")
    told.historian.turn()
    before = told.site.head
    answer = told.secretary.request(
        verb, told.site.at(f"{AU}/membres/mbp/depart"), data={"gesture": "0" * 32} if verb == "POST" else None
    )

    assert (answer.status_code, told.site.head) == (409, before)
    assert "Seulement aujourd’hui" in answer.text
    assert f'href="{told.site.at("/membres/mbp/depart")}"' in answer.text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2018-11-04", "Rien n’était encore écrit"),
        ("2199-01-01", "Registre des membres"),
        ("2026-02-30", "Cette page n’existe pas"),
    ],
)
def test_a_day_without_a_past_is_said(told: Told, day: str, said: str):
    page = told.get(f"/au/{day}/membres")

    assert said in page
    assert ("telle qu’on la connaissait le" in page) == said.startswith("Rien")


def test_who_is_a_stranger_today_reads_nothing_of_then(told: Told):
    nobody = told.site.browser().get(told.site.at(f"{AU}/membres"), follow_redirects=False)
    stranger = told.site.browser(told.site.person("stranger", "Inconnue")).get(told.site.at(f"{AU}/membres"))

    assert nobody.headers["location"] == told.site.at(f"/connexion?vers={told.site.at(AU)}/membres")
    assert stranger.status_code == 403


def test_no_page_that_is_asked_for_steps_out_of_its_day(told: Told):
    for page in ("/../../conseil", "//evil.example", "/membres/..", "https://evil.example/"):
        answer = told.secretary.get(told.site.at("/au"), params={"page": page, "jour": DAY}, follow_redirects=False)
        assert answer.headers["location"] == told.site.at(f"{AU}/chronologie"), page


def test_a_day_is_asked_for_and_leads_back_to_the_same_page(told: Told):
    asked = {"page": "/decisions", "jour": DAY}
    answer = told.secretary.get(told.site.at("/au"), params=asked, follow_redirects=False)
    wrong = told.secretary.get(told.site.at("/au"), params={**asked, "jour": "2999-01-01"})

    assert answer.headers["location"] == told.site.at(f"{AU}/decisions")
    assert wrong.status_code == 422
    assert 'value="2999-01-01"' in wrong.text
