"""The `palabre` command: what can be asked of an installation, and what its answers mean to a script."""

import os
import signal
import sys
from importlib import import_module

import psycopg
import typer
from typer._click.exceptions import UsageError

from governance.command import Refused
from governance.record.record import Busy
from web.commands import Stop
from web.commands.french import FrenchCommand, FrenchGroup, misunderstood
from web.i18n import gettext as _
from web.trouble import HouseError, disk_full, first_line
from web.words import said

COMMANDS = {
    name: name
    for name in (
        *("run", "serve", "worker", "migrate", "create", "code", "demo"),
        *("status", "rebuild", "retag", "facts", "count", "verify"),
        *("backup", "restore", "resume", "export", "suspend", "reopen"),
    )
} | {"import": "importing"}
"""Each with its module and the function in it."""


def command_line(words: list[str]) -> typer.Typer:
    """The command that is asked for, alone: no other makes it wait. All of them where none is named."""
    app = typer.Typer(
        name="palabre",
        cls=FrenchGroup,
        subcommand_metavar=_("COMMANDE [ARGUMENTS]…"),
        help=_("Palabre tient la vie démocratique d’une coopérative : ses registres, ses assemblées, ses décisions."),
        epilog=_(
            "Réponses à un script : 0, c’est fait ; 1, les règles ou le fichier disent non ; "
            "2, la commande est mal écrite ; 3, l’installation ne peut pas ouvrir."
        ),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # they show local variables, where names and addresses may be
    )
    app.callback()(lambda: None)  # palabre is always followed by a command, even where one alone is loaded
    for name in [word for word in words[:1] if word in COMMANDS] or COMMANDS:
        module = import_module(f"web.commands.{COMMANDS[name]}")
        app.command(name, cls=FrenchCommand)(getattr(module, COMMANDS[name]))
    return app


def main() -> None:
    signal.signal(signal.SIGTERM, _leave)
    try:
        sys.exit(command_line(sys.argv[1:])(prog_name="palabre", standalone_mode=False))
    except Stop as stop:
        _stop(str(stop), 1)
    except Refused as refused:
        sentence, article = said(refused)
        _stop(f"{sentence} ({article})" if article else sentence, 1)
    except UsageError as error:
        _stop(misunderstood(error), 2)
    except HouseError as error:
        _stop(str(error), 3)
    except Busy:
        _stop(_("D’autres écrivent au même endroit : recommencez, rien ne sera fait deux fois."), 3)
    except BrokenPipeError:  # whoever read our answer has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except psycopg.errors.DiskFull:
        _stop(str(disk_full()), 3)
    except psycopg.OperationalError as error:
        _stop(_("PostgreSQL ne répond plus : %(error)s", error=first_line(error)), 3)


def _leave(number: int, frame: object) -> None:
    sys.exit(0)  # asked politely: what is open is closed on the way out


def _stop(sentence: str, code: int) -> None:
    if sentence:
        typer.echo(_("palabre : %(sentence)s", sentence=sentence), err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
