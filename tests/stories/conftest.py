"""The demonstration, loaded once by its command while its registers follow; copies of it for who changes something;
a browser, and `palabre count`."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page
from psycopg import sql

from tests.browser.conftest import browser_context_args, browser_type_launch_args, serve  # noqa: F401
from tests.conftest import roomy_memory, swept_folder
from tests.palabre import runner
from tests.site import Site
from tests.stories.mortal import href
from web.__main__ import main
from web.app import create_app
from web.commands.demo import FOLDER, SLUGS, TERRITORIES
from web.edge.gestures_file import GesturesFile
from web.house import House
from web.importing import read_beside
from web.office import Following

_numbers = count()


@pytest.fixture(scope="session")
def demonstration() -> Iterator[House]:
    """An installation where both cooperatives are, loaded by `palabre demo`."""
    with swept_folder(roomy_memory()) as folder, House.open(folder / "var", fsync=False) as house:
        house.migrate()
        with _following(house):
            _load(house, "demo")
        with psycopg.connect(house.conninfo("palabre", "owner"), autocommit=True) as db:
            for slug in SLUGS:
                _clone(db, _database(slug), f"modele_{slug}")
        yield house


def _load(house: House, *words: str) -> None:
    with pytest.MonkeyPatch.context() as shell:
        shell.delenv("PALABRE_DATABASE_URL", raising=False)
        shell.setenv("PALABRE_HOME", str(house.folder))
        shell.setattr("sys.argv", ["palabre", *words])
        with pytest.raises(SystemExit) as left:
            main()
    assert not left.value.code


@pytest.fixture(scope="session")
def territories(demonstration: House) -> Iterator[dict[str, Site]]:
    """The five meetings of territories, beside the demonstration, loaded by `palabre demo --all`; to be looked at."""
    _load(demonstration, "demo", "--all")
    app = create_app(demonstration)
    yield {slug: Site(app, slug, app.state.offices.of(slug)) for slug in TERRITORIES}
    app.state.offices.close()


def _database(slug: str) -> str:
    return "palabre_" + slug.replace("-", "_")


def _clone(db: psycopg.Connection, origin: str, copy: str) -> None:
    """The origin must have nobody in it."""
    clone = sql.SQL("create database {} template {} strategy file_copy")
    db.execute(clone.format(sql.Identifier(copy), sql.Identifier(origin)))


@contextmanager
def _following(house: House) -> Iterator[None]:
    """Entries reach the registers as they come, as they do where people work."""
    with ExitStack() as followers:
        for slug in SLUGS:
            made = house.make(slug, slug)
            followers.enter_context(Following(house.conninfo(made.database, "worker"), house.master_key()))
        yield


@pytest.fixture(params=SLUGS)
def slug(request: pytest.FixtureRequest) -> str:
    """Each cooperative of the demonstration."""
    return str(request.param)


@cache
def told_by(slug: str) -> GesturesFile:
    """The file of a cooperative."""
    return read_beside(FOLDER / f"{slug}.yaml")


@pytest.fixture(scope="session")
def sites(demonstration: House) -> Iterator[dict[str, Site]]:
    """The pages of both, to be looked at."""
    app = create_app(demonstration)
    yield {slug: Site(app, slug, app.state.offices.of(slug)) for slug in SLUGS}
    app.state.offices.close()


@contextmanager
def copied(house: House, slug: str) -> Iterator[Site]:
    """A copy of a cooperative, for a test that changes it; its registers follow."""
    copy = f"copie-{next(_numbers)}"
    database = _database(copy)
    with psycopg.connect(house.conninfo("palabre", "owner"), autocommit=True) as db:
        _clone(db, f"modele_{slug}", database)
        db.execute("insert into cooperative values (%s, %s, %s, 'open')", [copy, slug, database])
        app = create_app(house)
        try:
            with Following(house.conninfo(database, "worker"), house.master_key()):
                yield Site(app, copy, app.state.offices.of(copy))
                app.state.offices.close()
        finally:
            db.execute("delete from cooperative where slug = %s", [copy])
            db.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(database)))


Recount = Callable[[Page], dict]


@pytest.fixture
def recount(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Recount:
    """`recount(page)`: what `palabre count` finds in the file of the vote that the page shows."""
    palabre = runner(monkeypatch, capsys)

    def counted(page: Page) -> dict:
        file = tmp_path / "scrutin.json"
        file.write_bytes(page.request.get(href(page, "Le scrutin, pour le recompter")).body())
        return json.loads(palabre("count", str(file)).printed)["count"]

    return counted
