"""Spreadsheets of every usual hand are read alike; what is none says so."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from stream_write_ods import stream_write_ods

from web.edge.spreadsheet import Unreadable, read_spreadsheet

HEAD = ("Nom", "Né le", "Parts", "Versé")
ROWS = (("Élodie d’Orpierre", date(1980, 2, 29), 3, 150.5), ("", None, None, None), ("Zoé", None, 0.1, 1234567))
LINES = [
    (1, HEAD),
    (2, ("Élodie d’Orpierre", "1980-02-29", "3", "150.5")),
    (4, ("Zoé", "", "0.1", "1234567")),
]
TYPED = "Nom;Né le;Parts;Versé\nÉlodie d’Orpierre;1980-02-29;3;150.5\n;;;\nZoé;;0.1;1234567\n"


def xlsx() -> bytes:
    held = BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet, day = book.add_worksheet("Membres"), book.add_format({"num_format": "dd/mm/yyyy"})
        for line, row in enumerate([HEAD, *ROWS]):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, day)
                elif cell is not None:
                    sheet.write(line, column, cell)
    return held.getvalue()


def ods() -> bytes:
    rows = iter(tuple("" if cell is None else cell for cell in row) for row in ROWS)
    return b"".join(stream_write_ods([("Membres", HEAD, rows)]))


def lines(content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    [sheet] = read_spreadsheet(content)
    return [(line.number, line.cells) for line in sheet]


@pytest.mark.parametrize(
    "content",
    [
        xlsx(),
        ods(),
        TYPED.encode(),
        TYPED.encode("utf-8-sig"),
        TYPED.encode("cp1252"),
        TYPED.encode("utf-16"),
        TYPED.encode("utf-16-le"),
        TYPED.encode("utf-16-be"),
        TYPED.encode("mac_roman"),
        TYPED.replace(";", "\t").encode(),
        TYPED.replace(";", ",").encode(),
        TYPED.replace("\n", "\r\n").encode(),
        TYPED.replace("Élodie d’Orpierre", '"Élodie d’Orpierre"').encode(),
    ],
    ids=[
        "xlsx",
        "ods",
        "utf-8",
        "bom",
        "windows",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "macintosh",
        "tabs",
        "commas",
        "crlf",
        "quotes",
    ],
)
def test_every_usual_hand_is_read_alike(content: bytes):
    assert lines(content) == LINES


def test_a_comma_in_an_amount_divides_no_line():
    assert lines("Nom;Versé\nZoé;12,50\nNoé;7,25\n".encode())[1:] == [(2, ("Zoé", "12,50")), (3, ("Noé", "7,25"))]


def test_a_cell_may_hold_several_lines():
    assert lines(b'Nom;Adresse\n"Zoe";"1 rue\n05000 Gap"\n')[1] == (2, ("Zoe", "1 rue\n05000 Gap"))


@pytest.mark.parametrize("content", [b"", b"\n\n", b";;\n"])
def test_nothing_is_said_to_be_nothing(content: bytes):
    with pytest.raises(Unreadable, match="vide"):
        read_spreadsheet(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'Nom;Parts\n"Zoe;1\nNoe;2\n', "ligne 3.*guillemet"),
        (b"PK\x03\x04 not a book", "ne s’ouvre pas"),
        (b"%PDF-1.7\0\0", "pas un tableau"),
    ],
)
def test_what_is_no_spreadsheet_says_what_to_do(content: bytes, words: str):
    with pytest.raises(Unreadable, match=words):
        read_spreadsheet(content)


def immense() -> bytes:
    """Two cells, at two ends of the largest sheet there is."""
    held = BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Nom")
        sheet.write(1_048_575, 16_383, "Zoé")
    return held.getvalue()


BOOK = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types'
    '"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="M" sheetId="1" r:id="r1"/></sheets></workbook>',
}
CELLS = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
)
SECRET = '<!DOCTYPE a [<!ENTITY all SYSTEM "file:///etc/passwd">]>'
TEN = '<!DOCTYPE a [<!ENTITY a "Zoe">' + "".join(
    f'<!ENTITY {name} "{10 * f"&{before};"}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def book(sheet: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as folder:
        for name, text in {**BOOK, "xl/worksheets/sheet1.xml": sheet}.items():
            folder.writestr(name, text)
    return held.getvalue()


def cell(words: str, kind: str = "inlineStr") -> str:
    return CELLS % f'<row r="1"><c r="A1" t="{kind}"><is><t>{words}</t></is></c></row>'


def claiming(size: int) -> bytes:
    """A book whose directory says that a sheet unfolds to so many bytes."""
    content = bytearray(book(cell("Nom")))
    end = content.rindex(b"PK\x01\x02")
    content[end + 24 : end + 28] = size.to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (immense(), "ne s’ouvre pas"),
        (b"a;" * 100_000 + b"\n", "plus de 200 colonnes"),
        (b"Nom" + b";" * 1_000_000 + b"\nZoe\n", "plus de 200 colonnes"),
        (b"Nom;Parts\nZo\0e;1\n", "pas un tableau"),
        (book(CELLS % (" " * 270_000_000)), "ne s’ouvre pas"),
        (book(TEN + "]>" + cell("&i;")), "ne s’ouvre pas|vide"),
    ],
    ids=["two corners", "wide", "million columns", "null", "zip bomb", "a thousand million laughs"],
)
def test_a_file_made_to_harm_takes_nothing_down_and_says_what_to_do(content: bytes, words: str):
    with pytest.raises(Unreadable, match=words):
        read_spreadsheet(content)


@pytest.mark.parametrize("content", [book(SECRET + cell("&all;")), book(cell("Nom")), claiming(1 << 30)])
def test_a_book_reads_no_other_file_and_is_believed_in_no_size(content: bytes):
    try:
        found = lines(content)
    except Unreadable:
        found = []

    assert found in ([], [(1, ("Nom",))])


def test_a_formula_is_what_it_says_and_is_never_worked_out():
    assert lines(b'Nom;Parts\n"=HYPERLINK(""http://x"";""Zoe"")";1\n')[1] == (2, ('=HYPERLINK("http://x";"Zoe")', "1"))


@pytest.mark.parametrize("wrong", ["{}", '{"columns": 3}', '{"register": "x", "columns": [{}], "rows": []}', "{" * 9])
def test_a_json_that_is_no_register_says_so(wrong):
    with pytest.raises(Unreadable, match="n’est pas un registre"):
        read_spreadsheet(wrong.encode())
