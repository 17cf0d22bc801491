"""How the values of a document are written."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from governance.statutes.facts import Form
from web.documents.contents import FORMS, instant, legal, percent


@pytest.mark.parametrize(
    ("value", "exact", "shown"),
    [
        (Fraction(25), "25", "25\u00a0%"),
        (Fraction(0), "0", "0\u00a0%"),
        (Fraction(25, 2), "25/2", "12,5\u00a0%"),
        (Fraction(100, 3), "100/3", "100/3 (33,3\u00a0%)"),
        (Fraction(200, 3), "200/3", "200/3 (66,7\u00a0%)"),
        (Fraction(1001, 20), "1001/20", "1001/20 (50,1\u00a0%)"),
        (Fraction(10**9 + 1, 3 * 10**8), "1000000001/300000000", "≈\u00a03,3\u00a0%"),
    ],
)
def test_a_percentage_is_exact_then_readable(value, exact, shown):
    assert percent(value) == {"exact": exact, "shown": shown}


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2026, 12, 15, 17, 0, tzinfo=UTC), "2026-12-15T18:00+01:00"),
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), "2026-07-01T00:30+02:00"),
    ],
)
def test_a_moment_is_written_in_the_time_of_paris(at, written):
    assert instant(at) == written


def test_the_legal_lines_say_the_form_and_its_variable_capital():
    described = {
        "name": "La coopérative",
        "form": "SAS",
        "seat": "Gap",
        "registration": "RCS Gap 1",
        "funders": "FEADER",
        "demonstration": True,
    }

    assert legal(described) == {
        "name": "La coopérative",
        "form": "Société coopérative d’intérêt collectif par actions simplifiée, à capital variable",
        "seat": "Gap",
        "registration": "RCS Gap 1",
        "funders": "FEADER",
        "demonstration": True,
    }


def test_a_cooperative_not_yet_described_has_its_name_alone():
    bare = {"name": "La coopérative", "form": None, "seat": None, "registration": None}
    said = {"funders": "", "demonstration": False}

    assert legal({**bare, **said}) == {**bare, **said, "form": "", "seat": "", "registration": ""}


@pytest.mark.parametrize("form", Form)
def test_every_form_has_its_words_and_a_company_its_variable_capital(form):
    assert ("à capital variable" in FORMS[form]) is (form is not Form.ASSOCIATION)
