"""The `palabre` command, run in this process as a shell would run it."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from web.__main__ import main


class Left(NamedTuple):
    """How it left, what it printed, and what it said on the error output."""

    code: int
    printed: str
    said: str


Palabre = Callable[..., Left]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Palabre:
    monkeypatch.delenv("PALABRE_DATABASE_URL", raising=False)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> Left:
        monkeypatch.setattr("sys.argv", ["palabre", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        return Left(int(stop.value.code or 0), *capsys.readouterr())

    return run
