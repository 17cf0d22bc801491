"""Vérifie un dossier de preuves (palabre-dossier/1), sans Palabre et sans réseau : python3 verifier.py DOSSIER.zip

Standard library only, Python ≥ 3.9, its sentences not translated: with what it takes from `web` written in its place,
it is one file that goes into every dossier, and a dossier is what that file says.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from web.ed25519 import sealed_by
from web.enclosed import continued, enclosed, read
from web.packing import Fault, cells, pack, sha256, sums, table, unpacked
from web.proved import Proved, climbed

FORMAT, VERIFIER, SECOND = "palabre-dossier/1", "verifier.py", "verifier.go"
MANIFEST, SUMS, README, SUMMARY = "manifeste.json", "sha256sums.txt", "LISEZMOI.txt", "resume.pdf"
FACTS, FACTS_TABLE = "faits.jsonl", "faits.csv"
FIGURES, FIGURES_TABLE, FIGURES_SHEET = "chiffres.json", "chiffres.csv", "chiffres.ods"
NOTE, KEY = "tete.note", "cle.txt"  # where the head was signed
WITNESSED = "temoins.note"  # where a witness signed a head, this one or an earlier
STAMPED, STAMP, AUTHORITY = "tete-horodatee.note", "tete.tsr", "autorite.pem"  # where an authority dated one (RFC 3161)
REQUIRED = {FACTS, FACTS_TABLE, FIGURES, FIGURES_TABLE, README, SUMMARY, VERIFIER, SECOND}
HEAVIEST = 512 * 2**20  # bytes: a dossier is read whole
# Whatever a forger puts where something else was expected ends as a fault, never as a traceback.
_MALFORMED = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


class Report(NamedTuple):
    """`code`: 0 intact, 1 altered, 2 could not be checked. `digest` is the SHA-256 of the zip."""

    file: str
    unreadable: str
    digest: str
    faults: list[Fault]
    notes: list[str]

    @property
    def code(self) -> int:
        return 2 if self.unreadable else 1 if self.faults else 0

    def __str__(self) -> str:
        """For people, without what a terminal could obey: these are the zip's words, never its orders."""
        verdict = self.unreadable or ("ALTÉRÉ" if self.faults else "INTACT")
        lines = [f"{self.file} : {verdict}", *(f"- {fault}" for fault in self.faults), *self.notes]
        lines += [f"SHA-256 du zip : {self.digest or 'inconnu'}"]
        return re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "?", "\n".join(lines))

    def json(self) -> str:
        return json.dumps({**self._asdict(), "faults": list(map(str, self.faults)), "code": self.code})


class Dossier:
    """A dossier opened: its files, what its manifest says of them, its facts. Raises the Fault that stops it."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.files = raw, unpacked(raw)
        try:
            said = json.loads(self.files[MANIFEST])
            self.format, self.demonstration = said["format"], said["demonstration"]
            self.position, self.size, self.root = (said["tete"][name] for name in ("position", "taille", "racine"))
            self.earlier = {old["racine"]: old for old in said["tetes_anterieures"]}
            self.sealed = {name: (of["octets"], of["sha256"]) for name, of in said["fichiers"].items()}
            self.pieces = {piece["fichier"]: piece for piece in said["pieces"]}
            self.people = {one["fichier"]: one for one in said.get("personnes", ())}
            self.announced = set(said["faits"])
            self.about = "{cooperative}, {nom} ({edition}), scellé le {scelle_le}".format(**said, **said["label"])
        except _MALFORMED:
            raise Fault(f"{MANIFEST} manque ou n’a pas la forme attendue.") from None
        if self.format != FORMAT:
            raise Fault(f"{MANIFEST} annonce un autre format que {FORMAT} : il faut un autre vérificateur.")
        try:
            self.facts = [Proved(**json.loads(line)) for line in self.files.get(FACTS, b"").splitlines()]
        except _MALFORMED:
            raise Fault(f"{FACTS} a été altéré : une de ses lignes n’a pas la forme d’un fait.") from None

    def faults(self) -> Iterator[Fault]:
        checks = {
            MANIFEST: self._files,
            FACTS: self._facts,
            FIGURES: self._figures,
            SUMMARY: self._summary,
            "pieces/": self._pieces,
            "personnes/": self._people,
            "tetes_anterieures": self._heads,
            NOTE: self._signature,
        }
        for where, check in checks.items():
            try:
                yield from check()
            except _MALFORMED:
                yield Fault(f"{where} n’a pas la forme attendue.")
        if pack(self.files) != self.raw:
            yield Fault("le zip n’est plus celui qui a été scellé : ses dates, son ordre ou ses bords ont changé.")

    def _files(self) -> Iterator[Fault]:
        held = {name: (len(of), sha256(of)) for name, of in self.files.items() if name not in (MANIFEST, SUMS)}
        names = {sealed: name for name, sealed in self.sealed.items()}
        for name in sorted(REQUIRED | set(self.sealed) | set(held)):
            other = names.get(held[name]) if name in held else None
            if name not in held:
                yield Fault(f"{name} manque : retiré ou renommé.")
            elif name not in self.sealed:
                yield Fault(f"{name} {f'est « {other} » renommé' if other else 'a été ajouté'}.")
            elif held[name] != self.sealed[name]:
                yield Fault(f"{name} {f'contient « {other} »' if other else 'a été altéré'} (SHA-256 ou taille).")
        digests = {name: digest for name, (_, digest) in self.sealed.items()}
        if self.files.get(SUMS) != sums({**digests, MANIFEST: sha256(self.files[MANIFEST])}):
            yield Fault(f"{MANIFEST} et {SUMS} ne se correspondent plus : l’un des deux a été altéré.")

    def _facts(self) -> Iterator[Fault]:
        here = Counter(fact.position for fact in self.facts)
        for position in sorted(self.announced.symmetric_difference(here)):
            yield Fault(f"le fait {position} a été {'retiré' if position in self.announced else 'ajouté'}.")
        yield from (Fault(f"le fait {position} figure deux fois.") for position, times in here.items() if times > 1)
        if self.facts != sorted(self.facts) or self.facts != sorted(self.facts, key=lambda fact: fact.rang):
            yield Fault(f"{FACTS} ne suit plus l’ordre du registre.")
        astray = [fact.position for fact in self.facts if not self._placed(fact)]
        if len(astray) == len(self.facts) > 1:
            yield Fault(f"{MANIFEST} donne une tête où aucun fait ne mène : d’un autre registre, ou d’un autre jour.")
        else:
            yield from (Fault(f"le fait {position} a été altéré, ou n’est pas sous cette tête.") for position in astray)
        yield from self._same(FACTS_TABLE, [fact.row for fact in self.facts])

    def _placed(self, fact: Proved) -> bool:
        leaf = hashlib.sha256(b"\0" + fact.entree.encode()).digest()
        placed = fact.rang < fact.position <= self.position
        return placed and climbed(leaf, fact.rang, self.size, fact.chemin) == str(self.root)

    def _figures(self) -> Iterator[Fault]:
        figures, here = json.loads(self.files[FIGURES]), {fact.position for fact in self.facts}
        for figure in figures:
            if not here.issuperset(figure["faits"]) or figure["position"] > self.position:
                yield Fault(f"le chiffre {figure['nom']} s’appuie sur un fait qui n’est pas dans ce dossier.")
        yield from self._same(FIGURES_TABLE, figures)
        if FIGURES_SHEET in self.files and read(self.files[FIGURES_SHEET]) != cells(figures):
            yield Fault(f"{FIGURES_SHEET} ne s’accorde plus avec {FIGURES}.")

    def _summary(self) -> Iterator[Fault]:
        """What its PDF encloses for machines is what lies beside it."""
        for name, content in enclosed(self.files[SUMMARY]):
            if content != self.files.get(name, content):
                yield Fault(f"{SUMMARY} enferme un autre {name} que celui du dossier.")
        if continued(self.files[SUMMARY]):
            yield Fault(f"{SUMMARY} a été complété depuis son cachet.")

    def _same(self, name: str, records: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
        """The table that people open says what the file for machines says."""
        held, due = self.files[name], table(records)
        if held != due:
            told, wanted = (raw.decode("utf-8-sig").splitlines() for raw in (held, due))
            rows = sorted({line.split(";")[0] for line in set(told) ^ set(wanted)}) or ["l’ordre des lignes"]
            yield Fault(f"{name} ne s’accorde plus avec son fichier pour machines : {', '.join(rows)}.")

    def _pieces(self) -> Iterator[Fault]:
        rows = {fact.position: fact.row for fact in self.facts}
        for name, content in self._under("pieces/", self.pieces):
            piece = self.pieces.get(name, {"fait": 0, "sel": ""})
            row = rows.get(piece["fait"], {"kind": "", "fact": {}})
            shown = [piece.get("justificatif"), piece.get("titre"), piece.get("date")]
            # The size too: a salt could else take the first bytes of a document.
            shown += [len(content), sha256(piece["sel"].encode(), content)]
            said = [row["fact"].get(key) for key in ("evidence", "title", "on", "size", "digest")]
            if row["kind"] != "PieceAttached" or shown != said:
                yield Fault(f"{name} n’est pas la pièce que dit le registre.")

    def _people(self) -> Iterator[Fault]:
        """What is said of persons: each file is the salt, what it is and the words that a fact commits to."""
        said = {fact.position: fact.row["fact"] for fact in self.facts}
        for name, content in self._under("personnes/", self.people):
            one = self.people.get(name, {"fait": 0, "champ": "", "personne": ""})
            fact = said.get(one["fait"], {})
            if fact.get(one["champ"]) != sha256(content):
                yield Fault(f"{name} n’ouvre pas l’engagement du fait {one['fait']} : le sel ou les mots ont changé.")
            elif fact.get("person") != one["personne"]:
                yield Fault(f"{name} n’est pas dit de la personne {one['personne']}.")

    def _under(self, folder: str, announced: Iterable[str]) -> list[tuple[str, bytes]]:
        """What is there and what should be, which is then empty."""
        there = {name for name in self.files if name.startswith(folder)}
        return [(name, self.files.get(name, b"")) for name in sorted(there.union(announced))]

    def _heads(self) -> Iterator[Fault]:
        for root, old in self.earlier.items():
            place = bytes.fromhex(old["feuille"]), old["taille"] - 1, self.size, old["chemin"]
            if (climbed(*place), climbed(*place, as_last=True)) != (self.root, root):
                yield Fault(f"la tête antérieure {root} n’est pas un début de ce registre.")

    def _signature(self) -> Iterator[Fault]:
        """The head as it was signed; those that were dated or witnessed, it or earlier ones: C2SP tlog-checkpoint."""
        signed = {NOTE: {self.root: self.size}} if NOTE in self.files or KEY in self.files else {}
        known = {**{root: old["taille"] for root, old in self.earlier.items()}, self.root: self.size}
        if WITNESSED in self.files:
            signed[WITNESSED] = known
        if self.files.keys() & {STAMPED, STAMP, AUTHORITY}:
            signed[STAMPED] = known
            if hashlib.sha256(self.files[STAMPED]).digest() not in self.files[STAMP]:
                yield Fault(f"{STAMP} n’est pas l’horodatage de {STAMPED}.")
        for name, heads in signed.items():
            text = self.files[name].decode().rpartition("\n\n")[0]
            _, size, root = text.split("\n")
            if heads.get(base64.b64decode(root).hex()) != int(size):
                yield Fault(f"{name} ne signe pas {'la' if name == NOTE else 'une'} tête du manifeste.")
            signatures = [sealed_by(self.key, line, text + "\n") for line in self._lines(name)]  # each has its form
            if not any(signatures):
                yield Fault(f"{name} n’est pas signée par la clé de {KEY} : altérée, ou d’une autre clé.")

    def _lines(self, name: str) -> list[str]:
        """The signatures under a note; none where it is not there."""
        return self.files.get(name, b"").decode().rpartition("\n\n")[2].splitlines()

    @property
    def key(self) -> str:
        """Whose signature the head bears, as Go's `note.NewVerifier` takes it; nothing where it bears none."""
        return self.files.get(KEY, b"").decode(errors="replace").strip()

    def notes(self, head: str) -> Iterator[str]:
        """What was compared, and what this check does not prove, said by the check itself."""
        yield f"{' '.join(self.about.split())} ; {len(self.facts)} faits d’un registre de {self.size} écritures."
        if self.people:
            yield f"{len(self.people)} informations sur des personnes, chacune rapprochée de l’engagement d’un fait."
        if self.demonstration:
            yield "DÉMONSTRATION : ce dossier ne prouve rien d’une coopérative réelle."
        yield f"Tête du registre : {self.root}"
        yield f"Tête signée par la clé {self.key}" if self.key else "Cette tête n’est pas signée."
        if STAMPED in self.files:
            yield f"La date d’une tête ({STAMP}) ne se vérifie pas ici, mais par openssl : {README}."
        if witnesses := [one.split(" ")[1] for one in self._lines(WITNESSED)]:
            names = ", ".join(name for name in witnesses if not self.key.startswith(f"{name}+"))
            yield f"Témoins d’une tête ({WITNESSED}), dont les clés se demandent à eux : {names}"
        if head:
            yield f"La tête donnée est celle {'du dossier' if head == self.root else 'd’un début de ce registre'}."
        else:
            yield "Le manifeste est cohérent avec lui-même ; refait en entier, tête comprise, il le serait aussi :"
            yield "comparez cette tête à celle imprimée sur un PV ou reçue par courriel (--tete)."
        yield "La tête couvre les faits et les pièces ; l’empreinte du zip (--empreinte), tout le reste aussi."


def verify(path: str | Path, head: str = "", digest: str = "", key: str = "") -> Report:
    """`head`, `digest` (64 hexadecimal digits, spaces allowed) and `key`: as read elsewhere (minutes, an e-mail)."""
    head, digest = (re.sub(r"\s", "", text).lower() for text in (head, digest))
    try:
        if any(text and not re.fullmatch(r"[0-9a-f]{64}", text) for text in (head, digest)):
            raise ValueError("une tête ou une empreinte s’écrit avec 64 chiffres hexadécimaux")
        if Path(path).stat().st_size > HEAVIEST:
            raise ValueError("ce fichier est trop gros pour être un dossier de preuves")
        raw = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        told = f"ne peut pas être lu ({error.strerror})" if isinstance(error, OSError) else str(error)
        return Report(str(path), told, "", [], [])
    report = Report(str(path), "", sha256(raw), [], [])
    if digest and digest != report.digest:
        report.faults.append(Fault("le zip n’est pas celui dont vous donnez l’empreinte."))
    try:
        dossier = Dossier(raw)
        report.faults.extend(dossier.faults())
        if head and head not in (dossier.root, *dossier.earlier):
            report.faults.append(Fault(f"{MANIFEST} ne connaît pas la tête que vous donnez."))
        if key and key.strip() != dossier.key:
            report.faults.append(Fault("la tête n’est pas signée par la clé que vous donnez."))
        report.notes.extend([] if report.faults else dossier.notes(head))
    except Fault as fault:
        report.faults.append(fault)
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Vérifie un dossier : sortie 0 intact, 1 altéré, 2 illisible.")
    parser.add_argument("dossier")
    parser.add_argument("--tete", default="", help="la tête du registre, lue ailleurs (PV, courriel)")
    parser.add_argument("--empreinte", default="", help="le SHA-256 du zip, lu ailleurs")
    parser.add_argument("--cle", default="", help="la clé qui signe les têtes, lue ailleurs")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    report = verify(asked.dossier, asked.tete, asked.empreinte, asked.cle)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    print(report.json() if asked.json else report)
    return report.code


if __name__ == "__main__":
    sys.exit(main())
