"""palabre verify: the same verdict as the verifier of the zip, with codes that a script can read."""

import json

import pytest

from tests.proof.sealed import contents, walked
from web.__main__ import main
from web.dossier import seal_zip
from web.packing import sha256

SEALED = seal_zip(contents())


@pytest.fixture
def palabre(monkeypatch, capsys):
    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["palabre", "verify", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            main()
        return int(stop.value.code or 0), capsys.readouterr().out

    return run


@pytest.fixture
def dossier(tmp_path):
    file = tmp_path / "dossier.zip"
    file.write_bytes(SEALED)
    return file


def test_a_good_dossier_is_accepted_without_any_installation(palabre, dossier, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    code, told = palabre(dossier, "--tete", walked().root, "--empreinte", sha256(SEALED))

    assert (code, told.splitlines()[0]) == (0, f"{dossier}\u00a0: INTACT")
    assert sorted(tmp_path.iterdir()) == [dossier], "nothing was written"


def test_a_byte_that_was_changed_is_named(palabre, dossier):
    dossier.write_bytes(SEALED.replace(b"28/310", b"29/310"))
    code, told = palabre(dossier)

    assert code == 1
    assert "chiffres.csv a été altéré" in told


def test_another_head_or_another_zip_is_refused(palabre, dossier):
    assert palabre(dossier, "--tete", "0" * 64)[0] == 1
    assert palabre(dossier, "--empreinte", "0" * 64)[0] == 1


def test_what_cannot_be_read_is_neither(palabre, tmp_path):
    code, told = palabre(tmp_path / "absent.zip")

    assert code == 2
    assert "ne peut pas être lu" in told


def test_a_machine_reads_json(palabre, dossier):
    code, told = palabre(dossier, "--json")

    assert (code, json.loads(told)["digest"]) == (0, sha256(SEALED))
