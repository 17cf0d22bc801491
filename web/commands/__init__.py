"""The `palabre` command, one module each; here, what they share."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import psycopg
import typer
from psycopg.rows import dict_row
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from projections.follower import Follower
from projections.registers import REGISTERS
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.office import Office

Json = Annotated[bool, typer.Option("--json", help=_("Répond en JSON, pour une machine."))]
Chosen = Annotated[str, typer.Option("--cooperative", metavar="COOP", help=_("Une seule coopérative."))]
Slug = Annotated[str, typer.Argument(metavar="COOP", help=_("L’identifiant de la coopérative."))]


def home() -> Path:
    """The folder of this installation: PALABRE_HOME, else `var` here."""
    return Path(os.environ.get("PALABRE_HOME") or "var")


def open_house() -> House:
    """On the PostgreSQL of PALABRE_DATABASE_URL, else on the embedded one."""
    return House.open(home(), os.environ.get("PALABRE_DATABASE_URL"))


class Stop(Exception):
    """What was asked cannot be done. Its text is the sentence to show."""


def the_cooperative(house: House, slug: str, suspended: bool = False) -> Cooperative:
    """The one that is open under this slug. `suspended`: what keeps it does not wait for its pages."""
    for known in house.cooperatives():
        if known.slug == slug and known.made:
            if known.state == "open" or suspended:
                return known
            raise Stop(_("« %(slug)s » est suspendue : « palabre reopen %(slug)s » la rouvre.", slug=slug))
    raise Stop(_("Aucune coopérative ne s’appelle « %(slug)s » : « palabre status » les montre.", slug=slug))


def chosen(house: House, slug: str, suspended: bool = False) -> list[Cooperative]:
    """All those that are open, or the one that was named. `suspended`: those that are so too."""
    if slug:
        return [the_cooperative(house, slug, suspended)]
    return [each for each in house.cooperatives() if each.state == "open" or (suspended and each.made)]


@contextmanager
def office_of(house: House, cooperative: Cooperative) -> Iterator[Office]:
    """As the role that serves pages: no command may do more than they do."""
    office = Office(house.conninfo(cooperative.database, "web"), house.master_key())
    house.heads.guard(cooperative.slug, office)
    try:
        yield office
    finally:
        office.close()


@contextmanager
def follower_of(house: House, cooperative: Cooperative) -> Iterator[Follower]:
    """Its registers, as the worker keeps them."""
    conninfo = house.conninfo(cooperative.database, "worker")
    office = Office(conninfo, house.master_key())
    try:
        yield Follower(office.record, office.vault, conninfo, REGISTERS)
    finally:
        office.close()


def forget_again(house: House, cooperative: Cooperative) -> None:
    """What a file from before brought back: who was erased since is so again, who was signed in then is not."""
    with psycopg.connect(house.conninfo(cooperative.database, "owner"), row_factory=dict_row) as db:
        erased = house.erased.again(cooperative.slug, db)
        for doors in ("delete from public.session", "delete from public.entrance"):
            db.execute(doors)
    for one in erased:
        said = {"contact": _("coordonnées"), "register": _("identité")}[one.key]
        typer.echo(_("Effacé de nouveau : %(what)s de « %(person)s ».", what=said, person=one.person))


@contextmanager
def bar(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """How far something has come, on the error output of a terminal; nothing is drawn elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as drawn:
        task = drawn.add_task(title, total=total)
        yield lambda done: drawn.update(task, completed=done)


def read(file: Path) -> bytes:
    """What a file holds; `-` is the standard input."""
    with readable(file):
        return sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()


@contextmanager
def readable(file: Path) -> Iterator[None]:
    """What the system refuses about a file is said in a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise Stop(_("« %(file)s » n’existe pas.", file=file)) from error
    except OSError as error:
        raise Stop(_("Impossible de lire « %(file)s » : %(error)s.", file=file, error=error.strerror)) from error


def answer(found: Any) -> None:
    """On the standard output, for a machine."""
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
