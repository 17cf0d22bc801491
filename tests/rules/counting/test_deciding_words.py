"""Every step and every refusal of elections, judgments, points, consent and amendments has its sentence."""

import ast
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

import governance.counting
from governance.counting.amending import Amendment, Fate, amended
from governance.counting.aside import Barred, Interested, bases
from governance.counting.consent import Consent, consent
from governance.counting.election import elect
from governance.counting.judgment import Grades, Median, Scale, judge
from governance.counting.no_candidate import WithoutCandidate, told
from governance.counting.points import Gathered, Spread, points
from governance.counting.tally import Tally, step
from governance.counting.urn import Named, Running, Suffrage, Tie, Urn
from tests.rules.counting.polls import ASSEMBLY, ruled, scheme
from web.words import counting, deciding
from web.words.counting import say

DECIDING = ("urn", "poll", "election", "judgment", "points", "consent", "no_candidate", "amending", "aside")


def test_every_refusal_has_its_sentence():
    sources = [Path(governance.counting.__file__).with_name(f"{name}.py").read_text() for name in DECIDING]
    calls = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    reasons = {call.args[0].value for call in calls if getattr(call.func, "id", "") == "Refused"}

    assert reasons - counting.REFUSALS.keys() == deciding.REFUSALS.keys()


def elections():
    three = scheme({"a": 50, "b": 30, "c": 20})
    for turn, rule, eldest in product((1, 2), (None, ruled(Tie.ELDER)), ((), ("A", "B", "C"))):
        running = Running(2, ("A", "B", "C", "D"), round=turn, elected=("D",), eldest=eldest)
        equal = Urn("", 9, 9, tuple(Named(name, 3) for name in "ABC"))
        yield elect(Suffrage(ASSEMBLY, tie=rule), running, [equal])
        yield elect(Suffrage(three), running, [replace(equal, college=name) for name in "abc"])
    yield elect(Suffrage(ASSEMBLY), Running(3, ("A",), round=2), [Urn("", 1, 1, (Named("A", 1),))])


def judgments():
    three = ("bas", "moyen", "haut")
    for median in (None, ruled(Median.UPPER)):
        alike = [Grades("A", (1, 1, 1)), Grades("B", (1, 1, 1)), Grades("C", (1, 2, 0))]
        yield judge(Scale(three, median), 3, alike)
    yield judge(Scale(three), 0, [])


def others():
    yield from (points(spread, 3, 2, [Gathered("A", 2)]) for spread in Spread)
    two = Consent(("A", "B")).objected("A").again().objected("A", reasoned=False)
    yield from map(consent, (two, two.consented("B"), two.lifted("A").consented("B")))
    both = (Amendment("1", "x", "y"), Amendment("2", "x", "z"), Amendment("3", "", "t"))
    yield from (amended("x", both, {"1": fate}) for fate in Fate)
    yield from (bases(ruled(barred), [Tally("", 3, 2)], [Interested("", 1, 1)]) for barred in Barred)


def every_step():
    named = WithoutCandidate(("A", "B"), ("A", "B")).names("A", "B").names("B", "A").changes("A", "A").proposes("A")
    return [
        *(step for result in (*elections(), *judgments(), *others()) for step in result.steps),
        *told(named),
    ]


def test_every_step_can_be_said():
    said = {step.key: say(step) for step in every_step()}

    assert said.keys() - counting.STEPS.keys() == deciding.STEPS.keys()
    assert all("%(" not in sentence for sentence in said.values())
    assert not counting.STEPS.keys() & deciding.STEPS.keys()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (step("candidate-votes", candidate="7", votes="1200"), "Ève : 1 200 voix."),
        (
            step("candidate-share", college="Usagers", candidate="7", votes=1, expressed=4, weight="50", points="25/2"),
            "Usagers – Ève : 1 voix sur 4 bulletins exprimés, soit 12,5 % de ses 50 %.",
        ),
        (step("option-points", option="7", number=6, part="3/4", place=1), "1. Ève – points : 6, soit 3/4 (75 %)."),
    ],
)
def test_an_identifier_is_said_by_its_name(told, sentence):
    assert say(told, {"7": "Ève"}).replace("\u00a0", " ").replace("\u202f", " ") == sentence
