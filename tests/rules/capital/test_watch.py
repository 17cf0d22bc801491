"""What the law wants of the whole is looked at whatever changed: statutes, form, a register taken over."""

from dataclasses import replace
from fractions import Fraction

from governance.capital.facts import SharesSubscribed
from governance.capital.watch import WatchInvariants
from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.statutes.facts import Form
from governance.words import Cents, Day, MemberId, Public, SubscriptionId
from tests.coop import IRIS, LEA, TOM, admitted, adopted, scic
from tests.gwt import given

TODAY = Day("2026-03-02")
WHOLE = [admitted(LEA, "salaries"), admitted(TOM), admitted(IRIS, "structures")]
watch = WatchInvariants()
three_links = InvariantBroken(
    Public("three-links"),
    TODAY,
    Public("L47 art. 19 septies"),
    Fraction(1),
    Fraction(3),
    Public("convene-extraordinary"),
)
crowd = [admitted(MemberId(f"m{n}")) for n in range(98)]
too_many = InvariantBroken(
    Public("members-of-sarl"), TODAY, Public("C.com L223-3"), Fraction(101), Fraction(100), Public("change-form")
)
as_sarl = adopted(replace(scic(), form=Form.SARL), on="2026-01-01", version="v2")


def taken(member: str, shares: int, public: bool):
    organisation = OrganisationRegistered(MemberId(member), Public(member), ActorKind.LOCAL_AUTHORITY, public)
    return [organisation, SharesSubscribed(SubscriptionId(member), MemberId(member), shares, Cents(5000), TODAY)]


def test_a_whole_that_was_never_whole_is_told_once_and_mended():
    given(adopted(scic()), admitted(LEA)).when(watch).then(three_links)
    given(adopted(scic()), admitted(LEA), three_links).when(watch).then()
    given(adopted(scic()), *WHOLE, three_links).when(watch).then(InvariantRestored(Public("three-links"), TODAY))
    given(adopted(scic())).when(watch).then()
    given(admitted(LEA)).when(watch).then()


def test_another_form_brings_its_own_limits():
    given(adopted(scic()), *WHOLE, *crowd).when(watch).then()
    given(adopted(scic()), as_sarl, *WHOLE, *crowd).when(watch).then(too_many)
    given(as_sarl, adopted(scic(), on="2026-02-01", version="v3"), *WHOLE, *crowd, too_many).when(watch).then(
        InvariantRestored(Public("members-of-sarl"), TODAY)
    )


def test_public_bodies_above_half_of_a_register_taken_over_are_told():
    shares = [*taken("ville", 11, public=True), *taken("udess", 9, public=False)]
    public = InvariantBroken(
        *(Public("public-share"), TODAY, Public("L47 art. 19 septies"), Fraction(11, 20), Fraction(1, 2)),
        Public("restore-public-share"),
    )

    given(adopted(scic()), *WHOLE, *shares).when(watch).then(public)
    given(adopted(scic()), *WHOLE, *shares, public).when(watch).then()
