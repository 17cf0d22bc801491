"""palabre create"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer

from governance.command import PALABRE, Command
from governance.membership.office import TakeOffice
from governance.membership.person import RegisterPerson
from governance.statutes.open import OpenRecord
from governance.words import Clear, Office, PersonId, Public, Said, legal_day
from web import entrances
from web.commands import Stop, follower_of, office_of, open_house
from web.commands.code import handed
from web.edge import inputs
from web.i18n import gettext as _

SECRETARY = PersonId("creation.secretaire")
DAWN = datetime(2000, 1, 1, tzinfo=UTC)  # a demonstration opens before the past that it will be given


def create(
    slug: Annotated[str, typer.Argument(metavar="COOP", help=_("Son identifiant, qui sera dans l’adresse."))],
    name: Annotated[str, typer.Argument(metavar="NOM", help=_("Le nom de la coopérative."))],
    secretary: Annotated[str, typer.Option("--secretaire", metavar="NOM", help=_("Qui en tient le secrétariat."))],
    email: Annotated[str, typer.Option("--courriel", metavar="ADRESSE", help=_("Où écrire à cette personne."))] = "",
    demonstration: Annotated[bool, typer.Option("--demonstration", help=_("Rien n’y sera vrai, et ce sera dit."))] = (
        False
    ),
) -> None:
    """Crée une coopérative et confie son secrétariat à une première personne. Interrompue, la création reprend."""
    gestures = list(_opening(_read(inputs.name, name), _read(inputs.name, secretary), email, demonstration))
    with open_house() as house:
        made = house.make(slug, name)
        with office_of(house, made) as office:
            for gesture, command in gestures:
                office.record.execute(command, PALABRE, gesture, DAWN if demonstration else None)
            with office.reading() as db:
                code = entrances.code(db, SECRETARY)
        with follower_of(house, made) as follower:
            follower.catch_up()
        house.inaugurate(slug)
    typer.echo(_("« %(name)s » est ouverte à l’adresse /%(slug)s/.", name=name, slug=slug))
    typer.echo(handed(slug, code))


def _opening(name: str, secretary: str, email: str, demonstration: bool) -> Iterator[tuple[str, Command]]:
    """The first entries of the record, each with the name of its gesture."""
    mailbox = Clear(SECRETARY, Said.EMAIL, _read(inputs.email, email)) if email else None
    since = legal_day(DAWN if demonstration else datetime.now(UTC))
    yield "creation.journal", OpenRecord(Public(name), demonstration)
    yield "creation.secretaire", RegisterPerson(SECRETARY, Clear(SECRETARY, Said.NAME, secretary), mailbox)
    yield "creation.mandat", TakeOffice(SECRETARY, Office.SECRETARY, since)


def _read(reader: Callable[[str], str], typed: str) -> str:
    try:
        return reader(typed)
    except ValueError as fault:
        raise Stop(_("« %(given)s » : %(why)s", given=typed, why=fault)) from fault
