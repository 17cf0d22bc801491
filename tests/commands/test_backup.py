"""palabre backup and palabre restore: what was saved is read again, by another installation too, or it says why not."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from governance.command import PALABRE
from governance.membership.facts import ContactChanged, ContactErased
from governance.record.vault import _commit
from governance.rights.facts import IdentityErased
from governance.words import Clear, PersonId, Said
from tests.commands.conftest import facts_of
from tests.palabre import Left, Palabre
from tests.record.acts import decision
from web.commands import office_of, the_cooperative
from web.commands.backup import MANIFEST
from web.house import House
from web.office import Office
from web.worker import seal


@pytest.fixture
def signed(house: House, coop: str) -> str:
    """Its first entries are under a signed head."""
    sign(house, coop)
    return coop


def sign(house: House, slug: str) -> None:
    conninfo = house.conninfo(the_cooperative(house, slug).database, "worker")
    with closing(Office(conninfo, house.master_key())) as office:
        seal(office, house, slug)


def written(house: House, slug: str, many: int) -> None:
    with office_of(house, the_cooperative(house, slug)) as office:
        office.record.enter([decision(f"d-{n}", n) for n in range(many)], PALABRE, "past")


def saved(folder: Path) -> Path:
    [one] = folder.glob("palabre-*Z")
    return one


def names(house: House, slug: str) -> list[str]:
    """Those that the vault still opens."""
    with office_of(house, the_cooperative(house, slug)) as office, office.reading() as db:
        return [row["name"] for row in db.execute("select name from person order by name").fetchall()]


def test_another_installation_takes_it_up_with_its_names(
    palabre: Palabre, signed: str, house: House, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    written(house, signed, 200)
    facts = facts_of(house, signed)

    left = palabre("backup", str(folder / "bases"), "--cles", str(folder / "cles"), "--cooperative", signed)
    assert (left.code, f"Coopérative d’essai : {len(facts)} faits, relus." in left.printed) == (0, True), left

    with House.open(folder / "var", fsync=False) as another:
        monkeypatch.setenv("PALABRE_HOME", str(folder / "var"))
        another.migrate()
        here, keys = str(saved(folder / "bases")), str(saved_keys(folder))
        assert "donnez celles de la sauvegarde" in palabre("restore", here).said
        assert palabre("restore", here, "--cles", keys).code == 0
        assert facts_of(another, signed) == facts
        assert names(another, signed) == ["Léa Œuvrard"]
        assert "est en place" in palabre("restore", here).said


def saved_keys(folder: Path) -> Path:
    [keys] = (folder / "cles").iterdir()
    return keys


def test_the_base_in_place_is_set_aside_and_what_was_lost_is_said(
    palabre: Palabre, signed: str, house: House, folder: Path
):
    assert palabre("backup", str(folder), "--cooperative", signed).code == 0
    facts = facts_of(house, signed)
    written(house, signed, 3)
    sign(house, signed)

    left = palabre("restore", str(saved(folder)), "--cooperative", signed, "--remplacer")

    assert (left.code, "palabre resume" in left.printed) == (0, True), left
    assert facts_of(house, signed) == facts
    [aside] = [line.split()[-1].rstrip(".") for line in left.printed.splitlines() if "ancienne base" in line]
    with psycopg.connect(house.conninfo(aside, "owner")) as db:
        assert db.execute("select count(*) from public.record_events_tt_main").fetchone() == (len(facts) + 3,)
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        db.execute(sql.SQL("drop database {}").format(sql.Identifier(aside)))
    assert palabre("resume", signed, "--raison", "Essai").code == 0


def test_who_was_erased_since_is_so_again_and_nobody_is_signed_in(
    palabre: Palabre, signed: str, house: House, folder: Path
):
    lea = PersonId("creation.secretaire")
    assert palabre("backup", str(folder), "--cooperative", signed).code == 0
    with office_of(house, the_cooperative(house, signed)) as office:
        office.record.enter([ContactErased(lea), IdentityErased(lea)], PALABRE, "efface")
    sign(house, signed)
    list_ = house.folder / "erased" / f"{signed}.jsonl"
    assert "Œuvrard" not in list_.read_text("utf-8")

    left = palabre("restore", str(saved(folder)), "--cooperative", signed, "--remplacer")

    assert left.printed.count("Effacé de nouveau") == 2, left
    assert names(house, signed) == [None]
    conninfo = house.conninfo(the_cooperative(house, signed).database, "owner")
    with psycopg.connect(conninfo) as db:
        for table in ("vault", "vault_key", "session", "entrance"):
            assert db.execute(f"select count(*) from public.{table}").fetchone() == (0,), table
    dropped(house, left)
    assert palabre("resume", signed, "--raison", "Essai").code == 0
    sign(house, signed)
    assert len(list_.read_text("utf-8").splitlines()) == 2, "what was said stays said"


def test_what_was_given_after_an_erasure_that_was_lost_is_not_erased_by_it(
    palabre: Palabre, signed: str, house: House, folder: Path
):
    lea = PersonId("creation.secretaire")
    assert palabre("backup", str(folder / "1"), "--cooperative", signed).code == 0
    with office_of(house, the_cooperative(house, signed)) as office:
        office.record.enter([ContactErased(lea)], PALABRE, "efface")
    sign(house, signed)
    dropped(house, palabre("restore", str(saved(folder / "1")), "--cooperative", signed, "--remplacer"))
    assert palabre("resume", signed, "--raison", "Essai").code == 0
    with office_of(house, the_cooperative(house, signed)) as office:
        given = _commit(Clear(lea, Said.EMAIL, "lea@coop.example"), "redonne.0")
        office.vault.keep([given])
        office.record.enter([ContactChanged(lea, given.seal)], PALABRE, "redonne")
    assert palabre("backup", str(folder / "2"), "--cooperative", signed).code == 0

    dropped(house, palabre("restore", str(saved(folder / "2")), "--cooperative", signed, "--remplacer"))

    with office_of(house, the_cooperative(house, signed)) as office:
        assert office.vault.who_has("lea@coop.example") == [lea]


def dropped(house: House, left: Left) -> None:
    """The base that was set aside is gone."""
    [name] = [line.split()[-1].rstrip(".") for line in left.printed.splitlines() if "ancienne base" in line]
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        db.execute(sql.SQL("drop database {}").format(sql.Identifier(name)))


def test_a_file_that_changed_is_not_put_back(palabre: Palabre, signed: str, house: House, folder: Path):
    assert palabre("backup", str(folder), "--cooperative", signed).code == 0
    file = saved(folder) / f"{signed}.dump"
    file.write_bytes(file.read_bytes()[:-1])

    left = palabre("restore", str(saved(folder)), "--remplacer")

    assert (left.code, "n’est plus le fichier" in left.said) == (3, True)
    assert the_cooperative(house, signed), "it is still in place"


def test_a_record_that_was_altered_is_not_saved_as_good(palabre: Palabre, signed: str, house: House, folder: Path):
    with psycopg.connect(house.conninfo(the_cooperative(house, signed).database, "owner")) as db:
        db.execute("alter table public.record_events_tt_main disable trigger written_once")
        db.execute("update public.record_events_tt_main set data = data || ' ' where id = 1")

    left = palabre("backup", str(folder), "--cooperative", signed)

    assert (left.code, "cette base est altérée" in left.said) == (3, True)
    assert not list(folder.glob("palabre-*")), "nothing of it stays behind"


def test_old_saves_go_and_what_is_not_ours_stays(palabre: Palabre, coop: str, folder: Path):
    assert palabre("backup", str(folder), "--cooperative", coop).code == 0
    old = folder / "palabre-20200101T000000Z"
    shutil.copytree(saved(folder), old)
    other = folder / "palabre-20200102T000000Z"
    other.mkdir()

    assert palabre("backup", str(folder), "--cooperative", coop, "--jours", "30").code == 0
    assert (old.exists(), other.exists()) == (False, True)


@pytest.mark.parametrize("told", ["", "{}", json.dumps({"format": "autre"})])
def test_what_is_no_save_is_refused(palabre: Palabre, folder: Path, told: str):
    (folder / MANIFEST).write_text(told)

    assert "n’est pas une sauvegarde" in palabre("restore", str(folder)).said


def test_the_keys_do_not_lie_with_the_bases(palabre: Palabre, coop: str, folder: Path):
    left = [palabre("backup", str(folder), "--cles", str(there)) for there in (folder, folder / "cles")]

    assert [(one.code, "donnez un autre dossier" in one.said) for one in left] == [(1, True), (1, True)]
    assert "Les clés n’y sont pas" in palabre("backup", str(folder), "--cooperative", coop).printed
