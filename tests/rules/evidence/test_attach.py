"""Attaching a piece: to an evidence that the label asks for, once."""

from dataclasses import replace

import pytest

from governance.evidence.attach import AttachPiece
from governance.evidence.facts import Digest, Medium, PieceId
from governance.evidence.template import EvidenceId, LabelId
from governance.words import Day, Public
from tests.gwt import given
from tests.rules.evidence.label import LABEL, SUPPORT, TERRITORY, attached, pursued, template

attach = AttachPiece(
    LABEL, PieceId("carte"), TERRITORY, Public("Pièce carte"), Digest("a" * 64), 1200, Medium.PDF, Day("2018-10")
)


def test_a_piece_is_attached_to_an_evidence():
    given(pursued).when(attach).then(attached("carte", TERRITORY))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"evidence": EvidenceId("EV99")}, "unknown-evidence"),
        ({"label": LabelId("autre")}, "label-not-pursued"),
        ({"title": Public(" ")}, "empty-title"),
        ({"size": 0}, "file-size"),
        ({"size": 20 * 2**20 + 1}, "file-size"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
        ({"on": Day("2027")}, "day-to-come"),
        ({"digest": Digest("../" + "a" * 61)}, "not-an-identifier"),
    ],
)
def test_what_cannot_be_attached_is_refused(changed, reason):
    given(pursued).when(replace(attach, **changed)).refused(reason)


def test_a_piece_of_twenty_mebibytes_of_today_is_attached():
    heavy = replace(attach, size=20 * 2**20, on=Day("2026-03-02"))

    assert given(pursued).when(heavy).gained()


def test_the_same_file_for_the_same_evidence_changes_nothing():
    given(pursued, attached("carte", TERRITORY)).when(replace(attach, piece=PieceId("encore"))).then()


def test_the_same_file_may_prove_another_evidence():
    again = replace(attach, piece=PieceId("carte-2"), evidence=SUPPORT, title=Public("Pièce carte-2"))

    given(pursued, attached("carte", TERRITORY)).when(again).then(attached("carte-2", SUPPORT))


def test_the_edition_in_force_says_what_is_asked_for():
    narrower = replace(pursued, template=replace(template, evidence=template.evidence[1:]))

    given(pursued, narrower).when(attach).refused("unknown-evidence", evidence=TERRITORY)


def test_a_member_without_office_attaches_nothing():
    given(pursued).when(attach, by="somebody").refused("not-allowed")
