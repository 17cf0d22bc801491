"""Prioritising together: a budget of notes per person and colour, the room's paper, categories, one idea a theme."""

from dataclasses import replace

import pytest

from governance.network.prioritise import (
    ClosePrioritisation,
    EnterPapers,
    OpenPrioritisation,
    PlaceNote,
    TakeBackMyNote,
    TakeBackPaper,
)
from governance.network.priority_facts import (
    Board,
    BoardId,
    Called,
    Colour,
    FiguresQuoted,
    Horizon,
    IdeasRetained,
    Measure,
    NoteId,
    NotePlaced,
    NotesGrouped,
    NoteTakenBack,
    PrioritisationClosed,
    PrioritisationId,
    PrioritisationOpened,
    Quoted,
    Retained,
)
from governance.network.sort_notes import GroupNotes, QuoteFigures, RetainIdeas
from governance.words import Day, PersonId, Public
from tests.gwt import given
from tests.rules.network.test_reports import met

VICHY, NETS, TOOLS = PrioritisationId("vichy"), BoardId("axe1"), BoardId("axe2")
ON = Day("2014-01-30")
LEA, TOM = PersonId("lea"), PersonId("tom")
open_ = OpenPrioritisation(
    VICHY,
    Public("Axes de travail"),
    (Board(NETS, Public("Mise en réseaux")), Board(TOOLS, Public("Outils"))),
    (Horizon(Colour.PINK, Public("Court terme"), 3), Horizon(Colour.YELLOW, Public("Long terme"), 1)),
    ON,
    room=30,
)
opened = PrioritisationOpened(**vars(open_))
closed = PrioritisationClosed(VICHY, ON)


def place(note: str, colour: Colour = Colour.PINK, person: PersonId = LEA, board: BoardId = NETS) -> PlaceNote:
    return PlaceNote(NoteId(note), VICHY, board, colour, Public("Une newsletter"), person)


def placed(note: str, colour: Colour = Colour.PINK, person: PersonId | None = LEA, board=NETS) -> NotePlaced:
    return NotePlaced(NoteId(note), VICHY, board, colour, Public("Une newsletter"), person)


three = (placed("a"), placed("b"), placed("c", board=TOOLS))


def test_it_opens_with_its_boards_and_colours_once():
    given().when(open_).then(opened)
    given(opened).when(open_).then()
    given(opened).when(replace(open_, title=Public("Autre"))).refused("already-reported")
    given().when(replace(open_, meeting=met.meeting)).refused("unknown-meeting")
    given(met).when(replace(open_, meeting=met.meeting)).then(replace(opened, meeting=met.meeting))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"boards": ()}, "board-twice"),
        ({"boards": (open_.boards[0], Board(TOOLS, Public("Mise en réseaux")))}, "board-twice"),
        ({"horizons": (open_.horizons[0],) * 2}, "colour-twice"),
        ({"horizons": (Horizon(Colour.PINK, Public("Court terme"), 0),)}, "budget-of-nothing"),
        ({"title": Public(" ")}, "report-without-words"),
        ({"on": Day("2199")}, "day-to-come"),
    ],
)
def test_what_nobody_could_fill_does_not_open(changed, reason):
    given().when(replace(open_, **changed)).refused(reason)


def test_each_places_her_notes_within_her_budget_of_each_colour():
    given(opened).when(place("a"), LEA).then(placed("a"))
    given(opened, *three).when(place("d"), LEA).refused("no-note-left", horizon="Court terme", each=3)
    given(opened, *three).when(place("d", Colour.YELLOW), LEA).then(placed("d", Colour.YELLOW))
    given(opened, *three).when(place("d", person=TOM), TOM).then(placed("d", person=TOM))
    given(opened, *three).when(place("a"), LEA).then()


def test_a_note_taken_back_gives_its_place_to_another():
    back = NoteTakenBack(NoteId("a"), VICHY, LEA)
    given(opened, *three).when(TakeBackMyNote(NoteId("a"), VICHY), LEA).then(back)
    given(opened, *three, back).when(TakeBackMyNote(NoteId("a"), VICHY), LEA).then()
    given(opened, *three, back).when(place("d"), LEA).then(placed("d"))


@pytest.mark.parametrize(
    ("facts", "command", "by", "reason"),
    [
        ((), place("a"), LEA, "unknown-prioritisation"),
        ((opened,), place("a"), TOM, "not-about-you"),
        ((opened,), place("a", board=BoardId("ailleurs")), LEA, "unknown-board"),
        ((opened, closed), place("a"), LEA, "prioritisation-closed"),
        ((opened, placed("a")), TakeBackMyNote(NoteId("a"), VICHY), TOM, "not-about-you"),
        ((opened, placed("a"), closed), TakeBackMyNote(NoteId("a"), VICHY), LEA, "prioritisation-closed"),
        ((opened,), TakeBackMyNote(NoteId("a"), VICHY), LEA, "unknown-note"),
        ((opened, placed("a")), TakeBackPaper(NoteId("a"), VICHY), "secretary", "not-about-you"),
    ],
)
def test_what_is_not_hers_or_not_open_is_refused(facts, command, by, reason):
    given(*facts).when(command, by).refused(reason)


def test_the_papers_of_the_room_are_entered_as_many_as_were_written_even_once_closed():
    papers = EnterPapers(NoteId("p"), VICHY, NETS, Colour.YELLOW, (Public("Un forum"), Public("Un forum")), Public("F"))
    entered = [replace(placed(f"p.{n}", Colour.YELLOW, None), text=Public("Un forum")) for n in (1, 2)]
    grouped = NotesGrouped(VICHY, NETS, Public("F"), (NoteId("p.1"), NoteId("p.2")))
    given(opened, closed).when(papers).then(*entered, grouped)
    given(opened, *entered, grouped).when(papers).then()
    given(opened).when(replace(papers, texts=())).refused("report-without-words")
    given(opened, *entered).when(TakeBackPaper(NoteId("p.1"), VICHY)).then(NoteTakenBack(NoteId("p.1"), VICHY))


def test_notes_are_regrouped_on_their_board_and_keep_their_words():
    group = GroupNotes(VICHY, NETS, Public("Communication"), (NoteId("a"), NoteId("b")))
    given(opened, *three).when(group).then(NotesGrouped(**vars(group)))
    given(opened, *three).when(replace(group, notes=(NoteId("c"),))).refused("unknown-note")
    back = NoteTakenBack(NoteId("a"), VICHY, LEA)
    given(opened, *three, back).when(group).refused("unknown-note")
    given(opened, *three).when(replace(group, notes=())).refused("nothing-to-group")


def test_what_a_source_prints_is_kept_as_it_is_printed():
    quote = QuoteFigures(VICHY, Public("Annexe 1"), (Quoted(Measure.COUNT, NETS, 18), Quoted(Measure.RANK, TOOLS)))
    given(opened).when(quote).then(FiguresQuoted(**vars(quote)))
    given(opened, FiguresQuoted(**vars(quote))).when(quote).then()
    given(opened).when(replace(quote, figures=())).refused("nothing-quoted")
    given(opened).when(replace(quote, figures=(Quoted(Measure.COUNT, BoardId("x"), 1),))).refused("unknown-board")
    given(opened).when(replace(quote, called=(Called(BoardId("x"), Public("§ II"), Public("Outils")),))).refused(
        "unknown-board"
    )


def test_a_committee_retains_exactly_one_idea_for_each_theme():
    both = (Retained(NETS, NoteId("a")), Retained(TOOLS, NoteId("c")))
    retain = RetainIdeas(VICHY, Public("Comité de sélection"), both, ON, Public("Étude de faisabilité"))
    given(opened, *three).when(retain).then(IdeasRetained(**vars(retain)))
    given(opened, *three, IdeasRetained(**vars(retain))).when(retain).then()
    for wrong in (both[:1], (*both, Retained(NETS, NoteId("b")))):
        given(opened, *three).when(replace(retain, retained=wrong)).refused("one-idea-a-theme", boards=2)
    crossed = (Retained(NETS, NoteId("c")), Retained(TOOLS, NoteId("c")))
    given(opened, *three).when(replace(retain, retained=crossed)).refused("unknown-note")
    again = replace(retain, committee=Public("Un autre"))
    given(opened, *three, IdeasRetained(**vars(retain))).when(again).refused("already-retained")


def test_it_closes_once():
    given(opened).when(ClosePrioritisation(VICHY, ON)).then(closed)
    given(opened, closed).when(ClosePrioritisation(VICHY, ON)).then()
