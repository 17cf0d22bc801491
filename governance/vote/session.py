"""Closing the session, once its votes are closed. The room of meetings knows no votes: this act lives beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import SessionClosed, SessionOpened
from governance.assembly.hours import check_hour
from governance.assembly.standing import about_course, in_session
from governance.command import About, Refused, about
from governance.vote.election_facts import ElectionOpened
from governance.vote.facts import VoteClosed, VoteOpened
from governance.words import AssemblyId, Fact, Office, PersonId, Public, VoteId


@dataclass(frozen=True)
class CloseSession:
    """`debates`: their summary, without anything about a person. `votes`: those held in the session. `happened_at`:
    when, if it is told afterwards.

    A vote of this meeting that is not named here, or was opened meanwhile, counts as open: nobody's ballot is cut off.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"votes"})
    assembly: AssemblyId
    debates: Public = Public("")
    votes: tuple[VoteId, ...] = ()
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        closed = [about(VoteClosed, vote=vote) for vote in self.votes]
        opened = [about(kind, assembly=self.assembly) for kind in (VoteOpened, ElectionOpened)]
        return [*about_course(self.assembly), *opened, *closed]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, SessionClosed) for fact in known):
            return []
        if not in_session(known):
            raise Refused("no-session-to-close")
        if still := [opened.title for opened in _still_open(known, now)]:
            raise Refused("votes-still-open", votes=still)
        check_hour(self.happened_at, now)
        if self.happened_at and any(hour > self.happened_at for hour in _hours(known)):
            raise Refused("session-closed-too-early")
        return [SessionClosed(self.assembly, self.debates, self.happened_at)]


def _hours(facts: list[Fact]) -> Iterator[datetime]:
    """Those told of the session and of the closing of its votes."""
    for fact in facts:
        if isinstance(fact, SessionOpened | VoteClosed) and fact.happened_at:
            yield fact.happened_at


def _still_open(facts: list[Fact], now: datetime) -> Iterator[VoteOpened | ElectionOpened]:
    """Where somebody could still cast a ballot: neither closed nor past the hour announced."""
    closed = {fact.vote for fact in facts if isinstance(fact, VoteClosed)}
    for fact in facts:
        if isinstance(fact, VoteOpened) and fact.closes and fact.closes <= now:
            continue
        if isinstance(fact, VoteOpened | ElectionOpened) and fact.vote not in closed:
            yield fact
