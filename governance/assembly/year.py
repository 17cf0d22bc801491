"""The year of the cooperative: what the law of its form, its statutes or usage want done, and until when.

Nothing is guessed: without a closing day there is no calendar, and a duty that hangs on the day of the annual assembly
is reckoned from the day planned or, while none is, from the last that the law allows.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from governance.assembly.deadline import delay
from governance.assembly.year_facts import Duty
from governance.statutes.facts import Form, Kind, Meetings, Organ, Statutes
from governance.words import Day, Public

COMPANIES = frozenset({Form.SA, Form.SAS, Form.SARL})
SIX_MONTHS = {Form.SA: Public("C.com L225-100"), Form.SARL: Public("C.com L223-26")}
ACCOUNTS, FILING = Public("C.com L232-1"), Public("C.com L232-22, L232-23")
REPORT = Public("L47 art. 19 terdecies ; décret 2015-1381")


class Binding(Enum):
    """What wants it done by that day."""

    LAW = "law"
    STATUTES = "statutes"
    USAGE = "usage"


@dataclass(frozen=True)
class Due:
    """A duty of the year closed on `closing`, to be done on `last` at the latest."""

    duty: Duty
    closing: Day
    last: Day
    binding: Binding
    article: Public


@dataclass(frozen=True)
class Rhythm:
    """How often an organ met since a day, beside what the statutes want in a year. `month`: when, if they say so."""

    organ: Organ
    held: int
    least: int
    most: int
    month: int | None
    article: Public

    @property
    def missing(self) -> int:
        return max(0, self.least - self.held)


def closing_before(closing: Day, day: Day) -> Day:
    """The last closing on or before a day, of years that all close as this one does."""
    years = day.first.year - closing.first.year
    found = _in_year(closing, closing.first.year + years)
    return found if found <= day else _in_year(closing, found.first.year - 1)


def duties(statutes: Statutes, closing: Day, assembly: Day | None = None) -> tuple[Due, ...]:
    """What the year closed on `closing` asks for, the earliest first. `assembly`: the day of its annual assembly, if it
    is planned or held. The révision coopérative, which does not come back every year, has rules of its own.
    """
    return tuple(sorted(_duties(statutes, closing, assembly), key=lambda due: due.last))


def rhythms(statutes: Statutes, held: Iterable[tuple[Organ, Day]], since: Day) -> tuple[Rhythm, ...]:
    """Each organ whose meetings the statutes count, beside those held since a day."""
    met = [organ for organ, day in held if since <= day]
    return tuple(_rhythm(rule, met.count(rule.organ)) for rule in statutes.meetings)


def _rhythm(rule: Meetings, held: int) -> Rhythm:
    return Rhythm(rule.organ, held, rule.least, rule.most, rule.month, rule.article)


def _duties(statutes: Statutes, closing: Day, assembly: Day | None) -> Iterator[Due]:
    annual = _assembly(statutes, closing)
    meets = assembly or annual.last
    notice = delay(statutes, Organ.ASSEMBLY, [Kind.ORDINARY], second_call=False)
    yield annual
    leaves = notice.latest(meets)
    yield Due(Duty.NOTICE, closing, leaves, binding(notice.article), notice.article)
    if statutes.form in COMPANIES:
        yield Due(Duty.ACCOUNTS, closing, leaves, Binding.LAW, ACCOUNTS)
        yield Due(Duty.FILING, closing, _months(meets, 1), Binding.LAW, FILING)
        yield Due(Duty.COOPERATIVE_REPORT, closing, meets, Binding.LAW, REPORT)
    else:
        yield Due(Duty.ACCOUNTS, closing, leaves, Binding.USAGE, Public(""))


def _assembly(statutes: Statutes, closing: Day) -> Due:
    """Within six months in a SA and a SARL; elsewhere in the month of the statutes, or so by usage."""
    last = _months(closing, 6)
    if law := SIX_MONTHS.get(statutes.form):
        return Due(Duty.ASSEMBLY, closing, last, Binding.LAW, law)
    for rule in statutes.meetings:
        if rule.organ is Organ.ASSEMBLY and rule.month:
            return Due(Duty.ASSEMBLY, closing, _end_of(rule.month, closing), Binding.STATUTES, rule.article)
    return Due(Duty.ASSEMBLY, closing, last, Binding.USAGE, Public(""))


def binding(article: Public) -> Binding:
    """Statutes are quoted by the number of their article, the law by its name."""
    if not article:
        return Binding.USAGE
    return Binding.STATUTES if article[:1].isdigit() else Binding.LAW


def _end_of(month: int, closing: Day) -> Day:
    """The last day of the first such month after the closing."""
    year = closing.first.year + (month <= closing.first.month)
    return Day.of(date(year, month, monthrange(year, month)[1]))


def _months(day: Day, number: int) -> Day:
    """So many months later; from the last day of a month, the last day of another."""
    year, month = divmod(day.first.year * 12 + day.first.month - 1 + number, 12)
    last = monthrange(year, month + 1)[1]
    ends_month = (day.first + timedelta(days=1)).day == 1
    return Day.of(date(year, month + 1, last if ends_month else min(day.first.day, last)))


def _in_year(closing: Day, year: int) -> Day:
    month = closing.first.month
    ends_month = (closing.first + timedelta(days=1)).day == 1
    last = monthrange(year, month)[1]
    return Day.of(date(year, month, last if ends_month else min(closing.first.day, last)))
