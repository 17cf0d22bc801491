"""Folds: what a process keeps of a whole kind of facts, and what makes it read all again."""

import psycopg
import pytest

from governance.command import folded
from governance.record.folds import Folds
from governance.words import DecisionId, PersonId
from tests.conftest import Database
from tests.office import open_office
from tests.record.acts import Decide, Numbering, decision

LEA = PersonId("lea")


class Counting:
    """A recorder that counts the entries it gives away."""

    def __init__(self, recorder) -> None:
        self._recorder = recorder
        self.given = 0

    def read(self, query, *, after=None, limit=None):
        found = self._recorder.read(query, after=after, limit=limit)
        events = list(found)
        self.given += len(events)
        return events


@pytest.fixture
def office(cooperative: Database):
    with open_office(cooperative) as office:
        yield office


def enter(office, many: int, start: int = 1) -> None:
    office.record.enter([decision(f"d{n}", n) for n in range(start, start + many)], LEA, f"past{start}")


def test_a_fold_reads_everything_once_and_then_only_what_came_after(office):
    enter(office, 1200)
    counting = Counting(office._recorder)
    folds = Folds(counting)

    assert folds.bring(Numbering()) == Numbering(1200, 1200)
    assert counting.given == 1200

    enter(office, 3, start=1201)
    assert folds.bring(Numbering()) == Numbering(1203, 1203)
    assert counting.given == 1204  # and the last one again, to see that it is still there


def test_a_fold_of_nothing_is_as_it_starts(office):
    assert Folds(office._recorder).bring(Numbering(7, 7)) == Numbering(7, 7)


def test_folds_that_start_differently_are_kept_apart(office):
    enter(office, 2)
    folds = Folds(office._recorder)

    assert [folds.bring(Numbering(start)).many for start in (0, 10, 0)] == [2, 12, 2]


def test_a_rule_that_knows_a_whole_kind_numbers_without_a_gap(office):
    receipts = [office.record.execute(Decide(DecisionId(f"d{n}")), LEA, f"g{n}") for n in range(5)]

    assert [receipt.facts[0].number for receipt in receipts] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("after_restore", [0, 1, 5])
def test_what_was_folded_is_forgotten_when_a_backup_is_restored(cooperative: Database, office, after_restore):
    enter(office, 3)
    folds = Folds(office._recorder)
    folds.bring(Numbering())

    with psycopg.connect(cooperative.conninfo("owner")) as db:  # only who owns the cluster can do this
        for table in ("record_events_tt_main", "record_events_tt_tag"):
            db.execute(f"alter table public.{table} disable trigger written_once")
        db.execute("delete from public.record_events_tt_main where id > 1")
        db.execute("delete from public.record_events_tt_tag where main_id > 1")
        db.execute("alter table public.record_events_tt_main alter id restart with 2")
    if after_restore:
        enter(office, after_restore, start=100)

    fold = folds.bring(Numbering())

    assert fold.many == 1 + after_restore


def test_decide_finds_its_fold_among_the_facts():
    assert folded(Numbering, [decision("d", 1), Numbering(1, 1)]) == Numbering(1, 1)
