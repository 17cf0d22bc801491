"""palabre export"""

from pathlib import Path
from typing import Annotated

import typer

from web.carrying import out
from web.commands import Slug, Stop, follower_of, open_house, the_cooperative
from web.i18n import gettext as _

File = Annotated[Path, typer.Argument(metavar="FICHIER", help=_("Où l’écrire : un zip qui n’existe pas encore."))]


def export(
    slug: Slug,
    file: File,
    everything: Annotated[bool, typer.Option("--all", help=_("Tout, les paroles des personnes comprises."))] = False,
    key: Annotated[
        Path | None, typer.Option("--cles", metavar="DOSSIER", help=_("Où copier la clé qui signe : ailleurs."))
    ] = None,
) -> None:
    """Écrit en un fichier tout ce qu’une coopérative possède, à reprendre ailleurs par « palabre import --all »."""
    if not everything:
        raise Stop(_("Ce fichier dira tout, noms et adresses en clair : dites-le avec --all."))
    if key and file.resolve().is_relative_to(key.resolve()):
        raise Stop(_("La clé ne se garde pas avec l’export : donnez un autre dossier à --cles."))
    with open_house() as house:
        cooperative = the_cooperative(house, slug, suspended=True)
        with follower_of(house, cooperative) as follower:
            follower.catch_up()
        try:
            told = out.export(house, cooperative, file)
        except FileExistsError:
            raise Stop(_("« %(file)s » existe déjà.", file=file)) from None
        if key:
            house.keys.hand_over(slug, key)
    typer.echo(
        _("%(name)s : %(number)s faits, tout est dans « %(file)s ».", name=told.name, number=told.entries, file=file)
    )
    typer.echo(_("CE FICHIER EST PRIVÉ : noms, adresses et documents y sont en clair. Gardez-le chiffré."))
