"""Every breach the law knows, in a file that has it: its line, its article, a sentence that says what to do."""

import re
from pathlib import Path

import pytest

import governance.statutes.law as law
import web.edge.schema as schema
from governance.statutes.findings import Severity
from tests.edge.breaches import (
    ON_THE_BOUND,
    ROWS,
    SA,
    SARL,
    SARL_BEFORE_2005,
    WHOLE,
    WHOLE_SA,
    WITHOUT_COLLEGES,
)
from tests.edge.texts import COOPERATIVE, line_of
from web.edge.statutes_file import read_statutes
from web.edge.statutes_words import SENTENCES, said


@pytest.mark.parametrize(
    "text", [COOPERATIVE, WHOLE, WHOLE_SA, SA, SARL, SARL_BEFORE_2005, WITHOUT_COLLEGES, ON_THE_BOUND]
)
def test_of_lawful_statutes_there_is_nothing_to_say(text):
    assert read_statutes(text).findings == ()


@pytest.mark.parametrize(("key", "gravity", "article", "text", "where"), ROWS, ids=[row[0] for row in ROWS])
def test_a_breach_is_told_with_its_line_and_its_article(key, gravity, article, text, where):
    file = read_statutes(text)

    assert (key, gravity, article, line_of(where, text)) in [
        (finding.key, finding.severity, finding.article, finding.line) for finding in file.findings
    ]
    assert file.adoptable is not any(finding.severity is Severity.LAW for finding in file.findings)


def keys_written_in(*files):
    return {key for file in files for key in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', file.read_text(encoding="utf-8"))}


LAW_FILES, SCHEMA = list(Path(law.__file__).parent.glob("*.py")), Path(schema.__file__)


def test_every_breach_is_tried_here():
    assert keys_written_in(*LAW_FILES) == {row[0] for row in ROWS}


def test_every_finding_has_a_sentence_and_no_sentence_is_left_over():
    assert keys_written_in(*LAW_FILES, SCHEMA) | {"yaml", "missing"} == set(SENTENCES)


def test_every_sentence_is_said_with_its_figures_and_no_hole():
    for row in ROWS:
        for finding in read_statutes(row[3]).findings:
            sentence = said(finding).sentence
            assert "%(" not in sentence
            assert sentence.endswith((".", "?"))
