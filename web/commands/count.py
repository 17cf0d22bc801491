"""palabre count"""

from pathlib import Path
from typing import Annotated

import typer

from web.commands import Stop, read
from web.edge.lines import Unreadable, decoded
from web.i18n import gettext as _
from web.recount import recount


def count(
    file: Annotated[Path, typer.Argument(metavar="FICHIER", help=_("Un scrutin exporté ; « - » lit l’entrée."))],
) -> None:
    """Recompte un scrutin à partir de son fichier, et montre le résultat en JSON, les fractions exactes."""
    try:
        typer.echo(recount(decoded(read(file))))
    except Unreadable as found:
        problem = found.problem
        raise Stop(
            _("%(file)s, ligne %(line)s : %(why)s", file=file, line=problem.line, why=problem.sentence)
        ) from found
