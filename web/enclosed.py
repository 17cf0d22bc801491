"""What files hold for machines: the table of a spreadsheet, the files that a PDF encloses. Standard library only."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

MOST = 64 * 2**20  # bytes, once inflated
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-"
_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
_FILE = re.compile(rb"/UF ?\(([A-Za-z0-9._-]+)\)/EF<</F (\d+) 0 R")
_SEALED = re.compile(rb"/ByteRange ?\[ ?\d+ \d+ (\d+) (\d+) *\]")
_STREAM = rb"(?:^|[\r\n])%s 0 obj[\r\n]+<<([^\r\n]*)>>[\r\n]+stream\r?\n"


def read(ods: bytes) -> list[list[str]]:
    """The words of its cells, row after row (ISO/IEC 26300). ValueError if it is no spreadsheet as we write them."""
    try:
        with zipfile.ZipFile(io.BytesIO(ods)) as parts, parts.open("content.xml") as content:
            xml = content.read(MOST)
        if b"<!" in xml:
            raise ValueError("declarations are not read")
        rows = ElementTree.fromstring(xml).iter(f"{_OFFICE}row")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, KeyError, ElementTree.ParseError) as error:
        raise ValueError("no spreadsheet") from error
    return [list(map(_shown, row.iter(f"{_OFFICE}cell"))) for row in rows]


def _shown(cell: ElementTree.Element) -> str:
    """What a cell says is what a spreadsheet shows: no formula, no number but the one in words, no cell twice."""
    words = "".join(cell.itertext())
    if set(cell.attrib) - {_VALUE, f"{_VALUE}-type"} or cell.get(_VALUE, words) != words:
        raise ValueError("a cell that we would not write")
    return words


def enclosed(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that a PDF encloses under a plain name (ISO 32000-1 §7.11.4), each in all its versions."""
    for name, number in dict.fromkeys(_FILE.findall(pdf)):
        for stream in re.finditer(_STREAM % number, pdf):
            yield name.decode(), _inflated(stream[1], pdf[stream.end() :])


def continued(pdf: bytes) -> bool:
    """Whether it bears seals, of which none covers it to its end (ISO 32000-1 §12.8.1)."""
    sealed = [int(start) + int(length) for start, length in _SEALED.findall(pdf)]
    return b"/ETSI.CAdES.detached" in pdf and max(sealed, default=0) != len(pdf)


def _inflated(said: bytes, onward: bytes) -> bytes:
    length = re.search(rb"/Length (\d+)", said)
    content = onward[: int(length[1])] if length else b""
    try:
        return zlib.decompressobj().decompress(content, MOST) if b"/FlateDecode" in said else content
    except zlib.error as error:
        raise ValueError("no stream") from error
