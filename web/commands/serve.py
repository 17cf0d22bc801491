"""palabre serve"""

from typing import Annotated

import typer

from web.app import create_app
from web.commands import open_house
from web.i18n import gettext as _
from web.port import listen, server


def serve(
    host: Annotated[str, typer.Option(help=_("L’adresse de la machine où écouter."))] = "127.0.0.1",
    port: Annotated[int, typer.Option(help=_("Le port ; 0 en prend un qui est libre."))] = 8000,
) -> None:
    """Sert les pages, jusqu’à ce qu’on l’arrête."""
    with listen(host, port) as door, open_house() as house:
        typer.echo(_("Palabre répond à http://%(host)s:%(port)s/", host=host, port=door.getsockname()[1]))
        server(create_app(house)).run(sockets=[door])
