"""kill -9 of the server while ballots arrive: each voter presses again, and every voice is counted once."""

from threading import Thread
from time import sleep

import psycopg

from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import BallotCast, VoteCounted
from governance.words import MemberId, PersonId
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.races.racing import answer, two_records
from tests.races.test_crash import doomed, kill_server
from tests.races.test_votes import cast
from tests.rules.vote.test_voting import AG, V1, convened, line, opened, sealed, there

__all__ = ["doomed"]

MEMBERS = [MemberId(f"m{n:03}") for n in range(400)]


def test_a_ballot_whose_answer_was_lost_is_pressed_again_and_counted_once(doomed: Database):
    recorded: set[MemberId] = set()

    def press_until_told(record, member: MemberId) -> None:
        command, voter = cast(member)
        while True:
            try:
                receipt = answer(lambda: record.execute(command, voter, f"ballot.{member}"))
            except psycopg.OperationalError:
                sleep(0.05)
            else:
                assert [fact.member for fact in receipt.facts] == [member]
                recorded.add(member)
                return

    def vote(record, members: list[MemberId]) -> None:
        for member in members:
            press_until_told(record, member)

    with two_records(doomed) as records:
        statutes, planned, resolution, _, session = convened
        roll = [fact for member in MEMBERS for fact in (line(member), there(member))]
        hall = [in_office, statutes, planned, resolution, sealed(benevoles=len(MEMBERS)), *roll, session, opened()]
        records[0].enter(hall, PersonId("test"), "past")
        voters = [Thread(target=vote, args=[records[n % 2], MEMBERS[n::8]]) for n in range(8)]
        for voter in voters:
            voter.start()
        for seen in (20, 150):
            while len(recorded) < seen and any(voter.is_alive() for voter in voters):
                sleep(0.002)
            kill_server(doomed.house)
            assert seen <= len(recorded) < len(MEMBERS)
        for voter in voters:
            voter.join()
        for command in (CloseVote(V1), CountVote(V1, AG)):
            records[0].execute(command, SECRETARY, type(command).__name__)

        facts = [entry.fact for entry in records[0].entries()]
        assert sorted(fact.member for fact in facts if isinstance(fact, BallotCast)) == MEMBERS
        [counted] = [fact.count for fact in facts if isinstance(fact, VoteCounted)]
        assert sum(one.tally.for_ for one in counted.lines) == len(MEMBERS)
