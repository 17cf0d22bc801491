"""Sealing a file of evidence: once, on a possible head, with pieces that were attached."""

from dataclasses import replace

import pytest

from governance.evidence.facts import Comment, Composition, Digest, DossierSealed, LeftOut, PieceId
from governance.evidence.seal import SealDossier
from governance.evidence.template import CriterionId, EvidenceId, LabelId
from governance.words import Day, DossierId, Public
from tests.gwt import given
from tests.rules.evidence.label import LABEL, SUPPORT, TERRITORY, attached, pursued

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


def composed(**chosen) -> dict[str, Composition]:
    return {"composition": Composition(**chosen)}


def left_out(piece: str, reason: str = "") -> LeftOut:
    return LeftOut(PieceId(piece), Public(reason))


def test_what_was_chosen_stays_with_the_dossier():
    chosen = composed(
        since=Day("2025-01-01"),
        until=Day("2025-12-31"),
        left_out=(left_out("brouillon"),),
        comments=(Comment(CriterionId("T2"), Public("Deux communes ont suivi.")),),
    )
    spare = attached("brouillon", TERRITORY)

    given(pursued, carte, spare).when(replace(seal, **chosen)).then(replace(sealed, **chosen))


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        (composed(until=Day("2026-03-03")), "day-to-come"),
        (composed(since=Day("2026-04-01")), "day-to-come"),
        (composed(until=Day("2025")), "full-day-needed"),
        (composed(since=Day("2025-06-02"), until=Day("2025-06-01")), "period-backwards"),
        (composed(left_out=(left_out("inconnue"),)), "unknown-piece"),
        (composed(comments=(Comment(CriterionId("T9"), Public("Rien")),)), "unknown-criterion"),
        (composed(left_out=(left_out("lettre"),)), "left-out-without-reason"),
        (composed(left_out=(left_out("lettre", " "),)), "left-out-without-reason"),
    ],
)
def test_what_cannot_be_chosen_is_refused(chosen, reason):
    given(pursued, carte, attached("lettre", SUPPORT)).when(replace(seal, **chosen)).refused(reason)


def test_a_piece_whose_criterion_misses_is_left_out_for_a_reason():
    chosen = composed(left_out=(left_out("lettre", "remplacée bientôt"),))

    given(pursued, carte, attached("lettre", SUPPORT)).when(replace(seal, **chosen)).then(replace(sealed, **chosen))


@pytest.mark.parametrize(
    ("on", "held"),
    [("2024", False), ("2024-12-31", False), ("2025", True), ("2025-12", True), ("2026-01-01", False)],
)
def test_a_day_perhaps_partial_is_of_the_period_or_not(on, held):
    period = Composition(since=Day("2025-01-01"), until=Day("2025-12-31"))

    assert period.may_hold(Day(on)) is held
    assert Composition().may_hold(Day(on))


def test_the_piece_that_was_never_attached_is_named():
    given(pursued).when(seal).refused("unknown-piece", pieces=["carte"])


def test_a_piece_of_another_label_is_not_sealed_in_this_one():
    given(pursued, attached("carte", EvidenceId("EV99"))).when(seal).refused("unknown-piece", pieces=["carte"])


def test_a_member_without_office_seals_nothing():
    given(pursued, carte).when(seal, by="somebody").refused("not-allowed")
