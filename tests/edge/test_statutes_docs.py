"""What the page on statutes says is what the program reads: every key and every value, and its examples."""

import re
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest

import web
from governance.statutes.facts import Statutes

ROOT = Path(web.__file__).parents[1]
PAGE = (ROOT / "docs" / "statuts.md").read_text(encoding="utf-8")


def words(schema):
    """Every key and value that a file of statutes may hold."""
    for inside in get_args(schema):
        yield from words(inside)
    kind = get_origin(schema) or schema
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield from (member.value for member in kind)
    elif is_dataclass(kind):
        for name, hint in get_type_hints(kind).items():
            yield name
            yield from words(hint)


@pytest.mark.parametrize("word", sorted(set(words(Statutes))))
def test_every_key_and_value_is_explained(word):
    assert f"`{word}`" in PAGE


def test_every_file_that_the_page_shows_exists():
    shown = re.findall(r"\]\(([^)]+)\)", PAGE)

    assert len(shown) == 2
    assert all((ROOT / "docs" / path).is_file() for path in shown)
