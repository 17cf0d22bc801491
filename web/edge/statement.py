"""A bank's statement as any bank gives it: CSV or a spreadsheet whose columns are guessed, or OFX."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from governance.words import Cents, Day
from projections.names import plain
from web.edge.inputs import amount, full_day
from web.edge.spreadsheet import Line, Sheet, Unreadable, decoded, read_spreadsheet
from web.i18n import gettext as _


@dataclass(frozen=True)
class Credit:
    """Money that came in: its day, its cents, the bank's words, the bank's own reference where it gives one."""

    on: Day
    amount: Cents
    words: str
    reference: str = ""


_HEADINGS: Mapping[str, str] = {  # in plain letters, as banks write them
    "on": "date|date operation|date de l operation|date d operation|date comptable|date de comptabilisation|jour",
    "words": "libelle|libelle operation|libelle simplifie|libelle de l operation|operation|description|motif|details",
    "amount": "montant|montant eur|montant euros|montant en euros|montant operation|montant de l operation|somme",
    "credit": "credit|credit eur|credit euros|credit en euros|montant credit|recettes|entrees",
    "reference": "reference|ref|reference operation|numero operation|n operation|id|identifiant",
}
_FIELD_OF = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split("|")}
_AMONG_THE_FIRST = 30  # lines: the account, its holder and its balance stand above
_SHORT_YEAR = re.compile(r"^([0-9]{1,2}[/.\-][0-9]{1,2}[/.\-])([0-9]{2})$")


def read_statement(content: bytes) -> list[Credit]:
    """What came in, in the order of the file; what went out is left aside. Raises Unreadable."""
    if b"<OFX>" in content[:4096].upper():
        return list(_ofx(decoded(content)))
    sheet = max(read_spreadsheet(content), key=lambda one: len(_columns(_heading(one))))
    heading = _heading(sheet)
    columns = _columns(heading)
    if not {"on", "words"} <= columns.keys() or not {"amount", "credit"} & columns.keys():
        raise Unreadable(
            _("Ce relevé n’est pas compris : il faut une colonne Date, une Libellé, et Montant ou Crédit.")
        )
    below = [line for line in sheet if line.number > heading.number]
    return [credit for line in below for credit in _credit(line, columns)]


def _heading(sheet: Sheet) -> Line:
    return max(sheet.lines[:_AMONG_THE_FIRST], key=lambda line: len(_columns(line)))


def _columns(line: Line) -> dict[str, int]:
    """The column of each field; of two alike, the first."""
    found: dict[str, int] = {}
    for column, heading in enumerate(line.cells):
        if field := _FIELD_OF.get(plain(heading)):
            found.setdefault(field, column)
    return found


def _credit(line: Line, columns: Mapping[str, int]) -> Iterator[Credit]:
    """A line that has no day or no amount is a title or a balance."""
    cells = {name: line.cells[column] for name, column in columns.items() if column < len(line.cells)}
    try:
        came = _signed(cells.get("credit") or cells.get("amount", ""))
        on = full_day(_SHORT_YEAR.sub(r"\g<1>20\2", cells["on"]))
    except ValueError:
        return
    if came > 0:
        yield Credit(on, came, cells["words"], cells.get("reference", ""))


def _signed(typed: str) -> Cents:
    """« +12,50 », « -12,50 € »: cents, below zero for what went out."""
    bare = typed.strip().replace("−", "-")
    sign = -1 if bare.startswith("-") else 1
    return Cents(sign * amount(bare.lstrip("+- ")))


_TRANSACTION = re.compile(r"<STMTTRN>(.*?)</STMTTRN>", re.DOTALL | re.IGNORECASE)
_FIELD = re.compile(r"<(\w+)>([^<\r\n]*)")


def _ofx(text: str) -> Iterator[Credit]:
    """The transactions of OFX 1 (SGML, fields left open) and of OFX 2 (XML): those fields only, nothing else of it."""
    for transaction in _TRANSACTION.findall(text):
        said = {name.upper(): unescape(value).strip() for name, value in _FIELD.findall(transaction)}
        posted = said.get("DTPOSTED", "")
        try:
            on, came = full_day(f"{posted[:4]}-{posted[4:6]}-{posted[6:8]}"), _signed(said.get("TRNAMT", ""))
        except ValueError:
            continue
        if came > 0:
            words = " ".join(filter(None, (said.get("NAME"), said.get("MEMO"))))
            yield Credit(on, came, words, said.get("FITID", ""))
