"""Secrets kept in files beside the databases, never in them: the master key, the passwords of the roles, what signs."""

import contextlib
import os
import secrets
from pathlib import Path

from web.i18n import gettext as _
from web.pades import Certificate
from web.trouble import HouseError, trouble


class Keys:
    """A folder (0700) of small files (0600)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def master(self, *, new: bool) -> bytes:
        """The 32 bytes that close every vault. Made if `new` allows it: a lost key is never replaced in silence."""
        file = self.folder / "master.key"
        if not (new or self.has_master):
            raise HouseError(
                _(
                    "La clé maîtresse « %(file)s » a disparu. Sans elle, les noms, adresses et courriels enregistrés "
                    "restent illisibles pour toujours : remettez la copie que vous avez mise à l’abri.",
                    file=file,
                )
            )
        key = self._kept(file, secrets.token_bytes(32))
        if len(key) != 32:
            raise HouseError(
                _("La clé maîtresse « %(file)s » est abîmée : remettez la copie mise à l’abri.", file=file)
            )
        return key

    def sealing(self, slug: str, *, new: bool) -> bytes:
        """The 32 bytes of the Ed25519 key that signs the heads of a cooperative's record (RFC 8032). Made if `new`
        allows it: whoever checks has noted the one that signed before.
        """
        return self._signing(f"{slug}.seal", new)

    def witness(self, slug: str, *, new: bool) -> bytes:
        """The same, of the key that signs the heads of others: who asked for it has noted it too."""
        return self._signing(f"{slug}.witness", new)

    def _signing(self, name: str, new: bool) -> bytes:
        file = self.folder / name
        if not (new or file.exists()):
            raise HouseError(
                _(
                    "La clé « %(file)s », avec laquelle cette coopérative signe, a disparu : remettez la copie "
                    "que vous avez mise à l’abri.",
                    file=file,
                )
            )
        return self._kept(file, secrets.token_bytes(32))

    def hand_over(self, slug: str, folder: Path) -> None:
        """A copy of the key that signs a record, for the installation where it goes on."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        Keys(folder).take_over(slug, self.folder / f"{slug}.seal")

    def take_over(self, slug: str, file: Path) -> None:
        """The key of that file signs this record from now on."""
        brought = Keys(file.parent)._kept(file, b"") if file.exists() else b""
        if len(brought) != 32:
            raise HouseError(_("« %(file)s » n’est pas une clé qui signe un journal.", file=file))
        if self._kept(self.folder / f"{slug}.seal", brought) != brought:
            raise HouseError(
                _(
                    "Une autre clé signe déjà « %(slug)s » : mettez de côté celle de « %(folder)s ».",
                    slug=slug,
                    folder=self.folder,
                )
            )

    def certificate(self, slug: str) -> Certificate | None:
        """What seals the PDFs of a cooperative: `<slug>.p12` and, in `<slug>.p12.secret`, the words that open it. None
        where the host has put nothing there.
        """
        bag, secret = self.folder / f"{slug}.p12", self.folder / f"{slug}.p12.secret"
        if not (bag.exists() or secret.exists()):
            return None
        try:
            return Certificate(self._read(bag), self._read(secret).rstrip(b"\r\n"))
        except ValueError as error:
            raise HouseError(
                _("« %(secret)s » n’ouvre pas le certificat « %(file)s ».", secret=secret, file=bag)
            ) from error

    @property
    def has_master(self) -> bool:
        return (self.folder / "master.key").exists()

    def password(self, role: str) -> str:
        """The password of a database role, made on first use."""
        return self._kept(self.folder / f"{role}.password", secrets.token_urlsafe(32).encode()).decode()

    def has_password(self, role: str) -> bool:
        return (self.folder / f"{role}.password").exists()

    def _kept(self, file: Path, fresh: bytes) -> bytes:
        """What the file holds; `fresh` if there is no file, written whole or not at all."""
        try:
            if not file.exists():
                self.folder.mkdir(mode=0o700, exist_ok=True)
                self._write(file, fresh)
        except OSError as error:
            raise trouble(error, file) from error
        return self._read(file)

    def _read(self, file: Path) -> bytes:
        """What the file holds, which nobody else may read."""
        try:
            if file.stat().st_mode & 0o077:
                raise HouseError(
                    _("D’autres comptes peuvent lire « %(file)s » : protégez-le avec « chmod 600 ».", file=file)
                )
            return file.read_bytes()
        except OSError as error:
            raise trouble(error, file) from error

    def _write(self, file: Path, content: bytes) -> None:
        beside = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
            with contextlib.suppress(FileExistsError):  # somebody was first: theirs is the one
                os.link(beside, file)
        finally:
            beside.unlink(missing_ok=True)
