"""Every fact that was ever written can be read, and says what it said."""

import json
import tomllib
from typing import Any

import msgspec
import pytest
from eventsourcing.dcb.api import DCBEvent, DCBSequencedEvent

from governance.record.entry import freeze, thaw
from governance.record.kinds import KINDS, VERSION, UnknownKind
from tests.archive.lines import ARCHIVE, archived, lacking
from web.carrying.lisezmoi import kinds

LINES = archived()


def lost(before: Any, after: Any, path: str = "") -> list[str]:
    """The places where what was said is not said any more. What was added since does not matter."""
    match before, after:
        case dict(), dict():
            return [place for key in before for place in lost(before[key], after.get(key, "nothing"), f"{path}.{key}")]
        case list(), list() if len(before) == len(after):
            pairs = zip(before, after, strict=True)
            return [place for n, (was, now) in enumerate(pairs) for place in lost(was, now, f"{path}[{n}]")]
    return [] if before == after else [f"{path[1:]} said {before!r}, now {after!r}"]


@pytest.mark.parametrize("kind", sorted({json.loads(line)["kind"] for line in LINES}))
def test_what_was_written_is_still_read_and_says_the_same(kind):
    for line in LINES:
        said = json.loads(line)
        if said["kind"] == kind:
            try:
                entry = thaw(DCBSequencedEvent(DCBEvent(kind, line, []), 1))
            except (UnknownKind, msgspec.ValidationError) as error:
                pytest.fail(f"{kind} was archived and cannot be read any more: {error}")
            again = json.loads(freeze(entry.fact, entry.by, entry.at, entry.gesture).data)
            assert lost(said, again) == [], f"{kind} lost a field: add, never rename, never remove"


def test_every_kind_shows_its_shapes_of_today_byte_for_byte():
    missing = {name: len(lines) for name, lines in lacking().items()}

    assert missing == {}, "these kinds lack lines: `python -m tests.archive add` writes them"


def test_every_kind_is_said_in_french_to_whoever_reads_an_export():
    assert set(kinds()) == set(KINDS), "say in web/carrying/sortes.yaml what each kind is, in a sentence"


def test_the_version_that_brings_a_kind_is_the_one_of_the_package():
    package = tomllib.loads((ARCHIVE.parents[1] / "pyproject.toml").read_text())

    assert package["project"]["version"] == VERSION


@pytest.mark.parametrize(
    ("after", "places"),
    [
        ({"a": 1, "b": [{"c": 2}], "new": 3}, []),
        ({"b": [{"c": 2}]}, ["a said 1, now 'nothing'"]),
        ({"a": 1, "b": [{"renamed": 2}]}, ["b[0].c said 2, now 'nothing'"]),
        ({"a": 1, "b": []}, ["b said [{'c': 2}], now []"]),
    ],
)
def test_a_loss_is_named_by_its_place(after, places):
    assert lost({"a": 1, "b": [{"c": 2}]}, after) == places
