"""How long before a meeting its notice must leave: the statutes' delay or the law's, whichever is longer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from governance.statutes.facts import Kind, Organ, Statutes
from governance.statutes.law.frames import frame
from governance.words import Day, Public


@dataclass(frozen=True)
class Delay:
    """Full days between the sending and the meeting, and the article that asks for them; 0 if nothing does."""

    days: int
    article: Public

    def latest(self, meeting: Day) -> Day:
        """The last day on which the notice may leave."""
        return Day.of(meeting.first - timedelta(days=self.days))


NONE = Delay(0, Public(""))


def delay(statutes: Statutes, organ: Organ, kinds: Iterable[Kind], second_call: bool) -> Delay:
    """Statutes and law fix a delay for assemblies alone; of several kinds of resolution the longest prevails."""
    if organ is not Organ.ASSEMBLY:
        return NONE
    delays = [each for kind in kinds for each in _of_kind(statutes, kind, second_call)]
    return max(delays, key=lambda each: each.days, default=NONE)


def _of_kind(statutes: Statutes, kind: Kind, second_call: bool) -> list[Delay]:
    """Statutes first: where both ask for as much, they are quoted. Without a second delay, the first holds."""
    rules, law = statutes.meeting(kind), frame(statutes, kind)
    found = []
    if rules and (days := (rules.second_notice_days if second_call else None) or rules.notice_days):
        found.append(Delay(days.value, days.article))
    by_law = law.second_notice if second_call else law.notice
    return [*found, Delay(by_law, Public(law.notice_article))] if by_law else found


def full_days(sent: Day, meeting: Day) -> int:
    """From the day of sending to the day of the meeting, negative if it was held before."""
    return (meeting.first - sent.first).days
