"""Ballots cast through the record, beside the same bytes inserted by bare psycopg."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from fractions import Fraction
from itertools import count
from threading import Thread

import psycopg
from psycopg import Connection

from governance.assembly.attendance import SignAttendance
from governance.assembly.facts import AssemblyPlanned, MandateEntered
from governance.assembly.presence_facts import AttendanceSigned
from governance.record.record import Record
from governance.statutes.facts import Form, Kind, Organ, Scheme
from governance.vote.cast import Ballot, CastBallots
from governance.vote.facts import BallotCast, Choice, VoteOpened
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    Day,
    MemberId,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    VoteId,
)
from tests.bench.beside import Line, a_second, beside
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.office import open_office

AG, VOTE, COLLEGE, SOMEBODY = AssemblyId("ag"), VoteId("v"), CollegeId("usagers"), PersonId("palabre")
PAST = datetime(2026, 1, 1, tzinfo=UTC)
PLANNED = AssemblyPlanned(AG, Organ.ASSEMBLY, Public("AG"), Day("2026-01-01"), "12:00", Public("Gap"))


class Hall:
    """A vote that is open, voters who signed and wait to be called, and a bare table next door."""

    def __init__(self, database: Database, record: Record) -> None:
        self.database = database
        self.record = record
        self._numbers = count()
        self._waiting: Iterator[MemberId] = iter(())
        with psycopg.connect(database.conninfo("owner")) as db:
            db.execute("create table public.bare (id bigint generated always as identity primary key, data bytea)")
        self.record.enter([in_office, PLANNED, opened()], SOMEBODY, "opening")
        self.bytes = self._bytes_of_a_ballot()

    def call(self, many: int) -> None:
        """So many voters more have signed."""
        members = self._newcomers(many)
        self.record.enter((fact for member in members for fact in signed(member)), SOMEBODY, f"sheet.{members[0]}")
        self._waiting = iter([*self._waiting, *members])

    def _newcomers(self, many: int) -> list[MemberId]:
        return [MemberId(f"m{next(self._numbers)}") for _ in range(many)]

    def fill(self, facts: int) -> None:
        """Until the record holds so many facts, ballots of this very vote."""
        while (missing := facts - self.record.head()) > 0:
            cast = [ballot(MemberId(f"b{next(self._numbers)}")) for _ in range(min(missing, 10_000))]
            self.record.enter(cast, SOMEBODY, f"box.{cast[0].member}")

    def vote(self, clients: int, each: int) -> float:
        """Ballots a second."""
        self.call(clients * each)
        voters = [[next(self._waiting) for _ in range(each)] for _ in range(clients)]
        return a_second(clients * each, lambda: at_once([lambda mine=mine: self._cast(mine) for mine in voters]))

    def vote_beside_doors(self, clients: int, doors: int, each: int) -> float:
        """Ballots and arrivals a second: at each of the doors as many come in as vote from each client."""
        arriving = [self._newcomers(each) for _ in range(doors)]
        self.record.enter([line(member) for door in arriving for member in door], SOMEBODY, f"roll.{arriving[0][0]}")
        self.call(clients * each)
        voters = [[next(self._waiting) for _ in range(each)] for _ in range(clients)]
        acts = [lambda mine=mine: self._cast(mine) for mine in voters]
        acts += [lambda mine=mine: self._check_in(mine) for mine in arriving]
        return a_second((clients + doors) * each, lambda: at_once(acts))

    def insert(self, clients: int, each: int) -> float:
        """The same bytes, a second, on as many connections that are held."""
        sentence = "insert into public.bare (data) values (%s)"

        def write(db: Connection) -> None:
            for _ in range(each):
                db.execute(sentence, [self.bytes], prepare=True)

        connections = [psycopg.connect(self.database.conninfo("owner"), autocommit=True) for _ in range(clients)]
        rate = a_second(clients * each, lambda: at_once([lambda db=db: write(db) for db in connections]))
        for db in connections:
            db.close()
        return rate

    def _cast(self, members: list[MemberId]) -> None:
        for member in members:
            command = CastBallots(VOTE, AG, (Ballot(member, Choice.FOR),))
            self.record.execute(command, PersonId(member), f"vote.{member}")

    def _check_in(self, members: list[MemberId]) -> None:
        for member in members:
            self.record.execute(SignAttendance(AG, member), SECRETARY, f"door.{member}")

    def _bytes_of_a_ballot(self) -> bytes:
        self.call(1)
        self._cast([next(self._waiting)])
        return list(self.record.entries(self.record.head() - 1))[-1].data


@contextmanager
def hall(database: Database) -> Iterator[Hall]:
    with open_office(database) as office:
        yield Hall(database, office.record)


def one_client(hall: Hall, flush: str) -> Line:
    what = f"one ballot after another, {flush}"
    return beside(what, "≥ 0.2", lambda: hall.vote(1, 300), lambda: hall.insert(1, 1000))


def many_voters(hall: Hall, target: str, flush: str) -> Line:
    what = f"32 voters at once, {flush}"
    return beside(what, target, lambda: hall.vote(32, 40), lambda: hall.insert(32, 120))


def with_doors(hall: Hall, facts: int) -> Line:
    hall.fill(facts)
    what = f"32 voters while 8 doors check in, among {facts:,} facts"
    return beside(what, "≥ 0.15", lambda: hall.vote_beside_doors(32, 8, 40), lambda: hall.insert(40, 120))


def slower_disk(database: Database) -> None:
    """As if each flush took 2 ms more, and were shared as a disk's is: for connections opened from now on."""
    with psycopg.connect(database.conninfo("owner"), autocommit=True) as db:
        db.execute(f"alter database {database.name} set commit_delay = 2000")
        db.execute(f"alter database {database.name} set commit_siblings = 0")


def grown(small: Hall, large: Hall, facts: int) -> Line:
    """The same ballot in a record that has grown, beside one in a record of a thousand facts."""
    large.fill(facts)
    what = f"one ballot among {facts:,} facts, beside one among 1,000"
    return beside(what, "0.8–1.2", lambda: large.vote(1, 100), lambda: small.vote(1, 100))


def at_once(acts: list) -> None:
    threads = [Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def opened() -> VoteOpened:
    names = {"vote": VOTE, "assembly": AG, "resolution": ResolutionId("r"), "statutes": StatutesId("v1")}
    texts = {"number": 1, "title": Public("Résolution"), "text": Public("Texte"), "opens": PAST}
    rules = {"form": Form.SAS, "kind": Kind.ORDINARY, "scheme": Scheme(Organ.ASSEMBLY), "majority": None}
    return VoteOpened(**names, **texts, **rules, second_call=False)


def line(member: MemberId) -> MandateEntered:
    return MandateEntered(AG, member, PersonId(member), CategoryId("usagers"), COLLEGE, True, Fraction(100, 3))


def signed(member: MemberId) -> tuple[MandateEntered, AttendanceSigned]:
    return line(member), AttendanceSigned(AG, member, PersonId(member), COLLEGE)


def ballot(member: MemberId) -> BallotCast:
    return BallotCast(VOTE, member, COLLEGE, True, Choice.FOR)
