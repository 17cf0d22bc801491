"""palabre restore"""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from web.commands import Chosen, Stop, follower_of, forget_again, office_of, open_house
from web.commands.backup import FORMAT, MANIFEST, key_mark
from web.house import House
from web.i18n import gettext as _
from web.saving import Saved, check, put_back


def restore(
    folder: Annotated[Path, typer.Argument(metavar="DOSSIER", help=_("Une sauvegarde, telle que faite."))],
    keys: Annotated[
        Path | None, typer.Option("--cles", metavar="DOSSIER", help=_("Les clés sauvegardées, si elles manquent ici."))
    ] = None,
    replace: Annotated[
        bool, typer.Option("--remplacer", help=_("Met de côté la base qui est en place, sans la supprimer."))
    ] = False,
    slug: Chosen = "",
) -> None:
    """Remet en place les coopératives d’une sauvegarde, ou une seule. Arrêtez d’abord « serve » et « worker »."""
    told = _manifest(folder)
    saved = [Saved(**one) for one in told["cooperatives"] if slug in ("", one["slug"])]
    if not saved:
        raise Stop(_("Cette sauvegarde ne contient pas « %(slug)s ».", slug=slug))
    for one in saved:
        check(one, folder)
    with open_house() as house:
        _keys(house, keys, told["cle"])
        for one in saved:
            _put_back(house, one, folder, replace)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        if told["format"] == FORMAT:
            return dict(told)
    except (OSError, ValueError, LookupError, TypeError):
        pass
    raise Stop(_("« %(folder)s » n’est pas une sauvegarde de Palabre.", folder=folder))


def _keys(house: House, keys: Path | None, mark: str) -> None:
    """The keys that were saved, where this installation has none yet: never in the place of others."""
    if not house.keys.has_master:
        if not keys or not keys.is_dir():
            raise Stop(_("Cette installation n’a pas encore de clés : donnez celles de la sauvegarde, avec --cles."))
        shutil.copytree(keys, house.keys.folder, dirs_exist_ok=True)
    if key_mark(house) != mark:
        raise Stop(
            _(
                "La clé maîtresse de cette installation n’est pas celle de la sauvegarde : rien de ce qui est dit des "
                "personnes ne s’y lirait. Restaurez dans une installation neuve, avec --cles."
            )
        )


def _put_back(house: House, saved: Saved, folder: Path, replace: bool) -> None:
    there = [known for known in house.cooperatives() if known.slug == saved.slug and known.made]
    if there and not replace:
        raise Stop(_("« %(slug)s » est en place : ajoutez --remplacer pour la mettre de côté.", slug=saved.slug))
    for known in there:
        aside = f"{known.database}_avant_{datetime.now(UTC):%Y%m%d%H%M%S}"
        house.set_aside(known, aside)
        typer.echo(_("L’ancienne base est gardée sous le nom %(name)s.", name=aside))
    made = put_back(house, saved, folder)
    forget_again(house, made)
    with follower_of(house, made) as follower:
        follower.catch_up()
    house.inaugurate(saved.slug)
    typer.echo(_("%(name)s : %(number)s faits, relus.", name=saved.name, number=saved.entries))
    with office_of(house, made) as office, office.reading() as db:
        if house.heads.lost(saved.slug, db):
            typer.echo(_("Des écritures signées depuis la sauvegarde sont perdues : dites-le avec « palabre resume »."))
