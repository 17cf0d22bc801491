"""The PostgreSQL that Palabre brings along: one private server for one installation, no TCP, no password."""

import contextlib
import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path

from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from web.account import Account, binaries, within_reach
from web.i18n import gettext as _
from web.locks import Lock, held
from web.trouble import HouseError, disk_full, trouble

ROLES = ("palabre_owner", "palabre_web", "palabre_worker")
_LONGEST_SOCKET = 90  # characters: the system allows about 104, of which PostgreSQL adds fifteen
_LEAST_ROOM = 1 << 20  # bytes
_PATIENCE = 60.0  # seconds, while a killed server's children leave


class Cluster:
    """A server living in `folder`, shared by the processes that started it: the last one out stops it.

    A killed process leaves it running; the next start finds it again.
    """

    def __init__(self, folder: Path, *, fsync: bool = True) -> None:
        self.fsync = fsync
        try:
            self.account = Account.for_server(folder.absolute())
            self.folder = within_reach(folder.absolute(), self.account)
            self.binaries = binaries(self.account)
        except OSError as error:
            raise trouble(error, folder) from error
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.socket = self._socket()
        self._server: subprocess.Popen[bytes] | None = None
        self._users: Lock | None = None

    def conninfo(self, database: str, role: str = "palabre_owner") -> str:
        return make_conninfo(host=str(self.socket), user=role, dbname=database, connect_timeout=10)

    def start(self) -> None:
        """Makes the cluster the first time, and starts it unless it runs already."""
        try:
            with held(self.folder / "door"):
                if not self.answers():
                    self._initialise()
                    self._launch()
                self._users = self._users or Lock(self.folder / "users")
                self._users.together()
        except OSError as error:
            raise trouble(error, self.folder) from error

    def stop(self) -> None:
        """Leaves the server, and stops it if nobody else uses it."""
        if self._users is None:
            return
        with held(self.folder / "door"):
            if self._users.alone():
                self._shut_down()
            self._users.release()
        self._server = self._users = None

    def _shut_down(self) -> None:
        """Without waiting for those who are connected."""
        if self._server:
            self._server.send_signal(signal.SIGINT)
            self._server.wait()
        else:
            self.account.run(self.binaries / "pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def answers(self) -> bool:
        """Whether the server lets people in, be it to refuse them."""
        return PGconn.ping(self.conninfo("postgres").encode()) == Ping.OK

    def _socket(self) -> Path:
        near = self.folder / "socket"
        if len(str(near)) <= _LONGEST_SOCKET:
            return near
        runtime = os.environ.get("XDG_RUNTIME_DIR", "") if self.account.ours else ""
        name = hashlib.sha256(bytes(self.folder)).hexdigest()[:12]
        return Path(runtime or "/tmp") / f"palabre-{self.account.uid}-{name}"

    def _initialise(self) -> None:
        """A cluster is made beside and then named: one that was interrupted is never taken for whole."""
        if self.data.exists():
            return
        beside = self.folder / "data.making"
        shutil.rmtree(beside, ignore_errors=True)
        done = self.account.run(
            *(self.binaries / "initdb", "-D", self.account.folder(beside), "-U", ROLES[0], "-E", "UTF8"),
            *("--data-checksums", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--set=timezone=UTC", "--set=log_timezone=UTC", *([] if self.fsync else ["--no-sync"])),
        )
        if done.returncode != 0:
            shutil.rmtree(beside, ignore_errors=True)
            raise self._refusal(done.stderr)
        beside.rename(self.data)

    def _launch(self) -> None:
        end = time.monotonic() + _PATIENCE
        while (refused := self._attempt()) is not None:
            leaving = "still in use" in refused or "lock file" in refused
            if not leaving or time.monotonic() > end:
                raise self._refusal(refused)
            time.sleep(0.05)

    def _attempt(self) -> str | None:
        """Starts the server and waits until it answers, however long it recovers; what it wrote if it gave up."""
        self.account.folder(self.socket)
        self._who_may_enter()
        with open(self.log, "ab", opener=_private) as log:
            before = log.tell()
            self._server = self.account.start(*self._command(), env=self._stale(), log=log.fileno())
        while not self.answers():
            if self._server.poll() is not None:
                return self.log.read_bytes()[before:].decode(errors="replace")
            time.sleep(0.01)
        return None

    def _command(self) -> list[str | Path]:
        settings = {
            "hba_file": self.folder / "pg_hba.conf",
            "ident_file": self.folder / "pg_ident.conf",
            "listen_addresses": "",
            "unix_socket_directories": self.socket,
            "max_connections": "400",  # a cooperative keeps five in the worker, and as many in the server
        }
        if not self.fsync:
            settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
        return [self.binaries / "postgres", "-D", self.data, *(f"--{k}={v}" for k, v in settings.items())]

    def _who_may_enter(self) -> None:
        """Peer authentication: the account that made the folder, and root, may take our three roles. Nobody else."""
        names = {pwd.getpwuid(self.folder.stat().st_uid).pw_name, "root"}
        lines = [f"palabre {name} {role}\n" for name in sorted(names) for role in ROLES]
        for file, text in {"pg_ident.conf": lines, "pg_hba.conf": ["local all all peer map=palabre\n"]}.items():
            (self.folder / file).write_text("".join(text), "utf-8")
            (self.folder / file).chmod(0o644)  # the server reads them, and does not own them

    def _stale(self) -> dict[str, str]:
        """After a power cut another process may wear the dead server's number, and PostgreSQL would wait for ever.

        It overlooks the number it is given here; its lock on the shared memory still guards the data.
        """
        with contextlib.suppress(FileNotFoundError):
            return {"PG_GRANDPARENT_PID": (self.data / "postmaster.pid").read_text().partition("\n")[0]}
        return {}

    def _refusal(self, said: str) -> HouseError:
        """On a full disk the server may not even find room to say so."""
        if "No space left on device" in said or shutil.disk_usage(self.folder).free < _LEAST_ROOM:
            return disk_full()
        return HouseError(_("PostgreSQL n’a pas démarré. Il dit : %(said)s", said=said.strip()[-600:]))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)  # a server's complaint may quote what somebody typed
