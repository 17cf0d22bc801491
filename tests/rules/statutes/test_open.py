"""A record is opened once; a cooperative is described as often as it changes."""

from dataclasses import replace

from governance.command import PALABRE
from governance.statutes.facts import CooperativeDescribed, Form, RecordOpened
from governance.statutes.open import DescribeCooperative, OpenRecord
from governance.words import Day, Public
from tests.gwt import given

describe = DescribeCooperative(
    Public("Coopérative d’essai"), Form.SAS, Public("Gap"), Public("RCS Gap 732 829 320"), Day("2019-01-15")
)
described = CooperativeDescribed(describe.name, describe.form, describe.seat, describe.registration, describe.on)
opened = RecordOpened(Public("Coopérative d’essai"), False)


def test_palabre_opens_a_record():
    given().when(OpenRecord(opened.name, False), by=PALABRE).then(opened)


def test_opening_it_again_changes_nothing():
    given(opened).when(OpenRecord(opened.name, False), by=PALABRE).then()


def test_a_record_never_becomes_a_demonstration():
    given(opened).when(OpenRecord(opened.name, True), by=PALABRE).refused("record-already-open")


def test_a_record_has_a_name():
    given().when(OpenRecord(Public(" "), False), by=PALABRE).refused("name-needed")


def test_nobody_else_opens_a_record():
    given().when(OpenRecord(opened.name, True)).refused("not-allowed")


def test_a_cooperative_is_described():
    given().when(describe).then(described)


def test_the_same_description_is_written_once():
    given(described).when(describe).then()


def test_a_change_and_its_contrary_are_both_written():
    moved = replace(described, seat=Public("Embrun"), on=Day("2020-03-01"))

    given(described, moved).when(replace(describe, on=Day("2021"))).then(replace(described, on=Day("2021")))


def test_a_cooperative_has_a_name():
    given().when(replace(describe, name=Public(""))).refused("name-needed")
