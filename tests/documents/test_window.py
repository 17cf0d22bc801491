"""The address of a letter, through the window of a DL envelope: 45 × 100 mm, 20 mm from its right and its foot."""

import io
from copy import deepcopy

import pypdf
import pytest

from tests.documents.papers import SAMPLES
from tests.documents.samples import AT
from web.documents import document

MM = 72 / 25.4
ACROSS, DOWN = 220 - 210, 110 - 99  # how far a sheet folded in three slides in its envelope, mm
LINES = ["Résidence Les Terres Neuves", "Bâtiment C", "3 chemin de la Conserverie", "BP 12", "05400 Veynes"]


def written(pdf):
    """What stands on the first page: its left end, its foot, in mm from the left and from the top."""
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    found = []

    def seen(words, ctm, tm, font, size):
        left, foot = (tm[4] * ctm[n] + tm[5] * ctm[n + 2] + ctm[n + 4] for n in (0, 1))
        if words.strip():
            found.append((words.strip(), left / MM, 297 - foot / MM))

    page.extract_text(visitor_text=seen)
    return found


def to(letter, name):
    """The same, to somebody with an address of six lines."""
    paper = deepcopy(SAMPLES[letter])
    first = paper["letters"][0] if "letters" in paper else paper
    where = {"convocation": "recipient", "lettre": "to"}.get(letter)
    (first[where] if where else first).update({"name": name, "address": "\n".join(LINES)})
    first.update({"seat": "", "spoken_by": ""} if letter == "mise-a-jour" else {})
    return document(letter, paper, AT)


@pytest.mark.parametrize("letter", ["convocation", "lettre", "mise-a-jour"])
def test_the_address_alone_shows_wherever_the_sheet_slides(letter):
    found = written(to(letter, "Zoé Œuvrard"))

    shown = [line for line in found if 45 - DOWN <= line[2] <= 90]
    assert [words for words, _, _ in shown] == ["Zoé Œuvrard", *LINES]
    assert all(100 <= left <= 200 - ACROSS and 45 < foot < 90 - DOWN for _, left, foot in shown)
