"""palabre resume"""

from typing import Annotated

import typer

from governance.command import PALABRE
from governance.evidence.facts import Digest
from governance.evidence.resume import ResumeRecord
from governance.words import Public
from web.commands import Slug, Stop, open_house, the_cooperative
from web.i18n import gettext as _
from web.office import Office


def resume(
    slug: Slug,
    reason: Annotated[str, typer.Option("--raison", help=_("Pourquoi la base a été restaurée, en une phrase."))],
) -> None:
    """Fait repartir le journal d’une base restaurée, ses écritures perdues une fois dites."""
    with open_house() as house:
        coop = the_cooperative(house, slug)
        office = Office(house.conninfo(coop.database, "web"), house.master_key())
        try:
            with office.reading() as db:
                lost = house.heads.lost(slug, db)
            if lost is None:
                raise Stop(_("Le journal de « %(slug)s » n’a rien perdu : il n’y a rien à reprendre.", slug=slug))
            command = ResumeRecord(lost.size, Digest(lost.root.hex()), Public(reason))
            office.record.execute(command, PALABRE, f"resume-{lost.root.hex()}")
            house.heads.forget(slug)
        finally:
            office.close()
    typer.echo(_("Le journal de « %(slug)s » reprend. Relancez « palabre serve » et « palabre worker ».", slug=slug))
