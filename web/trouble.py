"""What keeps the house from opening: one sentence each, said to whoever runs it."""

import errno
from pathlib import Path

from web.i18n import gettext as _


class HouseError(Exception):
    """The house cannot open. Its text is the sentence to show."""


def disk_full() -> HouseError:
    return HouseError(_("Le disque est plein : libérez de la place, puis recommencez. Rien n’a été perdu."))


def first_line(error: Exception) -> str:
    """What PostgreSQL says, without its advice to programmers."""
    return str(error).partition("\n")[0]


def trouble(error: OSError, path: Path) -> HouseError:
    """Says what the operating system refused about `path`."""
    where = error.filename or path
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return disk_full()
        case errno.EACCES | errno.EPERM:
            return HouseError(
                _(
                    "Pas le droit d’écrire dans « %(path)s » : donnez ce dossier à votre compte, "
                    "ou choisissez-en un autre avec PALABRE_HOME.",
                    path=where,
                )
            )
        case errno.EROFS:
            return HouseError(
                _("« %(path)s » est en lecture seule : choisissez un autre dossier avec PALABRE_HOME.", path=where)
            )
        case _other:
            return HouseError(_("Impossible d’utiliser « %(path)s » : %(error)s.", path=where, error=error.strerror))
