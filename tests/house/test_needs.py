"""docs/besoins.md: every need of the five territories once, each held by a test that exists, or said not to be."""

import re
from pathlib import Path

from tests.pages.test_seed_cards import KEPT
from web.app import ROUTES

ROOT = Path(__file__).parent.parent.parent
ROW = re.compile(r"\| (\d+) \| [^|]+ \| (?:`([^`]+)`)? ?\| (?:`([^`]+)`|pas encore) \|")
ROWS = [
    ROW.fullmatch(line) for line in (ROOT / "docs" / "besoins.md").read_text().splitlines() if re.match(r"\| \d", line)
]
NEEDS = 137


def test_every_need_has_its_row_in_order():
    assert all(ROWS)
    assert [int(row[1]) for row in ROWS if row] == list(range(1, NEEDS + 1))


def test_a_need_that_is_met_has_a_page_and_a_test_that_exist():
    for row in filter(None, ROWS):
        page, test = row[2], row[3]
        assert bool(page) == bool(test), row[0]
        if test:
            assert exists(test), test
            assert any(route.path_regex.match(page) for route in ROUTES if hasattr(route, "path_regex")), page


def exists(test: str) -> bool:
    """`tests/pages/test_x.py::test_y[12]`: its file, its function, and its row where there are rows."""
    file, name = test.split("::")
    bare, _bracket, parameter = name.partition("[")
    known = not parameter or parameter.rstrip("]") in {one.need for one in KEPT}
    return known and f"\ndef {bare}(" in (ROOT / file).read_text()
