"""Spreadsheets as people send them (XLSX, XLS, ODS, CSV, and our own JSON): sheets of lines of text, each with the
number it shows."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from web.edge.book import opened
from web.i18n import gettext as _

MOST_LINES, MOST_COLUMNS = 200_000, 200
RUN = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection)."""
_SEPARATORS = ";\t,|"
_LETTERS = "éèêàçôîïûëœÉÈÀÇ’«»"
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # the first bytes of XLSX and ODS, of XLS


class Unreadable(Exception):
    """The file is not a spreadsheet that we know; says to the person what to do."""


@dataclass(frozen=True)
class Line:
    """`number` is the one that the spreadsheet shows, from 1; cells are text, empty ones empty."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    name: str
    lines: tuple[Line, ...]

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)


def read_spreadsheet(content: bytes) -> list[Sheet]:
    """Every sheet that holds something, its empty lines left out. Numbers and dates are written as a form would take
    them: `1234.5`, `2026-12-31`. Raises Unreadable.
    """
    sheets = _book(content) if content.startswith(_BOOKS) else [_kept(content) or _text(content)]
    filled = [sheet for sheet in sheets if sheet.lines]
    if not filled:
        raise Unreadable(_("Ce fichier est vide : choisissez celui qui contient les lignes à reprendre."))
    if any(len(sheet.lines) > MOST_LINES for sheet in filled):
        raise Unreadable(_("Ce fichier a plus de %(most)s lignes : coupez-le en plusieurs.", most=MOST_LINES))
    return filled


def _book(content: bytes) -> list[Sheet]:
    sheets = opened(content)
    if sheets is None:
        raise Unreadable(
            _("Ce classeur ne s’ouvre pas (protégé ou abîmé) : enregistrez-le en CSV ou sans mot de passe.")
        )
    return [_sheet(name, rows) for name, rows in sheets]


def _kept(content: bytes) -> Sheet | None:
    """A register as our own files keep it in JSON: the titles of its columns, then its rows; None if it is not one."""
    if not content.lstrip().startswith(b"{"):
        return None
    try:
        table = json.loads(content)
        keys = [str(column["key"]) for column in table["columns"]]
        rows = [[_said(row.get(key)) for key in keys] for row in table["rows"]]
        return _sheet(str(table["register"]), [[str(column["title"]) for column in table["columns"]], *rows])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable(_("Ce JSON n’est pas un registre : prenez celui qu’une page de registre donne.")) from None


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _text(content: bytes) -> Sheet:
    """A CSV of any usual French hand; the separator is the one that divides most lines alike."""
    text = decoded(content)
    if "\0" in text:
        raise Unreadable(_("Ce fichier n’est pas un tableau : enregistrez-le en XLSX, en ODS ou en CSV."))
    separator = _separator(text)
    _check_width(max((line.count(separator) for line in text.splitlines()), default=0))
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return _sheet("", [[_unguarded(cell) for cell in row] for row in reader])
    except csv.Error:
        raise Unreadable(
            _("La ligne %(number)s n’est pas du CSV : un guillemet n’est pas refermé.", number=reader.line_num)
        ) from None


def _unguarded(cell: str) -> str:
    """Without the quote that our own files put before what a spreadsheet would run."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RUN) else cell


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16, marked or not; else what Windows or an old Macintosh wrote, whichever reads as French."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if wide := _wide(content[:1000]):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return max((content.decode(one, "replace") for one in ("cp1252", "mac_roman")), key=_french)


def _wide(first: bytes) -> str:
    """UTF-16 without its mark has a null beside most of its signs."""
    nulls = first[1::2].count(0), first[0::2].count(0)
    if 4 * max(nulls) < len(first):
        return ""
    return "utf-16-le" if nulls[0] > nulls[1] else "utf-16-be"


def _french(text: str) -> int:
    return sum(map(text.count, _LETTERS))


def _separator(text: str) -> str:
    """The sign that stands the same number of times, and more than none, in most of the first lines."""
    first = [line for line in text.splitlines()[:50] if line.strip()]

    def alike(sign: str) -> tuple[int, int]:
        [(times, lines)] = Counter(line.count(sign) for line in first).most_common(1) or [(0, 0)]
        return (lines if times else 0, times)

    return max(_SEPARATORS, key=alike)


def _sheet(name: str, rows: Iterable[Sequence[str]]) -> Sheet:
    lines = (Line(number, tuple(cell.strip() for cell in row)) for number, row in enumerate(rows, 1))
    filled = tuple(line for line in lines if any(line.cells))
    _check_width(max((len(line.cells) for line in filled), default=0))
    return Sheet(name, filled)


def _check_width(columns: int) -> None:
    if columns > MOST_COLUMNS:
        raise Unreadable(_("Ce fichier a plus de %(most)s colonnes : gardez celles du registre.", most=MOST_COLUMNS))
