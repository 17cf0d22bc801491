"""The verifiers as they leave: ours in one file that needs nothing, and another that shares no line with it."""

import re
from pathlib import Path

from web.verify import SECOND, VERIFIER

HERE = Path(__file__).parent
_OURS = re.compile(r"^from web\.(\w+) import .*\n", re.MULTILINE)
_FUTURE = "from __future__ import annotations\n"


def verifiers() -> dict[str, bytes]:
    """Their bytes, by the names that they bear in a dossier."""
    return {VERIFIER: whole().encode(), SECOND: (HERE / SECOND).read_bytes()}


def whole() -> str:
    """web/verify.py, with what it takes from its neighbours written in the place of the imports."""
    return _OURS.sub(lambda found: _text(found[1]).replace(_FUTURE, ""), _text("verify"))


def _text(name: str) -> str:
    return (HERE / f"{name}.py").read_text("utf-8")
