"""palabre reopen"""

import typer

from web.commands import Slug, open_house, the_cooperative
from web.i18n import gettext as _


def reopen(slug: Slug) -> None:
    """Rouvre une coopérative suspendue : ses pages répondent, ses lettres repartent."""
    with open_house() as house:
        opened = house.inaugurate(the_cooperative(house, slug, suspended=True).slug)
    typer.echo(_("« %(name)s » est ouverte à l’adresse /%(slug)s/.", name=opened.name, slug=slug))
