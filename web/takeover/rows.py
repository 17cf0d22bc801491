"""Forms of many rows, each about one line or one file: read, confirmed as they stand, nothing kept in between."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from web.forms import Form, new_gesture
from web.i18n import gettext as _

F = TypeVar("F", bound=BaseModel)

_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
MOST = 150  # rows of one form: it has as many times its fields


def proposed(model: type[F], rows: Sequence[Mapping[str, str]]) -> Form[F]:
    """A form with a row for each, numbered from 1, and in it what was understood."""
    raw: dict[str, str | list[str]] = {
        f"{name}.{n}": words for n, row in enumerate(rows, 1) for name, words in row.items()
    }
    return Form(model, raw, new_gesture())


def french(day: str) -> str:
    """« 2014-03-01 » as a form is filled in: 01/03/2014. What is no full day stays."""
    return f"{day[8:]}/{day[5:7]}/{day[:4]}" if _FULL.fullmatch(day) else day


def subjects(form: Form[Any], name: str) -> list[str]:
    """The numbers of the rows that have a field of this name, in their order."""
    found = (key.partition(".") for key in form.raw)
    return sorted((subject for field, _dot, subject in found if field == name and subject.isdecimal()), key=int)


def complete(name: str, others: Mapping[str, Mapping[str, object]], rows: Sequence[str]) -> None:
    """Raises ValueError naming the first of the rows where something of `others`, by its words, is missing."""
    for row in rows:
        if missing := [words for words, said in others.items() if row not in said]:
            told = {"what": name, "row": row, "missing": missing[0]}
            raise ValueError(_("%(what)s %(row)s : « %(missing)s » manque, ou videz sa ligne.", **told))
