"""palabre verify"""

from pathlib import Path
from typing import Annotated

import typer

from web import verify as verifier
from web.commands import Json
from web.i18n import gettext as _


def verify(
    file: Annotated[Path, typer.Argument(metavar="FICHIER", help=_("Un dossier de preuves, tel qu’il a été reçu."))],
    tete: Annotated[str, typer.Option(help=_("La tête du registre, lue ailleurs : un PV, un courriel."))] = "",
    empreinte: Annotated[str, typer.Option(help=_("Le SHA-256 du zip, reçu à part."))] = "",
    cle: Annotated[str, typer.Option(help=_("La clé qui signe les têtes de ce registre, lue ailleurs."))] = "",
    json: Json = False,
) -> None:
    """Vérifie un dossier de preuves : réponse 0 s’il est intact, 1 s’il est altéré, 2 s’il ne peut pas être lu."""
    report = verifier.verify(file, tete, empreinte, cle)
    typer.echo(report.json() if json else report)
    raise typer.Exit(report.code)
