"""A table written as a file and read back by other hands: what was said is there, and nothing runs."""

import csv
import io
import json
import tracemalloc
from datetime import UTC, date, datetime
from fractions import Fraction
from hashlib import sha256

import pytest
from python_calamine import CalamineWorkbook

from governance.command import Refused
from governance.words import Cents, Day
from tests.documents.reading import Paper
from tests.documents.samples import AT, COOPERATIVE, DEMONSTRATION
from web.sheets import FORMATS, PRINTED
from web.tables import Column, Shape, Table

COLUMNS = (
    Column("name", "Nom"),
    Column("shares", "Parts", Shape.NUMBER),
    Column("paid", "Versé", Shape.MONEY),
    Column("on", "Depuis", Shape.DAY),
    Column("at", "Inscrit", Shape.MOMENT),
    Column("part", "Part", Shape.FRACTION),
)
ZOE = {
    "name": "Zoé d’Œuvre ليلى",
    "shares": 12,
    "paid": Cents(123450),
    "on": Day("2026-12-01"),
    "at": datetime(2026, 12, 15, 17, 30, 12, tzinfo=UTC),
    "part": Fraction(2, 3),
}
NOBODY = {"name": "Sans rien", "shares": None, "paid": None, "on": None, "at": None, "part": None}
VAGUE = {**NOBODY, "name": "Depuis longtemps", "on": Day("2017-11")}
READ = [
    ["Nom", "Parts", "Versé", "Depuis", "Inscrit", "Part"],
    ["Zoé d’Œuvre ليلى", 12, 1234.5, date(2026, 12, 1), datetime(2026, 12, 15, 18, 30, 12), "2/3"],
    ["Sans rien", "", "", "", "", ""],
    ["Depuis longtemps", "", "", "2017-11", "", ""],
]
SHEETS = pytest.mark.parametrize("ending", ["ods", "xlsx"])


def table(*rows, title="Membres", columns=COLUMNS) -> Table:
    return Table("membres", title, columns, iter(rows), "au 1er décembre 2026")


def written(ending: str, given: Table, coop=COOPERATIVE) -> bytes:
    file = io.BytesIO()
    FORMATS[ending].write(given, file, coop, AT)
    return file.getvalue()


def opened(content: bytes, sheet: int = 0) -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python()


def words(*names: str) -> Table:
    return table(*({"name": name} for name in names), columns=COLUMNS[:1])


@SHEETS
def test_a_spreadsheet_holds_numbers_amounts_days_and_words(ending):
    assert opened(written(ending, table(ZOE, NOBODY, VAGUE))) == READ


def test_a_csv_opens_in_a_french_spreadsheet():
    content = written("csv", table(ZOE, NOBODY, VAGUE))

    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert content.startswith("\ufeff".encode())
    assert rows[1:] == [
        ["Zoé d’Œuvre ليلى", "12", "1234,50", "2026-12-01", "2026-12-15 18:30", "2/3"],
        ["Sans rien", "", "", "", "", ""],
        ["Depuis longtemps", "", "", "2017-11", "", ""],
    ]


def test_a_program_reads_numbers_as_numbers_and_amounts_exactly():
    said = json.loads(written("json", table(ZOE, VAGUE)))

    assert said["rows"] == [
        {"name": "Zoé d’Œuvre ليلى", "shares": 12, "paid": "1234.50", "on": "2026-12-01"}
        | {"at": "2026-12-15 18:30", "part": "2/3"},
        dict.fromkeys(("shares", "paid", "at", "part")) | {"name": "Depuis longtemps", "on": "2017-11"},
    ]
    assert said["columns"][2] == {"key": "paid", "title": "Versé", "shape": "money"}
    assert (said["register"], said["shown"]) == ("Membres", "au 1er décembre 2026")
    assert json.loads(written("json", table()))["rows"] == []


@pytest.mark.parametrize("name", ["=1+1", "+33 6", "-12", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "\t=1"])
def test_words_that_look_like_a_formula_stay_words(name):
    rows = csv.reader(io.StringIO(written("csv", words(name)).decode("utf-8-sig"), newline=""), delimiter=";")

    assert list(rows)[1] == [f"'{name}"]
    for ending in ("ods", "xlsx"):
        content = written(ending, words(name))
        assert opened(content)[1] == [name]
        assert b"<f>" not in content


def test_an_amount_below_zero_is_a_number_and_not_a_formula():
    owed = table({**NOBODY, "paid": Cents(-5005)})

    assert ";-50,05;" in written("csv", owed).decode()


@SHEETS
def test_any_sign_that_somebody_typed_leaves_a_file_that_opens(ending):
    odd = ["<script>&\"'", "a\x0bb\ufffe\ud800", "deux\nlignes", "🌻", "x" * 40_000]

    read = [row[0] for row in opened(written(ending, words(*odd)))[1:]]

    assert read[:4] == ["<script>&\"'", "ab", "deux\nlignes", "🌻"]
    assert read[4].startswith("x" * 32_766)


@SHEETS
def test_a_title_that_no_sheet_may_bear_is_made_to_fit(ending):
    content = written(ending, table(ZOE, title="Parts [2026] : qui/quoi ? — un titre bien trop long"))

    assert len(opened(content)) == 2


@SHEETS
@pytest.mark.parametrize("coop", [COOPERATIVE, DEMONSTRATION])
def test_a_file_says_whose_it_is_and_what_it_shows(ending, coop):
    about = {row[0]: row[1] for row in opened(written(ending, table(ZOE), coop), sheet=1)}

    assert about["Coopérative"] == coop["name"]
    assert about["Ce qu’il montre"] == "au 1er décembre 2026"
    assert "15 décembre 2026" in about["Édité le"]
    assert ("Démonstration" in about) is coop["demonstration"]


def test_a_pdf_reads_like_the_page():
    paper = Paper(written("pdf", table(ZOE, VAGUE)))

    for said in (
        "Membres",
        "au 1er décembre 2026",
        "Zoé d’Œuvre",
        "1 234,50 €",
        "novembre 2017",
        "2/3 (66,7 %)",
    ):
        assert said in paper.words
    assert "2 lignes" in paper.words


def test_a_table_without_rows_is_a_file_all_the_same():
    assert opened(written("ods", table())) == READ[:1]
    assert "0 ligne" in Paper(written("pdf", table())).words


def test_what_is_longer_than_anybody_prints_is_refused():
    with pytest.raises(Refused, match="too-long-to-print") as refusal:
        written("pdf", words(*["Zoé"] * (PRINTED + 1)))

    assert refusal.value.details == {"most": PRINTED}


@pytest.mark.parametrize("ending", ["csv", "json", "ods", "xlsx"])
def test_the_same_table_at_the_same_moment_is_the_same_bytes(ending):
    assert written(ending, table(ZOE, VAGUE)) == written(ending, table(ZOE, VAGUE))


def odd_name(number: int) -> str:
    """Names that no compression makes one: what is sent goes out as it comes."""
    return sha256(str(number).encode()).hexdigest()


class Nowhere(io.RawIOBase):
    """Takes what is written and forgets it."""

    def writable(self) -> bool:
        return True

    def write(self, content) -> int:
        return len(content)


@pytest.mark.parametrize(("ending", "rows"), [("csv", 6_000), ("json", 6_000), ("ods", 2_000)])
def test_rows_go_through_and_are_not_held(ending, rows):
    def most(many: int) -> int:
        long = Table("membres", "Membres", COLUMNS, ({**ZOE, "name": odd_name(number)} for number in range(many)))
        tracemalloc.start()
        FORMATS[ending].write(long, Nowhere(), COOPERATIVE, AT)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert most(rows) < most(rows // 2) + 500_000
