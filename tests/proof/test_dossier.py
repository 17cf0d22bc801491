"""Sealing: what the zip holds, byte for byte the same each time, and only what was chosen."""

import csv
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import load_workbook

from governance.membership.facts import MemberAdmitted
from governance.record import log
from governance.words import CategoryId, CollegeId, Day, MemberId, Public
from tests.proof.sealed import LETTER, MAP, PAST, SALT, a_letter, a_map, contents, digest, entries, pieces, walked
from web.dossier import Piece, seal_zip
from web.enclosed import read
from web.packing import unpacked
from web.shipped import whole
from web.walk import walk

FILES = {
    "LISEZMOI.txt",
    "cle.txt",
    "chiffres.csv",
    "chiffres.json",
    "chiffres.ods",
    "faits.csv",
    "faits.jsonl",
    "manifeste.json",
    f"pieces/ev09-carte-du-coeur-d-embrun-{a_map.digest[:8]}.pdf",
    f"pieces/ev14-lettre-d-engagement-{a_letter.digest[:8]}.pdf",
    "resume.pdf",
    "sha256sums.txt",
    "tete.note",
    "verifier.go",
    "verifier.py",
}


@pytest.fixture(scope="module")
def files():
    return unpacked(seal_zip(contents()))


def rows(file):
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_same_contents_make_the_same_bytes():
    assert seal_zip(contents()) == seal_zip(contents())


def test_the_zip_is_sorted_dated_1980_and_not_compressed():
    with zipfile.ZipFile(io.BytesIO(seal_zip(contents()))) as archive:
        members = archive.infolist()
        assert archive.testzip() is None

    assert [member.filename for member in members] == sorted(FILES)
    assert {(member.date_time, member.compress_type) for member in members} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_the_manifest_gives_the_head_of_the_whole_record(files):
    manifest = json.loads(files["manifeste.json"])
    root = log.root(log.leaf(data) for _, data in entries(PAST)).hex()

    assert manifest["format"] == "palabre-dossier/1"
    assert manifest["tete"] == {"position": 11, "taille": 11, "racine": root}
    assert manifest["label"] == {"id": "petit-label", "nom": "Petit label", "edition": "modèle d’essai"}
    assert (manifest["cooperative"], manifest["scelle_le"]) == ("Coopérative d’essai", "2026-03-02")
    assert (manifest["statuts"], manifest["demonstration"]) == ("2018-07", False)


def test_the_manifest_says_what_is_proved_and_what_is_missing(files):
    first, second = json.loads(files["manifeste.json"])["criteres"]

    assert first == {"id": "T1", "titre": "Un territoire", "etat": "proved", "manque": [], "commentaire": ""}
    assert (second["etat"], second["manque"]) == ("partly", ["deux lettres d’engagement"])


def test_each_fact_goes_out_in_its_very_bytes_with_its_place(files):
    facts = [json.loads(line) for line in files["faits.jsonl"].splitlines()]
    kept = entries(PAST)

    assert [fact["position"] for fact in facts] == [1, 3, 4, 7]
    assert [(fact["position"], fact["entree"].encode()) for fact in facts] == [kept[n] for n in (0, 2, 3, 6)]


def test_what_was_not_chosen_does_not_go_out(files):
    assert b"LabelPursued" not in b"".join(files.values()).replace(files["verifier.py"], b"")


def test_a_position_is_not_a_rank_where_the_record_has_gaps():
    spread = [(position * 3, data) for position, data in entries(PAST)]
    found = walk(spread, {12, 21}, printed=[15])

    assert [(fact.position, fact.rang) for fact in found.facts] == [(12, 3), (21, 6)]
    assert (found.position, found.size, found.root) == (33, 11, walked().root)
    assert [head.size for head in found.earlier] == [5]


@pytest.mark.parametrize(("proving", "printed"), [({12}, []), ({0}, []), ({1}, [12]), ({1}, [0])])
def test_what_is_not_in_the_record_cannot_be_proved(proving, printed):
    with pytest.raises(LookupError):
        walk(entries(PAST), proving, printed)


def test_earlier_heads_are_those_that_were_printed_then():
    heads = [log.root(log.leaf(data) for _, data in entries(PAST)[:size]).hex() for size in (1, 5, 8)]

    assert [head.root for head in walked().earlier] == heads


def test_spreadsheets_read_the_figures_and_run_no_formula(files):
    header, located, answers = rows(files["chiffres.csv"])

    assert header == ["nom", "valeur", "definition", "date", "position", "base", "faits"]
    assert located[:2] == ["organisations_located", "10"]
    assert answers[1:3] == ["28/310", "'=1+1; des réponses\nà l’enquête"]
    assert files["chiffres.csv"].startswith(b"\xef\xbb\xbf")


def test_a_spreadsheet_knows_which_figure_is_a_number(files, tmp_path):
    (tmp_path / "chiffres.ods").write_bytes(files["chiffres.ods"])
    heads, located, answers = load_workbook(tmp_path / "chiffres.ods").get_sheet_by_index(0).to_python()

    assert [heads[1], located[1], answers[1]] == ["valeur", 10, "28/310"]
    assert read(files["chiffres.ods"]) == [
        [*rows(files["chiffres.csv"])[0]],
        *[[words.removeprefix("'") for words in row] for row in rows(files["chiffres.csv"])[1:]],
    ]


def test_spreadsheets_read_the_facts(files):
    header, *facts = rows(files["faits.csv"])

    assert header == ["position", "rang", "kind", "at", "by", "gesture", "fact"]
    assert [fact[2] for fact in facts] == ["RecordOpened", "RecordOpened", "PieceAttached", "PieceAttached"]
    assert json.loads(facts[2][6])["title"] == "Carte du « cœur » d’Embrun"


def test_figures_stay_exact(files):
    assert [figure["valeur"] for figure in json.loads(files["chiffres.json"])] == ["10", "28/310"]


def test_a_demonstration_says_so():
    shown = unpacked(seal_zip(contents(demonstration=True)))

    assert json.loads(shown["manifeste.json"])["demonstration"] is True
    assert "DÉMONSTRATION" in shown["LISEZMOI.txt"].decode()
    assert "DÉMONSTRATION" not in unpacked(seal_zip(contents()))["LISEZMOI.txt"].decode()


def test_a_document_that_is_not_the_one_attached_is_not_sealed():
    swapped = (Piece(pieces[0].attached, 4, LETTER), pieces[1])

    with pytest.raises(ValueError, match="not the document that was attached"):
        seal_zip(contents(pieces=swapped))


def test_a_salted_digest_does_not_say_which_document_it_is_of():
    assert a_letter.digest != digest(LETTER)
    with pytest.raises(ValueError, match="not the document"):
        seal_zip(contents(pieces=(pieces[0], Piece(a_letter, 7, LETTER))))


def test_a_fact_about_a_person_is_never_sealed():
    admission = MemberAdmitted(MemberId("lea"), CategoryId("salaries"), CollegeId("salaries"), Day("2021-02-01"))
    past = [*PAST, admission]

    with pytest.raises(ValueError, match="MemberAdmitted is about a person"):
        seal_zip(contents(walk=walk(entries(past), {4, 12})))


def test_the_shipped_verifier_is_ours_to_the_byte(files):
    assert files["verifier.py"].decode() == whole()
    assert files["verifier.go"] == Path("web/verifier.go").read_bytes()


def test_a_piece_checks_by_hand_with_its_salt(files):
    piece = json.loads(files["manifeste.json"])["pieces"][1]
    command = f"(printf %s {piece['sel']}; cat) | sha256sum"
    done = subprocess.run(["sh", "-c", command], input=files[piece["fichier"]], capture_output=True, check=True)

    assert done.stdout.split()[0].decode() == pieces[1].attached.digest
    assert (piece["sel"], files[piece["fichier"]]) == (SALT, LETTER)
    assert MAP in files.values()


GUIDE = Path("docs/dossier-de-preuves.md").read_text("utf-8")


@pytest.mark.parametrize("line", [1, 2, 3, 4])
def test_a_fact_checks_by_hand_as_the_guide_says(files, tmp_path, line):
    (tmp_path / "faits.jsonl").write_bytes(files["faits.jsonl"])
    (script,) = re.findall(r"```sh\n(.*?)```", GUIDE, re.S)
    asked = re.sub(r"^n=1", f"n={line}", script)

    done = subprocess.run(["sh", "-eu", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == walked().root


def test_the_guide_names_every_file_and_every_key(files):
    manifest = json.loads(files["manifeste.json"])
    names = {name for name in FILES if "/" not in name} | set(manifest) | set(json.loads(files["chiffres.json"])[0])

    assert {name for name in names if f"`{name}`" not in GUIDE} == set()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Œuvre & l’été", "oeuvre-l-ete"),
        ('<b>"x"</b> 🙂', "b-x-b"),
        ("خريطة", ""),
        ("../../etc", "etc"),
        ("a" * 300, "a" * 75),
    ],
)
def test_a_piece_has_a_name_that_every_system_can_write(title, slug):
    named = Piece(replace(a_map, title=Public(title)), 4, MAP).name

    assert named == f"pieces/ev09{'-' * bool(slug)}{slug}-{a_map.digest[:8]}.pdf"
