"""palabre export --all, import --all: all of a cooperative goes on elsewhere, byte for byte, or it says why not."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import psycopg
import pytest
from starlette.testclient import TestClient

from governance.command import PALABRE
from governance.evidence.facts import Medium, PieceAttached, PieceId
from governance.membership.facts import ContactChanged, ContactErased
from governance.record.log import leaf, root
from governance.record.sealer import last
from governance.record.vault import _commit
from governance.words import Clear, Day, PersonId, Public, Said
from tests.commands.conftest import facts_of
from tests.commands.test_backup import sign, written
from tests.palabre import Left, Palabre
from tests.rules.evidence.label import TERRITORY
from web import files
from web.app import create_app
from web.carrying.parts import ABOUT_THE_DATABASE, ELSEWHERE, MANIFEST, README, ROWS, STAYS, SUMS
from web.commands import office_of, the_cooperative
from web.house import House
from web.packing import sha256, sums

LEA = PersonId("creation.secretaire")
PIECE = b"%PDF-1.7 la carte"


@pytest.fixture
def lived(house: House, coop: str) -> str:
    """Words, erased ones and words after them; a file; a letter that was kept; an entry after the signed head."""
    written(house, coop, 30)
    with office_of(house, the_cooperative(house, coop)) as office, office.reading() as db:
        before = _commit(Clear(LEA, Said.EMAIL, "lea@coop.example"), "efface.0")
        after = _commit(Clear(LEA, Said.EMAIL, "oeuvrard@coop.example"), "courriel.0")
        office.vault.keep([before, after])
        office.record.enter([ContactChanged(LEA, before.seal), ContactErased(LEA)], PALABRE, "efface")
        digest = files.keep(db, office.vault, PIECE, Medium.PDF.value, "9f3c" * 8)
        piece = PieceAttached(PieceId("p"), TERRITORY, Public("=Carte"), digest, len(PIECE), Medium.PDF, Day("2018"))
        office.record.enter([ContactChanged(LEA, after.seal), piece], PALABRE, "courriel")
        letter = office.vault.close(db, LEA, "Bonjour « Léa »".encode())
    sign(house, coop)
    with psycopg.connect(house.conninfo(the_cooperative(house, coop).database, "owner")) as db:
        db.execute("insert into public.reading (person, page) values (%s, 'dossier')", [LEA])
        sent = "insert into public.outbox (purpose, recipient, subject, position, state, message) values "
        db.execute(sent + "('notice', %s, '', 3, 'sent', %s)", [LEA, letter])
        db.execute("delete from public.outbox where id = 1 returning id")
        db.execute(sent + "('notice', %s, '', 3, 'sent', %s)", [LEA, letter])
    with office_of(house, the_cooperative(house, coop)) as office:
        office.record.enter([ContactChanged(LEA)], PALABRE, "apres")
    return coop


@contextmanager
def elsewhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Another installation, with its own master key: the commands are given to it."""
    with House.open(folder / "ailleurs", fsync=False) as another:
        monkeypatch.setenv("PALABRE_HOME", str(folder / "ailleurs"))
        another.migrate()
        yield another


def parts(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("with_key", [False, True])
def test_round_trip_is_equal(
    palabre: Palabre, lived: str, house: House, folder: Path, monkeypatch: pytest.MonkeyPatch, with_key: bool
):
    key = ["--cles", str(folder / "cle")] if with_key else []
    assert palabre("export", lived, str(folder / "tout.zip"), "--all", *key).code == 0
    with office_of(house, the_cooperative(house, lived)) as office, office.reading() as db:
        head, facts = last(db), facts_of(house, lived)
    assert head

    with elsewhere(folder, monkeypatch) as another:
        key = ["--cle", str(folder / "cle" / f"{lived}.seal")] if with_key else []
        left = palabre("import", "ailleurs", str(folder / "tout.zip"), "--all", *key)
        assert left.code == 0, left
        assert facts_of(another, "ailleurs") == facts
        assert palabre("export", "ailleurs", str(folder / "encore.zip"), "--all").code == 0
        sign(another, "ailleurs")

        page = TestClient(create_app(another), base_url="http://127.0.0.1").get(
            "/ailleurs/journal", params={"tete": head.root.hex()}
        )
        assert "C’est bien une tête de ce journal" in page.text
        assert ("Le journal a changé de maison" in page.text) != with_key
        with office_of(another, the_cooperative(another, "ailleurs")) as office, office.reading() as db:
            now = last(db)
    assert now
    assert (now.size, now.key == head.key) == (len(facts), with_key)

    before, after = parts(folder / "tout.zip"), parts(folder / "encore.zip")
    told = {name for name in before if before[name] != after.get(name)}
    assert (told, before.keys()) == ({MANIFEST, README, SUMS}, after.keys()), "the slug alone is another"
    assert [json.loads(one[MANIFEST])["root"] for one in (before, after)] == [json.loads(before[MANIFEST])["root"]] * 2


def test_what_is_in_it_is_private_complete_and_said(palabre: Palabre, lived: str, folder: Path):
    file = folder / "tout.zip"
    left = palabre("export", lived, str(file), "--all")
    inside = parts(file)
    words = [json.loads(line)["text"][2] for line in inside["paroles.jsonl"].splitlines()]

    assert ("CE FICHIER EST PRIVÉ" in left.printed, file.stat().st_mode & 0o777) == (True, 0o600)
    assert sorted(words) == ["Léa Œuvrard", "oeuvrard@coop.example"]
    assert inside[SUMS] == sums({name: sha256(content) for name, content in inside.items() if name != SUMS})
    assert PIECE in inside.values()
    assert "'=Carte" in inside["registres/dossiers/piece.csv"].decode("utf-8-sig")
    readme = inside[README].decode()
    assert "Un document joint qui prouve" in readme
    assert [one for one in inside if one.startswith("tables/") and one not in readme] == []


PARTS = ("journal.jsonl", "paroles.jsonl", MANIFEST, "tables/checkpoint.jsonl", "registres/persons/person.csv")
NEWER = ({"migration": "9000_demain.sql"}, {"kinds": ["Demain"]}, {"format": "palabre-export/2"})


def test_one_that_was_changed_is_refused_and_its_part_named(palabre: Palabre, coop: str, folder: Path, house: House):
    assert palabre("export", coop, str(folder / "tout.zip"), "--all").code == 0
    kept = parts(folder / "tout.zip")

    for part in PARTS:
        altered = kept | {part: kept[part].replace(b"1", b"2", 1) + b" "}
        for inside in (altered, {name: kept[name] for name in kept if name != part}, kept | {f"{part}.2": b""}):
            left = imported(palabre, folder, inside)
            assert (left.code, f"« {part}" in left.said) == (3, True), left
    assert "ailleurs" not in {one.slug for one in house.cooperatives()}


def test_nor_one_that_was_made_again_with_its_sums(palabre: Palabre, lived: str, folder: Path, monkeypatch):
    """An entry under a signed head is another, and all that is computed from it was computed again."""
    key = folder / "cle" / f"{lived}.seal"
    assert palabre("export", lived, str(folder / "tout.zip"), "--all", "--cles", str(key.parent)).code == 0
    kept = parts(folder / "tout.zip")
    first, *others = kept["journal.jsonl"].splitlines()
    entries = [first.replace(b"Coop", b"Koop"), *others]
    leaves = [leaf(line.partition(b',"entry":')[2][:-1]) for line in entries]
    manifest = json.loads(kept[MANIFEST]) | {"root": root(leaves).hex()}
    inside = kept | {"journal.jsonl": b"\n".join(entries) + b"\n", MANIFEST: json.dumps(manifest).encode()}
    inside[SUMS] = sums({name: sha256(inside[name]) for name in inside if name != SUMS})

    with elsewhere(folder, monkeypatch) as another:
        left = imported(palabre, folder, inside)
        assert (left.code, "« tables/checkpoint.jsonl »" in left.said) == (3, True), left
        assert [one.state for one in another.cooperatives()] == ["making"], "nobody enters"

        key.write_bytes(b"k" * 32)
        left = palabre("import", lived, str(folder / "tout.zip"), "--all", "--cle", str(key))
        assert (left.code, "n’est pas la clé qui signait" in left.said) == (3, True), left


def test_one_of_a_newer_version_is_refused_by_name(palabre: Palabre, coop: str, folder: Path):
    assert palabre("export", coop, str(folder / "tout.zip"), "--all").code == 0
    kept = parts(folder / "tout.zip")

    for changed in NEWER:
        inside = kept | {MANIFEST: json.dumps(json.loads(kept[MANIFEST]) | changed).encode()}
        inside[SUMS] = sums({name: sha256(inside[name]) for name in inside if name != SUMS})
        left = imported(palabre, folder, inside)
        [said] = [one if isinstance(one, str) else one[0] for one in changed.values()]
        assert (left.code, "version plus récente" in left.said, said in left.said) == (3, True, True), left


def imported(palabre: Palabre, folder: Path, inside: dict[str, bytes]) -> Left:
    with ZipFile(folder / "autre.zip", "w") as archive:
        for name, content in inside.items():
            archive.writestr(name, content)
    return palabre("import", "ailleurs", str(folder / "autre.zip"), "--all")


def test_what_is_there_stays(palabre: Palabre, coop: str, folder: Path, house: House):
    file = str(folder / "tout.zip")
    assert "dites-le avec --all" in palabre("export", coop, file).said
    assert palabre("export", coop, file, "--all").code == 0

    assert "existe déjà" in palabre("export", coop, file, "--all").said
    assert "existe déjà" in palabre("import", coop, file, "--all").said
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        db.execute("create database palabre_d_une_autre")
        assert "existe déjà" in palabre("import", "d-une-autre", file, "--all").said, "another installation made it"
        db.execute("drop database palabre_d_une_autre")
    (folder / "tout.zip").write_bytes(b"rien")
    assert "n’est pas un export" in palabre("import", "ailleurs", file, "--all").said


@pytest.mark.parametrize("cut_at", ["governance.record.carry.seal_again", "web.commands.importing.forget_again"])
def test_interrupted_nobody_enters_and_it_begins_again(
    palabre: Palabre, lived: str, house: House, folder: Path, monkeypatch: pytest.MonkeyPatch, cut_at: str
):
    """With a later export too: nothing is left of the first."""
    assert palabre("export", lived, str(folder / "tout.zip"), "--all").code == 0
    with office_of(house, the_cooperative(house, lived)) as office:
        office.record.enter([ContactChanged(LEA)], PALABRE, "encore")
    assert palabre("export", lived, str(folder / "encore.zip"), "--all").code == 0
    facts = facts_of(house, lived)
    with elsewhere(folder, monkeypatch) as another:
        with monkeypatch.context() as cut:
            cut.setattr(cut_at, lambda *given: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                palabre("import", lived, str(folder / "tout.zip"), "--all")
        assert [one.state for one in another.cooperatives()] == ["making"]

        left = palabre("import", lived, str(folder / "encore.zip"), "--all")
        assert (left.code, facts_of(another, lived)) == (0, facts), left


def test_every_table_leaves_or_says_why_it_stays(house: House, coop: str):
    with psycopg.connect(house.conninfo(the_cooperative(house, coop).database, "owner")) as db:
        rows = db.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()

    assert {table for (table,) in rows} == {*ROWS, *STAYS, *ELSEWHERE, *ABOUT_THE_DATABASE}
