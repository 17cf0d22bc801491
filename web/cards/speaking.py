"""The words of a catalogue in the reader's language, and what a card says as it is read and as it is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from starlette.requests import Request

from governance.network.catalogue import Catalogue, CatalogueName, Field, FieldName, Words
from governance.network.catalogue import Shape as Holds
from governance.words import Cents, Day
from web.counter import found
from web.edge.catalogue_file import shipped
from web.i18n import day, euros, locale, number, typeset
from web.tables import Shape

SHAPES = {Holds.DAY: Shape.DAY, Holds.COUNT: Shape.NUMBER, Holds.AMOUNT: Shape.MONEY}


def words(said: Words) -> str:
    return str(said.en) if locale.get() == "en" else typeset(said.fr)


def the_catalogue(request: Request) -> Catalogue:
    """The one that the address names, or the page that says that it is not there."""
    catalogue: Catalogue = found(shipped().get(CatalogueName(request.path_params["catalogue"])))
    return catalogue


def options(catalogue: Catalogue, name: FieldName) -> dict[str, str]:
    return {str(one.name): words(one.words) for one in catalogue.field(name).options}


def states(catalogue: Catalogue) -> dict[str, str]:
    return {str(one.name): words(one.words) for one in catalogue.states}


def cell(catalogue: Catalogue, field: Field, said: Mapping[str, str]) -> Any:
    """What a table holds: a figure, cents, a day or words; None where the card says nothing."""
    typed = said.get(field.name)
    if typed is None:
        return None
    match field.shape:
        case Holds.COUNT | Holds.AMOUNT:
            return int(typed)
        case Holds.CHOICE:
            return options(catalogue, field.name).get(typed, typed)
    return typed


def told(catalogue: Catalogue, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a card says, field by field: (label, words); what it does not say is left out."""
    for field in catalogue.fields:
        value = cell(catalogue, field, said)
        if value is not None:
            yield words(field.label), _shown(field.shape, value)


def _shown(holds: Holds, value: Any) -> str:
    match holds:
        case Holds.COUNT:
            return number(value)
        case Holds.AMOUNT:
            return euros(Cents(value))
        case Holds.DAY:
            return day(Day(value))
    return str(value)
