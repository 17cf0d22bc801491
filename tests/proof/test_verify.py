"""Verifying: the good dossier is accepted; whatever was altered is refused, and named."""

import ast
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.record import log
from tests.proof.sealed import PAST, contents, entries, walked
from web.dossier import seal_zip
from web.verify import climbed, main, pack, sha256, sums, table, unpacked, verify

SEALED = seal_zip(contents())
FILES = unpacked(SEALED)
MAP, LETTER = sorted(name for name in FILES if name.startswith("pieces/"))
HEAD = walked().root
VERIFIER = Path("web/verify.py")


def check(tmp_path: Path, raw: bytes, **compared: str):
    file = tmp_path / "dossier.zip"
    file.write_bytes(raw)
    return verify(file, **compared)


def said(report) -> str:
    return "\n".join(map(str, report.faults))


def lines(files, change: Callable[[list], object]) -> None:
    """Changes the facts, read from JSON, and writes them back."""
    facts = [json.loads(line) for line in files["faits.jsonl"].splitlines()]
    change(facts)
    files["faits.jsonl"] = "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts).encode()


def manifest(files, change: Callable[[dict], object]) -> None:
    told = json.loads(files["manifeste.json"])
    change(told)
    files["manifeste.json"] = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def figures(files, change: Callable[[list], object]) -> None:
    told = json.loads(files["chiffres.json"])
    change(told)
    files["chiffres.json"] = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def consistent(files) -> None:
    """What a careful forger does: facts.csv, manifest and sums follow what was changed."""
    facts = [json.loads(line) for line in files["faits.jsonl"].splitlines()]
    files["faits.csv"] = table(
        [{"position": f["position"], "rang": f["rang"], **json.loads(f["entree"])} for f in facts]
    )
    held = {name: content for name, content in files.items() if name not in ("manifeste.json", "sha256sums.txt")}
    manifest(
        files,
        lambda told: told.update(
            faits=[fact["position"] for fact in facts],
            fichiers={name: {"octets": len(of), "sha256": sha256(of)} for name, of in held.items()},
        ),
    )
    digests = {name: sha256(of) for name, of in files.items() if name != "sha256sums.txt"}
    files["sha256sums.txt"] = sums(digests)


def flipped(name: str, at: int = 0) -> Callable[[dict], None]:
    def change(files) -> None:
        held = bytearray(files[name])
        held[at] ^= 1
        files[name] = bytes(held)

    return change


def swap(files, one: str, other: str) -> None:
    files[one], files[other] = files[other], files[one]


def rename(files, one: str, other: str) -> None:
    files[other] = files.pop(one)


def forged(text: str, instead: str) -> Callable[[dict], None]:
    return lambda files: lines(files, lambda facts: facts[2].update(entree=facts[2]["entree"].replace(text, instead)))


def test_a_sealed_dossier_is_intact(tmp_path):
    report = check(tmp_path, SEALED)

    assert (report.code, report.faults, report.digest) == (0, [], sha256(SEALED))
    assert f"Tête du registre : {HEAD}" in report.notes


# (what is done to the files, what the sentence must name)
CARELESS = {
    "a byte of the summary": (flipped("resume.pdf"), "resume.pdf a été altéré"),
    "a byte of the figures": (flipped("chiffres.csv", 90), "chiffres.csv a été altéré"),
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
    "a figure in the table only": (
        lambda files: files.update({"chiffres.csv": files["chiffres.csv"].replace(b";10;", b";12;")}),
        "chiffres.csv ne s’accorde plus avec son fichier pour machines : organisations_located",
    ),
    "a figure in the file for machines only": (
        lambda files: figures(files, lambda told: told[0].update(valeur="12")),
        "chiffres.csv ne s’accorde plus avec son fichier pour machines : organisations_located",
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

    assert "est compressé" in said(check(tmp_path, deflated + b"\0" * len(SEALED)))


def test_the_same_files_zipped_otherwise_are_told_as_such(tmp_path):
    report = check(tmp_path, zipped(*FILES.items()))

    assert said(report) == "le zip n’est plus celui qui a été scellé : ses dates, son ordre ou ses bords ont changé."


@pytest.mark.parametrize("size", [1, 5, 8])
def test_a_head_printed_before_is_recognised(tmp_path, size):
    printed = log.root(log.leaf(data) for _, data in entries(PAST)[:size]).hex()

    report = check(tmp_path, SEALED, head=printed)

    assert (report.code, "La tête donnée est celle d’un début de ce registre." in report.notes) == (0, True)


def test_the_head_of_the_dossier_is_recognised_as_people_type_it(tmp_path):
    typed = " ".join(re.findall("....", HEAD.upper()))

    report = check(tmp_path, SEALED, head=typed)

    assert (report.code, "La tête donnée est celle du dossier." in report.notes) == (0, True)


def test_a_dossier_made_anew_with_another_past_is_seen_only_by_comparing_heads(tmp_path):
    rewritten = seal_zip(contents(walk=walked([*PAST[:-1], PAST[1]])))

    alone, compared = check(tmp_path, rewritten), check(tmp_path, rewritten, head=HEAD)

    assert alone.code == 0
    assert any("comparez cette tête" in note for note in alone.notes)
    assert (compared.code, "ne connaît pas la tête que vous donnez" in said(compared)) == (1, True)


def test_a_figure_changed_everywhere_is_seen_only_by_comparing_the_digest_of_the_zip(tmp_path):
    files = dict(FILES)
    figures(files, lambda told: told[0].update(valeur="12"))
    files["chiffres.csv"] = table(json.loads(files["chiffres.json"]))
    consistent(files)

    assert check(tmp_path, pack(files), head=HEAD).code == 0
    assert check(tmp_path, SEALED, digest=sha256(SEALED)).code == 0
    assert check(tmp_path, pack(files), digest=sha256(SEALED)).code == 1


@pytest.mark.parametrize("compared", [{"head": "3fa9"}, {"digest": "x" * 64}])
def test_what_cannot_be_compared_is_not_checked(tmp_path, compared):
    assert check(tmp_path, SEALED, **compared).code == 2


def test_a_file_that_is_not_there_is_not_checked(tmp_path):
    assert verify(tmp_path / "absent.zip").code == 2


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


@given(
    st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))),
)
def test_the_verifier_climbs_as_the_record_does(place):
    size, rank = place
    leaves = [log.leaf(str(number).encode()) for number in range(size)]
    path = [sibling.hex() for sibling in log.tree(leaves, [rank]).paths[rank]]

    assert climbed(leaves[rank], rank, size, path) == log.root(leaves).hex()
    assert climbed(leaves[rank], rank, size, path, as_last=True) == log.root(leaves[: rank + 1]).hex()


@given(
    st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))),
    st.data(),
)
def test_a_path_leads_to_the_root_from_one_leaf_and_one_place_alone(place, data):
    size, rank = place
    leaves = [log.leaf(str(number).encode()) for number in range(size)]
    elsewhere = data.draw(st.integers(0, size + 3).filter(lambda other: other != rank))
    tree = log.tree(leaves, [rank])
    path = [sibling.hex() for sibling in tree.paths[rank]]

    assert climbed(leaves[rank], elsewhere, size, path) != tree.root.hex()
    assert climbed(log.leaf(b"forged"), rank, size, path) != tree.root.hex()
    assert climbed(leaves[rank], rank, size, [*path, leaves[0].hex()]) != tree.root.hex()
    assert not path or climbed(leaves[rank], rank, size, path[:-1]) != tree.root.hex()


def run(*arguments: str | Path):
    command = [sys.executable, "-I", "-S", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")


def test_the_verifier_of_the_zip_runs_alone(tmp_path):
    (tmp_path / "verifier.py").write_bytes(FILES["verifier.py"])
    (tmp_path / "bon.zip").write_bytes(SEALED)
    (tmp_path / "mauvais.zip").write_bytes(SEALED.replace(b"28/310", b"29/310"))

    good, bad = (
        run(tmp_path / "verifier.py", tmp_path / "bon.zip"),
        run(tmp_path / "verifier.py", tmp_path / "mauvais.zip"),
    )

    assert (good.returncode, good.stdout.splitlines()[0]) == (0, f"{tmp_path}/bon.zip : INTACT")
    assert (bad.returncode, bad.stdout.splitlines()[0]) == (1, f"{tmp_path}/mauvais.zip : ALTÉRÉ")
    assert "- chiffres.csv a été altéré" in bad.stdout
    assert run(tmp_path / "verifier.py", tmp_path / "absent.zip").returncode == 2


def test_machines_read_the_verdict_in_json(tmp_path, capsys):
    (tmp_path / "d.zip").write_bytes(SEALED[:-1])

    code = main([str(tmp_path / "d.zip"), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (code, told["code"]) == (1, 1)
    assert told["faults"] == ["le zip n’est pas entier : tronqué, abîmé, ou d’un autre type."]


def test_the_words_of_a_zip_give_no_orders_to_the_terminal(tmp_path, capsys):
    files = dict(FILES)
    told = json.loads(files["manifeste.json"]) | {"cooperative": "\x1b[2J\u202eeffacé\ud800"}
    files["manifeste.json"] = json.dumps(told).encode()
    files["sha256sums.txt"] = sums({n: sha256(of) for n, of in files.items() if n != "sha256sums.txt"})
    (tmp_path / "d.zip").write_bytes(pack(files))

    assert main([str(tmp_path / "d.zip")]) == 0
    assert not re.search("[\x1b\u202e]", capsys.readouterr().out)


def test_the_verifier_is_one_file_of_plain_python_3_9():
    source = VERIFIER.read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }

    assert imported <= sys.stdlib_module_names
