"""palabre backup"""

import json
import shutil
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from web.commands import Chosen, Stop, chosen, open_house
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.retention import SAVED_DAYS
from web.saving import Saved, save

FORMAT, MANIFEST = "palabre-sauvegarde/1", "sauvegarde.json"
STAMP = "palabre-%Y%m%dT%H%M%S.%fZ"


def backup(
    folder: Annotated[Path, typer.Argument(metavar="DOSSIER", help=_("Où écrire : un dossier par sauvegarde."))],
    keys: Annotated[
        Path | None, typer.Option("--cles", metavar="DOSSIER", help=_("Où copier les clés : ailleurs que les bases."))
    ] = None,
    days: Annotated[
        int, typer.Option("--jours", min=1, help=_("Les sauvegardes plus anciennes que cela sont supprimées."))
    ] = SAVED_DAYS,
    slug: Chosen = "",
) -> None:
    """Sauvegarde les coopératives, et remet chacune en place une fois pour voir si elle se relit.

    Ce qui est effacé d’une personne reste lisible dans les sauvegardes d’avant : trente jours au plus, sauf --jours.
    """
    now = datetime.now(UTC)
    here = folder / now.strftime(STAMP)
    if keys and keys.resolve().is_relative_to(folder.resolve()):
        raise Stop(_("Les clés ne se gardent pas avec les bases : donnez un autre dossier à --cles."))
    with open_house() as house:
        saved = _saved(house, chosen(house, slug, suspended=True), here)
        if keys:
            shutil.copytree(house.keys.folder, keys / here.name)
    for one in saved:
        typer.echo(_("%(name)s : %(number)s faits, relus.", name=one.name, number=one.entries))
    typer.echo(_("Sauvegardé dans « %(folder)s ».", folder=here))
    if not keys:
        typer.echo(_("Les clés n’y sont pas : sans elles, rien de ce qui est dit des personnes ne se relira (--cles)."))
    for old in _older(folder, now - timedelta(days=days)):
        shutil.rmtree(old)


def _saved(house: House, cooperatives: list[Cooperative], here: Path) -> list[Saved]:
    """All of them in that folder, or no folder."""
    beside = here.with_name(f"{here.name}.incomplete")
    beside.mkdir(parents=True, mode=0o700)
    try:
        saved = [save(house, cooperative, beside) for cooperative in cooperatives]
        told = {"format": FORMAT, "cle": key_mark(house), "cooperatives": [asdict(one) for one in saved]}
        (beside / MANIFEST).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
        beside.rename(here)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return saved


def key_mark(house: House) -> str:
    """What tells a master key from another, and nothing of it."""
    return sha256(b"palabre master key" + house.master_key()).hexdigest()[:16]


def _older(folder: Path, day: datetime) -> list[Path]:
    return [one for one in folder.glob("palabre-*Z") if one.name < day.strftime(STAMP) and (one / MANIFEST).exists()]
