"""What every report owes: words, about something that has happened."""

from datetime import datetime

from governance.command import Refused
from governance.words import Day, Public, legal_day


def check_told(on: Day, now: datetime, *words: Public) -> None:
    if not all(each.strip() for each in words):
        raise Refused("report-without-words")
    if legal_day(now).surely_before(on):
        raise Refused("day-to-come", on=on)
