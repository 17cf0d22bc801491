"""The `palabre` command: what it prints, what it says when it cannot, and how it leaves."""

import json
from pathlib import Path

import pytest

from tests.conftest import new_cooperative
from tests.palabre import Palabre, runner
from web.__main__ import COMMANDS
from web.commands import open_house

VOTE = Path(__file__).parent.parent / "vectors/scrutins/e01.yaml"

palabre = pytest.fixture(runner)


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PALABRE_HOME", str(folder / "var"))
    return folder / "var"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_french(palabre: Palabre, name: str) -> None:
    left = palabre(name, "--help")

    assert left.code == 0
    assert "Usage\u00a0: palabre" in left.printed
    assert "Montre cette aide." in left.printed
    assert "Show this message" not in left.printed


def test_without_a_word_it_lists_its_commands_and_what_its_codes_mean(palabre: Palabre) -> None:
    left = palabre()

    assert "Commandes" in left.printed
    assert "Réponses à un script" in left.printed


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["count"], "Il manque 'FICHIER'."),
        (["count", "--zork"], "L’option --zork n’existe pas."),
        (["zork"], "Cette commande n’est pas comprise."),
        (["status", "zork"], "Cette commande n’est pas comprise."),
    ],
)
def test_a_command_badly_written_is_refused_with_where_to_read_more(
    palabre: Palabre, words: list[str], sentence: str
) -> None:
    left = palabre(*words)

    assert (left.code, left.printed) == (2, "")
    assert left.said.startswith(f"palabre\u00a0: {sentence} Voyez «")


def test_an_installation_is_migrated_then_shown(palabre: Palabre, home: Path) -> None:
    assert palabre("status").code == 3
    assert json.loads(palabre("migrate", "--json").printed)["palabre"][0] == "0001_cooperatives.sql"
    assert "déjà à jour" in palabre("migrate").printed
    assert "Aucune coopérative" in palabre("status").printed


def test_the_cooperatives_are_shown_with_what_waits(
    palabre: Palabre, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_house() as house:
        house.migrate()
        new_cooperative(house, "pole", "Le pôle")

    assert "Le pôle" in palabre("status").printed
    [pole] = json.loads(palabre("status", "--json").printed)["cooperatives"]
    assert (pole["slug"], pole["name"], pole["state"], pole["waiting"]) == ("pole", "Le pôle", "open", [])


def test_a_house_that_cannot_open_is_said_on_the_error_output(
    palabre: Palabre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALABRE_DATABASE_URL", f"postgresql://nobody@/palabre?host={tmp_path}")
    monkeypatch.setenv("PALABRE_HOME", str(tmp_path / "var"))
    left = palabre("migrate")

    assert (left.code, left.printed) == (3, "")
    assert left.said.startswith("palabre\u00a0: PostgreSQL ne répond pas")


def test_a_vote_is_counted_from_its_file(palabre: Palabre) -> None:
    left = palabre("count", str(VOTE))

    assert left.code == 0
    assert json.loads(left.printed)["count"]["adopted"] in (True, False)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "n’existe pas"),
        (b"\xff\xfe", "UTF-8"),
        (b"a: [", ", ligne 1"),
    ],
)
def test_a_file_that_cannot_be_counted_is_refused(
    palabre: Palabre, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "scrutin.yaml"
    if content is not None:
        file.write_bytes(content)
    left = palabre("count", str(file))

    assert (left.code, left.printed) == (1, "")
    assert sentence in left.said
