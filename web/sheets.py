"""A table as a file: CSV, ODS and XLSX to go on working with, JSON for programs, PDF to print and keep."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import TextIOWrapper
from itertools import islice
from typing import IO, Any, NamedTuple

import xlsxwriter
from stream_write_ods import stream_write_ods

from governance.command import Refused
from web.documents import document
from web.documents.contents import Legal, instant
from web.edge.spreadsheet import RUN
from web.i18n import gettext as _
from web.i18n import moment
from web.tables import Shape, Table

PRINTED = 5_000
"""Rows: what is longer is read on a screen, and would keep everybody waiting while it is laid out."""


def as_csv(table: Table, file: IO[bytes], coop: Legal, at: datetime) -> None:
    """As a spreadsheet in French opens it: UTF-8 with its mark, semicolons, decimal commas, days in ISO 8601."""
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    written = csv.writer(text, delimiter=";")
    written.writerow([_harmless(str(column.title)) for column in table.columns])
    written.writerows([_typed(column.kept(row)) for column in table.columns] for row in table.rows)
    text.detach()


def _typed(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return _harmless(value)
        case Decimal():
            return f"{value:.2f}".replace(".", ",")
        case datetime():
            return value.isoformat(" ", "minutes")
    return str(value)


def _harmless(words: str) -> str:
    """Words stay words for whoever opens the file, whatever they begin with."""
    return f"'{words}" if words.startswith(RUN) else words


def as_ods(table: Table, file: IO[bytes], coop: Legal, at: datetime) -> None:
    """ISO/IEC 26300: a cell is what its type says, words are never a formula. Row after row, nothing is held."""
    titles = [str(column.title) for column in table.columns]
    rows = ([column.kept(row) for column in table.columns] for row in table.rows)
    first, *others = _about(table, coop, at)
    for chunk in ods([(_sheet(table.title), titles, rows), (_("À propos"), first, others)], at):
        file.write(chunk)


def ods(sheets: Iterable[tuple[str, Sequence[Any], Iterable[Sequence[Any]]]], at: datetime) -> Iterator[bytes]:
    """Sheets, each its name, its heads and its rows: str, int, Decimal, date, datetime, None. Pieces of the file."""
    made = at.astimezone(UTC).replace(tzinfo=None)
    chunks: Iterator[bytes] = stream_write_ods(sheets, _ODS, get_modified_at=lambda: made, chunk_size=SENT)
    return chunks


SENT = 1 << 10  # bytes, compressed: the library holds the thousands of scraps that make as many

_ODS = (
    (str, ("string", None, None, str)),
    (int, ("float", "office:value", None, str)),
    (Decimal, ("float", "office:value", None, str)),
    (date, ("date", "office:date-value", "date", date.isoformat)),
    (datetime, ("date", "office:date-value", None, datetime.isoformat)),
    (type(None), (None, None, None, str)),
)


def as_xlsx(table: Table, file: IO[bytes], coop: Legal, at: datetime) -> None:
    """ISO/IEC 29500, row after row: what is written of a sheet goes to the disk."""
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        made = at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": table.title, "author": coop["name"], "created": made})
        sheet = book.add_worksheet(_sheet(table.title))
        forms = {shape: book.add_format({"num_format": pattern}) for shape, pattern in _PATTERNS.items()}
        _heads(sheet, table, book.add_format({"bold": True, "bottom": 1}))
        for line, row in enumerate(table.rows, start=1):
            for place, column in enumerate(table.columns):
                _cell(sheet, line, place, column.kept(row), forms.get(column.shape))
        about = book.add_worksheet(_("À propos"))
        for line, words in enumerate(_about(table, coop, at)):
            for place, word in enumerate(words):
                about.write_string(line, place, word)


_PATTERNS = {
    Shape.MONEY: '#,##0.00 "€"',
    Shape.NUMBER: "#,##0",
    Shape.DAY: "dd/mm/yyyy",
    Shape.MOMENT: "dd/mm/yyyy hh:mm",
}
_LONGEST = 32_767  # signs that a cell of Excel holds; with one more it would be left empty


def _heads(sheet: Any, table: Table, bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, 8 * column.width)
        sheet.write_string(0, place, str(column.title), bold)


def _cell(sheet: Any, line: int, place: int, value: Any, form: Any) -> None:
    """Each kind by its own name: nothing is guessed from what the words look like."""
    match value:
        case None:
            pass
        case str():
            whole = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
            sheet.write_string(line, place, whole, form)
        case date():  # a datetime is one
            sheet.write_datetime(line, place, value, form)
        case _:
            sheet.write_number(line, place, value, form)


def _sheet(title: str) -> str:
    """The name of a sheet: at most 31 signs, none of those that Excel keeps for itself."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip()


def _about(table: Table, coop: Legal, at: datetime) -> list[list[str]]:
    """What a file says of itself, once far from the page where it was asked for."""
    said = [
        [_("Coopérative"), coop["name"]],
        [_("Registre"), table.title],
        [_("Ce qu’il montre"), table.said],
        [_("Édité le"), moment(at)],
    ]
    invented = [_("Démonstration"), _("rien de ce qui est écrit ici n’engage personne")]
    return [*said, invented] if coop["demonstration"] else said


def as_pdf(table: Table, file: IO[bytes], coop: Legal, at: datetime) -> None:
    """Refused beyond what one prints."""
    rows = [[column.shown(row) for column in table.columns] for row in islice(table.rows, PRINTED + 1)]
    if len(rows) > PRINTED:
        raise Refused("too-long-to-print", most=PRINTED)
    heads = [{"title": str(one.title), "counted": one.counted, "width": one.width} for one in table.columns]
    said = {"cooperative": coop, "title": table.title, "said": table.said, "at": instant(at)}
    file.write(document("liste", {**said, "columns": heads, "rows": rows}, at))


def as_json(table: Table, file: IO[bytes], coop: Legal, at: datetime) -> None:
    """RFC 8259: what the file is about, its columns, then one row a line by the keys of the columns. Amounts are euros
    in words (`"1234.50"`), days and moments ISO 8601.
    """
    columns = [{"key": one.key, "title": str(one.title), "shape": one.shape.value} for one in table.columns]
    about = {"register": table.title, "cooperative": coop["name"], "demonstration": coop["demonstration"]}
    head = {**about, "shown": table.said, "written": at.astimezone(UTC).isoformat(), "columns": columns}
    text = TextIOWrapper(file, "utf-8")
    text.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "rows": [')
    for rank, row in enumerate(table.rows):
        kept = {column.key: _plain(column.kept(row)) for column in table.columns}
        text.write((",\n" if rank else "\n") + json.dumps(kept, ensure_ascii=False))
    text.write("\n]}\n")
    text.detach()


def _plain(value: Any) -> str | int | None:
    match value:
        case None | int():
            return value
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return value.isoformat(" ", "minutes")
    return str(value)


class Format(NamedTuple):
    """How a table is kept: its media type, and what writes it."""

    media_type: str
    write: Callable[[Table, IO[bytes], Legal, datetime], None]


FORMATS: Mapping[str, Format] = {
    "pdf": Format("application/pdf", as_pdf),
    "ods": Format("application/vnd.oasis.opendocument.spreadsheet", as_ods),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "csv": Format("text/csv; charset=utf-8", as_csv),
    "json": Format("application/json", as_json),
}
