"""Sealing a file of evidence: once, on a possible head, with pieces that were attached."""

from dataclasses import replace

import pytest

from governance.evidence.facts import Digest, DossierSealed, PieceId
from governance.evidence.seal import SealDossier
from governance.evidence.template import LabelId
from governance.words import Day, DossierId
from tests.gwt import given
from tests.rules.evidence.label import LABEL, TERRITORY, attached, pursued

carte = attached("carte", TERRITORY)
shown = (DossierId("d1"), LABEL, Day("2026-03-02"), 41, 40, Digest("c" * 64), Digest("d" * 64), (PieceId("carte"),))
seal, sealed = SealDossier(*shown), DossierSealed(*shown)


def test_a_dossier_is_sealed_on_the_head_of_the_record():
    given(pursued, carte).when(seal).then(sealed)


def test_a_dossier_sealed_twice_alike_is_sealed_once():
    given(pursued, carte, sealed).when(seal).then()


def test_a_dossier_is_never_sealed_again_with_another_content():
    given(pursued, carte, sealed).when(replace(seal, digest=Digest("e" * 64))).refused("already-sealed")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"label": LabelId("autre")}, "label-not-pursued"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
        ({"on": Day("2026-03")}, "full-day-needed"),
        ({"size": 0}, "impossible-head"),
        ({"size": 42}, "impossible-head"),
        ({"pieces": (PieceId("carte"), PieceId("inconnue"))}, "unknown-piece"),
    ],
)
def test_what_cannot_be_sealed_is_refused(changed, reason):
    given(pursued, carte).when(replace(seal, **changed)).refused(reason)


def test_the_piece_that_was_never_attached_is_named():
    given(pursued).when(seal).refused("unknown-piece", pieces=["carte"])


def test_a_member_without_office_seals_nothing():
    given(pursued, carte).when(seal, by="somebody").refused("not-allowed")
