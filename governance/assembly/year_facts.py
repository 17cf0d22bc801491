"""What the record says of the year of the cooperative: when it closes, and which of its duties are done."""

from dataclasses import dataclass
from enum import Enum

from governance.words import Day, Fact, Public


class Duty(Enum):
    """What comes back every year, or every few years."""

    ACCOUNTS = "accounts"  # the board draws them up
    NOTICE = "notice"  # of the annual assembly
    ASSEMBLY = "assembly"
    FILING = "filing"  # of the accounts, at the registry
    COOPERATIVE_REPORT = "cooperative_report"
    REVIEW = "review"  # by the réviseur


@dataclass(frozen=True)
class YearEndSet(Fact):
    """The last day of a financial year; those that follow close on the same day until it is set anew."""

    tags = ((),)
    closing: Day


@dataclass(frozen=True)
class DutyDone(Fact):
    """A duty of the year closed on `closing`. `receipt`: the number or the title of the paper that proves it;
    `digest`: SHA-256 of salt ‖ its scan, "" where there is none."""

    tags = ((), ("duty",), ("digest",))
    duty: str
    closing: Day
    on: Day
    receipt: Public
    digest: str = ""
    size: int = 0  # bytes
    media_type: str = ""
