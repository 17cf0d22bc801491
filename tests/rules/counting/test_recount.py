"""A vote as a file: counted again the same, or refused with its line."""

import json
from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.statutes.facts import (
    AbsentPolicy,
    AbstentionEffect,
    Aggregation,
    College,
    CollegeTie,
    Form,
    Kind,
    Majority,
    MajorityBase,
    Organ,
    Quorum,
    QuorumBase,
    Scheme,
    Voice,
)
from tests.rules.counting.polls import ASSEMBLY, BOARD, college, majority, ruled, rules, scheme, tallies, tally
from tests.rules.counting.test_count_properties import votes
from web.edge.lines import Unreadable
from web.edge.schema import key_of
from web.recount import recount
from web.vote_file import Ballot, Heads, Page, Word, export, read

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


DOCUMENT = (Path(__file__).parents[3] / "docs" / "format-du-scrutin.md").read_text()


def test_the_documented_example_counts():
    example = DOCUMENT.split("```yaml\n")[1].split("```")[0]

    counted = json.loads(recount(example))["count"]

    assert (counted["for"], counted["adopted"]) == ("1796/33", True)


def test_every_key_and_every_word_of_the_format_is_documented():
    shapes = (Page, Heads, Ballot, Scheme, College, Majority, Quorum)
    keys = {key_of(field.name) for shape in shapes for field in fields(shape)}
    enums = (Form, Kind, Organ, Voice, Aggregation, CollegeTie, AbsentPolicy, QuorumBase, MajorityBase)
    words = {member.value for enum in (*enums, AbstentionEffect, Word) for member in enum}

    assert {name for name in keys | words if f"`{name}`" not in DOCUMENT} == set()


FILE = """\
format: palabre-scrutin/1
form: SAS
kind: ordinary
scheme:
  aggregation: proportional
  colleges:
    - {id: a, weight: 50}
    - {id: b, weight: 30}
    - {id: c, weight: 20}
majority: {threshold: 1/2, strict: true, base: cast}
tallies:
  - {college: a, entitled: 9, there: 5, for: 3, against: 2}
  - {college: b, entitled: 9, there: 5, for: 3, against: 2}
  - {college: c, entitled: 9, there: 5, for: 3, against: 2}
"""

PAPERS = """\
ballots:
  - {college: a, choice: for, mandate: m1}
  - {college: a, choice: against, mandate: m2}
"""


def test_the_file_that_the_faults_are_made_from_counts():
    assert json.loads(recount(FILE))["count"]["for"] == "60"


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("palabre-scrutin/1", "palabre-scrutin/2", 1, "palabre-scrutin/1"),
        ("format: palabre-scrutin/1\n", "", 1, "format"),
        ("form: SAS\n", "", 1, "form"),
        ("form: SAS", "form: SASU", 2, "SA, SAS, SARL, association"),
        ("kind: ordinary", "kind: [ordinary]", 3, "Une seule valeur"),
        ("kind: ordinary", "kind: normal", 3, "ordinary, extraordinary"),
        ("kind: ordinary", "kind:", 3, "kind : Il manque"),
        ("  aggregation", "  agregation", 5, "agregation"),
        ("  aggregation: proportional\n", "", 4, "ne disent pas comment"),
        ("proportional", "{value: proportional, artcle: x}", 5, "artcle"),
        ("{id: a, weight: 50}", "{weight: 50}", 7, "id"),
        ("{id: a, weight: 50}", "a", 7, "id, name, voice, weight"),
        ("weight: 50", "weight: 0.5", 7, "fraction"),
        ("weight: 50", "weight: 50%", 7, "%"),
        ("weight: 50", "weight: 1/0", 7, "zéro"),
        ("weight: 50", "weight: 49", 6, "99"),
        ("weight: 50", "weight: null", 7, "n’est pas connu"),
        ("weight: 50", "weight: inconnu", 7, "n’est pas connu"),
        ("weight: 50", "weight: 0", 7, "n’est pas positif"),
        ("id: c", "id: Élèves", 9, "sans accent"),
        ("strict: true", "strict: peut-être", 10, "true"),
        ("strict: true, ", "", 10, "strict"),
        ("majority: {threshold: 1/2, strict: true, base: cast}\n", "", 1, "ne fixent pas la majorité"),
        ("majority: {threshold: 1/2, strict: true, base: cast}", "majority: null", 10, "ne fixent pas la majorité"),
        ("majority: {", "chair_for: true\nmajority: {", 10, "prépondérante"),
        ("for: 3, against: 2}\n  - {college: b", "for: -3, against: 2}\n  - {college: b", 12, "négatif"),
        ("for: 3, against: 2}\n  - {college: b", "for: trois, against: 2}\n  - {college: b", 12, "nombre entier"),
        ("for: 3, against: 2}\n  - {college: b", "for: 3.0, against: 2}\n  - {college: b", 12, "nombre entier"),
        ("for: 3, against: 2}\n  - {college: b", "for: 4, against: 2}\n  - {college: b", 12, "plus de votes"),
        ("{college: b, entitled: 9", "{college: b, entitled: 4", 13, "plus de présents"),
        ("{college: b, entitled: 9", "{college: b, absent: 5, entitled: 9", 13, "4"),
        ("{college: b, entitled: 9", "{college: z, entitled: 9", 11, "« b »"),
        ("  - {college: c", "  - {college: a, entitled: 0, there: 0}\n  - {college: c", 14, "deux fois"),
        ("  - {college: c", "  - {college: z, entitled: 0, there: 0}\n  - {college: c", 14, "« z »"),
        ("  - {college: c, entitled: 9, there: 5, for: 3, against: 2}\n", "", 11, "« c »"),
        ("  - {college: c", "  - {entitled: 0, there: 0}\n  - {college: c", 14, "« college »"),
        (
            "  aggregation: proportional\n  colleges:\n    - {id: a, weight: 50}\n    - {id: b, weight: 30}\n"
            "    - {id: c, weight: 20}\n",
            "  {}\n",
            7,
            "une seule ligne",
        ),
        ("tallies:", "tallies: 3\nx:", 11, "liste"),
        ("tallies:", "x: 3\ntallies:", 11, "tallies"),
        ("tallies:", "ballots: 3\ntallies:", 11, "liste"),
        ("kind: ordinary", "kind: ordinary\nkind: ordinary", 4, "déjà"),
        ("kind: ordinary", "kind: !!python/name:os.system ordinary", 3, "!"),
        ("kind: ordinary", "kind: &x ordinary", 3, "&"),
        ("kind: ordinary", "kind: 'ordinary", 3, "refermé"),
        ("kind: ordinary", "kind:\tordinary", 3, "tabulation"),
        ("kind: ordinary", "kind: ordinary\x00", 3, "invisible"),
        ("majority: {", "majority: [", 10, ""),
        ("scheme:", "second_call: parfois\nscheme:", 4, "true"),
        ("scheme:", 'resolution: "x"\nscheme:', 4, "resolution"),
    ],
)
def test_a_file_that_cannot_be_counted_is_refused_with_its_line(before, after, line, words):
    assert before in FILE

    with pytest.raises(Unreadable) as refusal:
        recount(FILE.replace(before, after, 1))

    assert refusal.value.problem.line == line
    assert words in refusal.value.problem.sentence.replace("\u00a0", " ")
    assert "%(" not in refusal.value.problem.sentence


@pytest.mark.parametrize(
    ("papers", "line", "words"),
    [
        (PAPERS, 12, "un par un"),
        (PAPERS.replace("college: a, choice: against", "college: z, choice: against"), 17, "« z »"),
        (PAPERS.replace("m2", "m1"), 17, "ligne 16"),
        (PAPERS.replace("choice: against", "choice: no"), 17, "for, against, abstention, blank"),
        (PAPERS.replace("choice: against, ", ""), 17, "choice"),
    ],
)
def test_ballots_that_cannot_be_counted_are_refused_with_their_line(papers, line, words):
    totals = "" if words == "un par un" else ", for: 3, against: 2"

    with pytest.raises(Unreadable) as refusal:
        recount(FILE.replace(totals, "") + papers)

    assert (refusal.value.problem.line, words in refusal.value.problem.sentence.replace("\u00a0", " ")) == (line, True)


@pytest.mark.parametrize("text", ["", "# rien\n", "[]", "42", "null", "a: b: c", "[" * 5000, "---\n---\n", "\ufeff"])
def test_what_is_no_vote_is_refused_without_a_crash(text):
    with pytest.raises(Unreadable):
        recount(text)


def test_half_a_character_is_refused():
    text = json.dumps(export(rules(ASSEMBLY, majority()), [tally("", 1)])).replace('"art. 17"', '"\\ud83c"', 1)

    with pytest.raises(Unreadable) as refusal:
        recount(text)

    assert "moitié" in refusal.value.problem.sentence
