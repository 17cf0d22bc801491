"""Forward-only SQL: files NNNN_name.sql, in order, one transaction each, written down with their SHA-256."""

import hashlib
import re
from pathlib import Path

import psycopg

INSTALLATION = Path(__file__).parent / "installation"
COOPERATIVE = Path(__file__).parent / "cooperative"

_NAME = re.compile(r"\d{4}_[a-z0-9_]+\.sql")
_ONE_AT_A_TIME = 0x70616C61  # the advisory lock of whoever migrates this database


class MigrationError(Exception):
    """A file cannot be applied. `reason` is `misnamed`, `gap`, `edited`, `unknown` or `failed`."""

    def __init__(self, reason: str, file: str) -> None:
        super().__init__(f"{reason}: {file}")
        self.reason = reason
        self.file = file


def migrate(conninfo: str, folder: Path, last: str = "9999") -> list[str]:
    """Applies what is missing, up to the file `last` and as the role of `conninfo`; the names of the files applied by
    this very call.
    """
    files = [file for file in _numbered(folder) if file.name <= last]
    with psycopg.connect(conninfo, autocommit=True) as db:
        db.execute("select pg_advisory_lock(%s)", (_ONE_AT_A_TIME,))
        db.execute(
            "create table if not exists public.migration (file text primary key, sha256 text not null,"
            " applied timestamptz not null default now())"
        )
        missing = _missing(_known(db), files)
        for file in missing:
            _apply(db, file)
    return [file.name for file in missing]


def waiting(conninfo: str, folder: Path) -> list[str]:
    """The names of the files that `migrate` would apply. Changes nothing."""
    files = _numbered(folder)
    with psycopg.connect(conninfo, autocommit=True) as db:
        try:
            known = _known(db)
        except psycopg.errors.UndefinedTable:
            known = {}
    return [file.name for file in _missing(known, files)]


def _numbered(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.sql"))
    for number, file in enumerate(files, start=1):
        if not _NAME.fullmatch(file.name):
            raise MigrationError("misnamed", file.name)
        if int(file.name[:4]) != number:
            raise MigrationError("gap", file.name)
    return files


def _known(db: psycopg.Connection) -> dict[str, str]:
    return dict(db.execute("select file, sha256 from public.migration").fetchall())


def _missing(known: dict[str, str], files: list[Path]) -> list[Path]:
    """What is not yet applied, once what is applied is known to be what is here."""
    here = {file.name: _fingerprint(file) for file in files}
    for file, fingerprint in known.items():
        if file not in here:
            raise MigrationError("unknown", file)
        if here[file] != fingerprint:
            raise MigrationError("edited", file)
    return [file for file in files if file.name not in known]


def _apply(db: psycopg.Connection, file: Path) -> None:
    try:
        with db.transaction():
            db.execute("set local lock_timeout = '10s'")  # rather fail than make every reader queue behind us
            db.execute(file.read_bytes())
            db.execute("insert into public.migration values (%s, %s)", (file.name, _fingerprint(file)))
    except psycopg.Error as error:
        raise MigrationError("failed", file.name) from error


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
