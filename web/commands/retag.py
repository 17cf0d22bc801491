"""palabre retag"""

import typer

from governance.record.retag import retag as again
from web.commands import Chosen, chosen, open_house
from web.i18n import gettext as _


def retag(slug: Chosen = "") -> None:
    """Range de nouveau les faits sous ce que disent les règles de cette version. Aucun fait ne change."""
    with open_house() as house:
        for cooperative in chosen(house, slug):
            number = again(house.conninfo(cooperative.database, "owner"))
            typer.echo(_("%(name)s : %(number)s faits rangés autrement.", name=cooperative.name, number=number))
