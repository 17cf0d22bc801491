"""Where the statutes are silent, every answer that they could have given, and what it gives."""

from governance.counting.count import count
from governance.counting.tally import Tally
from governance.statutes.facts import AbsentPolicy, Form, Voice
from tests.rules.counting.polls import college, keys_of, rules, scheme, tallies, tally

FIVE = {"a": 40, "b": 20, "c": 20, "d": 10, "e": 10}
OPEN = rules(
    scheme([*FIVE.items(), college("z", None, Voice.ADVISORY)]), None, Form.SARL, second_call=True
)  # fmt: skip
CAST = [
    *tallies({"a": (3, 2), "b": (1, 2), "c": (2, 1), "z": (0, 9)}),
    Tally("d", 0, 0),
    tally("e", abstention=2),
]
ABOUT_BALLOTS = {
    "entitled-in-college", "ballots-in-college", "advisory-college", "majority-by-law", "second-consultation",
}  # fmt: skip


def test_every_answer_to_what_is_open_is_given_once():
    result = count(OPEN, CAST)

    policies = [policy.value for policy in AbsentPolicy]
    assert [(one.rule, one.choice) for one in result.readings] == [
        *(("empty", choice) for choice in policies),
        *(("silent", choice) for choice in policies),
    ]
    assert {one.choice: one.met for one in result.readings if one.rule == "empty"} == dict.fromkeys(policies, True) | {
        "lost": False
    }


def test_a_reading_tells_the_reckoning_and_not_the_ballots_again():
    result = count(OPEN, CAST)

    assert set(keys_of(result)) >= ABOUT_BALLOTS
    for one in result.readings:
        told = [step.key for step in one.steps]
        assert not ABOUT_BALLOTS & set(told)
        assert {"statutory-weight", "base-cast", "total-points"} <= set(told)
        assert told[-1] == ("adopted" if one.met else "rejected")


def test_where_the_statutes_say_or_nothing_is_open_there_is_no_reading():
    said = rules(scheme(FIVE, empty=AbsentPolicy.LOST, silent=AbsentPolicy.LOST))

    assert count(said, [one for one in CAST if one.college != "z"]).readings == ()
    assert count(OPEN, tallies(dict.fromkeys("abcdez", (1, 0)))).readings == ()
