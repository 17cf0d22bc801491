"""The half of the law counts territorial authorities, their groupings and establishments; others stand apart."""

import pytest

from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.membership.invariant_facts import InvariantBroken
from governance.words import Cents, Day, MemberId, Office, Public, SubscriptionId
from tests.coop import admitted, adopted, scic
from tests.site import Site
from web.falling_due import watch

SINCE = Day("2026-01-10")


def holder(member: str, shares: int, public_body: bool):
    taken, price = SubscriptionId(f"s-{member}"), Cents(5000)
    return [
        OrganisationRegistered(MemberId(member), Public(member), ActorKind.LOCAL_AUTHORITY, public_body),
        admitted(member, "structures"),
        SharesSubscribed(taken, MemberId(member), shares, price, SINCE),
        SharesPaid(taken, MemberId(member), Cents(shares * price), SINCE),
    ]


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        ({"ville": True, "universite": False}, []),  # a State university is public, and none of those that count
        ({"ville": True, "universite": True}, ["public-share"]),
    ],
)
def test_only_those_whom_the_law_counts_fill_the_half(site: Site, counted, told):
    site.given(adopted(scic()), admitted("lea", "salaries"), admitted("tom"))
    site.given(*holder("udess", 20, False), *(fact for one in counted for fact in holder(one, 15, counted[one])))
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))

    watch(site.office, {})

    assert [fact.invariant for fact in site.facts if isinstance(fact, InvariantBroken)] == told
    assert ("collectivités publiques détiennent plus" in secretary.get(site.at("/")).text) == bool(told)
    assert secretary.get(site.at("/capital")).status_code == 200
