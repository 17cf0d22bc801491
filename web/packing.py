"""How a dossier is packed and opened, and its tables written. Standard library only: the verifier carries it along."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

_NAME = re.compile(r"((pieces|personnes)/)?[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_GARBLED = (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OverflowError, EOFError, OSError)


class Fault(Exception):
    """Something that is not as it was sealed: which file or which fact, in one sentence."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """The one zip that these files make: sorted, not compressed, dated 1980. Same files, same bytes, everywhere."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()


def unpacked(raw: bytes) -> dict[str, bytes]:
    """Nothing is written to disk and nothing is inflated: what a dossier holds is as heavy as it looks."""
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
        if sum(member.file_size for member in members) > len(raw):
            raise Fault("le zip annonce plus d’octets qu’il n’en contient.")
        for member in members:
            name = member.orig_filename
            if not _NAME.fullmatch(name):
                raise Fault(f"{name!a} n’est pas un nom de fichier permis dans un dossier.")
            if name in files:
                raise Fault(f"{name} figure deux fois dans le zip.")
            if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
                raise Fault(f"{name} est compressé ou chiffré : un dossier ne l’est jamais.")
            # Straight from the bytes: a wrong checksum of the zip must not hide which fact was altered.
            start = member.header_offset + 30 + sum(struct.unpack_from("<HH", raw, member.header_offset + 26))
            files[name] = raw[start : start + member.file_size]
    except _GARBLED:
        raise Fault("le zip n’est pas entier : tronqué, abîmé, ou d’un autre type.") from None
    return files


def sha256(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()


def sums(digests: Mapping[str, str]) -> bytes:
    """What `sha256sum -c` reads."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def cells(records: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """The words of a table: its heads, then a row for each of these."""
    rows = [list(records[0]), *(record.values() for record in records)] if records else []
    return [list(map(cell, row)) for row in rows]


def cell(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)


def table(records: Sequence[Mapping[str, Any]]) -> bytes:
    """As French spreadsheets read it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(map(harmless, row) for row in cells(records))
    return text.getvalue().encode("utf-8-sig")


def harmless(words: str) -> str:
    """A text that a spreadsheet would take for a formula is preceded by an apostrophe."""
    return "'" + words if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
