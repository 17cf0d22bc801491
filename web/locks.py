"""Locks held by a living process: the kernel lets go of them, even after a kill -9."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


class Lock:
    """A file to hold alone or with others. It is never removed: whoever waits must wait on the same one."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)

    def alone(self) -> bool:
        """Takes it for us alone, if nobody else holds it. If somebody does, what we held of it is let go."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def together(self) -> None:
        """Holds it with others, once nobody holds it alone."""
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def wait(self) -> None:
        """Takes it for us alone, once nobody else holds it."""
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def sign(self) -> None:
        """Leaves our process number, for whoever comes and finds it held."""
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, str(os.getpid()).encode(), 0)

    @property
    def signed(self) -> str:
        return os.pread(self._file, 20, 0).decode()

    def release(self) -> None:
        os.close(self._file)


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """One process at a time goes through here."""
    lock = Lock(path)
    try:
        lock.wait()
        yield
    finally:
        lock.release()
