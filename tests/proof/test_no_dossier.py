"""Verifying what is no dossier, or is wrapped, packed or shaped otherwise: refused without stumbling."""

import io
import json
import zipfile

import pytest

from tests.proof.forging import FILES, SEALED, check, said
from web.packing import pack


@pytest.mark.parametrize("raw", [b"", b"PK", b"%PDF-1.7", b"\0" * 5000, b"PK\5\6" + b"\0" * 18])
def test_what_is_no_dossier_at_all_is_refused(tmp_path, raw):
    report = check(tmp_path, raw)

    assert report.code == 1
    assert "le zip n’est pas entier" in said(report) or "manifeste.json manque" in said(report)


@pytest.mark.parametrize("raw", [b"avant" + SEALED, SEALED + b"apr\xc3\xa8s"])
def test_bytes_around_the_zip_are_refused(tmp_path, raw):
    assert check(tmp_path, raw).code == 1


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, held in members:
            archive.writestr(name, held)
    return packed.getvalue()


@pytest.mark.parametrize(
    "name", ["../manifeste.json", "/etc/passwd", "pieces/../x", "pieces/a/b", "C:\\x", "…", ".x", "pieces/"]
)
def test_no_file_may_be_named_out_of_the_dossier(tmp_path, name):
    report = check(tmp_path, zipped(*FILES.items(), (name, b"x")))

    assert (report.code, "pas un nom de fichier permis" in said(report)) == (1, True)


def test_a_name_cut_by_a_null_byte_is_refused(tmp_path):
    raw = zipped(*FILES.items(), ("x?.txt", b"x")).replace(b"x?.txt", b"x\0.txt")

    assert "pas un nom de fichier permis" in said(check(tmp_path, raw))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_file_may_stand_twice(tmp_path):
    report = check(tmp_path, zipped(*FILES.items(), ("resume.pdf", b"un autre")))

    assert "resume.pdf figure deux fois dans le zip." in said(report)


def test_a_bomb_is_refused_unopened(tmp_path):
    bomb = zipped(("resume.pdf", b"\0" * 10**7), compression=zipfile.ZIP_DEFLATED)

    assert "annonce plus d’octets" in said(check(tmp_path, bomb))


def test_a_compressed_file_is_refused(tmp_path):
    deflated = zipped(*FILES.items(), compression=zipfile.ZIP_DEFLATED)

    assert "est compressé" in said(check(tmp_path, deflated + b"\0" * 60_000))


def test_the_same_files_zipped_otherwise_are_told_as_such(tmp_path):
    report = check(tmp_path, zipped(*FILES.items()))

    assert said(report) == "le zip n’est plus celui qui a été scellé : ses dates, son ordre ou ses bords ont changé."


HOSTILE = [None, 3, "x", [], {}, [[]], [{}], {"a": 1}, "0" * 63, -1, 10**30, True, 1.5, "\ud800", [None]]


@pytest.mark.parametrize("key", ["format", "label", "tete", "tetes_anterieures", "faits", "pieces", "fichiers"])
def test_a_manifest_of_any_shape_is_refused_without_stumbling(tmp_path, key):
    for value in HOSTILE:
        files = dict(FILES)
        told = json.loads(files["manifeste.json"]) | {key: value}
        files["manifeste.json"] = json.dumps(told).encode()

        assert check(tmp_path, pack(files)).code == 1, value


@pytest.mark.parametrize("key", ["position", "rang", "entree", "chemin"])
def test_a_fact_of_any_shape_is_refused_without_stumbling(tmp_path, key):
    for value in HOSTILE:
        files = dict(FILES)
        facts = [json.loads(line) for line in files["faits.jsonl"].splitlines()]
        facts[1][key] = value
        files["faits.jsonl"] = b"".join(json.dumps(fact).encode() + b"\n" for fact in facts)

        assert check(tmp_path, pack(files)).code == 1, value
