"""palabre migrate"""

import typer

from web.commands import Json, answer, open_house
from web.i18n import gettext as _


def migrate(json: Json = False) -> None:
    """Met les bases à la version de ce logiciel. Sans effet si elles y sont déjà."""
    with open_house() as house:
        done = house.migrate()
    if json:
        answer(done)
        return
    for database, files in done.items():
        typer.echo(_("%(database)s : %(files)s", database=database, files=", ".join(files) or _("déjà à jour")))
