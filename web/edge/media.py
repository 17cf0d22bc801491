"""What kind of document a file is, from its bytes: its name says only whether a text is a table."""

import io
import zipfile

from governance.evidence.facts import Medium

_MAGIC = (
    (b"%PDF-", Medium.PDF),
    (b"\x89PNG\r\n\x1a\n", Medium.PNG),
    (b"\xff\xd8\xff", Medium.JPEG),
)
_OFFICE = {"word/document.xml": Medium.DOCX, "xl/workbook.xml": Medium.XLSX}


def medium(content: bytes, name: str) -> Medium | None:
    """None: a file that a jury might not open, or that could do more than be read (macros, scripts)."""
    for magic, found in _MAGIC:
        if content.startswith(magic):
            return found
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if _is_text(content):
        return Medium.CSV if name.lower().endswith(".csv") else Medium.TEXT
    return None


def _zipped(content: bytes) -> Medium | None:
    """OpenDocument says its type in its first member, stored as it is; Office Open XML is known by its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if any(name.rpartition("/")[2] == "vbaProject.bin" or name.startswith("Basic/") for name in names):
        return None
    for found in (Medium.ODT, Medium.ODS):
        declared = b"mimetype" + found.value.encode() + b"PK"
        if content[30 : 30 + len(declared)] == declared and "content.xml" in names:
            return found
    return next((found for part, found in _OFFICE.items() if part in names), None)


def _is_text(content: bytes) -> bool:
    """Written in UTF-8 without control signs; a page of HTML is no plain text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    readable = not any(sign < " " and sign not in "\t\n\r\f" for sign in text)
    return readable and not text.lstrip().startswith("<")
