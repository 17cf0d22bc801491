"""The tests run once as they are, then once for every change, in a process of its own, until one of them fails."""

import ast
import gc
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.changes import Change

PATIENCE = 30  # seconds of work: a change that makes a loop endless is noticed too
TOGETHER = 2


@dataclass
class Trial:
    """A plugin of pytest. Properties try many figures and take long: the examples alone must notice."""

    changes: list[Change]
    folder: Path
    unnoticed: list[Change] = field(default_factory=list)
    through: dict[Any, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    seconds: dict[Any, float] = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        examples = [item for item in session.items if not item.get_closest_marker("hypothesis")]
        for item in examples:
            self._follow(item)
        gc.freeze()
        self._try(sorted(examples, key=self.seconds.__getitem__))
        return True

    def _follow(self, item: Any) -> None:
        """Which functions the test goes through, and how long it takes."""

        def call(frame: Any, event: str, _arg: Any) -> None:
            if event == "call" and frame.f_code.co_filename.startswith(str(self.folder)):
                outer = frame.f_code.co_qualname.split(".<locals>")[0]
                self.through[item].add((frame.f_code.co_filename, outer))

        began = time.perf_counter()
        sys.setprofile(call)
        failed = _fails(item)
        sys.setprofile(None)
        self.seconds[item] = time.perf_counter() - began
        if failed:
            raise SystemExit(f"{item.nodeid} fails before anything is changed")

    def _try(self, ranked: Sequence[Any]) -> None:
        running: dict[int, Change] = {}
        for change in self.changes:
            if len(running) == TOGETHER:
                self._end(running)
            running[self._tried(change, ranked)] = change
        while running:
            self._end(running)

    def _end(self, running: dict[int, Change]) -> None:
        child, status = os.wait()
        change = running.pop(child)
        if status == 0:
            self.unnoticed.append(change)
            print(change, flush=True)

    def _tried(self, change: Change, ranked: Sequence[Any]) -> int:
        """The process in which the tests that go through the change are run: it ends well if none notices."""
        if child := os.fork():
            return child
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        gc.disable()
        try:
            apply(change)
            noticed = any(_fails(item) for item in self._touched(change, ranked))
        except BaseException:
            noticed = True
        os._exit(noticed)

    def _touched(self, change: Change, ranked: Sequence[Any]) -> list[Any]:
        """The tests that go through the function, or where none does, as for a table, through its module."""
        module, where = str(change.module), (str(change.module), change.inside)
        near = [item for item in ranked if where in self.through[item]]
        return near or [item for item in ranked if module in {name for name, _ in self.through[item]}]


def _fails(item: Any) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def apply(change: Change) -> None:
    """In the modules that are loaded: the code of a function, and the tables that it makes, wherever they are named."""
    module = next(each for each in sys.modules.values() if getattr(each, "__file__", None) == str(change.module))
    if change.inside:
        code = compile(change.tree, str(change.module), "exec", dont_inherit=True)
        target: Any = module
        for name in change.inside.split("."):
            target = vars(target)[name]
        function = target.fget if isinstance(target, property) else target
        function.__code__ = next(each for each in _codes(code) if each.co_qualname == change.inside)
    _retabled(module, change)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _retabled(module: ModuleType, change: Change) -> None:
    """Only the tables: a class that is made again would be another class."""
    made = [one for one in change.tree.body if isinstance(one, ast.Assign | ast.AnnAssign)]
    if change.inside:
        made = [one for one in made if change.inside in {getattr(each, "id", "") for each in ast.walk(one)}]
    before, fresh = dict(vars(module)), dict(vars(module))
    exec(compile(ast.Module(made, []), str(change.module), "exec", dont_inherit=True), fresh)
    tables = {name for name in before if before[name] is not fresh[name]}
    for each in [one for one in list(sys.modules.values()) if isinstance(one, ModuleType)]:
        for name in tables & vars(each).keys():
            if vars(each)[name] is before[name]:
                vars(each)[name] = fresh[name]
