"""A file taken away from a page, read back by other hands: its words."""

import csv
import io
import json

from python_calamine import CalamineWorkbook

from tests.documents.reading import Paper


def read(ending: str, content: bytes) -> str:
    match ending:
        case "csv":
            rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
            return "\n".join(";".join(row) for row in rows)
        case "json":
            return "\n".join(";".join(map(str, row.values())) for row in json.loads(content)["rows"])
        case "pdf":
            return Paper(content).words
    return str(CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python())
