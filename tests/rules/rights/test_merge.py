"""Two identifiers for one person: the one on which nothing hangs is closed."""

import pytest

from governance.capital.facts import SharesSubscribed
from governance.membership.alias import GiveAlias
from governance.membership.facts import ActorKind, OfficeTaken, OrganisationRegistered, RepresentativeNamed
from governance.membership.person_facts import AliasGiven, PersonsMerged
from governance.rights.merge import MergePersons
from governance.words import Cents, Day, MemberId, Office, PersonId, Public, Sealed, SubscriptionId
from tests.coop import admitted, known
from tests.gwt import given

KEPT, CLOSED = PersonId("lea"), PersonId("lea2")
both = (known("lea"), known("lea2"))
town = OrganisationRegistered(MemberId("gap"), Public("Gap"), ActorKind.LOCAL_AUTHORITY, True)
merge = MergePersons(KEPT, CLOSED)
merged = PersonsMerged(KEPT, CLOSED, Day("2026-03-02"))


def test_an_identifier_without_anything_open_is_closed_once():
    given(*both, admitted("lea")).when(merge).then(merged)
    given(*both, admitted("lea"), merged).when(merge).then()


def shares(member):
    return SharesSubscribed(SubscriptionId("s"), MemberId(member), 2, Cents(5000), Day("2026-01-01"))


@pytest.mark.parametrize(
    ("open_there", "what"),
    [
        (admitted("lea2"), "membership"),
        (shares("lea2"), "shares"),
        (OfficeTaken(CLOSED, Office.BOARD, Day("2020-01-01")), "office"),
        (RepresentativeNamed(MemberId("gap"), CLOSED, Day("2020-01-01")), "representing"),
    ],
)
def test_what_is_open_keeps_an_identifier_open(open_there, what):
    given(*both, open_there).when(merge).refused("closed-still-holds", closed=[what])
    given(*both, open_there, admitted("lea")).when(merge).refused("both-still-hold", closed=[what], kept=["membership"])


def test_what_has_ended_does_not():
    replaced = [RepresentativeNamed(MemberId("gap"), who, Day(on)) for who, on in ((CLOSED, "2020"), (KEPT, "2021"))]
    over = OfficeTaken(CLOSED, Office.BOARD, Day("2020-01-01"), Day("2021-01-01"))

    given(*both, over, *replaced).when(merge).then(merged)


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        (both, MergePersons(KEPT, KEPT), "merged-with-itself"),
        ([known("lea")], merge, "unknown-person"),
        ([known("lea"), town], MergePersons(KEPT, PersonId("gap")), "merged-across-kinds"),
        ([*both, known("tom"), merged], MergePersons(PersonId("tom"), CLOSED), "already-merged"),
        ([*both, known("tom"), merged], MergePersons(CLOSED, PersonId("tom")), "already-merged"),
    ],
)
def test_what_cannot_be_merged(facts, command, reason):
    given(*facts).when(command).refused(reason)


def test_another_name_is_of_somebody_known():
    name = Sealed("ab" * 32)

    given(known("lea")).when(GiveAlias(KEPT, name)).then(AliasGiven(KEPT, name))
    given(town).when(GiveAlias(PersonId("gap"), name)).then(AliasGiven(PersonId("gap"), name))
    given().when(GiveAlias(KEPT, name)).refused("unknown-person")
