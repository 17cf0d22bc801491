"""What a forger of a dossier would do, carelessly or with care."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.proof.sealed import contents, walked
from web.dossier import seal_zip
from web.packing import sha256, sums, table, unpacked
from web.shipped import whole
from web.verify import verify

SEALED = seal_zip(contents())
FILES = unpacked(SEALED)
MAP, LETTER = sorted(name for name in FILES if name.startswith("pieces/"))
HEAD = walked().root
VERIFIER = whole()


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
