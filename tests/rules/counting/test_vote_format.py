"""The documented format of a vote: its example counts, and a file with a fault is refused with its line."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

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
from tests.rules.counting.polls import ASSEMBLY, majority, rules, tally
from web.edge.lines import Unreadable
from web.edge.schema import key_of
from web.recount import recount
from web.vote_file import Ballot, Heads, Page, Word, export

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
        (PAPERS, 12, "à part"),
        (PAPERS.replace("college: a, choice: against", "college: z, choice: against"), 17, "« z »"),
        (PAPERS.replace("m2", "m1"), 17, "ligne 16"),
        (PAPERS.replace("choice: against", "choice: no"), 17, "for, against, abstention, blank"),
        (PAPERS.replace("choice: against, ", ""), 17, "choice"),
    ],
)
def test_ballots_that_cannot_be_counted_are_refused_with_their_line(papers, line, words):
    totals = "" if words == "à part" else ", for: 3, against: 2"

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


def test_ballots_hands_and_urns_are_added_up_by_collège():
    parts = "ballots:\n  - {college: a, choice: for}\nhands:\n  - {college: a, for: 2, against: 1}\n"
    parts += "urns:\n  - {college: a, void: 1}\n"
    text = FILE.replace(", for: 3, against: 2", "")

    [found] = [one for one in json.loads(recount(text + parts))["count"]["lines"] if one["tally"]["college"] == "a"]

    assert [found["tally"][key] for key in ("for", "against", "void")] == [3, 1, 1]


def test_hands_of_a_collège_without_figures_are_refused_with_their_line():
    with pytest.raises(Unreadable) as refusal:
        recount(FILE.replace(", for: 3, against: 2", "") + "hands:\n  - {college: z, for: 1}\n")

    assert "z" in refusal.value.problem.sentence
