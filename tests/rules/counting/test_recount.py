"""A vote as a file: counted again the same, or refused with its line."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.statutes.facts import (
    Aggregation,
    Form,
    Quorum,
    QuorumBase,
    Voice,
)
from tests.rules.counting.polls import ASSEMBLY, BOARD, college, ruled, rules, scheme, tallies, tally
from tests.rules.counting.test_count_properties import votes
from web.edge.lines import Unreadable
from web.recount import recount
from web.vote_file import Ballot, Word, export, read

FILES = Path(__file__).parents[2] / "vectors" / "scrutins"


def printed(name, *changes):
    """What `palabre count` prints of one of our files, some of its text replaced."""
    text = (FILES / f"{name}.yaml").read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return json.loads(recount(text))


NEUTRAL = ("value: for,", "value: neutral,")
AGAIN = ("kind: ordinary", "kind: ordinary\nsecond_round: true")


def by(aggregation):
    return ("aggregation: proportional", f"aggregation: {aggregation}")


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("e01", [], {"for": "17198/297", "against": "12502/297", "adopted": True}),
        ("e01", [by("college_majority")], {"for": "30", "against": "70", "adopted": False}),
        ("e01", [by("flat")], {"for": "63", "against": "57", "adopted": True}),
        ("e02", [], {"for": "293/6", "against": "307/6", "adopted": False}),
        ("e02", [by("college_majority")], {"for": "50", "against": "50", "adopted": False}),
        ("e02", [by("flat")], {"for": "69", "against": "92", "adopted": False}),
        ("e03", [], {"for": "75", "base": "100", "adopted": True, "second_round": []}),
        ("e03", [NEUTRAL], {"for": "75", "adopted": True, "second_round": []}),
        ("e03b", [], {"for": "75", "adopted": True, "second_round": []}),
        ("e03b", [NEUTRAL], {"adopted": False, "second_round": ["a"]}),
        ("e03b", [NEUTRAL, AGAIN], {"for": "75", "adopted": True, "aggregation": "college_majority"}),
        ("e04", [], {"for": "42", "base": "100", "adopted": False}),
        ("e04", [("lost", "excluded_from_base")], {"ratio": "14/25", "adopted": True}),
        ("e04", [("lost", "equal_redistribution")], {"for": "109/2", "adopted": True}),
        ("e05", [], {"for": "390/7", "base": "100", "adopted": True}),
        ("e07", [], {"aggregation": "flat", "for": "21", "against": "6", "adopted": True}),
        ("e08", [], {"for": "50", "against": "50", "adopted": False}),
        ("e09", [], {"for": "200/3", "against": "100/3", "adopted": True}),
        ("e13", [], {"ratio": "11/17", "adopted": False}),
        ("e13", [("SARL", "SA")], {"ratio": "22/31", "adopted": True}),
    ],
)
def test_the_worked_examples_are_counted_from_their_files(name, changes, expected):
    counted = printed(name, *changes)["count"]

    assert {key: counted[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("name", "changes", "key", "ratio"),
    [
        ("e03", [], "college-mandate-for", "3/4"),
        ("e03", [NEUTRAL], "college-mandate-for", "2/3"),
        ("e03b", [], "college-mandate-for", "3/4"),
        ("e03b", [NEUTRAL], "college-mandate-none", "7/12"),
    ],
)
def test_e03_says_of_each_collège_whether_it_has_a_mandate(name, changes, key, ratio):
    steps = printed(name, *changes)["count"]["steps"]

    [of_a] = [step for step in steps if step["key"].startswith("college-mandate") and step["numbers"]["college"] == "a"]
    assert (of_a["key"], of_a["numbers"]["ratio"], of_a["article"]) == (key, ratio, "17 §1")


def test_e04_where_the_statutes_do_not_say_gives_every_answer():
    readings = printed("e04", ("  silent: lost\n", ""))["count"]["readings"]

    given = {one["choice"]: one["met"] for one in readings if one["rule"] == "silent"}
    assert given == {
        "equal_redistribution": True,
        "prorata_redistribution": True,
        "excluded_from_base": True,
        "lost": False,
    }


def test_e06b_merges_the_small_collège_and_shares_the_empty_ones():
    counted = printed("e06b")["count"]

    weights = {
        line["tally"]["college"]: line["weight"] for line in counted["lines"] if line["weight"] not in (None, "0")
    }
    assert weights == {"garants": "50", "porteurs": "100/3", "beneficiaires": "50/3"}
    assert "weight-at-ceiling" in [step["key"] for step in counted["steps"]]
    assert (counted["for"], counted["against"]) == ("650/9", "250/9")


def test_e11_without_a_base_heads_decide_and_both_are_given():
    state = printed("e11", ("base: heads", "base: null"))["quorum"]

    assert state["reached"] is False
    assert [(one["choice"], one["met"]) for one in state["readings"]] == [("heads", False), ("weights", True)]


def test_e05_prints_the_weights_used_exactly():
    assert [line["weight"] for line in printed("e05")["count"]["lines"]] == ["50", "250/7", "0", "100/7"]


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("heads", {"need": "436", "there": "163", "total": "871", "reached": False}),
        ("weights", {"need": "50", "there": "215058215/4203486", "total": "100", "reached": True}),
    ],
)
def test_e11_prints_the_quorum_in_heads_or_in_weights(base, expected):
    state = printed("e11", ("base: heads", f"base: {base}"))["quorum"]

    assert {key: state[key] for key in expected} == expected


def test_the_result_is_json_with_sorted_keys_and_the_same_steps():
    text = recount((FILES / "e09.yaml").read_text())
    vote = read((FILES / "e09.yaml").read_text())

    result = json.loads(text)

    assert text == json.dumps(result, ensure_ascii=False, indent=2, sort_keys=True)
    assert (result["format"], result["quorum"]) == ("palabre-resultat/1", None)
    assert result["count"]["steps"] == [
        {"key": step.key, "article": step.article, "numbers": dict(step.numbers)}
        for step in count(vote.rules, vote.tallies).steps
    ]


@given(votes())
def test_a_vote_exported_then_read_is_the_same_vote(vote):
    of, cast = vote

    again = read(json.dumps(export(of, cast)))

    assert (again.rules, list(again.tallies)) == (of, cast)
    assert count(again.rules, again.tallies) == count(of, cast)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_an_export_says_every_rule_and_counter(indent):
    of = rules(
        scheme([("a", 50), ("b", "100/3"), ("c", "50/3"), college("s", None, Voice.ADVISORY)]),
        form=Form.SAS,
        second_call=True,
    )
    cast = [tally("a", 1, 2, 3, blank=4, void=5, did_not_take_part=6, absent=7), *tallies({"s": (1, 0)})]
    cast += tallies({"b": (1, 1), "c": (0, 1)})
    present = Quorum(ruled(Fraction(1, 5)), None, ruled(QuorumBase.WEIGHTS))

    again = read(json.dumps(export(of, cast, present), indent=indent))

    assert (again.rules, list(again.tallies), again.quorum) == (of, cast, present)
    assert quorum(again.quorum, again.rules.scheme, again.tallies) == quorum(present, of.scheme, cast)


def test_a_vote_of_a_board_keeps_its_chair():
    of = rules(BOARD, form=Form.SA, chair_for=True)

    assert read(json.dumps(export(of, [tally("", 1, 1)]))).rules == of


def test_ballots_one_by_one_are_the_same_vote_as_their_totals():
    of = rules(scheme({"a": 50, "b": 30, "c": 20}))
    cast = [tally("a", 2, 1, absent=1), tally("b", 0, 1, 1), tally("c", 1, blank=1, void=1, did_not_take_part=1)]
    words = {"a": ["for", "for", "against"], "b": ["against", "abstention"]}
    words["c"] = ["for", "blank", "void", "did_not_take_part"]
    papers = [Ballot(Word(word), name, f"{name}{rank}") for name in words for rank, word in enumerate(words[name])]

    again = read(json.dumps(export(of, cast, ballots=papers)))

    assert list(again.tallies) == cast


def test_one_mandate_has_one_ballot_even_on_one_line():
    papers = [Ballot(Word.FOR, mandate="m1"), Ballot(Word.FOR, mandate="m1")]

    with pytest.raises(Unreadable) as refusal:
        recount(json.dumps(export(rules(ASSEMBLY), [tally("", 2)], ballots=papers)))

    assert "déjà un bulletin" in refusal.value.problem.sentence


def test_names_keep_their_signs_through_json_that_splits_them():
    named = scheme({"a": 50, "b": 30, "c": 20}, Aggregation.FLAT)
    said = replace(named.colleges[0], name='Les « "usagers" » 🌻 <b>أعضاء</b>')
    of = rules(replace(named, colleges=(said, *named.colleges[1:])))
    text = json.dumps(export(of, tallies({"a": (1, 0), "b": (0, 0), "c": (0, 0)})))

    assert "\\ud83c" in text
    assert read(text).rules == of
    assert "🌻" in recount(text)
