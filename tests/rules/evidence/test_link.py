"""What led to what: linked once, never in a circle, taken back with a reason, linked again."""

import pytest

from governance.evidence.link import Link, Unlink
from governance.evidence.trace_facts import LedTo, LinkTakenBack, Thing
from governance.words import Day, Public
from tests.gwt import given
from tests.rules.evidence.label import TERRITORY, attached
from tests.rules.network.test_prioritise import VICHY, opened
from tests.rules.project.roadmap import PILOT, ROADMAP
from tests.rules.project.test_reach import D1, decided

TODAY = Day("2026-03-02")
DECISION, MILESTONE, PIECE = Thing(f"decision.{D1}"), Thing(f"milestone.{PILOT}"), Thing("piece.carte")
AXIS = Thing(f"axis.{VICHY}.{opened.boards[0].board}")
KNOWN = (*ROADMAP, decided, attached("carte", TERRITORY), opened)
linked = LedTo(DECISION, MILESTONE, TODAY)
undone = LinkTakenBack(DECISION, MILESTONE, TODAY, Public("Une autre."))


def test_it_is_linked_once_and_again_after_it_was_taken_back():
    link = Link(DECISION, MILESTONE)

    given(*KNOWN).when(link).then(linked)
    given(*KNOWN, linked).when(link).then()
    given(*KNOWN, linked, undone).when(link).then(linked)


def test_an_axis_of_a_prioritisation_leads_to_a_decision():
    given(*KNOWN).when(Link(AXIS, DECISION)).then(LedTo(AXIS, DECISION, TODAY))


@pytest.mark.parametrize("nothing", ["decision.nulle", "axis.vichy-2014.nul", "nul.carte", "piece", ""])
def test_what_is_not_in_the_record_leads_nowhere(nothing):
    given(*KNOWN).when(Link(Thing(nothing), MILESTONE)).refused("unknown-thing")
    given(*KNOWN).when(Link(MILESTONE, Thing(nothing))).refused("unknown-thing")


def test_nothing_comes_from_itself_nor_from_what_it_gave():
    given(*KNOWN).when(Link(PIECE, PIECE)).refused("link-in-a-circle")
    given(*KNOWN, linked).when(Link(MILESTONE, DECISION)).refused("link-in-a-circle")


def test_a_link_is_taken_back_with_a_reason_once():
    given(*KNOWN, linked).when(Unlink(DECISION, MILESTONE, Public("Une autre."))).then(undone)
    given(*KNOWN, linked, undone).when(Unlink(DECISION, MILESTONE, Public("Une autre."))).then()
    given(*KNOWN, linked).when(Unlink(DECISION, MILESTONE, Public(" "))).refused("unlinked-without-reason")
