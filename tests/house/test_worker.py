"""palabre worker, as a process of its own: it follows, it sends, it is killed and comes back."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from governance.assembly.facts import NoticeRefused, NoticeSent
from governance.record.log import root
from governance.record.note import Checkpoint
from governance.record.sealer import last
from tests.conftest import PATIENCE, Database
from tests.hall import settle
from tests.mail.outbox import WITH_MAILBOX, convened, facts
from tests.mail.post import post_office
from tests.record.acts import decision
from tests.site import Site, open_site
from web.mail.servers import Server

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def working(database: Database, server: Server) -> Iterator["subprocess.Popen[str]"]:
    env = os.environ | {
        "PALABRE_HOME": str(database.house.folder),
        "PALABRE_SMTP": f"smtp://{server.host}:{server.port}",
        "PALABRE_URL": "http://palabre.test",
    }
    env.pop("PALABRE_DATABASE_URL", None)
    with subprocess.Popen([sys.executable, "-m", "web", "worker"], cwd=ROOT, env=env, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def until(site: Site, true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, (letters(site), facts(site, NoticeSent), facts(site, NoticeRefused))
        time.sleep(0.05)


def letters(site: Site) -> list[dict[str, object]]:
    with site.office.reading() as db:
        return db.execute("select state, answer, attempts, next_try from public.outbox order by id").fetchall()


def told(site: Site) -> bool:
    return len(facts(site, NoticeSent)) == len(WITH_MAILBOX)


def test_killed_while_it_sends_it_comes_back_and_leaves_nobody_out(cooperative: Database) -> None:
    with open_site(cooperative) as site, post_office() as (postmaster, server):
        settle(site)
        site.given(*convened())
        with working(cooperative, server) as process:
            until(site, lambda: bool(postmaster.received))
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert not told(site)

        with working(cooperative, server) as process:
            until(site, lambda: told(site))
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0

    by_name = {message["Message-ID"] for message in postmaster.received}
    assert len(by_name) == len(WITH_MAILBOX)
    assert len(postmaster.received) <= len(WITH_MAILBOX) + 1  # the one under way when it was killed, at most


def sealed(site: Site) -> int:
    """How many entries are under the last signed head."""
    with site.office.reading() as db:
        head = last(db)
    return head.size if head else 0


def test_killed_while_it_seals_it_leaves_no_entry_out_and_seals_none_twice(cooperative: Database) -> None:
    with open_site(cooperative) as site, post_office() as (_, server):
        settle(site)
        for start in (0, 400):
            with working(cooperative, server) as process:
                before = sealed(site)
                site.given(*(decision(f"d-{n}", n) for n in range(start, start + 400)))
                until(site, lambda: sealed(site) > before)  # noqa: B023 - asked before the next turn
                process.send_signal(signal.SIGKILL)
                process.wait()
        with working(cooperative, server):
            until(site, lambda: sealed(site) == len(site.facts))

        with site.office.reading() as db:
            head = last(db)
        assert head
        assert head.root == root(entry.leaf for entry in site.office.record.entries())
        assert cooperative.house.heads.last(site.slug) == Checkpoint.read(head.note)
