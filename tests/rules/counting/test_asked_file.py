"""An election or a deliberation written to a file is counted from it exactly as it was."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from governance.counting.consent import Consent, Objection
from governance.counting.judgment import Grades, Scale
from governance.counting.no_candidate import Nomination, WithoutCandidate
from governance.counting.points import Gathered, Spread
from governance.counting.ranking import Option
from governance.counting.replay import Choosing, Consenting, Electing, Judging, Pointing, reckoned
from governance.counting.tally import WHOLE
from governance.counting.urn import Named, Running, Suffrage, Tie, Urn
from governance.statutes.facts import Median, Organ, Scheme
from governance.words import PersonId, Public
from tests.rules.counting.polls import ruled, scheme
from web.asked_file import FORMATS, read, written
from web.edge.lines import Unreadable
from web.recount import recount

ANA, BEN, CLEO = (PersonId(name) for name in ("ana", "ben", "cleo"))
A, B = Option("Avril : « oui »"), Option("2026-05")
FOUR = tuple(Public(word) for word in ("0", "1", "2", "3"))
CIRCLE = Consent((ANA, BEN), 2, (ANA,), (Objection(ANA, 1, lifted=2), Objection(BEN, 1, reasoned=False)))
NAMED = WithoutCandidate((ANA, BEN), (ANA, BEN), (Nomination(ANA, BEN, BEN), Nomination(BEN, ANA, BEN)), BEN)
VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "majority_judgment.json").read_text())

ASKED = [
    Electing(
        Suffrage(Scheme(Organ.BOARD), majority=ruled(Fraction(2, 3)), tie=ruled(Tie.ELDER), rounds=ruled(1)),
        Running(1, (ANA, BEN), eldest=(BEN, ANA)),
        (Urn(WHOLE, 9, 6, (Named(ANA, 3), Named(BEN, 3))),),
    ),
    Judging(Scale(FOUR, ruled(Median.UPPER, "22")), 2, (Grades(A, (1, 0, 1, 0)), Grades(B, (0, 0, 0, 2)))),
    Pointing(Spread.DOTS, 5, 3, (Gathered(A, 8), Gathered(B, 4))),
    Consenting(CIRCLE),
    Choosing(NAMED),
    Choosing(NAMED, NAMED.round()),
]


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_written_is_read_back_and_counts_the_same(asked):
    file = json.dumps(written(asked), ensure_ascii=False)

    assert read(file)[0] == asked
    result = json.loads(recount(file))["result"]
    assert [step["key"] for step in result["steps"]] == [step.key for step in reckoned(asked).steps]


def test_before_anybody_is_proposed_there_is_no_round():
    result = reckoned(Choosing(NAMED))

    assert (result.adopted, result.round, result.awaited) == (None, 0, ())


def test_every_format_is_written():
    assert {written(asked)["format"] for asked in ASKED} == set(FORMATS)


def test_the_documented_example_counts():
    page = (Path(__file__).parents[3] / "docs" / "format-du-scrutin.md").read_text()
    example = page.split("```yaml\nformat: palabre-jugement/1")[1].split("```")[0]

    assert json.loads(recount(f"format: palabre-jugement/1{example}"))["result"]["won"] == ["Embrun"]


def test_urns_of_collèges_are_counted_again():
    halves = scheme({"salaries": 50, "usagers": 50})
    urns = (Urn("salaries", 3, 2, (Named(ANA, 2),)), Urn("usagers", 9, 9, (Named(BEN, 5), Named(ANA, 4))))
    asked = Electing(Suffrage(halves), Running(1, (ANA, BEN)), urns)

    assert json.loads(recount(json.dumps(written(asked))))["result"]["elected"] == ["ana"]


E23 = {"participants": 10, "tallies": [[3, 2, 2, 3], [2, 2, 4, 2]], "ranks": [2, 1]}


@pytest.mark.parametrize("vector", [E23, *(v for v in VECTORS if v.get("mode", "StaticDefault") == "StaticDefault")])
def test_e23_and_the_vectors_of_others_are_counted_from_a_file(vector):
    given = []
    for rank, counts in enumerate(vector["tallies"]):
        missing = vector["participants"] - sum(counts)
        whole = [number + missing * (grade == vector.get("default", 0)) for grade, number in enumerate(counts)]
        given.append({"option": f"o{rank}", "counts": whole})
    scale = {"grades": [f"g{rank}" for rank in range(len(vector["tallies"][0]))]}
    question = {"scale": scale, "ballots": vector["participants"], "grades": given}

    found = json.loads(recount(json.dumps({"format": "palabre-jugement/1", "question": question})))["result"]

    places = {one["option"]: one["place"] for one in found["ranking"]}
    assert [places[one["option"]] for one in given] == vector["ranks"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"spread": "dots", "most": 5, "ballots": 1, "gathered": [{"option": "a", "points": 9}]}, "tant de points"),
        ({"spread": "dots", "most": 5}, "ballots"),
        ({"spread": "lots", "most": 5, "ballots": 1, "gathered": []}, "spread"),
    ],
)
def test_a_file_with_a_fault_is_refused_in_a_sentence(question, said):
    with pytest.raises(Unreadable) as refused:
        recount(json.dumps({"format": "palabre-points/1", "question": question}))

    assert said in refused.value.problem.sentence
