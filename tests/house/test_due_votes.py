"""What nobody closes at its hour, the worker closes and counts."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.vote.facts import VoteClosed, VoteCounted, VoteOpened
from governance.words import VoteId
from tests.conftest import Database
from tests.rules.assembly.coop import SPRING, V1, opened, ready, signed, statutes, tabled
from tests.site import Site, open_site
from web.office import Office
from web.worker import close_votes


@pytest.fixture
def site(cooperative: Database):
    with open_site(cooperative) as site:
        yield site


def vote(closes: datetime | None) -> VoteOpened:
    one = tabled()
    return VoteOpened(
        vote=VoteId("v1"),
        assembly=SPRING,
        resolution=one.resolution,
        number=one.number,
        title=one.title,
        text=one.text,
        statutes=V1,
        form=statutes.form,
        kind=one.kind,
        scheme=statutes.schemes[0],
        majority=statutes.ordinary.majority,
        second_call=False,
        opens=datetime(2026, 3, 20, tzinfo=UTC),
        closes=closes,
    )


def written(site: Site, cooperative: Database) -> list[str]:
    """What one turn of the worker writes."""
    office = Office(cooperative.conninfo("worker"), cooperative.house.master_key())
    close_votes(office)
    close_votes(office)
    office.close()
    return [type(fact).__name__ for fact in site.facts if isinstance(fact, VoteClosed | VoteCounted)]


def test_a_vote_whose_hour_has_come_is_closed_and_counted(site: Site, cooperative: Database):
    site.given(*ready, signed("alma"), opened, vote(datetime.now(UTC) - timedelta(seconds=1)))

    assert written(site, cooperative) == ["VoteClosed", "VoteCounted"]


@pytest.mark.parametrize("closes", [None, datetime(2100, 1, 1, tzinfo=UTC)])
def test_one_that_goes_on_is_left_alone(site: Site, cooperative: Database, closes):
    site.given(*ready, signed("alma"), opened, vote(closes))

    assert written(site, cooperative) == []
