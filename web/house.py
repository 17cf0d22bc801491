"""One installation: its server, its databases and their roles, its keys. Everybody comes in through here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Literal, Self

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import class_row

from web.account import open_folder
from web.cluster import Cluster
from web.databases import (
    ROLES,
    has_database,
    make_database,
    make_role,
    migrate_cooperative,
    migrate_installation,
    waiting_for_cooperative,
)
from web.erased import Erased
from web.heads import Heads
from web.i18n import gettext as _
from web.keys import Keys
from web.locks import Lock
from web.trouble import HouseError, first_line, trouble

Role = Literal["owner", "web", "worker"]

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ELSEWHERE = ("conseil", "static")  # addresses that are no cooperative's
_ONE_AT_A_TIME = 0x70616C62  # the advisory lock of whoever makes roles or a cooperative


@dataclass(frozen=True)
class Cooperative:
    """One cooperative is one database. `state` is `making` until it can be used, then `open`, or `suspended` by its
    host for a `reason`.
    """

    slug: str
    name: str
    database: str
    state: str
    reason: str = ""

    @property
    def made(self) -> bool:
        """It has its tables, whether its pages answer or not."""
        return self.state != "making"


class House:
    """Made by `House.open`. The embedded server runs as long as somebody has the house open."""

    def __init__(self, folder: Path, address: str, cluster: Cluster | None) -> None:
        self.folder = folder
        self.keys = Keys(folder / "keys")
        self.heads = Heads(folder / "heads")
        self.erased = Erased(folder / "erased")
        self.cluster = cluster
        self._address = conninfo_to_dict(address)
        self.database = str(self._address.get("dbname") or "palabre")

    @classmethod
    def open(cls, folder: Path, url: str | None = None, *, fsync: bool = True) -> Self:
        """Opens the installation of `folder`, on the server of `url` or on the embedded one.

        `url` is a PostgreSQL address whose role may create databases and roles.
        """
        try:
            open_folder(folder)
        except OSError as error:
            raise trouble(error, folder) from error
        if url:
            house = cls(folder, url, None)
        else:
            cluster = Cluster(folder / "postgres", fsync=fsync)
            cluster.start()
            house = cls(folder, cluster.conninfo("palabre"), cluster)
        try:
            house._furnish()
        except BaseException:
            house.close()
            raise
        return house

    def close(self) -> None:
        if self.cluster:
            self.cluster.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def conninfo(self, database: str, role: Role) -> str:
        """How to connect to a database as one of the three roles (libpq)."""
        words = self._address | {"dbname": database}
        if role != "owner":
            name = f"palabre_{role}"
            words |= {"user": name, "password": None if self.cluster else self.keys.password(name)}
        return make_conninfo("", **words)

    def cooperatives(self) -> list[Cooperative]:
        """Those of this installation, by slug."""
        with self._connect() as db, db.cursor(row_factory=class_row(Cooperative)) as rows:
            try:
                rows.execute("select slug, name, database, state, reason from cooperative order by slug")
            except (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn) as error:
                raise HouseError(_("Cette installation n’est pas prête : lancez « palabre migrate ».")) from error
            return rows.fetchall()

    def make(
        self, slug: str, name: str, fill: Callable[[str], object] = migrate_cooperative, anew: bool = False
    ) -> Cooperative:
        """The database of a new cooperative; nobody comes in before it is inaugurated. Interrupted, the same call
        takes it up where it was, or begins it `anew`. `fill` is given the owner's way in.
        """
        if not _SLUG.fullmatch(slug) or len(slug) > 50:
            raise HouseError(
                _(
                    "« %(slug)s » ne peut pas nommer une coopérative : des minuscules sans accent, des chiffres et "
                    "des traits d’union, en commençant par une lettre, 50 signes au plus.",
                    slug=slug,
                )
            )
        if slug in ELSEWHERE:
            raise HouseError(_("« %(slug)s » est l’adresse d’une autre page : choisissez un autre nom.", slug=slug))
        self.master_key()
        database = "palabre_" + slug.replace("-", "_")
        with self._connect() as db:
            db.execute("select pg_advisory_lock(%s)", (_ONE_AT_A_TIME,))
            if anew:
                self._clear(db, slug, database)
            self._register(db, slug, name, database)
            make_database(db, database)
            fill(self.conninfo(database, "owner"))
        return Cooperative(slug, name, database, "making")

    def set_aside(self, cooperative: Cooperative, name: str) -> None:
        """Its database takes another name, and its slug is free. Whoever was in it is sent out."""
        old, new = sql.Identifier(cooperative.database), sql.Identifier(name)
        with self._connect() as db:
            db.execute(sql.SQL("alter database {} with allow_connections false").format(old))
            inside = "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s"
            db.execute(inside, (cooperative.database,))
            db.execute(sql.SQL("alter database {} rename to {}").format(old, new))
            db.execute(sql.SQL("alter database {} with allow_connections true").format(new))
            db.execute("delete from cooperative where slug = %s", (cooperative.slug,))

    @contextmanager
    def scratch(self, fill: Callable[[str], object]) -> Iterator[str]:
        """The owner's way into a database that lives as long as the block."""
        name = f"palabre_essai_{token_hex(8)}"
        with self._connect() as db:
            try:
                make_database(db, name)
                fill(self.conninfo(name, "owner"))
                yield self.conninfo(name, "owner")
            finally:
                _drop(db, name)

    def program(self, name: str) -> str:
        """Where a program of PostgreSQL is: the one that the embedded server brings, else the machine's."""
        found = str(self.cluster.binaries / name) if self.cluster else shutil.which(name)
        if not found:
            raise HouseError(_("« %(name)s » manque : installez les programmes clients de PostgreSQL.", name=name))
        return found

    def inaugurate(self, slug: str) -> Cooperative:
        """From now on its pages answer."""
        return self._put(slug, "open")

    def suspend(self, slug: str, reason: str) -> Cooperative:
        """From now on its pages say why they do not answer, and the worker leaves it alone. Its data stay."""
        return self._put(slug, "suspended", reason)

    def migrate(self) -> dict[str, list[str]]:
        """Brings every database up to this version: the files applied to each by this very call."""
        done = {self.database: migrate_installation(self.conninfo(self.database, "owner"))}
        for cooperative in self.cooperatives():
            if cooperative.made:
                done[cooperative.database] = migrate_cooperative(self.conninfo(cooperative.database, "owner"))
        return done

    def waiting(self, cooperative: Cooperative) -> list[str]:
        """The migrations that this version would apply to its database."""
        return waiting_for_cooperative(self.conninfo(cooperative.database, "owner"))

    def master_key(self) -> bytes:
        """32 bytes kept outside the databases, made before the first cooperative and never after."""
        return self.keys.master(new=not (self.keys.has_master or self.cooperatives()))

    def _furnish(self) -> None:
        """The installation's database, and the two roles that are not the owner."""
        there = self._answers()
        with self._connect(self.database if there else "postgres") as db:
            db.execute("select pg_advisory_lock(%s)", (_ONE_AT_A_TIME,))
            with db.transaction():
                for role in ROLES:
                    make_role(db, role, None if self.cluster else self.keys)
            if not there:
                make_database(db, self.database)

    def _register(self, db: psycopg.Connection, slug: str, name: str, database: str) -> None:
        made = db.execute(
            "insert into cooperative (slug, name, database) values (%s, %s, %s) on conflict (slug)"
            " do update set name = excluded.name where cooperative.state = 'making' returning slug",
            (slug, name, database),
        )
        if not made.fetchone():
            raise HouseError(_("La coopérative « %(slug)s » existe déjà.", slug=slug))

    def _clear(self, db: psycopg.Connection, slug: str, database: str) -> None:
        """Nothing is left of what was begun here and that nobody ever entered; what others made is left alone."""
        known = db.execute("select state from cooperative where slug = %s", (slug,)).fetchone()
        if known == ("making",):
            _drop(db, database)
        elif not known and has_database(db, database):
            raise HouseError(
                _("Une base « %(name)s » existe déjà, et rien ici n’en parle : renommez-la.", name=database)
            )

    def _put(self, slug: str, state: str, reason: str = "") -> Cooperative:
        with self._connect() as db, db.cursor(row_factory=class_row(Cooperative)) as rows:
            [there] = rows.execute(
                "update cooperative set (state, reason) = (%s, %s) where slug = %s"
                " returning slug, name, database, state, reason",
                (state, reason, slug),
            )
        return there

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.conninfo(self.database, "owner"), connect_timeout=10).close()
        except psycopg.OperationalError:
            return False
        return True

    @contextmanager
    def _connect(self, database: str | None = None) -> Iterator[psycopg.Connection]:
        """As the owner, each sentence on its own."""
        try:
            db = psycopg.connect(self.conninfo(database or self.database, "owner"), autocommit=True, connect_timeout=10)
        except psycopg.OperationalError as error:
            raise HouseError(_("PostgreSQL ne répond pas : %(error)s", error=first_line(error))) from error
        with db:
            yield db


def _drop(db: psycopg.Connection, database: str) -> None:
    db.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(database)))


@contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Refuses to go on while another process serves this installation."""
    try:
        open_folder(folder)
        lock = Lock(folder / "instance")
    except OSError as error:
        raise trouble(error, folder) from error
    try:
        if not lock.alone():
            raise HouseError(_("Une autre instance tourne déjà (processus %(number)s).", number=lock.signed))
        lock.sign()
        yield
    finally:
        lock.release()
