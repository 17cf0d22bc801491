"""Cooperatives of one house, each with its secretary, and the adviser whom they invite."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from threading import Event

import psycopg
from starlette.testclient import TestClient

from governance.membership.adviser_facts import AdviserVisited, Scope, Seen
from governance.words import Office, PersonId
from tests.conftest import Database, fresh_cooperative
from tests.mail.post import post_office
from tests.site import Site, open_site
from web.advice.index import Index, send_links
from web.house import House
from web.members import today
from web.office import Office as Counter
from web.outbox import Outbox
from web.sending import Post

HERS = "agathe@union.example"
SECRETARY = PersonId("sol")
FORM = {"organisation": "Union régionale", "name": "Agathe", "email": HERS}
LATER = f"{today().first + timedelta(days=90):%d/%m/%Y}"
_numbers = count()


def gesture() -> dict[str, str]:
    return {"gesture": f"{next(_numbers):032x}"}


class Hosted:
    """A cooperative of the house, with its secretary and its worker."""

    def __init__(self, site: Site, database: Database) -> None:
        site.person(SECRETARY, "Sol", Office.SECRETARY)
        self.site, self.database = site, database
        self.secretary = site.browser(SECRETARY)
        self.index = Index(database.house, site.slug)

    def invites(self, scope: Scope, email: str = HERS) -> None:
        asked = FORM | gesture() | {"email": email, "scope": scope.value, "until": LATER}
        assert "recu=" in str(self.secretary.post(self.site.at("/conseillers/invitation"), data=asked).url)
        self.index.keep(self.site.office)

    def revokes(self) -> None:
        page = self.secretary.get(self.site.at("/conseillers"))
        [end] = re.findall(r"/conseillers/\w+/fin", page.text)
        self.secretary.post(self.site.at(end), data=gesture())

    @property
    def visits(self) -> list[Seen]:
        return [fact.seen for fact in self.site.facts if isinstance(fact, AdviserVisited)]

    @property
    def waiting(self) -> list[str]:
        with self.site.office.reading() as db:
            return [row["recipient"] for row in db.execute("select recipient from public.outbox where state = 'due'")]

    def letters(self) -> list[tuple[str, str]]:
        """To whom its worker writes, and the link that each letter holds."""
        office = Counter(self.database.conninfo("worker"), self.database.house.master_key())
        with post_office() as (postmaster, server):
            Outbox(office, self.site.slug, Post("http://127.0.0.1", "coop@coop.example", server)).send(Event())
        office.close()
        bodies = [(one["To"], one.get_body(("plain",)).get_content()) for one in postmaster.received]
        return [(to, re.findall(r"http://127\.0\.0\.1(/\S+)", body)[0]) for to, body in bodies]


@contextmanager
def hosted(house: House, name: str, demonstration: bool = False) -> Iterator[Hosted]:
    """How often each asked for a link is forgotten: the house is one for all tests."""
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        db.execute("truncate public.attempt, public.asked, public.session")
    with fresh_cooperative(house) as database, open_site(database, name, demonstration) as site:
        yield Hosted(site, database)


def asks(hosted: Hosted, email: str = HERS) -> TestClient:
    browser = hosted.site.browser()
    assert "Regardez votre courriel" in browser.post("/conseil/connexion", data=gesture() | {"email": email}).text
    send_links(hosted.database.house)
    return browser


def arrives(hosted: Hosted, sender: Hosted | None = None) -> TestClient:
    """Signed in at the front, by the letter of the cooperative that sends it."""
    browser = asks(hosted)
    [(_, link)] = (sender or hosted).letters()
    assert browser.post(link, data=gesture()).url.path == "/conseil"
    return browser
