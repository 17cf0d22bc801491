"""A site with one cooperative on real PostgreSQL, its follower running, and people who sign in by their link."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import psycopg
from starlette.applications import Starlette
from starlette.testclient import TestClient

from governance.command import PALABRE
from governance.membership.facts import OfficeTaken, PersonRegistered
from governance.record.vault import _commit
from governance.statutes.facts import RecordOpened
from governance.words import Clear, Day, Fact, Office, PersonId, Public, Said
from tests.conftest import Database
from web.app import create_app
from web.office import Following
from web.office import Office as Counter
from web.visitor import digest


@dataclass
class Site:
    app: Starlette
    slug: str
    office: Counter

    def given(self, *facts: Fact) -> None:
        """What is already in the record; the registers are up to it."""
        gesture = uuid4().hex
        self.office.record.enter(facts, PALABRE, gesture)
        self.office.wait(self.head)

    @property
    def head(self) -> int:
        return self.office.record.head()

    @property
    def facts(self) -> list[Fact]:
        return [entry.fact for entry in self.office.record.entries()]

    def person(self, person: str, name: str, *offices: Office, email: str = "") -> PersonId:
        """Somebody known here, with offices held since 2000."""
        self.given(*self.known(person, name, *offices, email=email))
        return PersonId(person)

    def known(self, person: str, name: str, *offices: Office, email: str = "") -> list[Fact]:
        """What the record says of such a person; her words are in the vault already."""
        who = PersonId(person)
        given = [Clear(who, Said.NAME, name), *([Clear(who, Said.EMAIL, email)] if email else [])]
        words = [_commit(clear, uuid4().hex) for clear in given]
        self.office.vault.keep(words)
        taken = [OfficeTaken(who, office, Day("2000")) for office in offices]
        return [PersonRegistered(who, *(word.seal for word in words)), *taken]

    def link(self, person: str) -> str:
        """The address of a link that was sent to this person."""
        secret = uuid4().hex
        with self.office.reading() as db:
            db.execute(
                "insert into public.entrance (digest, person, expires) values (%s, %s, now() + interval '1 hour')",
                [digest(secret), person],
            )
        return f"/{self.slug}/entrer/{secret}"

    def browser(self, person: str | None = None) -> TestClient:
        """Somebody in front of the site, signed in by her link if named."""
        client = TestClient(self.app, base_url="http://127.0.0.1", follow_redirects=True)
        if person:  # the home page that follows is not what she came for
            entered = client.post(self.link(person), data={"gesture": "0" * 32}, follow_redirects=False)
            assert entered.status_code == 303
        return client

    def at(self, path: str) -> str:
        return f"/{self.slug}{path}"


@contextmanager
def open_site(
    database: Database, name: str = "Coopérative d’essai", demonstration: bool = False, opened: bool = True
) -> Iterator[Site]:
    """The cooperative takes its place in the installation for the time of a test; its record is `opened`, or empty."""
    house, slug = database.house, database.name.replace("_", "-")
    key = house.master_key()
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        row = [slug, name, database.name]
        db.execute("insert into cooperative (slug, name, database, state) values (%s, %s, %s, 'open')", row)
        try:
            with Following(database.conninfo("worker"), key):
                app = create_app(house)
                site = Site(app, slug, app.state.offices.of(slug))
                if opened:
                    site.given(RecordOpened(Public(name), demonstration))
                yield site
                app.state.offices.close()
        finally:
            db.execute("delete from cooperative where slug = %s", [slug])
