"""Where the record stands, as it is printed: anybody can hold a paper against it later."""

from datetime import UTC, datetime

from web.documents.contents import Head, instant
from web.office import Office


def head(at: Office) -> Head:
    root, last = at.head.now()
    return {
        "position": last.position if last else 0,
        "root": root.hex(),
        "at": instant(last.at if last else datetime.now(UTC)),
    }
