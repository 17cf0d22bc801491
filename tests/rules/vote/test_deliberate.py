"""Deliberations: what each one gives, round after round, and the result with its steps; never a resolution."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.counting.judgment import Scale
from governance.decision.record import RecordVotedDecision
from governance.statutes.facts import Median, Ruled
from governance.vote.deliberate import CloseDeliberation, LiftMyObjection, LiftObjection, OpenDeliberation, OpenRound
from governance.vote.deliberation_facts import (
    Answered,
    DeliberationClosed,
    DeliberationOpened,
    ObjectionLifted,
    RoundOpened,
)
from governance.vote.methods import ADVICE, Method
from governance.vote.take_part import TakePart, TakePartMyself
from governance.words import AssemblyId, Clear, DecisionId, DeliberationId, PersonId, Public, Said, Sealed, VoteId
from tests.coop import adopted, scic
from tests.gwt import NOON, given

D = DeliberationId("d")
ANA, BEN, CLEO, DORA = (PersonId(name) for name in ("ana", "ben", "cleo", "dora"))
CIRCLE = (ANA, BEN, CLEO)
A, B = Public("Avril"), Public("Bail")
FOUR = tuple(map(Public, ("À rejeter", "Passable", "Bien", "Très bien")))
TITLE, TEXT = Public("Le local"), Public("Louer le local.")
UPPER = Ruled(Median.UPPER, Public("art. 22"))
WHY = Clear(ANA, Said.COMMENT, "Le loyer est trop haut.")


def asked(method=Method.CONSENT, **changed):
    return DeliberationOpened(D, method, TITLE, TEXT, CIRCLE, **changed)


def ask(method=Method.CONSENT, **changed):
    return OpenDeliberation(
        **{"deliberation": D, "method": method, "title": TITLE, "text": TEXT, "circle": CIRCLE, **changed}
    )


def says(person, number=1, objects=False, reason=None):
    return Answered(D, person, number, objects=objects, reason=reason)


def marked(person, *marks):
    return Answered(D, person, marks=marks)


def named(person, whom):
    return Answered(D, person, named=whom)


OBJECTS = says(ANA, objects=True, reason=Sealed("sealed"))


def closed(*facts):
    [result] = given(*facts).when(CloseDeliberation(D)).gained()
    assert isinstance(result, DeliberationClosed)
    return result


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (ask(options=(A, B), most=9), asked()),
        (ask(Method.ADVICE, options=(A,)), asked(Method.ADVICE, options=ADVICE)),
        (ask(Method.APPROVAL, options=(A, B), most=9), asked(Method.APPROVAL, options=(A, B))),
        (ask(Method.POINTS, options=(A, B), most=5), asked(Method.POINTS, options=(A, B), most=5)),
        (
            ask(Method.JUDGMENT, options=(A, B), grades=FOUR),
            asked(Method.JUDGMENT, options=(A, B), scale=Scale(FOUR)),
        ),
    ],
)
def test_a_question_is_put_to_its_circle(command, expected):
    given().when(command).then(expected)
    given(expected).when(command).then()


def test_the_statutes_choose_the_median_of_an_even_number():
    said = adopted(replace(scic(), median=UPPER))
    command = ask(Method.JUDGMENT, options=(A, B), grades=FOUR, statutes=said.version)

    given(said).when(command).then(asked(Method.JUDGMENT, options=(A, B), scale=Scale(FOUR, UPPER)))


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (ask(title=Public(" ")), "deliberation-without-title"),
        (ask(text=Public("")), "proposal-without-text"),
        (ask(circle=()), "circle-empty"),
        (ask(circle=(ANA, ANA)), "circle-empty"),
        (ask(circle=tuple(PersonId(str(number)) for number in range(1001))), "circle-too-large"),
        (ask(Method.APPROVAL, options=(A,)), "options-needed"),
        (ask(Method.APPROVAL, options=(A, A)), "option-twice"),
        (ask(Method.POINTS, options=(A, B), most=0), "points-needed"),
        (ask(Method.JUDGMENT, options=(A, B), grades=FOUR[:1]), "grades-needed"),
        (ask(closes=NOON), "closes-too-late"),
    ],
)
def test_a_question_that_cannot_be_put(command, reason):
    given().when(command).refused(reason)


@pytest.mark.parametrize(
    ("method", "most", "marks", "reason"),
    [
        (Method.APPROVAL, 1, (1,), "marks-missing"),
        (Method.APPROVAL, 1, (2, 0), "mark-too-high"),
        (Method.APPROVAL, 1, (-1, 0), "mark-too-high"),
        (Method.ADVICE, 1, (1, 1, 0), "mark-too-high"),
        (Method.ADVICE, 1, (0, 0, 0), "marks-missing"),
        (Method.POINTS, 5, (3, 3), "mark-too-high"),
        (Method.SCORES, 5, (6, 0), "mark-too-high"),
    ],
)
def test_a_ballot_that_says_too_much_or_too_little(method, most, marks, reason):
    options = ADVICE if method is Method.ADVICE else (A, B)

    given(asked(method, options=options, most=most)).when(TakePart(D, ANA, marks=marks)).refused(reason)


@pytest.mark.parametrize(
    ("method", "most", "ballots", "gathered", "won"),
    [
        (Method.ADVICE, 1, ((1, 0, 0), (0, 1, 0), (1, 0, 0)), (2, 1, 0), ("for",)),
        (Method.APPROVAL, 1, ((1, 1), (0, 1), (0, 0)), (2, 1), (B,)),
        (Method.POINTS, 5, ((5, 0), (1, 4), (0, 2)), (6, 6), (A, B)),
        (Method.SCORES, 5, ((5, 5), (1, 4), (0, 5)), (14, 6), (B,)),
    ],
)
def test_marks_add_up(method, most, ballots, gathered, won):
    options = ADVICE if method is Method.ADVICE else (A, B)
    answers = [marked(person, *marks) for person, marks in zip(CIRCLE, ballots, strict=True)]

    result = closed(asked(method, options=options, most=most), *answers)

    assert result.ballots == 3
    assert tuple(one.figures[0] for one in result.ranking) == gathered
    assert result.won == won


@pytest.mark.parametrize(("median", "grade"), [(None, FOUR[0]), (UPPER, FOUR[2])])
def test_a_judgment_follows_the_statutes(median, grade):
    question = asked(Method.JUDGMENT, options=(A, B), scale=Scale(FOUR, median))

    result = closed(question, marked(ANA, 0, 3), marked(BEN, 2, 3))

    assert result.won == (B,)
    assert [(one.option, one.grade, one.figures) for one in result.ranking] == [
        (B, FOUR[3], (0, 0, 0, 2)), (A, grade, (1, 0, 1, 0)),
    ]  # fmt: skip


def test_the_last_ballot_prevails_and_nobody_gives_none_for_another():
    question = asked(Method.APPROVAL, options=(A, B))

    assert closed(question, marked(ANA, 1, 0), marked(ANA, 0, 1)).won == (B,)
    given(question).when(TakePartMyself(D, ANA, marks=(1, 0)), by=ANA).then(marked(ANA, 1, 0))
    given(question).when(TakePartMyself(D, ANA, marks=(1, 0)), by=BEN).refused("not-her-answer")
    given(question).when(TakePart(D, DORA, marks=(1, 0))).refused("not-in-the-circle")
    given(replace(question, closes=NOON)).when(TakePart(D, ANA, marks=(1, 0))).refused("deliberation-closed")


def test_nobody_answered_and_nothing_is_found():
    result = closed(asked(Method.APPROVAL, options=(A, B)))

    assert (result.ballots, result.won, result.adopted) == (0, (), None)


def test_a_reasoned_objection_stands_until_it_is_integrated():
    past = (asked(), OBJECTS, says(BEN), says(CLEO))
    assert closed(*past).adopted is False

    given(*past).when(OpenRound(D, 2, Public("Louer un an."))).then(RoundOpened(D, 2, Public("Louer un an.")))
    again = (*past, RoundOpened(D, 2, Public("Louer un an.")))
    assert closed(*again).adopted is None
    assert closed(*again, says(ANA, 2), says(BEN, 2), says(CLEO, 2)).adopted is True


def test_an_objection_is_lifted_by_whoever_raised_it_or_before_who_facilitates():
    past = (asked(), OBJECTS, says(BEN), says(CLEO))

    given(*past).when(LiftMyObjection(D, ANA), by=ANA).then(ObjectionLifted(D, ANA))
    given(*past).when(LiftMyObjection(D, ANA), by=BEN).refused("not-her-answer")
    given(*past).when(LiftObjection(D, BEN)).then()
    assert closed(*past, ObjectionLifted(D, ANA)).adopted is True


def test_an_objection_without_a_reason_is_heard_and_does_not_stand():
    assert closed(asked(), says(ANA, objects=True), says(BEN), says(CLEO)).adopted is True


def test_a_reason_is_sealed():
    [fact] = given(asked()).when(TakePart(D, ANA, 1, objects=True, reason=WHY)).gained()

    assert isinstance(fact.reason, Sealed)
    assert not isinstance(fact.reason, Clear)


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((), TakePart(D, ANA, 1), "unknown-deliberation"),
        ((asked(), says(ANA)), TakePart(D, ANA, 1), "already-spoken"),
        ((asked(),), TakePart(D, ANA, 2), "round-has-moved"),
        ((asked(),), OpenRound(D, 2, TEXT), "round-not-over"),
        ((asked(), *map(says, CIRCLE)), OpenRound(D, 3, TEXT), "round-has-moved"),
        ((asked(), *map(says, CIRCLE)), OpenRound(D, 2), "proposal-without-text"),
        ((asked(Method.APPROVAL, options=(A, B)),), OpenRound(D, 1, TEXT), "no-rounds"),
        ((asked(Method.NO_CANDIDATE),), OpenRound(D, 1, proposed=BEN), "names-awaited"),
        ((asked(Method.NO_CANDIDATE),), OpenRound(D, 1), "nobody-proposed"),
        ((asked(Method.NO_CANDIDATE),), TakePart(D, ANA), "nobody-named"),
        ((asked(Method.NO_CANDIDATE),), TakePart(D, ANA, named=DORA), "not-eligible"),
        ((asked(Method.NO_CANDIDATE), named(ANA, BEN)), TakePart(D, ANA, named=CLEO), "names-awaited"),
        ((asked(closes=NOON + timedelta(hours=1)),), CloseDeliberation(D), "closes-later"),
    ],
)
def test_what_does_not_come_in_its_turn(past, command, reason):
    given(*past).when(command).refused(reason)


def test_somebody_is_chosen_without_standing_by_consent_and_not_by_count():
    names = (asked(Method.NO_CANDIDATE), named(ANA, BEN), named(BEN, CLEO), named(CLEO, BEN))
    given(*names).when(TakePart(D, CLEO, named=CLEO)).then(named(CLEO, CLEO))
    given(*names).when(OpenRound(D, 1, proposed=CLEO)).then(RoundOpened(D, 1, proposed=CLEO))
    proposed = (*names, RoundOpened(D, 1, proposed=CLEO))
    given(*proposed, says(ANA)).when(TakePart(D, CLEO, 1)).refused("proposed-speaks-last")
    refused = (*proposed, OBJECTS, says(BEN), says(CLEO))
    assert closed(*refused).adopted is False

    result = closed(*refused, RoundOpened(D, 2, proposed=BEN), says(ANA, 2), says(CLEO, 2), says(BEN, 2))

    assert result.adopted is True
    assert result.steps[-1].key == "consent-given"


def test_it_is_closed_once_and_never_becomes_a_resolution():
    past = (asked(Method.ADVICE, options=ADVICE), marked(ANA, 1, 0, 0))
    result = closed(*past)

    given(*past, result).when(CloseDeliberation(D)).then()
    given(*past, result).when(TakePart(D, BEN, marks=(1, 0, 0))).refused("deliberation-closed")
    record = RecordVotedDecision(DecisionId("n"), VoteId(D), AssemblyId("ag"))
    given(*past, result).when(record).refused("unknown-vote")
