"""How a dossier is packed, and its tables written. Standard library only: the verifier carries it along."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any


def pack(files: Mapping[str, bytes]) -> bytes:
    """The one zip that these files make: sorted, not compressed, dated 1980. Same files, same bytes, everywhere."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()


def sha256(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()


def sums(digests: Mapping[str, str]) -> bytes:
    """What `sha256sum -c` reads."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def table(records: Sequence[Mapping[str, Any]]) -> bytes:
    """As French spreadsheets read it; a text that they would take for a formula is preceded by an apostrophe."""

    def cell(value: object) -> str:
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)
        return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

    rows = [list(records[0]), *(record.values() for record in records)] if records else []
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(map(cell, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")
