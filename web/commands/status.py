"""palabre status"""

from rich.console import Console
from rich.table import Table

from web.commands import Json, answer, open_house
from web.house import Cooperative, House
from web.i18n import gettext as _


def status(json: Json = False) -> None:
    """Montre le serveur, les coopératives, et ce qui reste à mettre à jour."""
    with open_house() as house:
        server = _server(house)
        standing = [(coop, house.waiting(coop)) for coop in house.cooperatives()]
    if json:
        answer({"server": server, "cooperatives": [vars(coop) | {"waiting": files} for coop, files in standing]})
        return
    console = Console()
    console.print(_("PostgreSQL : %(server)s", server=server), highlight=False)
    console.print(_table(standing) if standing else _("Aucune coopérative."))


def _server(house: House) -> str:
    """Where the databases are, without what opens them."""
    return str(house.cluster.folder) if house.cluster else _("à l’adresse de PALABRE_DATABASE_URL")


def _table(standing: list[tuple[Cooperative, list[str]]]) -> Table:
    table = Table(_("Coopérative"), _("Nom"), _("Base"), _("État"), _("Migrations"))
    states = {"making": _("inachevée"), "open": _("ouverte")}
    for coop, files in standing:
        table.add_row(coop.slug, coop.name, coop.database, states[coop.state], ", ".join(files) or _("à jour"))
    return table
