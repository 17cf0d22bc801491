"""palabre status"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import psycopg
import typer
from psycopg.rows import dict_row

from projections.registers import REGISTERS
from web.commands import Json, answer, open_house
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.i18n import ngettext


@dataclass(frozen=True)
class RegisterState:
    """`position`: the last entry that it holds. `broken`: what stopped it."""

    name: str
    position: int
    broken: str | None


@dataclass(frozen=True)
class Standing:
    """A cooperative: its migrations that wait, the last entry of its record, its registers, its letters by state."""

    slug: str
    name: str
    database: str
    state: str
    waiting: list[str]
    head: int
    registers: list[RegisterState]
    letters: dict[str, int]

    @property
    def late(self) -> list[RegisterState]:
        return [one for one in self.registers if one.position < self.head or one.broken]


def status(json: Json = False) -> None:
    """Montre le serveur, les coopératives, leurs registres en retard et leurs lettres en attente."""
    with open_house() as house:
        server = _server(house)
        standing = [_standing(house, cooperative) for cooperative in house.cooperatives()]
    if json:
        answer({"server": server, "cooperatives": [asdict(one) for one in standing]})
        return
    typer.echo(_("PostgreSQL : %(server)s", server=server))
    for one in standing:
        typer.echo("\n" + "\n".join(_told(one)))
    if not standing:
        typer.echo(_("Aucune coopérative."))


def _server(house: House) -> str:
    """Where the databases are, without what opens them."""
    return str(house.cluster.folder) if house.cluster else _("à l’adresse de PALABRE_DATABASE_URL")


def _standing(house: House, cooperative: Cooperative) -> Standing:
    named = (cooperative.slug, cooperative.name, cooperative.database, cooperative.state)
    waiting = house.waiting(cooperative) if cooperative.made else []
    if waiting or not cooperative.made:
        return Standing(*named, waiting, 0, [], {})  # its tables are not those that this version knows
    with psycopg.connect(house.conninfo(cooperative.database, "worker"), row_factory=dict_row) as db:
        head = db.execute("select coalesce(max(id), 0) as head from public.record_events_tt_main").fetchone()
        known = {row["name"]: row for row in db.execute("select name, position, broken from public.register")}
        letters = db.execute("select state, count(*) as number from public.outbox group by state order by state")
        by_state = {row["state"]: row["number"] for row in letters}
    nothing = {"position": 0, "broken": None}
    states = [known.get(one.name, nothing) for one in REGISTERS]
    registers = [
        RegisterState(one.name, row["position"], row["broken"]) for one, row in zip(REGISTERS, states, strict=True)
    ]
    return Standing(*named, [], head["head"] if head else 0, registers, by_state)


def _told(one: Standing) -> Iterator[str]:
    """What somebody reads: the name, then what is not as it should be."""
    yield f"{one.name} ({one.slug})"
    if one.state == "making":
        yield _("  inachevée : la commande qui la crée la reprend où elle en était")
    elif one.waiting:
        yield _("  migrations à appliquer : %(files)s", files=", ".join(one.waiting))
    else:
        if one.state == "suspended":
            yield _("  suspendue : « palabre reopen %(slug)s » la rouvre", slug=one.slug)
        yield ngettext("  %(num)s fait", "  %(num)s faits", one.head)
        letters = {"due": one.letters.get("due", 0), "refused": one.letters.get("refused", 0)}
        yield _("  lettres à envoyer : %(due)s, refusées : %(refused)s", **letters)
        yield from map(_late, one.late) if one.late else [_("  registres à jour")]


def _late(register: RegisterState) -> str:
    where = {"name": register.name, "position": register.position}
    if register.broken:
        return _("  registre « %(name)s » arrêté au fait n° %(position)s : %(why)s", why=register.broken, **where)
    return _("  registre « %(name)s » en retard, au fait n° %(position)s", **where)
