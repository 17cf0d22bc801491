"""The verifier alone: what it compares with what people noted, and how it runs far from Palabre."""

import ast
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.record import log
from governance.record.note import Signer
from tests.proof.forging import FILES, HEAD, SEALED, VERIFIER, check, said
from tests.proof.sealed import ORIGIN, PAST, SIGNER, contents, entries, figures, walked
from web.dossier import seal_zip
from web.packing import pack, sha256, sums, unpacked
from web.proved import climbed
from web.verify import main, verify


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
    files = unpacked(seal_zip(contents(figures=(replace(figures[0], value="12"), figures[1]))))

    assert check(tmp_path, pack(files), head=HEAD).code == 0
    assert check(tmp_path, SEALED, digest=sha256(SEALED)).code == 0
    assert check(tmp_path, pack(files), digest=sha256(SEALED)).code == 1


def test_the_key_that_signs_is_compared_with_the_one_that_was_given(tmp_path):
    another = Signer(ORIGIN, b"!" * 32)
    signed_again = seal_zip(contents(walk=walked(signer=another)))
    unsigned = seal_zip(contents(walk=replace(walked(), note="", key="")))

    assert check(tmp_path, SEALED, key=SIGNER.key).code == 0
    assert check(tmp_path, signed_again).code == 0, "alone, it is consistent"
    assert "pas signée par la clé que vous donnez" in said(check(tmp_path, signed_again, key=SIGNER.key))
    assert "pas signée par la clé que vous donnez" in said(check(tmp_path, unsigned, key=SIGNER.key))
    assert "Cette tête n’est pas signée." in check(tmp_path, unsigned).notes
    assert "go run" not in unpacked(unsigned)["LISEZMOI.txt"].decode(), "nothing that would fail is advised"


@pytest.mark.parametrize("compared", [{"head": "3fa9"}, {"digest": "x" * 64}])
def test_what_cannot_be_compared_is_not_checked(tmp_path, compared):
    assert check(tmp_path, SEALED, **compared).code == 2


def test_a_file_that_is_not_there_is_not_checked(tmp_path):
    assert verify(tmp_path / "absent.zip").code == 2


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
    tree = ast.parse(VERIFIER, feature_version=(3, 9))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }

    assert imported <= sys.stdlib_module_names
