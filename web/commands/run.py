"""palabre run"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Annotated

import typer

from projections.statutes import versions
from web.app import create_app
from web.commands import chosen, follower_of, home, office_of, open_house
from web.commands.demo import make_demonstrations
from web.commands.roles import roles
from web.commands.worker import authority_of, post_of
from web.house import Cooperative, House, only_instance
from web.i18n import gettext as _
from web.members import today
from web.port import listen, server
from web.sending import Post
from web.stamping import Authority
from web.worker import work


def run(
    host: Annotated[str, typer.Option(help=_("L’adresse de la machine où écouter."))] = "127.0.0.1",
    port: Annotated[int, typer.Option(help=_("Le port ; 0 en prend un qui est libre."))] = 8000,
) -> None:
    """Ouvre la maison : la base, les pages, les registres et le courrier, et la démonstration s’il n’y a rien."""
    with only_instance(home()), listen(host, port) as door, open_house() as house:
        address = f"http://{host}:{door.getsockname()[1]}"
        _furnish(house)
        with _at_work(house, post_of(os.environ, address), authority_of(os.environ)):
            typer.echo(_("Palabre répond à %(address)s/ – Ctrl-C l’arrête.", address=address))
            for cooperative in chosen(house, ""):
                _introduce(house, cooperative, address)
            server(create_app(house)).run(sockets=[door])


def _furnish(house: House) -> None:
    house.migrate()
    if not chosen(house, ""):
        make_demonstrations(house)


@contextmanager
def _at_work(house: House, post: Post, authority: Authority | None) -> Iterator[None]:
    """The worker, in this very process."""
    stop = Event()
    thread = Thread(target=work, args=[house, post, stop, authority], name="worker")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _introduce(house: House, cooperative: Cooperative, address: str) -> None:
    """In a demonstration a visitor may be anybody: a link for each role, fresh at each run."""
    with follower_of(house, cooperative) as follower:
        follower.catch_up()
    with office_of(house, cooperative) as office, office.reading() as db:
        known = versions.cooperative(db)
        if not (known and known["demonstration"]):
            return
        typer.echo("\n" + _("%(name)s, démonstration. Chaque lien sert une fois :", name=cooperative.name))
        found = list(roles(db, today()))
        wide = {name: max(len(getattr(role, name)) for role in found) for name in ("title", "name")}
        for role in found:
            person = f"{role.title.ljust(wide['title'])}  {role.name.ljust(wide['name'])}"
            typer.echo(f"  {person}  {address}/{cooperative.slug}/entrer/{role.secret}")
