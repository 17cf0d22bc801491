"""Programs of others, from Debian, run with the network cut: what a stranger has."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

PATH = "/usr/bin:/bin"  # what Debian puts there: no Python of ours


def installed(program: str, *packages: str) -> str:
    """Where the program is, of these packages: `make test` installs them, where it may."""
    found = shutil.which(program, path=PATH)
    assert found, f"install {' '.join(packages)} to run these tests"
    return found


def alone(*words: str | Path, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Where nothing of this installation is known, as after `env -i`; in a network of its own, with nothing in it, if
    the system lets us cut it."""
    cut = ["unshare", "--net", "--map-root-user"] if _can_cut() else []
    bare = {"PATH": PATH, "HOME": str(cwd), "LANG": "C.UTF-8"}
    return subprocess.run([*cut, *words], cwd=cwd, env=bare | env, capture_output=True, text=True, check=False)


@cache
def _can_cut() -> bool:
    return (
        subprocess.run(["unshare", "--net", "--map-root-user", "true"], capture_output=True, check=False).returncode
        == 0
    )
