"""The legal clock of a meeting, by form and kind, and what must lie ready."""

from dataclasses import replace

import pytest

from governance.assembly.clock import State, Step, clock
from governance.assembly.convening_facts import DocumentLaid, Piece, PieceSetAside
from governance.assembly.facts import Matter
from governance.assembly.lay import HEAVIEST, LayDocument, SetPieceAside
from governance.statutes.facts import AgendaRequest, Form, Kind, Organ, Remote
from governance.words import Day, Public
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, planned, statutes, tabled
from tests.rules.statutes.samples import ruled

JUNE = replace(planned, day=Day("2027-06-19"))
BARE = replace(statutes, ordinary=None, extraordinary=None)  # the law alone
POSTAL = Remote(postal=ruled(True, "20"))
laid = DocumentLaid(SPRING, Piece.ACCOUNTS, Public("Comptes 2026"), "a" * 64, 9, "application/pdf", Day("2026-03-01"))
lay = LayDocument(SPRING, Piece.ACCOUNTS, laid.title, laid.digest, laid.size, laid.media_type, laid.on)


def days(statutes, meeting=JUNE, agenda=()):
    return {mark.step: f"{mark.on}{mark.hour and 'T' + mark.hour}" for mark in clock(statutes, meeting, agenda).marks}


def test_e25_the_calendar_of_an_assembly_of_an_sa():
    found = clock(replace(BARE, form=Form.SA, remote=POSTAL), JUNE, [tabled()])

    assert {mark.step: f"{mark.on}{mark.hour and 'T' + mark.hour}" for mark in found.marks} == {
        Step.REQUESTS: "2027-05-25",
        Step.NOTICE: "2027-06-04",
        Step.DOCUMENTS: "2027-06-04",
        Step.PAPER_FORMS: "2027-06-16",
        Step.ELECTRONIC_FORMS: "2027-06-18T15:00",
        Step.MEETING: "2027-06-19T18:30",
    }
    assert found.second_call.days == 10


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Form.SA, {Step.REQUESTS: "2027-05-25", Step.NOTICE: "2027-06-04", Step.DOCUMENTS: "2027-06-04"}),
        (Form.SARL, {Step.REQUESTS: "2027-05-25", Step.NOTICE: "2027-06-04", Step.DOCUMENTS: "2027-06-04"}),
        (Form.SAS, {}),
        (Form.ASSOCIATION, {}),
    ],
)
def test_what_the_law_of_the_form_fixes_by_itself(form, expected):
    assert days(replace(BARE, form=form)) == {**expected, Step.MEETING: "2027-06-19T18:30"}


def test_statutes_may_give_members_more_time_and_never_less():
    late = AgendaRequest(ruled(0.05), deadline_days=ruled(5, "24.4"))
    early = AgendaRequest(ruled(0.05), deadline_days=ruled(40, "24.4"))

    assert days(replace(BARE, form=Form.SAS, agenda_request=early))[Step.REQUESTS] == "2027-05-10"
    assert days(replace(BARE, form=Form.SA, agenda_request=late))[Step.REQUESTS] == "2027-06-14"
    assert days(replace(BARE, form=Form.SA, agenda_request=early))[Step.REQUESTS] == "2027-05-25"
    cut_off = replace(POSTAL, form_cutoff_days=ruled(1, "20"))
    assert days(replace(BARE, form=Form.SA, remote=cut_off))[Step.PAPER_FORMS] == "2027-06-18"


def test_a_second_call_takes_no_request_and_a_board_has_no_clock():
    again = replace(JUNE, second_call_of=SPRING)

    assert Step.REQUESTS not in days(replace(BARE, form=Form.SA), again)
    assert days(replace(BARE, form=Form.SA), again)[Step.NOTICE] == "2027-06-09"
    assert list(days(BARE, replace(JUNE, organ=Organ.BOARD))) == [Step.MEETING]


def states(agenda, *facts, agreements=True):
    return {
        one.piece: (one.state, one.why)
        for one in clock(replace(BARE, form=Form.SA), JUNE, agenda, facts, agreements).pieces
    }


def test_every_piece_is_there_missing_or_needless_for_a_reason():
    aside = PieceSetAside(SPRING, Piece.AUDITOR_CALLED, Public("Aucun commissaire aux comptes."))

    assert states([tabled()], laid, aside, agreements=False) == {
        Piece.ACCOUNTS: (State.PRESENT, ""),
        Piece.MANAGEMENT_REPORT: (State.MISSING, ""),
        Piece.RESOLUTIONS: (State.PRESENT, ""),
        Piece.CANDIDATES: (State.NOT_APPLICABLE, "nobody-elected"),
        Piece.AUDITOR_CALLED: (State.NOT_APPLICABLE, "Aucun commissaire aux comptes."),
        Piece.AUDITOR_REPORT: (State.MISSING, ""),
        Piece.REVISER_CALLED: (State.MISSING, ""),
        Piece.AGREEMENTS_REPORT: (State.NOT_APPLICABLE, "no-agreement"),
    }
    assert states([])[Piece.RESOLUTIONS][0] is State.MISSING
    assert states([tabled(kind=Kind.EXTRAORDINARY)])[Piece.ACCOUNTS] == (State.NOT_APPLICABLE, "nothing-ordinary")
    assert states([replace(tabled(), matter=Matter.PERSONS)])[Piece.CANDIDATES] == (State.MISSING, "")


def test_a_document_is_laid_and_the_same_one_once():
    given(planned).when(lay).then(laid)
    given(planned, laid).when(lay).then()
    given(planned, laid).when(replace(lay, digest="b" * 64)).then(replace(laid, digest="b" * 64))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"title": Public(" ")}, "empty-title"),
        ({"size": 0}, "file-size"),
        ({"size": HEAVIEST + 1}, "file-size"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
    ],
)
def test_a_document_that_cannot_be_laid(wrong, reason):
    given(planned).when(replace(lay, **wrong)).refused(reason)


def test_a_piece_is_set_aside_with_its_reason_while_it_is_not_there():
    aside = SetPieceAside(SPRING, Piece.ACCOUNTS, Public("Pas d’exercice clos."))

    given(planned).when(aside).then(PieceSetAside(SPRING, Piece.ACCOUNTS, aside.reason))
    given(planned, PieceSetAside(SPRING, Piece.ACCOUNTS, aside.reason)).when(aside).then()
    given(planned, laid).when(aside).refused("piece-is-there")
    given(planned).when(replace(aside, reason=Public(""))).refused("reason-needed")
    given().when(aside).refused("unknown-assembly")
