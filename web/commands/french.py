"""Typer in French: its help, and what it says of a command that it does not understand."""

from typer import rich_utils
from typer._click import Context
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoArgsIsHelpError, NoSuchOption, UsageError
from typer.core import TyperCommand, TyperGroup, TyperOption

from web.i18n import gettext as _

rich_utils.COMMANDS_PANEL_TITLE = _("Commandes")
rich_utils.DEFAULT_STRING = _("[par défaut : {}]")
rich_utils.ENVVAR_STRING = _("[variable : {}]")
rich_utils.REQUIRED_LONG_STRING = _("[obligatoire]")


class FrenchCommand(TyperCommand):
    """One command."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Context) -> str:
        return _usage(super().get_usage(ctx))


class FrenchGroup(TyperGroup):
    """The command that holds the others."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Context) -> str:
        return _usage(super().get_usage(ctx))


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = _("Montre cette aide.")
    return option


def _usage(english: str) -> str:
    return english.replace("Usage:", _("Usage :"), 1)


def misunderstood(error: UsageError) -> str:
    """What is wrong in the command line, and where to read more."""
    if isinstance(error, NoArgsIsHelpError):
        return ""  # the help is already on the screen
    see = _("Voyez « %(command)s --help ».", command=error.ctx.command_path if error.ctx else "palabre")
    return f"{_wrong(error)} {see}"


def _wrong(error: UsageError) -> str:
    match error:
        case MissingParameter(param=param) if param:
            return _("Il manque %(what)s.", what=param.get_error_hint())
        case NoSuchOption(option_name=option):
            return _("L’option %(option)s n’existe pas.", option=option)
        case BadOptionUsage(option_name=option):
            return _("L’option %(option)s est mal employée.", option=option)
        case _other:
            return _("Cette commande n’est pas comprise.")
