"""A gesture: once whoever sends it again, many at once, rehearsed, and given up where others always come first."""

from contextlib import nullcontext
from dataclasses import dataclass

import pytest

from governance.assembly.presence_facts import ProxyGiven
from governance.command import Refused, about
from governance.membership.facts import OfficeTaken
from governance.membership.person import RegisterPerson
from governance.record.record import Busy
from governance.words import Clear, Day, DecisionId, Fact, MemberId, Office, PersonId, Said
from tests.conftest import Database
from tests.office import open_office
from tests.record.acts import HERE, Come, Decide, Entrust, Sign, decision

WORKER = PersonId("palabre")
LEA = PersonId("lea")
HOLDER = MemberId("holder")


def test_a_gesture_sent_twice_has_one_effect_and_one_answer(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        first, second = (office.record.execute(Sign(LEA), LEA, "form-1") for _ in range(2))

        assert first == second
        assert first.facts == [OfficeTaken(LEA, Office.BOARD, Day("2026"))]
        assert len(list(office.record.entries())) == 2


def test_a_gesture_of_somebody_else_answers_nothing(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        office.record.execute(Sign(LEA), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-of-another"):
            office.record.execute(Sign(LEA), PersonId("mallory"), "form-1")


def test_a_gesture_sent_again_with_other_words_is_refused(cooperative: Database):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        office.record.execute(Sign(LEA), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-said-otherwise"):
            office.record.execute(Sign(PersonId("noe")), LEA, "form-1")


@pytest.mark.parametrize(("again", "refused"), [("Noé Vars", False), ("Noé Vers", True)])
def test_a_gesture_sent_again_says_the_same_of_the_same_person(cooperative: Database, again: str, refused: bool):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        noe = PersonId("noe")
        receipt = office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, "Noé Vars")), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-said-otherwise") if refused else nullcontext():
            second = office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, again)), LEA, "form-1")
            assert second == receipt


@pytest.mark.parametrize("guess", ["Noé Vars", "Noé Vers"])
def test_a_gesture_of_somebody_else_tells_nobody_whether_she_guessed_its_words(cooperative: Database, guess: str):
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        noe = PersonId("noe")
        office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, "Noé Vars")), LEA, "form-1")

        with pytest.raises(Refused, match="gesture-of-another"):
            office.record.execute(RegisterPerson(noe, Clear(noe, Said.NAME, guess)), PersonId("mallory"), "form-1")


def test_a_rehearsal_says_what_would_be_and_writes_nothing(cooperative: Database):
    name = Clear(PersonId("noe"), Said.NAME, "Noé Vars")
    acts = [(RegisterPerson(PersonId("noe"), name), gesture) for gesture in ("first", "again")]
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        refused = office.record.rehearse(acts, LEA).refused

        assert {gesture: refusal.reason for gesture, refusal in refused.items()} == {"again": "person-already-known"}
        assert office.record.head() == 1
        with office.reading() as db:
            assert db.execute("select count(*) as words from public.vault").fetchone() == {"words": 0}


def test_many_acts_are_written_at_once_each_judged_by_its_own_rule(cooperative: Database):
    names = {who: Clear(PersonId(who), Said.NAME, who) for who in ("noe", "tom", "lea")}
    acts = [(RegisterPerson(PersonId(who), name), f"line.{who}") for who, name in names.items()]
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")
        office.record.execute(acts[2][0], LEA, "before")

        answers = [office.record.execute_all(acts, LEA) for _ in range(2)]

        assert [refusal.reason for answer in answers for refusal in answer.values()] == ["person-already-known"] * 2
        assert [entry.gesture for entry in office.record.entries()][2:] == ["line.noe", "line.tom"]


def test_acts_that_are_one_whole_are_written_all_or_none_and_say_the_same_when_sent_again(cooperative: Database):
    names = {who: Clear(PersonId(who), Said.NAME, who) for who in ("noe", "tom")}
    acts = [(RegisterPerson(PersonId(who), name), f"line.{who}") for who, name in names.items()]
    twice = (RegisterPerson(PersonId("noe"), names["noe"]), "line.again")
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        assert [*office.record.execute_all([*acts, twice], LEA, whole=True)] == ["line.again"]
        assert office.record.head() == 1
        assert [office.record.execute_all(acts, LEA, whole=True) for _ in range(2)] == [{}, {}]

        other = [acts[0], (RegisterPerson(PersonId("zoe"), names["tom"]), "line.tom")]
        [refusal] = office.record.execute_all(other, LEA, whole=True).values()
        assert refusal.reason == "gesture-said-otherwise"


def test_acts_written_at_once_know_those_before_them(cooperative: Database):
    acts = [
        *((Decide(DecisionId(f"d{n}")), f"decide.{n}") for n in range(3)),
        *((Entrust(MemberId(f"m{n}"), HOLDER, (HOLDER,), at_most=2), f"entrust.{n}") for n in range(3)),
    ]
    with open_office(cooperative) as office:
        office.record.enter([OfficeTaken(LEA, Office.SECRETARY, Day("2000"))], WORKER, "past")

        refused = office.record.execute_all(acts, LEA)

        assert {gesture: refusal.reason for gesture, refusal in refused.items()} == {"entrust.2": "full"}
        assert [entry.fact for entry in office.record.entries()][1:] == [
            *(decision(f"d{n}", n + 1) for n in range(3)),
            *(ProxyGiven(HERE, MemberId(f"m{n}"), HOLDER) for n in range(2)),
        ]


@pytest.mark.parametrize("gesture", ["", "a b", "é", "a/b", "x" * 201])
def test_a_gesture_is_an_identifier(cooperative: Database, gesture):
    with open_office(cooperative) as office, pytest.raises(Refused, match="not-an-identifier"):
        office.record.execute(Come(MemberId("lea")), LEA, gesture)


def restless(record, decided: list[Fact]):
    """A command inside whose boundary somebody else writes each time that it decides."""

    @dataclass(frozen=True)
    class Restless:
        may = frozenset({Office.ANYONE})

        def boundary(self):
            return [about(OfficeTaken, person=LEA)]

        def decide(self, facts, by, now):
            decided.append(OfficeTaken(LEA, Office.BOARD, Day(f"20{len(decided):02}")))
            record.enter(decided[-1:], WORKER, f"other{len(decided)}")
            return decided[-1:]

    return Restless()


def test_who_is_always_overtaken_gives_up_and_has_written_nothing(cooperative: Database):
    decided: list[Fact] = []
    with open_office(cooperative) as office:
        with pytest.raises(Busy):
            office.record.execute(restless(office.record, decided), LEA, "g")

        assert len(decided) == 5
        assert {entry.by for entry in office.record.entries()} == {WORKER}
