"""The `palabre` command, one module each; here, what they share."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from web.house import House
from web.i18n import gettext as _

Json = Annotated[bool, typer.Option("--json", help=_("Répond en JSON, pour une machine."))]


def home() -> Path:
    """The folder of this installation: PALABRE_HOME, else `var` here."""
    return Path(os.environ.get("PALABRE_HOME") or "var")


def open_house() -> House:
    """On the PostgreSQL of PALABRE_DATABASE_URL, else on the embedded one."""
    return House.open(home(), os.environ.get("PALABRE_DATABASE_URL"))


class Stop(Exception):
    """What was asked cannot be done. Its text is the sentence to show."""


def read(file: Path) -> bytes:
    """What a file holds; `-` is the standard input."""
    try:
        return sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()
    except FileNotFoundError as error:
        raise Stop(_("« %(file)s » n’existe pas.", file=file)) from error
    except OSError as error:
        raise Stop(_("Impossible de lire « %(file)s » : %(error)s.", file=file, error=error.strerror)) from error


def answer(found: Any) -> None:
    """On the standard output, for a machine."""
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
