"""Consent and the élection sans candidat: who has spoken, what stands, who may be named and proposed."""

import pytest

from governance.command import Refused
from governance.counting.consent import Consent, consent
from governance.counting.no_candidate import WithoutCandidate, told
from tests.rules.counting.polls import keys_of

CIRCLE = ("A", "B", "C")
ASKED = Consent(CIRCLE)


def test_a_proposal_is_adopted_once_everybody_has_spoken_without_objection():
    two = ASKED.consented("A").consented("B")

    assert (consent(two).adopted, consent(two).awaited) == (None, ("C",))
    assert consent(two.consented("C")).adopted is True


def test_one_reasoned_objection_withholds_it_and_an_unreasoned_one_is_only_heard():
    others = ASKED.consented("A").consented("B")

    withheld, heard = consent(others.objected("C")), consent(others.objected("C", reasoned=False))

    assert (withheld.adopted, [one.by for one in withheld.standing]) == (False, ["C"])
    assert (heard.adopted, heard.standing) == (True, ())
    assert keys_of(withheld) == ["consent-round", "objection-stands", "consent-withheld"]
    assert keys_of(heard) == ["consent-round", "objection-without-reason", "consent-given"]


def test_an_objection_stands_through_the_rounds_until_it_is_lifted():
    first = ASKED.consented("A").objected("B").consented("C")
    second = first.again()

    silent = second.consented("A").consented("C")
    lifted, consented = silent.lifted("B"), silent.consented("B")

    assert (second.round, consent(second).adopted, second.awaited) == (2, None, CIRCLE)
    assert (consent(silent).adopted, consent(lifted).adopted) == (None, None)
    assert consent(consented).adopted is True
    assert consented.objections[0].lifted == 2
    assert dict(consent(consented).steps[1].numbers) == {"person": "B", "round": "1", "lifted": "2"}


def test_she_may_object_again_and_letting_go_lifts_all_that_she_raised():
    twice = ASKED.objected("A").again().objected("A").consented("B").consented("C")

    assert len(consent(twice).standing) == 2
    assert consent(twice.lifted("A")).adopted is True
    assert [one.lifted for one in twice.lifted("A").again().lifted("A").objections] == [2, 2]


def test_where_nobody_is_asked_nothing_is_adopted():
    assert consent(Consent(())).adopted is False


@pytest.mark.parametrize(
    ("speak", "reason"),
    [
        (lambda: ASKED.consented("Z"), "not-in-the-circle"),
        (lambda: ASKED.objected("Z"), "not-in-the-circle"),
        (lambda: ASKED.consented("A").consented("A"), "already-spoken"),
        (lambda: ASKED.consented("A").objected("A"), "already-spoken"),
        (lambda: ASKED.objected("A").consented("A"), "already-spoken"),
    ],
)
def test_only_the_circle_speaks_and_once_a_round(speak, reason):
    with pytest.raises(Refused) as refusal:
        speak()

    assert refusal.value.reason == reason


def test_the_steps_count_the_round_the_circle_and_those_awaited():
    [opened, *_, last] = consent(ASKED.objected("B")).steps

    assert dict(opened.numbers) == {"round": "1", "circle": "3", "awaited": "2"}
    assert (last.key, dict(last.numbers)) == ("consent-awaited", {"standing": "1"})


OPEN = WithoutCandidate(CIRCLE, ("A", "B", "C", "D"))
NAMED = OPEN.names("A", "B").names("B", "D").names("C", "B")


def test_everybody_names_somebody_once_and_oneself_is_allowed():
    assert OPEN.names("A", "A").awaited == ("B", "C")
    assert (NAMED.awaited, NAMED.named) == ((), {"B": 2, "D": 1})


def test_a_change_goes_only_to_somebody_already_named():
    changed = NAMED.changes("A", "D").changes("C", "D")

    assert changed.named == {"B": 0, "D": 3}
    assert changed.changes("A", "B").named == {"B": 1, "D": 2}
    assert [(one.first, one.last) for one in changed.nominations] == [("B", "D"), ("D", "D"), ("B", "D")]


def test_who_was_named_least_may_be_proposed_and_speaks_last():
    proposed = NAMED.proposes("D")
    inside = NAMED.proposes("B")

    assert proposed.round().circle == ("A", "B", "C")
    assert inside.round().circle == ("A", "C", "B")
    asked = inside.round()
    with pytest.raises(Refused) as refusal:
        inside.check_turn(asked.consented("A"), "B")
    assert refusal.value.reason == "proposed-speaks-last"
    inside.check_turn(asked.consented("A"), "C")
    inside.check_turn(asked.consented("A").consented("C"), "B")
    assert inside.proposes("D").proposed == "D"


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda: OPEN.names("Z", "A"), "not-in-the-circle"),
        (lambda: OPEN.names("A", "Z"), "not-eligible"),
        (lambda: OPEN.names("A", "B").names("A", "C"), "already-named"),
        (lambda: OPEN.names("A", "B").changes("A", "B"), "names-awaited"),
        (lambda: OPEN.names("A", "B").proposes("B"), "names-awaited"),
        (lambda: NAMED.changes("A", "C"), "not-named"),
        (lambda: NAMED.changes("Z", "B"), "not-in-the-circle"),
        (lambda: NAMED.proposes("C"), "not-named"),
        (lambda: NAMED.proposes("B").changes("A", "D"), "already-proposed"),
        (lambda: NAMED.round(), "nobody-proposed"),
    ],
)
def test_each_moment_has_its_order(act, reason):
    with pytest.raises(Refused) as refusal:
        act()

    assert refusal.value.reason == reason


def test_how_many_are_awaited_is_said():
    with pytest.raises(Refused) as refusal:
        OPEN.names("A", "B").proposes("B")

    assert refusal.value.details == {"awaited": 2}


def test_the_steps_say_who_named_whom_and_who_is_proposed():
    steps = told(NAMED.changes("A", "D").proposes("B"))

    assert [(step.key, dict(step.numbers)) for step in steps] == [
        ("nomination", {"person": "A", "named": "B"}),
        ("nomination", {"person": "B", "named": "D"}),
        ("nomination", {"person": "C", "named": "B"}),
        ("nomination-changed", {"person": "A", "first": "B", "named": "D"}),
        ("named-by", {"person": "B", "number": "1"}),
        ("named-by", {"person": "D", "number": "2"}),
        ("proposed", {"person": "B"}),
    ]
    assert "proposed" not in [step.key for step in told(NAMED)]
