"""What is found in the statutes of real cooperatives, and in schemes that the law bars (figures as published)."""

from fractions import Fraction
from pathlib import Path

import pytest

from governance.statutes.findings import Severity
from governance.statutes.law import findings
from tests.rules.statutes.samples import weighing
from web.edge.statutes_file import read_statutes
from web.edge.statutes_words import said

FILES = Path(__file__).parents[2] / "vectors" / "statuts"
LAW, PRACTICE = Severity.LAW, Severity.PRACTICE


def found(name):
    """What is said of a file, but for what it leaves unsaid: (rule, severity, article of the law)."""
    file = read_statutes((FILES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert file.statutes is not None
    return {(one.key, one.severity, one.article): one for one in file.findings if one.severity is not Severity.UNKNOWN}


def test_every_inconsistency_of_m_comme_medoc_is_found_with_its_article():
    assert found("m-comme-medoc").keys() == {
        ("nominal-not-uniform", LAW, ""),
        ("legal-reserve-too-low", LAW, "L47 art. 16"),
        ("exclusion-price", LAW, "L47 art. 18"),
        ("several-colleges", PRACTICE, "L47 art. 19 octies"),
        ("abstention-for", PRACTICE, "Cass. ass. plén. 15/11/2024 n° 23-16.670"),
        ("article-number-twice", PRACTICE, ""),
        ("capital-does-not-add-up", PRACTICE, ""),
        ("law-misnamed", PRACTICE, ""),
        ("decree-repealed", PRACTICE, "décret n° 2015-706 du 22 juin 2015"),
        ("signed-long-before", PRACTICE, ""),
        ("empty-not-said", PRACTICE, ""),
        ("silent-not-said", PRACTICE, ""),
    }


def test_the_sentences_name_the_figures_of_the_text():
    told = [said(one).sentence.replace("\u202f", " ").replace("\u00a0", " ") for one in found("m-comme-medoc").values()]

    for words in ("28 800,00 €", "16 200,00 €", "41-1775", "1/10", "Signature : 2021", "L’article 18"):
        assert any(words in sentence for sentence in told), words


def test_e06_two_collèges_of_aurora_are_below_a_tenth():
    assert found("aurora").keys() == {
        ("weight-below-10", LAW, "L47 art. 19 octies"),
        ("floor-of-recent-months", PRACTICE, "L47 art. 13"),
        ("prorata-may-exceed-50", PRACTICE, "L47 art. 19 octies"),
    }
    file = read_statutes((FILES / "aurora.yaml").read_text(encoding="utf-8"))
    small = [one.details["college"] for one in file.findings if one.key == "weight-below-10"]
    assert small == ["Adhérents", "Jeunes"]
    assert not file.adoptable


@pytest.mark.parametrize(
    ("weights", "valid"),
    [
        ((60, 20, 20), False),
        ((50, 50), False),
        ((50, 40, 10), True),
        ((Fraction(100, 3),) * 3, True),
        ((45, 45, 9), False),
        ((10,) * 10, True),
    ],
)
def test_e26_a_scheme_is_valid_or_not(weights, valid):
    assert any(one.blocks for one in findings(weighing(*weights))) is not valid
