"""The lines of the archive, and what they lack."""

from pathlib import Path

from governance.record.kinds import KINDS
from tests.archive.shapes import shapes

ARCHIVE = Path(__file__).parent


def archived() -> list[bytes]:
    return [line for file in sorted(ARCHIVE.glob("*.jsonl")) for line in file.read_bytes().splitlines()]


def lacking() -> dict[str, list[bytes]]:
    """For each kind, the shapes of today that are not there."""
    there = set(archived())
    lines = {name: [line for line in shapes(name) if line not in there] for name in KINDS}
    return {name: missing for name, missing in lines.items() if missing}
