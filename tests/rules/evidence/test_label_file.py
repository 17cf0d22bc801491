"""Labels written as files: those we ship can be aimed at; what is wrong in another is said with its line."""

import pytest

from governance.evidence.coverage import State, coverage
from governance.evidence.facts import Digest
from governance.evidence.figure import Figure
from governance.evidence.pursue import PursueLabel
from governance.evidence.template import FigureName
from governance.record import kinds
from governance.words import Day, Public
from tests.gwt import given
from web.edge.label_file import LABELS, read_label, shipped
from web.edge.lines import Unreadable

(french_impact,) = [label for label in shipped() if label.template.label == "french-impact"]
SOURCE = (LABELS / "french-impact.yaml").read_text("utf-8")


@pytest.mark.parametrize("label", shipped(), ids=lambda label: label.template.label)
def test_every_label_shipped_holds_together_and_survives_the_archive(label):
    (aimed,) = given().when(PursueLabel(label.template, Day("2018-07"), label.digest)).gained()

    assert kinds.read("LabelPursued", kinds.write(aimed)) == aimed


def test_french_impact_has_its_five_criteria_and_says_what_is_not_public():
    template = french_impact.template

    assert [criterion.id for criterion in template.criteria] == ["T1", "T2", "T3", "T4", "T5"]
    assert template.edition == "modèle 2018, appel clos à notre connaissance"
    assert "Environnement Magazine, 6 juillet 2018" in template.source
    assert any("barème" in line for line in template.unpublished)


@pytest.mark.parametrize("label", shipped(), ids=lambda label: label.template.label)
def test_pieces_are_asked_for_once_by_an_evidence_or_one_piece_would_meet_both(label):
    asking = {one.id: [each.title for each in one.requirements if not each.figure] for one in label.template.evidence}
    used = {evidence for criterion in label.template.criteria for evidence in criterion.evidence}

    assert [titles for titles in asking.values() if len(titles) > 1] == []
    assert used == set(asking)


def test_a_cooperative_that_recorded_nothing_proves_nothing_and_is_told_what_to_bring():
    criteria = coverage(french_impact.template, [], []).criteria

    assert {covered.state for covered in criteria} == {State.MISSING}
    assert criteria[4].missing[-1].requirement.title == "compte rendu d’une visite, d’un témoignage ou d’une formation"


def test_the_digest_is_of_the_very_bytes():
    assert read_label(SOURCE.encode()).digest == french_impact.digest
    assert read_label(SOURCE.encode() + b"\n").digest != french_impact.digest
    assert len(Digest(french_impact.digest)) == 64


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("        figure: statutes_in_force", "        chiffre: statutes_in_force"),
        ("        least: 1", "        least: un"),
        ("        least: 1", "        least: true"),
        ("    evidence: [EV09]", "    evidence: EV09"),
        ("  - id: T1", "  - T1\n  - id: T1"),
        ("    title: Personne morale et statuts en vigueur", "    title: ''"),
        ("      - title: des assemblées tenues", "      - titre: des assemblées tenues"),
        ("edition: modèle 2018,", "edition: modèle: 2018,"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(written, instead):
    line = SOURCE[: SOURCE.index(written)].count("\n") + 1

    with pytest.raises(Unreadable) as wrong:
        read_label(SOURCE.replace(written, instead, 1).encode())
    assert wrong.value.problem.line == line


@pytest.mark.parametrize("file", [b"", b"\xff\xfe", b"- a\n- b", b"{" * 5000, b"!!python/object:os.system x", b"a: *b"])
def test_what_is_no_label_at_all_is_refused(file):
    with pytest.raises(Unreadable):
        read_label(file)


def found(**values: int) -> list[Figure]:
    return [
        Figure(FigureName(name), str(value), Public(""), Day("2026-01-01"), 1, Public(""))
        for name, value in values.items()
    ]


@pytest.mark.parametrize(
    ("composition", "state"),
    [
        ({"organisations": 3, "structures": 1, "other_enterprises": 1, "public_partners": 1}, State.PROVED),
        ({"organisations": 28, "structures": 28, "other_enterprises": 0, "public_partners": 0}, State.PARTLY),
        ({"organisations": 4, "structures": 0, "other_enterprises": 2, "public_partners": 2}, State.PARTLY),
        ({"organisations": 0, "structures": 0, "other_enterprises": 0, "public_partners": 0}, State.MISSING),
    ],
)
def test_a_ptce_gathers_three_kinds_of_legal_persons(composition, state):
    """Décret 2015-431 art. 3, 2°."""
    (ptce,) = [label.template for label in shipped() if label.template.label == "ptce"]
    by_id = {covered.criterion.id: covered.state for covered in coverage(ptce, found(**composition), []).criteria}

    assert by_id["P2"] is state
    assert by_id["P3"] is State.MISSING, "no composition proves a project"
