"""`python -m tests.archive add`: write the lines that the archive lacks."""

import sys

from tests.archive.lines import ARCHIVE, lacking


def add() -> None:
    new = lacking()
    with (ARCHIVE / "1.jsonl").open("ab") as file:
        file.writelines(line + b"\n" for lines in new.values() for line in lines)
    print("\n".join(f"{name}: {len(lines)} lines" for name, lines in new.items()) or "Nothing was missing.")


if sys.argv[1:] != ["add"]:
    sys.exit(__doc__)
add()
