"""What five territories wrote down, as cards of the registers that come along: held, found with a slip, taken away."""

import csv
import io
from pathlib import Path
from typing import NamedTuple

import pytest

from governance.network.card_facts import CardId
from governance.network.catalogue import Catalogue, CatalogueName, Value
from governance.network.keep_card import WriteCard
from governance.words import Day, Office, Public
from tests.site import Site
from web.edge.catalogue_file import shipped


class Kept(NamedTuple):
    """`need`: its number in docs/besoins.md. `typed`: a search that must find it. `said`: « field: words | … »."""

    need: str
    catalogue: str
    title: str
    typed: str
    on: str
    said: str

    @property
    def values(self) -> dict[str, str]:
        return dict(one.split(": ", 1) for one in self.said.split(" | "))

    @property
    def where(self) -> Catalogue:
        return shipped()[CatalogueName(self.catalogue)]


with (Path(__file__).parent / "seed_cards.csv").open(newline="") as file:
    KEPT = [Kept(*row) for row in list(csv.reader(file, delimiter=";"))[1:]]


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    bea = site.person("bea", "Béa Bureau", Office.BOARD)
    for one in KEPT:
        values = tuple(Value(field, Public(said)) for field, said in one.values.items())
        card = WriteCard(one.where, CardId(f"need-{one.need}"), Public(one.title), values, Day(one.on))
        site.office.execute(card, bea, card.card)
    site.office.wait(site.head)
    return site


@pytest.fixture(scope="module")
def board(site: Site):
    return site.browser("bea")


@pytest.mark.parametrize("kept", KEPT, ids=[one.need for one in KEPT])
def test_what_they_wrote_down_is_held_found_and_taken_away(site: Site, board, kept: Kept):
    assert kept.title in board.get(site.at(f"/reseau/fiches?q={kept.typed}")).text

    sheet = board.get(site.at(f"/reseau/fiches/{kept.catalogue}.csv")).content.decode("utf-8-sig")
    [row] = [row for row in csv.DictReader(io.StringIO(sheet), delimiter=";") if kept.title in row.values()]
    assert all(row[kept.where.field(field).label.fr] for field in kept.values), row
