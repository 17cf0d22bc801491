"""At the door: somebody is found by three letters or by the code of her paper, and is there once."""

import pytest

from governance.words import AssemblyId, MemberId
from web.assemblies.finding import answering, code

AG = AssemblyId("ag")
ROLL = [
    {"assembly": AG, "member": MemberId(member), "name": name, "voter_name": voter}
    for member, name, voter in (
        ("b1", "Basile Onde", "Basile Onde"),
        ("b2", "Élodie d’Œuvre", "Élodie d’Œuvre"),
        ("c1", "Jardins de la Durance", "Dario Faure"),
        ("c2", "Jardins de la Durance et du Buëch", None),
        ("e1", None, None),
    )
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bas", ["b1"]),
        ("ond BAS", ["b1"]),
        ("elo", ["b2"]),
        ("oeu", ["b2"]),
        ("dar", ["c1"]),
        ("jar", ["c1", "c2"]),
        ("jardins de la durance", ["c1"]),
        ("asi", []),
        (code(AG, MemberId("c2")), ["c2"]),
        (code(AG, MemberId("c2")).lower() + " ", ["c2"]),
        (code(AssemblyId("autre"), MemberId("c2")), []),
        ("", ["b1", "b2", "c1", "c2", "e1"]),
    ],
)
def test_a_line_answers_to_how_its_names_begin_and_to_its_code(typed, found):
    assert [one["member"] for one in answering(ROLL, typed)] == found


def test_a_code_is_eight_signs_that_a_simple_reader_knows():
    codes = {code(AG, MemberId(f"m{number}")) for number in range(1000)}

    assert len(codes) == 1000
    assert all(len(one) == 8 and one.isalnum() and one == one.upper() for one in codes)
