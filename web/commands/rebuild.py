"""palabre rebuild"""

from typing import Annotated

import typer

from projections.registers import REGISTERS
from web.commands import Chosen, Stop, bar, chosen, follower_of, office_of, open_house
from web.house import Cooperative, House
from web.i18n import gettext as _

NAMES = [register.name for register in REGISTERS]


def rebuild(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[REGISTRE]…", help=_("Les registres à refaire ; sans nom, tous."))
    ] = None,
    slug: Chosen = "",
) -> None:
    """Refait les registres depuis le premier fait du journal, pendant que les pages continuent de répondre."""
    if unknown := [name for name in names or [] if name not in NAMES]:
        raise Stop(_("Aucun registre « %(name)s ». Il y a : %(names)s.", name=unknown[0], names=", ".join(NAMES)))
    wanted = [name for name in NAMES if not names or name in names]
    with open_house() as house:
        broken = [line for cooperative in chosen(house, slug) for line in _rebuilt(house, cooperative, wanted)]
    if broken:
        raise Stop("\n".join(broken))


def _rebuilt(house: House, cooperative: Cooperative, names: list[str]) -> list[str]:
    """What could not be."""
    with office_of(house, cooperative) as office, follower_of(house, cooperative) as follower:
        head = office.record.head()
        with bar(cooperative.name, head * len(names)) as progress:
            follower.rebuild(names, lambda name, position: progress(head * names.index(name) + position))
        typer.echo(_("%(name)s : %(number)s faits relus.", name=cooperative.name, number=head))
        with office.reading() as db:
            broken = "select name, broken from public.register where broken is not null and name = any(%s)"
            return [
                _("%(slug)s, %(register)s : %(why)s", slug=cooperative.slug, register=row["name"], why=row["broken"])
                for row in db.execute(broken, [names])
            ]
