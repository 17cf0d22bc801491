"""A workbook opened in a process of its own, with so much memory and time and no more: a small file may claim to be
immense, and the library that reads it would take the whole server with it."""

import json
import resource
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineWorkbook

MEMORY = 1 << 30  # bytes
SECONDS = 30
UNFOLDED = 1 << 28  # bytes: a register of two hundred thousand lines

Rows = list[list[str]]


def opened(content: bytes) -> list[tuple[str, Rows]] | None:
    """The sheets by name, their cells as text; None if it does not open within its bounds."""
    reading = [sys.executable, "-m", __name__]
    if _unfolded(content) > UNFOLDED:
        return None
    try:
        child = subprocess.run(reading, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return [(name, rows) for name, rows in json.loads(child.stdout)] if child.returncode == 0 else None


def _unfolded(content: bytes) -> int:
    """What a book says that it unfolds to; the bounds of the process are for one that lies."""
    try:
        with ZipFile(BytesIO(content)) as folder:
            return sum(part.file_size for part in folder.infolist())
    except (BadZipFile, OSError, ValueError):
        return 0  # an old XLS, or nothing that opens


def written(cell: object) -> str:
    """A cell as somebody would have typed it. A float is what the spreadsheet held: its shortest writing is exact."""
    match cell:
        case bool():
            return "oui" if cell else "non"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return str(cell).strip()


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read())) as book:
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    json.dump([(name, [[written(cell) for cell in row] for row in rows]) for name, rows in sheets], sys.stdout)


if __name__ == "__main__":
    main()
