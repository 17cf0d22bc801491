"""What is known of an organisation is corrected; its number is its own, and the public half of the capital follows."""

from dataclasses import replace

from governance.capital.book import ShareBook
from governance.capital.facts import SharesSubscribed
from governance.membership.facts import ActorKind, MemberAdmitted, OrganisationRegistered
from governance.membership.organisation import CorrectOrganisation
from governance.membership.person_facts import OrganisationCorrected
from governance.project.facts import Counted
from governance.project.figures import Census
from governance.words import CategoryId, Cents, Day, MemberId, Public, SubscriptionId
from tests.gwt import given

GAP, OTHER, SIREN = MemberId("gap"), MemberId("other"), Public("732829320")
guessed = OrganisationRegistered(GAP, Public("Mairie"), ActorKind.ESS_ENTERPRISE, False, SIREN)
right = OrganisationCorrected(GAP, Public("Ville d’Essai"), ActorKind.LOCAL_AUTHORITY, True, SIREN)


def correct(**changed):
    said = {"name": Public("Ville d’Essai"), "kind": ActorKind.LOCAL_AUTHORITY, "public_body": True, "siren": SIREN}
    return CorrectOrganisation(GAP, **(said | changed))


def test_what_was_guessed_is_corrected_once():
    given(guessed).when(correct()).then(right)
    given(guessed, right).when(correct()).then()


def test_a_correction_says_since_when_and_not_before_it_happened():
    given(guessed).when(correct(on=Day("2026-03-01"))).then(replace(right, on=Day("2026-03-01")))
    given(guessed, right).when(correct(on=Day("2026-03-01"))).then()
    given(guessed).when(correct(on=Day("2026-03-03"))).refused("day-to-come")


def test_what_is_right_already_is_not_written_again():
    same = correct(name=Public("Mairie"), kind=ActorKind.ESS_ENTERPRISE, public_body=False)

    given(guessed).when(same).then()


def test_an_organisation_that_nobody_knows_is_not_corrected():
    given().when(correct()).refused("unknown-organisation")


def test_two_organisations_do_not_have_one_number():
    known = OrganisationRegistered(OTHER, Public("Autre"), ActorKind.OTHER, False)
    took = OrganisationCorrected(OTHER, Public("Autre"), ActorKind.OTHER, False, SIREN)
    gave_back = OrganisationCorrected(OTHER, Public("Autre"), ActorKind.OTHER, False)

    given(guessed, known, took).when(correct()).refused("siren-already-known", name="Autre", siren=SIREN)
    given(guessed, known, took, gave_back).when(correct()).then(right)


def test_an_establishment_is_of_its_own_organisation():
    given(guessed).when(correct(siret=Public("35600000000048"))).refused("siret-of-another")


def folded_over(fold, *facts):
    for fact in facts:
        fold = fold.after(fact)
    return fold


def test_the_public_half_of_the_capital_follows():
    shares = SharesSubscribed(SubscriptionId("s"), GAP, 3, Cents(5000), Day("2026-01-01"))
    private = OrganisationCorrected(GAP, Public("Mairie"), ActorKind.OTHER, False)

    assert folded_over(ShareBook(), guessed, shares).public == 0
    assert folded_over(ShareBook(), guessed, shares, right).public == 15000
    assert folded_over(ShareBook(), guessed, shares, right, right).public == 15000
    assert folded_over(ShareBook(), guessed, right, shares, private).public == 0


def test_the_count_of_structures_follows():
    member = MemberAdmitted(GAP, CategoryId("structures"), None, Day("2026-01-01"))

    assert folded_over(Census(), guessed, member).on(Day("2026-02-01"))[Counted.STRUCTURES] == 1
    assert folded_over(Census(), guessed, member, right).on(Day("2026-02-01"))[Counted.STRUCTURES] == 0
