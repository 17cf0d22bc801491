"""palabre suspend"""

from typing import Annotated

import typer

from web.commands import Slug, open_house, the_cooperative
from web.i18n import gettext as _


def suspend(
    slug: Slug,
    reason: Annotated[str, typer.Option("--motif", help=_("Ce que diront ses pages : pourquoi, à qui écrire."))] = "",
) -> None:
    """Ferme une coopérative pour un temps : ses pages disent pourquoi, rien n’en part, rien n’y est touché."""
    with open_house() as house:
        name = house.suspend(the_cooperative(house, slug, suspended=True).slug, reason).name
    typer.echo(_("« %(name)s » est suspendue : ses pages et son courrier s’arrêtent en dix secondes.", name=name))
    typer.echo(_("Elle se sauvegarde et s’exporte toujours. « palabre reopen %(slug)s » la rouvre.", slug=slug))
