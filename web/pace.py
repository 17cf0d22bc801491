"""How work that is done again and again goes on after a failure: later and later, and told at length only once."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from traceback import extract_tb

import psycopg
from psycopg_pool import PoolTimeout

from governance.record.record import Busy
from web.office import Late
from web.trouble import HouseError, first_line

log = logging.getLogger(__name__)

TURN = 1.0  # seconds between two looks
LONGEST = 60.0  # where one failed after another
AN_HOUR = timedelta(hours=1)

_AWAITED = (psycopg.OperationalError, PoolTimeout, Busy, HouseError)
"""What passes by itself, and needs no trace."""


def later(attempts: int) -> timedelta:
    """When somebody outside who did not answer is asked again: a minute, then twice as long, up to an hour."""
    return min(timedelta(minutes=1 << min(attempts, 6)), AN_HOUR)


class Pace:
    """`pause`: the seconds to wait before the next turn. A turn that succeeds brings it back to TURN."""

    def __init__(self, who: str) -> None:
        self.pause = TURN
        self._who = who
        self._failures = 0
        self._told: set[tuple[type[Exception], str, int | None]] = set()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """What fails inside is told, and left for the next turn."""
        try:
            yield
        except Late:
            self.pause = TURN  # the registers are being built: nothing went wrong
        except Exception as reason:  # what stumbles once must not stop the letters and the votes that come after
            self.pause = min(TURN * 2**self._failures, LONGEST)
            self._failures = min(self._failures + 1, 10)
            self._tell(reason)
        else:
            self.pause, self._failures = TURN, 0

    def _tell(self, reason: Exception) -> None:
        """With its trace the first time that it fails at this line."""
        last = extract_tb(reason.__traceback__)[-1]
        failure = type(reason), last.filename, last.lineno
        short = failure in self._told or isinstance(reason, _AWAITED)
        self._told.add(failure)
        words = "%s stumbled (%s: %s) and tries again in %.0f s"
        log.log(
            logging.WARNING if short else logging.ERROR,
            *(words, self._who, type(reason).__name__, first_line(reason), self.pause),
            exc_info=None if short else reason,
        )
