"""What every act of the network owes: an author of the board, words, about something that has happened."""

from collections.abc import Iterable
from datetime import datetime

from governance.command import Refused
from governance.words import Day, Fact, Office, Public, legal_day

BOARD = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


def check_told(on: Day, now: datetime, *words: Public) -> None:
    if not all(each.strip() for each in words):
        raise Refused("report-without-words")
    if legal_day(now).surely_before(on):
        raise Refused("day-to-come", on=on)


def check_counted(present: int | None, at_least: int | None) -> None:
    """`present` where somebody counted, `at_least` as a report says it."""
    said = [number for number in (present, at_least) if number is not None]
    if len(said) > 1:
        raise Refused("counted-or-estimated")
    if any(number < 1 for number in said):
        raise Refused("nobody-came")


def already_told(known: Iterable[Fact], told: Fact) -> bool:
    """Of facts of which one alone bears an identifier. Refused where it tells something else."""
    same = [fact for fact in known if type(fact) is type(told)]
    if same and same != [told]:
        raise Refused("already-reported")
    return bool(same)
