"""palabre facts"""

import json as written
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer

from governance.record.entry import Raw
from governance.record.record import Record
from governance.words import PARIS
from web.commands import Json, Slug, office_of, open_house, the_cooperative
from web.i18n import gettext as _


def facts(
    slug: Slug,
    after: Annotated[int, typer.Option(metavar="N", min=0, help=_("Ceux qui suivent le fait n° N."))] = 0,
    json: Json = False,
) -> None:
    """Montre le journal, un fait par ligne. Ce qui est dit des personnes n’y est pas : on en voit l’empreinte."""
    with open_house() as house, office_of(house, the_cooperative(house, slug)) as office:
        for entry in _following(office.record, after):
            typer.echo(_line(entry) if json else _told(entry))


def _following(record: Record, position: int) -> Iterator[Raw]:
    while batch := record.since(position):
        yield from batch
        position = batch[-1].position


def _told(entry: Raw) -> str:
    at = datetime.fromisoformat(entry.at).astimezone(PARIS)
    return f"{entry.position:>6}  {at:%Y-%m-%d %H:%M}  {entry.by}  {entry.kind}  {entry.fact.decode()}"


def _line(entry: Raw) -> str:
    said = {"position": entry.position, "at": entry.at, "by": entry.by, "kind": entry.kind}
    return written.dumps(said | {"fact": written.loads(entry.fact)}, ensure_ascii=False)
