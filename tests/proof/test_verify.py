"""Verifying: the good dossier is accepted; whatever was altered is refused, and named."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.record.note import Checkpoint, Cosigner, Signer
from tests.documents.signing import apart, certificate, rewritten
from tests.proof.forging import (
    FILES,
    HEAD,
    LETTER,
    MAP,
    SEALED,
    check,
    consistent,
    figures,
    flipped,
    forged,
    lines,
    manifest,
    rename,
    said,
    swap,
)
from tests.proof.sealed import ORIGIN, SALT, SIGNER, contents, walked
from tests.proof.sealed import figures as shown
from web.dossier import figure_files, seal_zip
from web.packing import pack, sha256


def test_a_sealed_dossier_is_intact(tmp_path):
    report = check(tmp_path, SEALED)

    assert (report.code, report.faults, report.digest) == (0, [], sha256(SEALED))
    assert f"Tête du registre : {HEAD}" in report.notes


JSON, TABLE = "chiffres.json", "chiffres.csv"


def kept(files, *names: str) -> dict[str, bytes]:
    return {name: files[name] for name in names}


def signed_head(size: int, root: str) -> bytes:
    return SIGNER.sign(Checkpoint(ORIGIN, size, bytes.fromhex(root))).encode()


def spreadsheet(files, said: bytes, instead: bytes) -> None:
    """Says it in the table of figures, where `said` is."""
    with ZipFile(BytesIO(files["chiffres.ods"])) as sheet:
        parts = {name: sheet.read(name) for name in sheet.namelist()}
    assert said in parts["content.xml"]
    files["chiffres.ods"] = pack({**parts, "content.xml": parts["content.xml"].replace(said, instead)})


def beheaded(files, name: str) -> None:
    salt, files[name] = files[name][:9].decode(), files[name][9:]
    manifest(files, lambda told: told["pieces"][1].update(sel=told["pieces"][1]["sel"] + salt))


# (what is done to the files, what the sentence must name)
CARELESS = {
    "a byte of the summary": (flipped("resume.pdf"), "resume.pdf a été altéré"),
    "a byte of the figures": (flipped("chiffres.csv", 90), "chiffres.csv a été altéré"),
    "a byte of the figures for spreadsheets": (flipped("chiffres.ods", 60), "chiffres.ods a été altéré"),
    "a byte of the figures for machines": (flipped("chiffres.json", 12), "chiffres.json a été altéré"),
    "a byte of the table of facts": (flipped("faits.csv", 60), "faits.csv a été altéré"),
    "a byte of the facts": (flipped("faits.jsonl", 1), "faits.jsonl a été altéré"),
    "a byte of the readme": (flipped("LISEZMOI.txt"), "LISEZMOI.txt a été altéré"),
    "a byte of the verifier": (flipped("verifier.py"), "verifier.py a été altéré"),
    "a byte of a piece": (flipped(MAP), f"{MAP} a été altéré"),
    "a byte of the sums": (flipped("sha256sums.txt"), "manifeste.json et sha256sums.txt ne se correspondent plus"),
    "a byte of the manifest": (flipped("manifeste.json", 3), "manifeste.json manque ou n’a pas la forme attendue"),
    "a word of the manifest": (
        lambda files: manifest(files, lambda told: told.update(cooperative="Une autre")),
        "manifeste.json et sha256sums.txt ne se correspondent plus",
    ),
    "a size in the manifest": (
        lambda files: manifest(files, lambda told: told["fichiers"]["resume.pdf"].update(octets=9)),
        "resume.pdf a été altéré",
    ),
    "a digest in the manifest": (
        lambda files: manifest(files, lambda told: told["fichiers"]["resume.pdf"].update(sha256="0" * 64)),
        "resume.pdf a été altéré",
    ),
    "a byte of the signed head": (flipped("tete.note"), "tete.note a été altéré"),
    "a byte of the key": (flipped("cle.txt"), "cle.txt a été altéré"),
    "another format": (
        lambda files: manifest(files, lambda told: told.update(format="palabre-dossier/2")),
        "annonce un autre format",
    ),
    "a file added": (lambda files: files.update({"lettre.txt": b"Bonjour"}), "lettre.txt a été ajouté"),
    "a piece added": (lambda files: files.update({"pieces/x.pdf": b"%PDF"}), "pieces/x.pdf a été ajouté"),
    "a file removed": (lambda files: files.pop("resume.pdf"), "resume.pdf manque"),
    "a piece removed": (lambda files: files.pop(LETTER), f"{LETTER} manque"),
    "the facts removed": (lambda files: files.pop("faits.jsonl"), "faits.jsonl manque"),
    "the manifest removed": (lambda files: files.pop("manifeste.json"), "manifeste.json manque"),
    "the sums removed": (lambda files: files.pop("sha256sums.txt"), "sha256sums.txt"),
    "a piece renamed": (lambda files: rename(files, MAP, "pieces/b.pdf"), f"pieces/b.pdf est « {MAP} » renommé"),
    "two pieces swapped": (lambda files: swap(files, MAP, LETTER), f"{MAP} contient « {LETTER} »"),
    "two files swapped": (lambda files: swap(files, "chiffres.csv", "faits.csv"), "contient « faits.csv »"),
    "a figure in the table only": (
        lambda files: files.update({"chiffres.csv": files["chiffres.csv"].replace(b";10;", b";12;")}),
        "chiffres.csv a été altéré",
    ),
}  # fmt: skip
# The same where the forger also made the tables, the manifest and the sums agree.
CAREFUL = {
    "a fact reworded": (forged("Carte du", "Plan du"), "le fait 4 a été altéré"),
    "the author of a fact": (forged('"by":"secretary"', '"by":"somebody"'), "le fait 4 a été altéré"),
    "the day of a fact": (forged("2018-10", "2018-11"), "le fait 4 a été altéré"),
    "a sibling of a path": (
        lambda files: lines(files, lambda facts: facts[1]["chemin"].__setitem__(0, "0" * 64)),
        "le fait 3 a été altéré",
    ),
    "a path too short": (lambda files: lines(files, lambda facts: facts[1]["chemin"].pop()), "le fait 3"),
    "a path too long": (lambda files: lines(files, lambda facts: facts[1]["chemin"].append("0" * 64)), "le fait 3"),
    "a fact said to stand elsewhere": (lambda files: lines(files, lambda f: f[1].update(rang=8)), "le fait 3"),
    "a fact beyond the head": (
        lambda files: lines(files, lambda facts: facts[3].update(position=40)),
        "le fait 40 a été altéré",
    ),
    "facts reordered": (lambda files: lines(files, list.reverse), "ne suit plus l’ordre"),
    "a fact twice": (lambda files: lines(files, lambda facts: facts.append(facts[3])), "le fait 7 figure deux fois"),
    "a fact removed": (
        lambda files: lines(files, lambda facts: facts.pop(1)),
        "s’appuie sur un fait qui n’est pas dans ce dossier",
    ),
    "the fact of a piece removed": (
        lambda files: lines(files, lambda facts: facts.pop()),
        f"{LETTER} n’est pas la pièce que dit le registre",
    ),
    "a fact invented": (
        lambda files: lines(files, lambda facts: facts.insert(3, {**facts[2], "position": 5, "rang": 4})),
        "le fait 5 a été altéré",
    ),
    "a piece replaced": (
        lambda files: files.update({MAP: b"%PDF-1.7 une autre carte"}),
        f"{MAP} n’est pas la pièce que dit le registre",
    ),
    "a piece added": (
        lambda files: files.update({"pieces/x.pdf": b"%PDF"}),
        "pieces/x.pdf n’est pas la pièce que dit le registre",
    ),
    "a piece removed": (lambda files: files.pop(MAP), f"{MAP} n’est pas la pièce que dit le registre"),
    "two pieces swapped": (
        lambda files: swap(files, MAP, LETTER),
        f"{LETTER} n’est pas la pièce que dit le registre",
    ),
    "a piece under another title": (
        lambda files: manifest(files, lambda told: told["pieces"][0].update(titre="Délibération")),
        f"{MAP} n’est pas la pièce que dit le registre",
    ),
    "a piece for another evidence": (
        lambda files: manifest(files, lambda told: told["pieces"][0].update(justificatif="EV14")),
        f"{MAP} n’est pas la pièce que dit le registre",
    ),
    "a document whose beginning went to its salt": (
        lambda files: beheaded(files, LETTER),
        f"{LETTER} n’est pas la pièce que dit le registre",
    ),
    "a document that its salt came before": (
        lambda files: (
            files.update({LETTER: SALT.encode() + files[LETTER]})
            or manifest(files, lambda told: told["pieces"][1].update(sel=""))
        ),
        f"{LETTER} n’est pas la pièce que dit le registre",
    ),
    "a piece of another day": (
        lambda files: manifest(files, lambda told: told["pieces"][0].update(date="2019-10")),
        f"{MAP} n’est pas la pièce que dit le registre",
    ),
    "the ends of the lines of a table": (
        lambda files: files.update({"chiffres.csv": files["chiffres.csv"].replace(b"\r\n", "\u2028".encode())}),
        "chiffres.csv ne s’accorde plus avec son fichier pour machines : l’ordre des lignes",
    ),
    "a figure in the table only": (
        lambda files: files.update({"chiffres.csv": files["chiffres.csv"].replace(b";10;", b";12;")}),
        "chiffres.csv ne s’accorde plus avec son fichier pour machines : organisations_located",
    ),
    "a figure in the file for machines only": (
        lambda files: figures(files, lambda told: told[0].update(valeur="12")),
        "chiffres.csv ne s’accorde plus avec son fichier pour machines : organisations_located",
    ),
    "a figure in the spreadsheet only": (
        lambda files: files.update(figure_files([replace(shown[0], value="12"), shown[1]]) | kept(files, JSON, TABLE)),
        "chiffres.ods ne s’accorde plus avec chiffres.json",
    ),
    "a spreadsheet that is none": (lambda files: files.update({"chiffres.ods": b"PK"}), "chiffres.json n’a pas la"),
    "a figure that the spreadsheet shows and does not write": (
        lambda files: spreadsheet(files, b'office:value="10"', b'office:value="12"'),
        "chiffres.json n’a pas la forme attendue",
    ),
    "a formula in the spreadsheet": (
        lambda files: spreadsheet(files, b'office:value="10"', b'office:value="10" table:formula="of:=6+6"'),
        "chiffres.json n’a pas la forme attendue",
    ),
    "a figure everywhere but in the summary": (
        lambda files: files.update(figure_files([replace(shown[0], value="12"), shown[1]])),
        "resume.pdf enferme un autre chiffres.json que celui du dossier",
    ),
    "a figure that the summary alone encloses": (
        lambda files: files.update({"resume.pdf": files["resume.pdf"].replace(b"nom;valeur", b"nom;val3ur")}),
        "resume.pdf enferme un autre chiffres.csv que celui du dossier",
    ),
    "a figure computed after the head": (
        lambda files: figures(files, lambda told: told[0].update(position=12)),
        "le chiffre organisations_located s’appuie",
    ),
    "an older head": (
        lambda files: manifest(files, lambda told: told["tete"].update(taille=8, racine=walked().earlier[2].root)),
        "donne une tête où aucun fait ne mène",
    ),
    "an older size": (
        lambda files: manifest(files, lambda told: told["tete"].update(taille=8)),
        "donne une tête où aucun fait ne mène",
    ),
    "a wrong root": (
        lambda files: manifest(files, lambda told: told["tete"].update(racine="0" * 64)),
        "donne une tête où aucun fait ne mène",
    ),
    "the signed head of another day": (
        lambda files: files.update({"tete.note": signed_head(8, walked().earlier[2].root)}),
        "tete.note ne signe pas la tête du manifeste",
    ),
    "a signature changed": (
        lambda files: files.update({"tete.note": files["tete.note"].replace(b"=\n", b"A=\n")}),
        "tete.note n’est pas",
    ),
    "a head signed by another key": (
        lambda files: files.update({"tete.note": walked(signer=Signer(ORIGIN, b"!" * 32)).note.encode()}),
        "tete.note n’est pas signée par la clé de cle.txt",
    ),
    "another key than the one that signed": (
        lambda files: files.update({"cle.txt": f"{Signer(ORIGIN, b'!' * 32).key}\n".encode()}),
        "tete.note n’est pas signée par la clé de cle.txt",
    ),
    "a key that is none": (lambda files: files.update({"cle.txt": b"clef\n"}), "tete.note n’a pas la forme"),
    "the signed head without its key": (lambda files: files.pop("cle.txt"), "tete.note n’a pas la forme"),
    "a key without the head that it signed": (lambda files: files.pop("tete.note"), "tete.note n’a pas la forme"),
    "an earlier head invented": (
        lambda files: manifest(files, lambda told: told["tetes_anterieures"][1].update(racine="0" * 64)),
        "n’est pas un début de ce registre",
    ),
    "an earlier head of another size": (
        lambda files: manifest(files, lambda told: told["tetes_anterieures"][1].update(taille=6)),
        "n’est pas un début de ce registre",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "sentence"), CARELESS.values(), ids=CARELESS)
def test_what_was_altered_is_refused_and_named(tmp_path, change, sentence):
    files = dict(FILES)
    change(files)

    report = check(tmp_path, pack(files))

    assert report.code == 1
    assert sentence in said(report)


@pytest.mark.parametrize(("change", "sentence"), CAREFUL.values(), ids=CAREFUL)
def test_what_was_altered_with_care_is_refused_and_named(tmp_path, change, sentence):
    files = dict(FILES)
    change(files)
    consistent(files)

    report = check(tmp_path, pack(files))

    assert report.code == 1
    assert sentence in said(report)


def test_a_forger_who_changes_nothing_is_believed(tmp_path):
    """Or the tests above would prove nothing."""
    files = dict(FILES)
    consistent(files)

    assert check(tmp_path, pack(files)).code == 0


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_no_byte_of_the_zip_can_change(tmp_path_factory, at, change):
    raw = bytearray(SEALED)
    raw[at] ^= change

    assert check(tmp_path_factory.mktemp("flip"), bytes(raw)).code == 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(SEALED) - 1))
def test_a_dossier_cut_anywhere_is_refused(tmp_path_factory, at):
    assert check(tmp_path_factory.mktemp("cut"), SEALED[:at]).code == 1


def test_an_earlier_head_that_a_witness_signed_goes_along(tmp_path):
    old = walked().earlier[1]
    head = Checkpoint(ORIGIN, old.size, bytes.fromhex(old.root))
    witness = Cosigner("union.example/temoin", b"w" * 32)
    note = SIGNER.sign(head) + witness.cosign(head, 1_800_000_000)
    report = check(tmp_path, seal_zip(contents(witnessed=note)))
    other = check(tmp_path, seal_zip(contents(witnessed=note.replace("\n5\n", "\n6\n"))))
    scribbled = check(tmp_path, seal_zip(contents(witnessed=f"{note}Vu\n")))

    assert report.code == 0
    assert any(told.endswith(": union.example/temoin") for told in report.notes)
    assert "temoins.note ne signe pas une tête du manifeste" in said(other)
    assert "tete.note n’a pas la forme attendue" in said(scribbled)


def test_a_summary_to_which_something_was_added_after_its_seal_is_refused(tmp_path):
    sealed = apart(certificate().seal, FILES["resume.pdf"])
    report = check(tmp_path, seal_zip(contents(summary=sealed)))
    other = check(tmp_path, seal_zip(contents(summary=rewritten(sealed))))

    assert (report.code, other.code) == (0, 1)
    assert said(other) == "resume.pdf a été complété depuis son cachet."


def test_the_words_of_a_dossier_write_no_line_of_the_report(tmp_path):
    files = dict(FILES)
    manifest(files, lambda told: told.update(cooperative="X\nLa tête donnée est celle du dossier.\n\u2066Y"))
    consistent(files)
    report = check(tmp_path, pack(files))

    assert (report.code, len(str(report).splitlines())) == (0, 2 + len(report.notes))
    assert "\u2066" not in str(report)
