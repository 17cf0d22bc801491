"""palabre suspend, palabre reopen: a running house closes a cooperative that another process named, and opens it."""

import time
from collections.abc import Callable
from threading import Event, Thread

import psycopg
import pytest
from starlette.testclient import TestClient

from tests.commands.test_backup import saved
from tests.conftest import PATIENCE
from tests.palabre import Palabre
from web import door
from web.app import create_app
from web.commands import the_cooperative
from web.house import House
from web.sending import Post
from web.worker import work


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_its_pages_say_why_its_worker_leaves_and_nothing_is_touched(
    palabre: Palabre, coop: str, house: House, folder, monkeypatch: pytest.MonkeyPatch
):
    database = the_cooperative(house, coop).database

    def at_work() -> int:
        inside = "select count(*) from pg_stat_activity where datname = %s and usename = 'palabre_worker'"
        with psycopg.connect(house.conninfo("postgres", "owner")) as db:
            [number] = db.execute(inside, [database]).fetchone() or (0,)
        return int(number)

    app, stop = create_app(house), Event()
    browser = TestClient(app, base_url="http://127.0.0.1")
    worker = Thread(target=work, args=[house, Post("http://palabre.test", "coop@coop.example", None), stop])
    worker.start()
    try:
        assert browser.get(f"/{coop}/").status_code == 200
        until(lambda: at_work() > 0)

        assert palabre("suspend", coop, "--motif", "Écrivez à aide@union.example").code == 0
        began = time.monotonic()
        until(lambda: at_work() == 0)
        monkeypatch.setattr(door, "LOOK", 0.0)
        answer = browser.get(f"/{coop}/journal")
        assert (answer.status_code, time.monotonic() - began < 60) == (503, True)
        assert "Écrivez à aide@union.example" in answer.text
        assert "est suspendue" in palabre("code", coop, "creation.secretaire").said
        assert "suspendue" in palabre("status").printed
        assert palabre("backup", str(folder), "--cooperative", coop).code == 0
        assert palabre("export", coop, str(folder / "tout.zip"), "--all").code == 0
        assert saved(folder)

        assert palabre("reopen", coop).code == 0
        until(lambda: at_work() > 0)
        assert browser.get(f"/{coop}/").status_code == 200
    finally:
        stop.set()
        worker.join()
        app.state.offices.close()


def test_one_that_cannot_be_served_holds_up_none_of_the_others(coop: str, house: House):
    """Its signed head cannot be read. Links that advisers ask for are made after the desks, for all of the house."""
    head, stop = house.folder / "heads" / f"{coop}.checkpoint", Event()
    head.parent.mkdir(exist_ok=True)
    head.write_text("rien")
    post = Post("http://palabre.test", "coop@coop.example", None)
    worker = Thread(target=work, args=[house, post, stop])
    try:
        with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
            db.execute("insert into public.asked values ('nobody')")
            worker.start()
            until(lambda: not db.execute("select from public.asked").fetchall())
    finally:
        stop.set()
        worker.join()
        head.unlink()


def test_one_that_does_not_exist_is_said(palabre: Palabre, house: House):
    left = [palabre(word, "nulle-part") for word in ("suspend", "reopen")]

    assert [(one.code, "Aucune coopérative" in one.said) for one in left] == [(1, True), (1, True)]
