"""From what the papers of a meeting say to acts in the order of their hours."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import IntEnum
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.attendance import EndAttendance, SignAttendance
from governance.assembly.proxies import GiveProxy
from governance.assembly.session import Adjourn, OpenSession
from governance.command import Command, Refused
from governance.vote.bulletins import CountBulletins
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Bulletins
from governance.vote.hands import CountHands, Raised
from governance.vote.session import CloseSession
from governance.words import PARIS, AssemblyId, CollegeId, Day, MemberId, PersonId, Public, ResolutionId, VoteId
from projections.vote import votes
from web.afterwards.typed import OnPaper, Stay, Way, place
from web.afterwards.urns import Sheet, election, is_election
from web.assemblies.chain import NOBODY
from web.assemblies.finding import only
from web.forms import Form
from web.i18n import gettext as _
from web.votes.opening import opens
from web.words import said

Row = dict[str, Any]
NIGHT = time(5)  # an hour before it is of the night that follows the meeting


class Rank(IntEnum):
    """What comes first of what happened at the same hour."""

    ARRIVAL = 0
    POWER = 1
    OPENING = 2
    VOTE = 3
    DEPARTURE = 4
    PARTING_POWER = 5
    CLOSING = 6


class Act(NamedTuple):
    """`field`: where it was typed, and where it is said why it is refused."""

    at: datetime
    rank: Rank
    field: str
    command: Command


@dataclass(frozen=True)
class Known:
    """What the registers know before anything is typed. `people`: who may hold the meeting; `colleges`: those of the
    roll, with their names; `pending`: resolutions that no vote has settled; `held`: the votes there were."""

    meeting: Row
    roll: list[Row]
    people: list[Row]
    colleges: list[tuple[str, str]]
    pending: list[Row]
    held: tuple[VoteId, ...]


@dataclass
class Transcript:
    """One reading of the form. What cannot be read is said in the form, under its field."""

    db: Connection[DictRow]
    known: Known
    form: Form[OnPaper]
    typed: OnPaper
    _opened: datetime | None = field(init=False)

    def __post_init__(self) -> None:
        self._assembly = AssemblyId(self.known.meeting["id"])
        self._opened = self._hour(self.typed.opened) or self.known.meeting["opened_at"]

    def acts(self) -> list[Act]:
        if self._opened is None:
            self.form.refused("opened", _("Ce champ est obligatoire."))
            return []
        found = [*self._movements(self._opened), *self._opening(self._opened), *self._votes(), *self._closing()]
        return sorted(found, key=lambda act: (act.at, act.rank))

    def _hour(self, at: time | None) -> datetime | None:
        return self._moment(at) if at else None

    def _moment(self, at: time) -> datetime:
        first = Day(self.known.meeting["day"]).first
        return datetime.combine(first + timedelta(days=at < NIGHT), at, PARIS)

    def _movements(self, opened: datetime) -> Iterator[Act]:
        for line in self.known.roll:
            member = MemberId(line["member"])
            stay = self.typed.came.get(member)
            if stay:
                yield from self._stay(member, stay, opened)
            if letters := self.typed.power.get(member):
                left = self._hour(stay.left) if stay else None
                when = (left, Rank.PARTING_POWER) if left else (opened, Rank.POWER)
                yield from self._power(member, letters, *when)

    def _stay(self, member: MemberId, stay: Stay, opened: datetime) -> Iterator[Act]:
        where, came, left = f"came.{member}", self._hour(stay.came) or opened, self._hour(stay.left)
        yield Act(came, Rank.ARRIVAL, where, SignAttendance(self._assembly, member, came))
        if left and left <= came:
            self.form.refused(where, _("Ce départ est avant l’arrivée."))
        elif left:
            yield Act(left, Rank.DEPARTURE, where, EndAttendance(self._assembly, member, left))

    def _power(self, member: MemberId, letters: str, at: datetime, rank: Rank) -> Iterator[Act]:
        where = f"power.{member}"
        voting = [line for line in self.known.roll if line["votes"]]
        holder = None if letters == NOBODY else self._named(where, voting, letters)
        if where not in self.form.errors:
            carrier = MemberId(holder["member"]) if holder else None
            yield Act(at, rank, where, GiveProxy(self._assembly, self.known.meeting["statutes"], member, carrier, at))

    def _named(self, where: str, rows: list[Row], letters: str | None) -> Row | None:
        """The one who answers to these letters; else the field says why nobody does."""
        if not letters:
            return None
        try:
            return only(rows, letters)
        except Refused as refusal:
            self.form.refused(where, said(refusal).sentence)
            return None

    def _person(self, where: str, letters: str | None) -> PersonId | None:
        row = self._named(where, self.known.people, letters)
        return PersonId(row["member"]) if row else None

    def _opening(self, opened: datetime) -> Iterator[Act]:
        if self.known.meeting["state"] != "convened":
            return
        chair = self._person("chair", self.typed.chair)
        if chair is None:
            if not self.typed.chair:
                self.form.refused("chair", _("Ce champ est obligatoire."))
            return
        secretary = self._person("secretary", self.typed.secretary)
        version = self.known.meeting["statutes"]
        if self.typed.lacking:
            yield Act(opened, Rank.OPENING, "opened", Adjourn(self._assembly, version, chair, opened))
        else:
            command = OpenSession(self._assembly, version, chair, secretary, self._tellers(), opened)
            yield Act(opened, Rank.OPENING, "opened", command)

    def _tellers(self) -> tuple[PersonId, ...]:
        typed = {"first_teller": self.typed.first_teller, "second_teller": self.typed.second_teller}
        named = [self._person(where, letters) for where, letters in typed.items()]
        return tuple(filter(None, named)) or tuple(map(PersonId, self.known.meeting["tellers"] or ()))

    def _votes(self) -> Iterator[Act]:
        for one in self.known.pending:
            elects = is_election(self.typed, one["id"])
            if at := self._hour(self.typed.hour.get(one["id"])):
                where = f"{'seats' if elects else 'hour'}.{one['id']}"
                for command in self._election(one, at) if elects else self._vote(one, at):
                    yield Act(at, Rank.VOTE, where, command)
            elif elects or self._figures(one):
                self.form.refused(f"hour.{one['id']}", _("À quelle heure a-t-on voté ?"))

    def _figures(self, one: Row) -> bool:
        return any(any(self.typed.figures(place(one["id"], college))) for college, _name in self.known.colleges)

    def _election(self, one: Row, at: datetime) -> Iterator[Command]:
        told = {**one, "statutes": self.known.meeting["statutes"]}
        colleges = [college for college, _name in self.known.colleges]
        return election(self.typed, told, Sheet(self._named_vote(one), at, colleges, self._tellers()), self._person)

    def _vote(self, one: Row, at: datetime) -> Iterator[Command]:
        way, vote = self.typed.way.get(one["id"], Way.HANDS), self._named_vote(one)
        asked = votes.resolution(self.db, ResolutionId(one["id"])) or one
        yield replace(opens(self.db, asked, vote, way.opening), happened_at=at)
        if way is Way.HANDS:
            raised = tuple(self._raised(one, college) for college, _name in self.known.colleges)
            yield CountHands(vote, self._assembly, raised, at)
        else:
            yield CountBulletins(vote, self._assembly, self._urns(one), self._tellers(), at)
        yield CloseVote(vote, at)
        yield CountVote(vote, self._assembly)

    def _named_vote(self, one: Row) -> VoteId:
        return VoteId(f"{self.form.gesture}.{one['number']}")

    def _raised(self, one: Row, college: str) -> Raised:
        where = place(one["id"], college)
        _for, against, abstention, _blank, _void = self.typed.figures(where)
        told = self.typed.deduced.get(where, self.typed.for_.get(where))
        return Raised(CollegeId(college), against, abstention, told)

    def _urns(self, one: Row) -> tuple[Bulletins, ...]:
        return tuple(
            Bulletins(CollegeId(college), *self.typed.figures(place(one["id"], college)))
            for college, _name in self.known.colleges
        )

    def _closing(self) -> Iterator[Act]:
        if closed := self._hour(self.typed.closed):
            opened = [self._named_vote(one) for one in self.known.pending if one["id"] in self.typed.hour]
            command = CloseSession(self._assembly, Public(""), (*self.known.held, *opened), closed)
            yield Act(closed, Rank.CLOSING, "closed", command)
