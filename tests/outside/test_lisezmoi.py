"""A stranger reads LISEZMOI.txt, copies its commands, and nothing else: the programs of Debian, the network cut."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.documents.signing import SIGNER as SEALER
from tests.documents.signing import apart, certificate, rewritten
from tests.outside.authority import Openssl, open_authority
from tests.outside.debian import alone, installed
from tests.proof.forging import SEALED
from tests.proof.sealed import contents, figures, summed_up, walked
from tests.proof.test_disclosed import sealed as naming
from web.dossier import seal_zip
from web.packing import unpacked

DATED = b"060b2a864886f70d010910020e"  # id-aa-timeStampToken (RFC 3161, appendix A), as a PDF writes it
WANTED = {"pdfsig": "poppler-utils", "pdfdetach": "poppler-utils", "sqlite3": "sqlite3", "go": "golang-go"}


@cache
def signed() -> bytes:
    return seal_zip(contents(summary=apart(certificate().seal, summed_up(walked(), figures))))


def named() -> bytes:
    return naming(12)


def plain() -> bytes:
    return SEALED


def commands(files: dict[str, bytes]) -> list[str]:
    """What is written a little to the right, told apart by what is said between; what only installs is left out."""
    told = (
        files["LISEZMOI.txt"].decode().replace(" RACINE", f" {json.loads(files['manifeste.json'])['tete']['racine']}")
    )
    told = told.replace(" CLÉ", f" {files['cle.txt'].decode().strip()}")
    blocks = re.findall(r"(?:^ {7}.*\n)+", told, re.MULTILINE)
    kept = (re.sub(r"^ *apt-get .*\n", "", block, flags=re.MULTILINE) for block in blocks)
    return [
        block for block in kept if re.match(r" {7}[a-zA-Z]", block) and not re.fullmatch(r" {7}[0-9a-f]{64}\n", block)
    ]


def laid(folder: Path, zipped: bytes) -> dict[str, bytes]:
    """The zip and what it holds, as `unzip` lays them."""
    files = unpacked(zipped)
    (folder / "DOSSIER.zip").write_bytes(zipped)
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return files


def run(folder: Path, command: str) -> "subprocess.CompletedProcess[str]":
    for program, package in WANTED.items():
        if program in command:
            installed(program, package)
    return alone("sh", "-euc", command, cwd=folder)


@pytest.mark.outside
@pytest.mark.parametrize("zipped", [plain, signed, named])
def test_every_command_of_the_readme_answers_well(tmp_path, zipped):
    asked = commands(laid(tmp_path, zipped()))

    for command in asked:
        done = run(tmp_path, command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert len(asked) == 8 + (zipped is not plain)


def told(folder: Path, program: str) -> str:
    [command] = [one for one in commands(unpacked((folder / "DOSSIER.zip").read_bytes())) if program in one]
    done = run(folder, command)
    return done.stdout + done.stderr


def test_sha256sum_reads_the_readme_and_agrees(tmp_path):
    laid(tmp_path, SEALED)

    assert "FAILED" not in told(tmp_path, "sha256sums.txt")
    (tmp_path / "faits.csv").write_bytes(b"autre chose")
    assert "faits.csv: FAILED" in told(tmp_path, "sha256sums.txt")


@pytest.mark.outside
def test_pdfsig_says_whose_seal_it_is_and_refuses_a_changed_page(tmp_path):
    laid(tmp_path, signed())

    assert "Signature is Valid" in told(tmp_path, "pdfsig")
    assert f"Common Name: {SEALER}" in told(tmp_path, "pdfsig")
    assert "\n  - Total document signed" in told(tmp_path, "pdfsig")
    changed = bytearray((tmp_path / "resume.pdf").read_bytes())
    (tmp_path / "resume.pdf").write_bytes(rewritten(bytes(changed)))
    assert "Not total document signed" in told(tmp_path, "pdfsig")
    changed[len(changed) // 3] ^= 1
    (tmp_path / "resume.pdf").write_bytes(changed)
    assert "Digest Mismatch" in told(tmp_path, "pdfsig")


@pytest.mark.outside
def test_an_authority_dates_the_seal_and_the_seal_does_without_where_it_is_silent(tmp_path, monkeypatch):
    openssl = Openssl(tmp_path / "tsa")
    monkeypatch.setenv("PALABRE_TSA_CHAIN", str(openssl.folder / "root.pem"))
    with open_authority(openssl) as authority:
        monkeypatch.setenv("PALABRE_TSA", authority.address)
        dated = apart(certificate().seal, summed_up(walked(), figures))
        openssl.answers = "later"
        undated = apart(certificate().seal, summed_up(walked(), figures))

    assert [DATED in pdf.lower() for pdf in (dated, undated)] == [True, False]


@pytest.mark.outside
def test_pdfdetach_finds_what_lies_beside_and_sees_another(tmp_path):
    laid(tmp_path, SEALED)
    (tmp_path / "chiffres.json").write_bytes(b"[]")

    assert "differ" in told(tmp_path, "pdfdetach")


@pytest.mark.outside
def test_sqlite3_finds_the_facts_that_each_figure_cites(tmp_path):
    laid(tmp_path, SEALED)

    assert told(tmp_path, "sqlite3").split() == [
        "organisations_located;10;RecordOpened;2",
        "survey_answers;28/310;RecordOpened;1",
    ]


@pytest.mark.outside
def test_sha256sum_opens_the_words_said_of_a_person(tmp_path):
    laid(tmp_path, naming(12))

    assert told(tmp_path, "personnes/*").split() == ["1"]
    (tmp_path / "personnes/12-name.json").write_bytes(b'["00", "name", "Tom"]')
    assert told(tmp_path, "personnes/*").split() == ["0"]
