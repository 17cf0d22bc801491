"""palabre import: a file of gestures through the rules; refused row by row, taken up where it was."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.conftest import facts_of, record_of
from tests.coop import DEMONSTRATION
from tests.palabre import Palabre
from web.house import House

ROOT = Path(__file__).parent.parent.parent
HEAD = "format: palabre-gestes/1\ngestures:\n"
ADOPT = """\
  - by: creation.secretaire
    do: AdoptStatutes
    with: {version: v1, on: 2025-01-11, in_force_from: 2025-01-11, file: statuts-hautes-alpes.yaml}
"""


def applied(person: str, college: str = "benevoles", on: str = "2026-02-01") -> str:
    fields = f"person: {person}, name: Personne {person}, category: benevoles, college: {college}, on: {on}"
    return f"  - {{by: creation.secretaire, do: ApplyAsPerson, with: {{{fields}}}}}\n"


def organised(member: str, siren: str) -> str:
    fields = (
        f"member: {member}, name: Structure {member}, kind: other, public_body: false, siren: {siren}, seat: Gap,"
        f" representative: r-{member}, representative_name: Zoé, deliberation: CA, category: structures,"
        " college: structures, on: 2026-02-01"
    )
    return f"  - {{by: creation.secretaire, do: ApplyAsOrganisation, with: {{{fields}}}}}\n"


def registered(number: int) -> str:
    return (
        f"  - {{by: creation.secretaire, do: RegisterPerson, with: {{person: p{number}, name: Personne {number}}}}}\n"
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "statuts-hautes-alpes.yaml").write_text((DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text())
    return tmp_path / "gestes.yaml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("format: [", ["ligne 1", "pas refermé"]),
        (HEAD + applied("lea", on="2026-02-30"), ["ligne 3", "n’existe pas dans le calendrier"]),
        (
            HEAD + applied("léa") + applied("tom").replace("ApplyAsPerson", "ApplyAsPersone"),
            ["ligne 3", "identifiant", "ligne 4", "vouliez-vous dire"],
        ),
        (HEAD + ADOPT.replace("statuts-hautes-alpes", "absent"), ["ligne 5", "« absent.yaml » : Ce fichier n’est pas"]),
        (HEAD + applied("lea").strip("\n") + applied("tom").replace("  -", ",  -"), ["ligne 3"]),
        ("\udcff", ["UTF-8"]),
    ],
)
def test_every_fault_of_a_file_is_told_with_its_line_and_nothing_is_carried_out(
    palabre: Palabre, coop: str, house: House, file: Path, text: str, told: list[str]
):
    file.write_bytes(text.encode(errors="surrogateescape"))
    left = palabre("import", coop, str(file))

    assert left.code == 1
    assert all(words in left.said for words in told), left.said
    assert len(facts_of(house, coop)) == 3


def test_a_row_that_the_rules_refuse_keeps_none_of_the_others(palabre: Palabre, coop: str, house: House, file: Path):
    rows = [applied("lea"), applied("tom", "nulle-part"), organised("a", "732829320"), organised("b", "732829320")]
    file.write_text(HEAD + ADOPT + "".join(rows))
    left = palabre("import", coop, str(file))

    assert left.code == 1
    assert "3 gestes accomplis. 2 gestes refusés" in left.said
    assert "ligne 7 : Les statuts ne connaissent pas le collège « nulle-part »" in left.said
    assert "ligne 9 : Le numéro SIREN 732829320 est déjà celui de « Structure a »" in left.said
    assert sum(fact.startswith("MembershipApplied") for fact in facts_of(house, coop)) == 2


def test_the_same_file_twice_changes_nothing(palabre: Palabre, coop: str, house: House, file: Path):
    file.write_text(HEAD + ADOPT + applied("lea"))
    first = palabre("import", coop, str(file))
    once = facts_of(house, coop)

    assert palabre("import", coop, str(file)) == first == (0, "2 gestes accomplis.\n", "")
    assert facts_of(house, coop) == once


def test_a_real_record_is_given_no_past(palabre: Palabre, coop: str, house: House, file: Path):
    file.write_text(HEAD + registered(1).replace("{by", "{at: 2024-01-01T10:00+01:00, by"))
    left = palabre("import", coop, str(file))

    assert left.code == 1
    assert "Ligne 3 : seule une démonstration reçoit des moments passés" in left.said
    assert len(facts_of(house, coop)) == 3


def test_a_demonstration_is_given_a_past_that_never_goes_back(palabre: Palabre, slug: str, house: House, file: Path):
    palabre("create", slug, "Essai", "--secretaire", "Léa", "--demonstration")
    later, sooner = (
        HEAD + registered(n).replace("{by", f"{{at: {year}-01-01T10:00+01:00, by") for n, year in ((1, 2024), (2, 2023))
    )
    file.write_text(later)
    assert palabre("import", slug, str(file)).code == 0

    file.write_text(sooner)
    left = palabre("import", slug, str(file))
    assert left.code == 1
    assert "ligne 3 : Ce moment est à venir, ou précède ce que le journal tient déjà." in left.said
    with record_of(house, slug) as record:
        assert [entry.at.year for entry in record.entries()] == [2000, 2000, 2000, 2024]


def test_a_file_of_another_cooperative_is_not_taken(palabre: Palabre, coop: str, house: House):
    left = palabre("import", coop, str(DEMONSTRATION / "pole-economie-solidaire.yaml"))

    assert left.code == 1
    assert f"est celui de « pole-economie-solidaire », non de « {coop} »" in left.said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("nulle-part", "x.yaml"), "n’existe pas"), (("nulle-part", "{file}"), "Aucune coopérative")],
)
def test_what_is_not_there_is_said(palabre: Palabre, file: Path, words: tuple[str, str], sentence: str):
    file.write_text(HEAD + registered(1))
    left = palabre("import", *(word.format(file=file) for word in words))

    assert left.code == 1
    assert sentence in left.said


def test_an_import_that_was_killed_is_taken_up_where_it_was(palabre: Palabre, coop: str, house: House, file: Path):
    file.write_text(HEAD + "".join(map(registered, range(300))))
    env = os.environ | {"PALABRE_HOME": str(house.folder)}
    words = [sys.executable, "-m", "web", "import", coop, str(file)]
    with record_of(house, coop) as record, subprocess.Popen(words, cwd=ROOT, env=env) as process:
        while record.head() < 20 and process.poll() is None:
            time.sleep(0.005)
        process.kill()
    half = len(facts_of(house, coop))
    assert 20 <= half < 303

    assert palabre("import", coop, str(file)).code == 0
    with record_of(house, coop) as record:
        persons = [entry.fact for entry in record.entries() if entry.gesture.endswith(tuple("0123456789"))]
    assert len(persons) == len(set(persons)) == 300
