"""A zip too large for the memory, written part after part, each with its digest; read so, once it is checked."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from web.carrying.parts import SUMS
from web.packing import sums
from web.trouble import trouble

_HELD = 1 << 20  # bytes of a part in memory
Write = Callable[[bytes], None]


class Altered(Exception):
    """The file is not the one that was written. Its argument: the part of it that is not."""


class Packing:
    """`digests`: of what is written so far, by name."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.digests: dict[str, str] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[Write]:
        """Dated 1980, as what is always the same bytes."""
        entry, digest = ZipInfo(name), sha256()
        entry.create_system, entry.external_attr, entry.compress_type = 3, 0o600 << 16, ZIP_DEFLATED
        with self._archive.open(entry, "w", force_zip64=True) as opened:

            def write(content: bytes) -> None:
                digest.update(content)
                opened.write(content)

            yield write
        self.digests[name] = digest.hexdigest()

    def whole(self, name: str, content: bytes) -> None:
        with self.part(name) as write:
            write(content)


@contextmanager
def packed(file: Path) -> Iterator[Packing]:
    """The file is there, and readable by its owner alone, once all of it is on the disk; else nothing of it is.
    FileExistsError where there is one: what was kept is not written over.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            with ZipFile(opened, "w") as archive:
                packing = Packing(archive)
                yield packing
                packing.whole(SUMS, sums(packing.digests))
            opened.flush()
            os.fsync(opened.fileno())
        os.link(beside, file)
    except FileExistsError:
        raise
    except OSError as error:
        raise trouble(error, file) from error
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


class Parcel:
    """One that is read. Raises Altered, OSError, BadZipFile."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.names = archive.namelist()

    def read(self, name: str) -> bytes:
        with self.open(name) as part:
            return part.read()

    def lines(self, name: str) -> Iterator[bytes]:
        with self.open(name) as part:
            yield from part

    def open(self, name: str) -> IO[bytes]:
        try:
            return self._archive.open(name)
        except KeyError:
            raise Altered(name) from None

    def check(self) -> None:
        """Every part is the one that its sum was made of, none is missing, none came after."""
        lines = (line.partition("  ") for line in self.read(SUMS).decode().splitlines())
        told = {name: digest for digest, _spaces, name in lines}
        for name in sorted({*told, *self.names} - {SUMS}):
            if name not in told or self._digest(name) != told[name]:
                raise Altered(name)
        if len(self.names) != len(set(self.names)):
            raise Altered(SUMS)

    def _digest(self, name: str) -> str:
        try:
            digest = sha256()
            with self.open(name) as part:
                while some := part.read(_HELD):
                    digest.update(some)
            return digest.hexdigest()
        except BadZipFile:
            raise Altered(name) from None


@contextmanager
def opened(file: Path) -> Iterator[Parcel]:
    with ZipFile(file) as archive:
        yield Parcel(archive)
