"""Coverage: what proves each criterion, what is missing, in exact numbers."""

from fractions import Fraction

import pytest

from governance.evidence.coverage import State, coverage
from governance.evidence.figure import Figure
from governance.evidence.template import FigureName
from governance.words import Day, Public
from tests.rules.evidence.label import SUPPORT, TERRITORY, a_map, attached, letters, located, structures, template

MAP = attached("carte", TERRITORY)
LETTER, DELIBERATION = attached("lettre", SUPPORT), attached("délibération", SUPPORT, "b" * 64)


def states(figures=(), pieces=()):
    return [covered.state for covered in coverage(template, figures, pieces).criteria]


@pytest.mark.parametrize(
    ("figures", "pieces", "expected"),
    [
        ([], [], [State.MISSING, State.MISSING]),
        ([located("0")], [], [State.MISSING, State.MISSING]),
        ([located("9")], [], [State.PARTLY, State.PARTLY]),
        ([located("29/3")], [MAP], [State.PARTLY, State.PARTLY]),
        ([located("10")], [], [State.PARTLY, State.PARTLY]),
        ([located("10")], [MAP], [State.PROVED, State.PARTLY]),
        ([located("10")], [MAP, LETTER], [State.PROVED, State.PARTLY]),
        ([located("10")], [MAP, LETTER, DELIBERATION], [State.PROVED, State.PROVED]),
        ([], [LETTER, DELIBERATION], [State.MISSING, State.PARTLY]),
    ],
)
def test_a_criterion_is_proved_partly_proved_or_missing(figures, pieces, expected):
    assert states(figures, pieces) == expected


def test_what_is_missing_is_named_with_what_was_found_and_who_can_supply_it():
    first, second = coverage(template, [located("9")], [LETTER]).criteria

    assert [(gap.requirement, gap.found) for gap in first.missing] == [(structures, 9), (a_map, 0)]
    assert [(gap.requirement, gap.found) for gap in second.missing] == [(structures, 9), (a_map, 0), (letters, 1)]
    assert first.missing[1].requirement.supplier == "la collectivité"


def test_what_proves_is_shown_with_its_figure_and_its_pieces():
    _, second = coverage(template, [located("12")], [LETTER]).criteria

    assert [(proof.figure, proof.pieces) for proof in second.proofs] == [(located("12"), ()), (None, (LETTER,))]


def test_what_nobody_asked_for_proves_nothing():
    stranger = Figure(FigureName("visitors"), "400", Public("Visiteurs"), Day("2018"), 40, Public("la page"))

    assert states([stranger], [attached("photo", "EV99")]) == [State.MISSING, State.MISSING]


def test_a_figure_keeps_its_writing_and_its_exact_amount():
    answers = Figure(
        FigureName("survey_answers"), "28/310", Public("Taux de réponse"), Day("2018"), 7, Public("310 établissements")
    )

    assert (answers.value, answers.amount) == ("28/310", Fraction(14, 155))


@pytest.mark.parametrize("value", ["", "beaucoup", "1,5", "28 sur 310", "1/0", "nan"])
def test_a_figure_that_is_no_number_is_refused(value):
    with pytest.raises((ValueError, ZeroDivisionError)):
        located(value)
