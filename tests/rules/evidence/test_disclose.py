"""Naming somebody in a dossier: the fields that are needed, explained; what was forgotten cannot be said again."""

from dataclasses import replace

import pytest

from governance.evidence.disclose import ChooseDisclosure
from governance.evidence.disclosure_facts import DisclosureChosen, FieldsDisclosed, Ground
from governance.evidence.facts import Digest, DossierSealed
from governance.evidence.seal import SealDossier
from governance.membership.facts import ContactChanged, ContactErased, PersonRegistered
from governance.membership.person_facts import Shown
from governance.rights.facts import IdentityErased
from governance.words import Day, DossierId, PersonId, Public, Sealed
from tests.gwt import given
from tests.rules.evidence.label import LABEL, pursued

LEA = PersonId("lea")
lea = PersonRegistered(LEA, Sealed("a" * 64), Sealed("b" * 64))
WHY = (Public("Représentante légale"), Ground.DUTY, Public("décret 2015-431, art. 4"))
name = ChooseDisclosure(LABEL, LEA, (Shown.NAME,), *WHY)
named = DisclosureChosen(LABEL, LEA, (Shown.NAME,), *WHY)
both = replace(named, fields=(Shown.NAME, Shown.EMAIL))
nothing = replace(named, fields=())
contact, identity = ContactErased(LEA), IdentityErased(LEA)


def test_what_goes_out_is_chosen_field_by_field():
    given(pursued, lea).when(name).then(named)
    given(pursued, lea, named).when(replace(name, fields=(Shown.EMAIL, Shown.NAME))).then(both)


def test_what_was_chosen_is_not_chosen_again():
    given(pursued, lea, named).when(name).then()
    given(pursued, lea).when(replace(name, fields=())).then()


def test_it_is_taken_back_even_once_forgotten():
    given(pursued, lea, named, contact, identity).when(replace(name, fields=())).then(nothing)


@pytest.mark.parametrize(
    ("past", "changed", "reason"),
    [
        ((lea,), {}, "label-not-pursued"),
        ((pursued,), {}, "field-not-known"),
        ((pursued, lea), {"fields": (Shown.PHONE,)}, "field-not-known"),
        ((pursued, lea, contact), {"fields": (Shown.EMAIL,)}, "field-not-known"),
        ((pursued, lea, contact, identity), {}, "field-not-known"),
        ((pursued, lea), {"purpose": Public(" ")}, "disclosure-unexplained"),
        ((pursued, lea), {"basis": Public("")}, "disclosure-unexplained"),
    ],
)
def test_what_cannot_go_out_is_refused(past, changed, reason):
    given(*past).when(replace(name, **changed)).refused(reason)


def test_what_was_given_since_the_erasure_can_be_chosen():
    again = ContactChanged(LEA, email=Sealed("c" * 64))
    given(pursued, lea, contact, again).when(replace(name, fields=(Shown.EMAIL,))).then(
        replace(named, fields=(Shown.EMAIL,))
    )


SHOWN = (DossierId("d1"), LABEL, Day("2026-03-02"), 41, 40, Digest("c" * 64), Digest("d" * 64), ())
seal, sealed = SealDossier(*SHOWN, disclosed=(named,)), DossierSealed(*SHOWN)


def test_sealing_says_whom_the_dossier_names_and_what_for():
    given(pursued, lea, named).when(seal).then(sealed, FieldsDisclosed(DossierId("d1"), LEA, (Shown.NAME,), *WHY))


@pytest.mark.parametrize(
    ("past", "reason"),
    [
        ((pursued, lea), "disclosure-changed"),
        ((pursued, lea, both), "disclosure-changed"),
        ((pursued, lea, named, nothing), "disclosure-changed"),
        ((pursued, lea, named, contact, identity), "words-forgotten"),
    ],
)
def test_a_dossier_names_those_who_are_chosen_and_known_when_it_is_sealed(past, reason):
    given(*past).when(seal).refused(reason)


def test_who_was_chosen_meanwhile_is_not_left_out_in_silence():
    given(pursued, lea, named).when(replace(seal, disclosed=())).refused("disclosure-changed")
