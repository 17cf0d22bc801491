"""palabre code"""

from datetime import UTC, datetime
from typing import Annotated

import typer
from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import PersonId, legal_day
from projections.membership import offices
from web import entrances
from web.commands import Slug, Stop, office_of, open_house, the_cooperative
from web.i18n import gettext as _


def code(
    slug: Slug,
    person: Annotated[str, typer.Argument(metavar="PERSONNE", help=_("Son nom, ou son identifiant."))],
) -> None:
    """Fait un code pour une personne qui exerce une fonction et ne peut plus entrer : elle en fera pour les autres."""
    with open_house() as house, office_of(house, the_cooperative(house, slug)) as office, office.reading() as db:
        made = entrances.code(db, _holder(db, person))
    typer.echo(handed(slug, made))


def handed(slug: str, code: str) -> str:
    """What to say of a code to whoever hands it over."""
    where = _("Pour entrer, donnez ce code à la page /%(slug)s/connexion : %(code)s", slug=slug, code=code)
    return where + "\n" + _("Il sert une fois, dans les trente jours.")


def _holder(db: Connection[DictRow], asked: str) -> PersonId:
    holders = {one["person"]: one["name"] or "" for one in offices.holders(db, legal_day(datetime.now(UTC)))}
    known = [person for person, name in holders.items() if asked.casefold() in (person.casefold(), name.casefold())]
    if len(known) == 1:
        return PersonId(known[0])
    people = "\n".join(f"  {person}  {name}" for person, name in holders.items())
    if known:
        raise Stop(_("Plusieurs portent ce nom : donnez l’identifiant.\n%(people)s", people=people))
    raise Stop(_("Personne de ce nom n’exerce de fonction aujourd’hui. En exercent :\n%(people)s", people=people))
