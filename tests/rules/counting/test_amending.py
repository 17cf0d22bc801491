"""Amendments: the furthest first, those without object, the text put to the vote."""

from dataclasses import replace

import pytest

from governance.command import Refused
from governance.counting.amending import Amendment, Fate, amended, order

TEXT = "La part est de 50 euros, libérée d’un coup."
HUNDRED = Amendment("100", "50 euros", "100 euros", 2)
TWENTY = Amendment("20", "50", "20", 1)
AT_ONCE = Amendment("at-once", ", libérée d’un coup", "", 3)
ADDED = Amendment("added", "", " Elle est nominative.")
LAST = Amendment("last", "", " Elle est unique.")
ALL = (TWENTY, ADDED, HUNDRED, AT_ONCE, LAST)
ADOPTED, REJECTED, WITHDRAWN = Fate.ADOPTED, Fate.REJECTED, Fate.WITHDRAWN


def ids(amendments):
    return [one.id for one in amendments]


def test_the_furthest_from_the_text_comes_first_then_as_they_were_filed():
    assert ids(order(ALL)) == ["at-once", "100", "20", "added", "last"]


def test_nothing_is_put_to_the_vote_before_every_amendment():
    result = amended(TEXT, ALL, {})

    assert (result.text, result.awaited, result.ready) == (TEXT, ("at-once", "100", "20", "added", "last"), False)


@pytest.mark.parametrize(
    ("fates", "text", "fallen", "awaited"),
    [
        ({"100": ADOPTED}, "La part est de 100 euros, libérée d’un coup.", ["20"], ["at-once", "added", "last"]),
        ({"100": REJECTED}, TEXT, [], ["at-once", "20", "added", "last"]),
        ({"100": WITHDRAWN, "20": ADOPTED}, "La part est de 20 euros, libérée d’un coup.", [],
         ["at-once", "added", "last"]),
        ({"at-once": ADOPTED, "20": ADOPTED, "100": REJECTED, "added": ADOPTED, "last": ADOPTED},
         "La part est de 20 euros. Elle est nominative. Elle est unique.", [], []),
        ({"at-once": ADOPTED, "100": ADOPTED, "added": REJECTED, "last": ADOPTED},
         "La part est de 100 euros. Elle est unique.", ["20"], []),
    ],
)  # fmt: skip
def test_the_text_is_what_the_adopted_amendments_make_it(fates, text, fallen, awaited):
    result = amended(TEXT, ALL, fates)

    assert (result.text, list(result.fallen), list(result.awaited)) == (text, fallen, awaited)
    assert result.ready is not bool(awaited)
    assert set(result.adopted) == {one for one, fate in fates.items() if fate is ADOPTED}


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [("50 eu", "euros", True), ("50 ", "euros", False), ("euros", "50 ", False), ("50 euros", "euro", True)],
)
def test_amendments_touch_each_other_by_the_words_they_share(one, other, clash):
    both = (Amendment("one", one, "x", 2), Amendment("other", other, "y", 1))

    assert bool(amended(TEXT, both, {"one": ADOPTED}).fallen) is clash


@pytest.mark.parametrize(
    ("amendments", "fates", "reason"),
    [
        ((HUNDRED, TWENTY), {"100": ADOPTED, "20": ADOPTED}, "amendments-clash"),
        ((HUNDRED, HUNDRED), {}, "amendment-twice"),
        ((replace(HUNDRED, passage="60 euros"),), {}, "passage-not-found-once"),
        ((replace(HUNDRED, passage="a"),), {}, "passage-not-found-once"),
    ],
)
def test_what_cannot_be_put_together_is_refused(amendments, fates, reason):
    with pytest.raises(Refused) as refusal:
        amended(TEXT, amendments, fates)

    assert refusal.value.reason == reason


def test_the_steps_say_what_became_of_each_in_the_order_of_the_votes():
    result = amended(TEXT, ALL, {"at-once": REJECTED, "100": ADOPTED, "last": WITHDRAWN})

    assert [(step.key, dict(step.numbers)) for step in result.steps] == [
        ("amendment-rejected", {"amendment": "at-once", "distance": "3"}),
        ("amendment-adopted", {"amendment": "100", "distance": "2"}),
        ("amendment-fallen", {"amendment": "20", "distance": "1"}),
        ("amendment-awaited", {"amendment": "added", "distance": "0"}),
        ("amendment-withdrawn", {"amendment": "last", "distance": "0"}),
    ]
