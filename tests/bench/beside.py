"""Two ways of doing a thing, in turns, so that whatever else the machine does falls on both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 7


@dataclass(frozen=True)
class Line:
    """A line of the table. `rates` are those of a middling round: things a second, ours and the other's."""

    what: str
    target: str
    measured: float
    rates: tuple[float, ...]
    unit: str = "×"

    def __str__(self) -> str:
        rates = " / ".join(f"{rate:,.0f}" if rate >= 10 else f"{rate:.3g}" for rate in self.rates)
        return f"{self.what:<62} {self.target:>8} {self.measured:>8.2f} {self.unit:<2} {rates}"


def a_second(many: int, act: Callable[[], object]) -> float:
    """How many of these `many` things were done a second."""
    start = perf_counter()
    act()
    return many / (perf_counter() - start)


def beside(what: str, target: str, ours: Callable[[], float], other: Callable[[], float]) -> Line:
    """The median ratio of rounds in which both were measured one after the other."""
    pairs = sorted(((ours(), other()) for _ in range(ROUNDS)), key=lambda pair: pair[0] / pair[1])
    return Line(what, target, median(a / b for a, b in pairs), pairs[ROUNDS // 2])
