"""The address that pages are served on, taken before anything else starts; and the server that answers there."""

import errno
import socket

import uvicorn
from starlette.types import ASGIApp

from web.i18n import gettext as _
from web.trouble import HouseError

LAST_WORDS = 3  # seconds that a server which stops leaves to the lines still open: pages that follow a meeting


def server(app: ASGIApp) -> uvicorn.Server:
    return uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=LAST_WORDS))


def listen(host: str, port: int) -> socket.socket:
    """A listening socket for the server of pages; port 0 takes any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise HouseError(_refused(error, host, port)) from error


def _refused(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return _("Le port %(port)s est déjà pris : choisissez-en un autre avec --port.", port=port)
        case errno.EACCES:
            return _("Le port %(port)s demande d’autres droits : choisissez-en un au-dessus de 1024.", port=port)
        case _other:
            return _("Impossible d’écouter à l’adresse %(host)s : %(error)s.", host=host, error=error.strerror)
