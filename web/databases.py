"""Databases and their roles, made by their owner and brought up to this version."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

import migrations
from governance.record.kinds import declare
from migrations import MigrationError
from web.i18n import gettext as _
from web.keys import Keys
from web.trouble import HouseError

ROLES = ("palabre_web", "palabre_worker")


def make_role(db: psycopg.Connection, role: str, keys: Keys | None) -> None:
    """A role that may sign in, with a password where `keys` can keep one: the embedded server needs none."""
    name = sql.Identifier(role)
    if db.execute("select 1 from pg_roles where rolname = %s", (role,)).fetchone():
        if keys and not keys.has_password(role):
            raise HouseError(
                _(
                    "Le rôle %(role)s existe déjà sur ce serveur, et son mot de passe n’est pas dans "
                    "« %(folder)s » : copiez-le depuis l’installation qui l’a créé.",
                    role=role,
                    folder=keys.folder,
                )
            )
        return
    db.execute(sql.SQL("create role {} login").format(name))
    if keys:
        scrambled = db.pgconn.encrypt_password(keys.password(role).encode(), role.encode(), b"scram-sha-256")
        db.execute(sql.SQL("alter role {} password {}").format(name, sql.Literal(scrambled.decode())))
    db.execute(sql.SQL("grant {} to current_user").format(name))  # the owner gives them what is theirs


def has_database(db: psycopg.Connection, database: str) -> bool:
    return db.execute("select 1 from pg_database where datname = %s", (database,)).fetchone() is not None


def make_database(db: psycopg.Connection, database: str) -> None:
    """An empty database that only its owner and the two roles may enter; nothing if it is there."""
    if has_database(db, database):
        return
    for sentence in (
        "create database {} template template0 encoding 'UTF8' locale 'C'",
        "revoke all on database {} from public",
        "grant connect on database {} to palabre_web, palabre_worker",
    ):
        db.execute(sql.SQL(sentence).format(sql.Identifier(database)))


def migrate_installation(conninfo: str) -> list[str]:
    """The files applied by this very call."""
    with _told():
        return migrations.migrate(conninfo, migrations.INSTALLATION)


def migrate_cooperative(conninfo: str) -> list[str]:
    """The same; then the database learns the kinds of facts that this version can read."""
    with _told():
        done = migrations.migrate(conninfo, migrations.COOPERATIVE)
    declare(conninfo)
    return done


def waiting_for_cooperative(conninfo: str) -> list[str]:
    """The files that `migrate_cooperative` would apply."""
    with _told():
        return migrations.waiting(conninfo, migrations.COOPERATIVE)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except MigrationError as error:
        raise HouseError(_said(error)) from error


def _said(error: MigrationError) -> str:
    match error.reason:
        case "misnamed":
            return _("La migration « %(file)s » devrait s’appeler NNNN_nom.sql.", file=error.file)
        case "gap":
            return _("Il manque une migration avant « %(file)s », ou deux ont ce numéro.", file=error.file)
        case "edited":
            return _(
                "La migration « %(file)s » a été modifiée après coup : remettez-la comme elle était.", file=error.file
            )
        case "unknown":
            return _("Une version plus récente de Palabre a déjà appliqué la migration « %(file)s ».", file=error.file)
        case _other:
            said = error.__cause__
            return _("La migration « %(file)s » a échoué, sans rien changer : %(said)s", file=error.file, said=said)
