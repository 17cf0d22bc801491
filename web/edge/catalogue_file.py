"""A catalogue written as a YAML file, read by the types of its schema; what is wrong with it is said with its line."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from governance.network.catalogue import Catalogue, CatalogueName, FieldName, StateName
from web.edge.exact import slug
from web.edge.lines import Unreadable, decoded
from web.edge.schema import Walk, sound
from web.i18n import gettext as _

CATALOGUES = Path(__file__).parents[1] / "catalogues"


class CatalogueWalk(Walk):
    reads = Walk.reads | {CatalogueName: slug, FieldName: slug, StateName: slug}


@cache
def shipped() -> Mapping[CatalogueName, Catalogue]:
    """The catalogues that come with Palabre, by name, in the order of their files."""
    read = [read_catalogue(decoded(file.read_bytes())) for file in sorted(CATALOGUES.glob("*.yaml"))]
    return {catalogue.name: catalogue for catalogue in read}


def read_catalogue(text: str) -> Catalogue:
    """Raises Unreadable at the first fault, and where one name does not lead to what it names."""
    catalogue, walk = sound(Catalogue, text, CatalogueWalk)
    for place, name, known in _names(catalogue):
        if name not in known:
            raise Unreadable(walk.line(place), _("« %(name)s » n’est pas nommé dans ce fichier.", name=name))
    return catalogue


def _names(catalogue: Catalogue) -> list[tuple[str, str, set[str]]]:
    """What must lead somewhere in the file: (where it is said, the name, those that there are)."""
    fields: set[str] = {field.name for field in catalogue.fields}
    states: set[str] = {state.name for state in catalogue.states}
    said = [
        (place, name, fields)
        for place in ("agreeing", "until", "seats", "placed")
        if (name := getattr(catalogue, place))
    ]
    return [*said, *(("states", lead, states) for state in catalogue.states for lead in state.leads)]
