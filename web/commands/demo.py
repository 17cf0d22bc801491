"""palabre demo"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from web.commands import Stop, follower_of, office_of, open_house
from web.commands.importing import carried_out, told, whole
from web.edge.gestures_file import GesturesFile
from web.house import House
from web.i18n import gettext as _

FOLDER = Path(__file__).parents[1] / "demonstration"
SLUGS = ("hautes-alpes", "pole-economie-solidaire")  # a file of gestures each, under that name
TERRITORIES = (  # five meetings as their reports tell them, and nothing besides
    *("bouches-du-rhone-2007", "vichy-2014", "perigord-vert-2017", "dijon-2017", "hautes-alpes-2018"),
)
All = Annotated[
    bool,
    typer.Option("--all", help=_("Ajoute cinq réunions de territoires, telles que leurs comptes rendus les disent.")),
]


def demo(everything: All = False) -> None:
    """Charge les deux coopératives de démonstration, si elles n’y sont pas."""
    wanted = (*SLUGS, *TERRITORIES) if everything else SLUGS
    with open_house() as house:
        house.migrate()
        made = make_demonstrations(house, wanted)
    if not made and not everything:
        typer.echo(_("Les deux coopératives de démonstration sont déjà là."))
    elif there := [slug for slug in wanted if slug not in made] if everything else []:
        typer.echo(_("Déjà là : %(slugs)s.", slugs=", ".join(there)))


def make_demonstrations(house: House, slugs: Iterable[str] = SLUGS) -> list[str]:
    """Those that were not there yet, by their slugs. Their doors open together: interrupted, it is taken up whole."""
    open_already = {known.slug for known in house.cooperatives() if known.state == "open"}
    missing = [slug for slug in slugs if slug not in open_already]
    for slug in missing:
        file = FOLDER / f"{slug}.yaml"
        _make(house, file, whole(file))
    for slug in missing:
        house.inaugurate(slug)
    return missing


def _make(house: House, file: Path, gestures: GesturesFile) -> None:
    whose = gestures.cooperative
    if whose is None:
        raise Stop(_("%(file)s ne dit pas de quelle coopérative il parle.", file=file))
    typer.echo(_("Démonstration : %(name)s…", name=whose.name))
    made = house.make(whose.slug, whose.name)
    with office_of(house, made) as office:
        outcome = carried_out(gestures, office)
    with follower_of(house, made) as follower:
        follower.catch_up()
    told(file, outcome)
