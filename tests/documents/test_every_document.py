"""What holds of every document, whatever it says."""

from datetime import timedelta

import pytest

from tests.documents.papers import SAMPLES
from tests.documents.reading import Paper
from tests.documents.samples import AT, COOPERATIVE, DEMONSTRATION
from web.documents import document

every = pytest.mark.parametrize("name", SAMPLES)


@every
def test_a_document_declares_pdf_a_3a_and_pdf_ua_1_in_french(name):
    paper = Paper(document(name, SAMPLES[name], AT))

    assert paper.declared == ("3", "A", "1")
    assert paper.language == "fr-FR"
    assert bool(paper.file.Root.MarkInfo.Marked)


@every
def test_a_document_has_a_title_that_the_reader_shows(name):
    paper = Paper(document(name, SAMPLES[name], AT))

    assert len(paper.title) > 10
    assert bool(paper.file.Root.ViewerPreferences.DisplayDocTitle)


@every
def test_every_page_says_whose_it_is_and_which_it_is(name):
    pages = Paper(document(name, SAMPLES[name], AT)).pages

    for number, page in enumerate(pages, start=1):
        assert "La coopérative départementale des Hautes-Alpes" in page
        assert "par actions simplifiée, à capital variable · 12 rue Carnot, 05000 Gap · RCS Gap 901 234 567" in page
        assert f"{number} / {len(pages)}" in page


@every
def test_the_exact_content_is_attached_as_the_source_of_the_document(name):
    paper = Paper(document(name, SAMPLES[name], AT))

    assert paper.content(name) == SAMPLES[name]
    (relationship,) = {str(file.AFRelationship) for file in paper.file.Root.AF}
    assert relationship == "/Source"


@every
def test_the_same_content_at_the_same_time_is_the_same_bytes(name):
    content = SAMPLES[name]

    assert document(name, content, AT) == document(name, content, AT)
    assert document(name, content, AT) != document(name, content, AT + timedelta(seconds=1))


@every
def test_a_demonstration_says_so_on_every_page_and_nothing_else_does(name):
    real = Paper(document(name, {**SAMPLES[name], "cooperative": COOPERATIVE}, AT))
    shown = Paper(document(name, {**SAMPLES[name], "cooperative": DEMONSTRATION}, AT))

    assert "DÉMONSTRATION" not in real.words
    assert all("DÉMONSTRATION — document sans valeur" in page for page in shown.pages)
    assert shown.title.endswith("(démonstration)")


def test_more_files_can_be_attached():
    pdf = document("proces-verbal", SAMPLES["proces-verbal"], AT, {"emargement.csv": b"nom;voix\n"})

    paper = Paper(pdf)

    assert paper.attached("emargement.csv") == b"nom;voix\n"
    assert str(paper.file.attachments["emargement.csv"].get_file().mime_type) == "text/csv"
