"""palabre worker"""

import os
from collections.abc import Mapping
from threading import Event

import typer

from web.commands import Stop, open_house
from web.i18n import gettext as _
from web.sending import Post
from web.stamping import Authority
from web.worker import work


def worker() -> None:
    """Tient les registres à jour, envoie les lettres et clôt les scrutins, jusqu’à ce qu’on l’arrête."""
    with open_house() as house:
        house.cooperatives()  # an installation that is not ready says so
        post, authority = post_of(os.environ), authority_of(os.environ)
        typer.echo(_("Palabre travaille. Ctrl-C l’arrête."))
        work(house, post, Event(), authority)


def post_of(environ: Mapping[str, str], address: str = "http://127.0.0.1:8000") -> Post:
    """How letters leave, after PALABRE_SMTP, PALABRE_FROM and PALABRE_URL."""
    try:
        return Post.of(environ, address)
    except ValueError as fault:
        raise Stop(_("PALABRE_SMTP s’écrit smtp://serveur:port ou smtps://serveur:port.")) from fault


def authority_of(environ: Mapping[str, str]) -> Authority | None:
    """Who dates the record from outside, after PALABRE_TSA, PALABRE_TSA_CHAIN and PALABRE_TSA_QUALIFIED."""
    try:
        return Authority.of(environ)
    except (OSError, ValueError) as fault:
        raise Stop(
            _(
                "PALABRE_TSA s’écrit https://…, et PALABRE_TSA_CHAIN nomme un fichier PEM : les certificats de "
                "l’autorité d’horodatage, sa racine comprise."
            )
        ) from fault
