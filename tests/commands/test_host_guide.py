"""docs/guide-de-l-hebergeur.md: every command that it gives, run as it is written, in its order."""

import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.commands.conftest import facts_of
from tests.commands.test_backup import saved, sign, written
from tests.conftest import PATIENCE
from tests.palabre import Left, Palabre
from web.__main__ import COMMANDS
from web.house import House

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guide-de-l-hebergeur.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh *(\w*)\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
HOUSES = ("", "neuve", "autre")
STAMP = "palabre-20261122T030000.000000Z"


@pytest.fixture
def houses(folder: Path) -> Iterator[dict[str, House]]:
    """The machine of the guide, the new one where a save is put back, and the one to which a cooperative moves."""
    with ExitStack() as opened:
        yield {one: opened.enter_context(House.open(folder / f"var{one}", fsync=False)) for one in HOUSES}


def test_each_command_does_what_the_guide_says(
    palabre: Palabre, houses: dict[str, House], folder: Path, monkeypatch: pytest.MonkeyPatch
):
    made = STAMP
    for machine, block in BLOCKS:
        monkeypatch.setenv("PALABRE_HOME", str(houses[machine].folder))
        for line in block.splitlines():
            _palabre, *words = shlex.split(re.sub(r" (/[a-z])", rf" {folder}\1", line).replace(STAMP, made))
            left = stays(*words) if words[0] in ("serve", "worker") else palabre(*words)
            assert left.code == 0, (line, left)
            if words[0] == "backup":  # life goes on: that much is lost when it is put back
                made = saved(Path(words[1])).name
                written(houses[machine], "rives", 3)
                sign(houses[machine], "rives")

    *before, resumed = facts_of(houses["autre"], "rives")
    assert resumed.startswith("RecordResumed"), "what was lost is said in the record, and moves with it"
    assert before == facts_of(houses["neuve"], "rives")


def stays(*words: str) -> Left:
    """A service: it says that it is there, and leaves when it is asked to."""
    run = [sys.executable, "-m", "web", *words]
    with subprocess.Popen(run, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as service:
        assert service.stdout
        said = service.stdout.readline()
        service.send_signal(signal.SIGTERM)
        printed, errors = service.communicate(timeout=PATIENCE)
        return Left(service.returncode, said + printed, errors)


def test_every_command_of_a_host_is_in_the_guide():
    given = {shlex.split(line)[1] for _machine, block in BLOCKS for line in block.splitlines()}

    assert given == COMMANDS.keys() - {"run", "demo", "count", "verify", "facts"}, "those are for others than the host"
