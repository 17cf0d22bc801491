"""Registers of what the network tells and hears: newsletters, mandates, hearings, remarks, logos; the same rebuilt."""

from dataclasses import replace

import pytest

from governance.evidence.remark_facts import RemarkId
from governance.network.meeting_facts import GroupRenamed
from governance.words import Day, Public
from projections.follower import Follower
from projections.network import news
from projections.registers import REGISTERS
from tests.rules.evidence.test_discuss import answer, hidden, made
from tests.rules.evidence.test_discuss import closed as discussed
from tests.rules.network.test_hear import closed, diagnosis, opened
from tests.rules.network.test_newsletter import another, composed, declined, published, sent, wanted
from tests.rules.network.test_reports import formed, proposed
from tests.rules.network.test_speak_for import handed, reported
from tests.rules.statutes.test_logos import kept, removed
from tests.site import open_site

TABLES = ("news_reader", "newsletter", "speaking", "hearing", "remark", "discussion_closed", "logo")


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        yield site


def test_rebuilt_they_are_the_same(site, cooperative):
    """Said once and again, so that several facts are about the same row."""
    site.given(formed, proposed, diagnosis, GroupRenamed(formed.group, Public("RAMSESS"), Day("2019")))
    site.given(wanted, declined, wanted, composed, replace(composed, closing=Public("À bientôt.")), another)
    site.given(sent, published)
    site.given(handed, replace(handed, place=Public("Aix")), reported, replace(reported, words=Public("Quatre.")))
    site.given(opened, replace(opened, place=Public("Embrun")), closed)
    site.given(made, replace(answer, remark=RemarkId("r2")), hidden, discussed)
    site.given(kept, removed, kept, replace(kept, words=Public("FEADER")))

    with site.office.reading() as db:
        followed = everything(db)
        assert news.wanted(db, wanted.person)
        assert news.last_day(db) == sent.on
        assert news.told(db) == {item.path for item in composed.items}
    assert all(followed.values()), "every table has something to lose"
    Follower(site.office.record, site.office.vault, cooperative.conninfo("worker"), REGISTERS).rebuild(
        ["news", "speaking", "hearings", "remarks", "statutes"]
    )

    with site.office.reading() as db:
        assert everything(db) == followed


def everything(db) -> dict[str, list[str]]:
    return {
        table: [row["line"] for row in db.execute(f"select {table}::text as line from {table} order by 1")]
        for table in TABLES
    }
