"""Two identifiers for one person: the one on which nothing hangs is closed."""

import pytest

from governance.capital.facts import SharesSubscribed
from governance.membership.admit import Admit
from governance.membership.alias import GiveAlias
from governance.membership.facts import (
    ActorKind,
    ContactErased,
    OfficeTaken,
    OrganisationRegistered,
    RepresentativeNamed,
)
from governance.membership.office import TakeOffice
from governance.membership.person import ChangeContact, NameRepresentative
from governance.membership.person_facts import AliasGiven, PersonsMerged
from governance.rights.erase import DecideErasure
from governance.rights.facts import ErasureDecided, ErasureRequested, RequestId, Scope
from governance.rights.merge import MergePersons
from governance.words import Cents, Day, MemberId, Office, PersonId, Public, Sealed, SubscriptionId
from tests.coop import admitted, applied, known
from tests.gwt import given

KEPT, CLOSED = PersonId("lea"), PersonId("lea2")
both = (known("lea"), known("lea2"))
town = OrganisationRegistered(MemberId("gap"), Public("Gap"), ActorKind.LOCAL_AUTHORITY, True)
WHY = Sealed("cd" * 32)
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


def test_what_led_to_the_closed_one_leads_to_the_kept_one():
    earlier = PersonsMerged(CLOSED, PersonId("lea3"), Day("2026-01-01"))

    given(*both, earlier).when(merge).then(merged, PersonsMerged(KEPT, PersonId("lea3"), Day("2026-03-02")))


@pytest.mark.parametrize(
    "command",
    [
        ChangeContact(CLOSED, email=Sealed("ab" * 32)),
        GiveAlias(CLOSED, Sealed("ab" * 32)),
        NameRepresentative(MemberId("gap"), CLOSED, Day("2026-01-01")),
        TakeOffice(CLOSED, Office.BOARD, Day("2026-01-01")),
        Admit(MemberId("lea2"), Day("2026-01-01")),
    ],
)
def test_an_act_that_names_a_closed_identifier_says_which_one_to_use(command):
    given(*both, town, applied("lea2"), merged).when(command).refused("identifier-closed", sheet=KEPT)


def test_what_was_said_under_a_closed_identifier_is_forgotten_too():
    asked = ErasureRequested(RequestId("r"), KEPT, Scope.CONTACT, Day("2026-03-01"))
    first = ErasureDecided(RequestId("r"), KEPT, PersonId("chair"), True, WHY, Day("2026-03-01"))
    past = given(*both, merged, asked, first)

    past.when(DecideErasure(RequestId("r"), KEPT, True, WHY)).refused("merged-meanwhile")
    assert past.when(DecideErasure(RequestId("r"), KEPT, True, WHY, (CLOSED,))).gained()[1:] == [
        ContactErased(KEPT),
        ContactErased(CLOSED),
    ]


def test_another_name_is_of_somebody_known():
    name = Sealed("ab" * 32)

    given(known("lea")).when(GiveAlias(KEPT, name)).then(AliasGiven(KEPT, name))
    given(town).when(GiveAlias(PersonId("gap"), name)).then(AliasGiven(PersonId("gap"), name))
    given().when(GiveAlias(KEPT, name)).refused("unknown-person")
