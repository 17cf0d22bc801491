"""A dossier checked by the code of Go's checksum database, which has never heard of Palabre."""

import json
from pathlib import Path

import pytest

from governance.record.note import Checkpoint, Cosigner, Signer
from tests.outside.debian import alone, installed
from tests.proof.forging import FILES, forged, lines, manifest
from tests.proof.sealed import ORIGIN, SIGNER, walked

pytestmark = pytest.mark.outside


def built(folder: Path, name: str, source: bytes) -> Path:
    (folder / f"{name}.go").write_bytes(source)
    done = alone(
        *(installed("go", "golang-go", "golang-golang-x-mod-dev"), "build", "-o", name, f"{name}.go"),
        cwd=folder,
        GO111MODULE="off",
        GOPATH="/usr/share/gocode",
        GOCACHE=str(folder / "cache"),
    )
    assert done.returncode == 0, done.stderr
    return folder / name


@pytest.fixture(scope="session")
def go(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second verifier of a dossier, built once from its own source as it leaves."""
    return built(tmp_path_factory.mktemp("go"), "verifier", FILES["verifier.go"])


def said(go: Path, folder: Path, files: dict[str, bytes], *key: str) -> tuple[int, str]:
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    done = alone(go, *key, cwd=folder)
    return done.returncode, done.stdout.strip()


def test_go_finds_the_dossier_intact(go, tmp_path):
    assert said(go, tmp_path, FILES, SIGNER.key) == (
        0,
        "INTACT\u00a0: 4 faits, 3 têtes antérieures, sous une tête signée de 11 écritures",
    )


def another_root(files):
    manifest(files, lambda told: told["tetes_anterieures"][1].update(racine="0" * 64))


ALTERED = {
    "a fact reworded": (forged("Carte du", "Plan du"), "le fait 4"),
    "a sibling": (lambda files: lines(files, lambda f: f[1]["chemin"].__setitem__(0, "0" * 64)), "le fait 3"),
    "a place": (lambda files: lines(files, lambda facts: facts[1].update(rang=8)), "le fait 3"),
    "the signed head": (
        lambda files: files.update({"tete.note": FILES["tete.note"].replace(b"\n11\n", b"\n12\n")}),
        "tete.note",
    ),
    "another key": (
        lambda files: files.update({"tete.note": walked(signer=Signer(ORIGIN, b"!" * 32)).note.encode()}),
        "tete.note",
    ),
    "the head of the manifest": (
        lambda files: manifest(files, lambda told: told["tete"].update(taille=8)),
        "manifeste.json ne dit pas la tête signée",
    ),
    "an earlier head": (another_root, "la tête antérieure"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "names"), ALTERED.values(), ids=ALTERED)
def test_go_refuses_what_was_altered_and_names_it(go, tmp_path, change, names):
    files = dict(FILES)
    change(files)

    code, told = said(go, tmp_path, files)

    assert code == 1
    assert told.startswith(f"ALTÉRÉ\u00a0: {names}")


def test_go_refuses_a_key_that_is_not_the_one_given(go, tmp_path):
    assert said(go, tmp_path, FILES, Signer(ORIGIN, b"!" * 32).key)[0] == 1
    assert json.loads(FILES["manifeste.json"])["tete"]["taille"] == 11


def test_go_reads_a_head_that_a_witness_signed_too_and_checks_both(go, tmp_path):
    witness = Cosigner("palabre/ffffffffffffffff/temoin", b"?" * 32)
    note = FILES["tete.note"].decode()
    cosigned = note + witness.cosign(Checkpoint.read(note), 1_800_000_000)
    files = {**FILES, "tete.note": cosigned.encode()}
    assert said(go, tmp_path, files, SIGNER.key)[0] == 0

    theirs = built(tmp_path, "cosigned", (Path(__file__).parent / "cosigned.go").read_bytes())
    checked = alone(theirs, "tete.note", witness.key, cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "1 1\n")
    (tmp_path / "tete.note").write_text(note + witness.cosign(Checkpoint(ORIGIN, 12, bytes(32)), 1_800_000_000))
    assert alone(theirs, "tete.note", witness.key, cwd=tmp_path).returncode == 1
