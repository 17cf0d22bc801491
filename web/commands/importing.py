"""palabre import"""

from pathlib import Path
from typing import Annotated

import typer

from web.carrying.back import check_key, checked, take_in
from web.commands import Slug, Stop, bar, follower_of, forget_again, office_of, open_house, readable, the_cooperative
from web.edge.gestures_file import GesturesFile
from web.edge.lines import Problem, Unreadable
from web.i18n import gettext as _
from web.i18n import ngettext
from web.importing import Outcome, carry_out, may_be_dated, read_beside
from web.office import Office

File = Annotated[
    Path,
    typer.Argument(metavar="FICHIER", help=_("Un fichier de gestes : « format: palabre-gestes/1 » ; ou un export.")),
]


def importing(
    slug: Slug,
    file: File,
    everything: Annotated[
        bool,
        typer.Option("--all", help=_("Reprend toute une coopérative, telle que « palabre export --all » l’écrit.")),
    ] = False,
    key: Annotated[
        Path | None, typer.Option("--cle", metavar="FICHIER", help=_("Avec --all : la clé qui signait, « .seal »."))
    ] = None,
) -> None:
    """Importe un fichier de gestes. Redonné, le même fichier ne change rien ; interrompu, il reprend."""
    if everything:
        take_over(slug, file, key)
        return
    gestures = whole(file)
    with open_house() as house:
        cooperative = the_cooperative(house, slug)
        with office_of(house, cooperative) as office:
            _check(gestures, slug, office)
            outcome = carried_out(gestures, office)
        with follower_of(house, cooperative) as follower:
            follower.catch_up()
    told(file, outcome)


def take_over(slug: str, file: Path, key: Path | None) -> None:
    """A cooperative of another installation goes on here, under the key that signed it there or one of ours."""
    with readable(file):
        manifest = checked(file)
        if key:
            check_key(manifest, key)
    with open_house() as house:
        made = take_in(house, slug, file, manifest)
        if key:
            house.keys.take_over(slug, key)
        house.keys.sealing(slug, new=True)
        forget_again(house, made)
        with follower_of(house, made) as follower:
            follower.catch_up()
        house.inaugurate(slug)
    typer.echo(
        _("%(name)s : %(number)s faits, repris sous /%(slug)s/.", name=made.name, number=manifest.entries, slug=slug)
    )
    if not key:
        typer.echo(_("Une clé d’ici signera la suite : la page « Le journal signé » montre l’ancienne et la nouvelle."))


def whole(file: Path) -> GesturesFile:
    """What the file says, or every fault of it at once: then nothing of it is carried out."""
    try:
        with readable(file):
            gestures = read_beside(file)
    except Unreadable as found:
        raise Stop(_listed(file, [found.problem])) from found
    if gestures.problems:
        raise Stop(_listed(file, gestures.problems))
    return gestures


def carried_out(gestures: GesturesFile, office: Office) -> Outcome:
    with bar(_("Gestes"), len(gestures.gestures)) as progress:
        return carry_out(gestures, office.record, progress)


def told(file: Path, outcome: Outcome) -> None:
    """Stops with what was refused, if something was."""
    done = ngettext("%(num)s geste accompli.", "%(num)s gestes accomplis.", outcome.done)
    if not outcome.refused:
        typer.echo(done)
        return
    refused = ngettext("%(num)s geste refusé :", "%(num)s gestes refusés :", len(outcome.refused))
    problems = [Problem(line, sentence) for line, sentence in outcome.refused]
    raise Stop(f"{done} {refused}\n{_listed(file, problems)}")


def _check(gestures: GesturesFile, slug: str, office: Office) -> None:
    """What the file says of itself must be true of the cooperative that receives it."""
    whose = gestures.cooperative
    if whose and whose.slug != slug:
        raise Stop(_("Ce fichier est celui de « %(whose)s », non de « %(slug)s ».", whose=whose.slug, slug=slug))
    dated = [given for given in gestures.gestures if given.at]
    if dated and not may_be_dated(gestures, office.record):
        raise Stop(
            _(
                "Ligne %(line)s : seule une démonstration reçoit des moments passés (« at »). Ici, retirez-les : "
                "le jour de chaque acte est dans « on ».",
                line=dated[0].line,
            )
        )


def _listed(file: Path, problems: tuple[Problem, ...] | list[Problem]) -> str:
    lines = [_("%(file)s, ligne %(line)s : %(why)s", file=file, line=p.line, why=p.sentence) for p in problems]
    return "\n".join(lines)
