"""One installation: its databases and roles, on the embedded server or on another, and what keeps it from opening."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.conftest import Database, new_cooperative
from web.cluster import Cluster
from web.house import Cooperative, House, Role, only_instance
from web.port import listen
from web.trouble import HouseError


@contextmanager
def opened(folder: Path, url: str | None = None) -> Iterator[House]:
    with House.open(folder / "var", url, fsync=False) as house:
        house.migrate()
        yield house


@contextmanager
def without_privilege() -> Iterator[None]:
    """Root may write anywhere: it steps down for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def who(conninfo: str) -> str:
    with psycopg.connect(conninfo) as db:
        found = db.execute("select current_user").fetchone()
    assert found
    return str(found[0])


def test_a_cooperative_has_a_database_of_its_own(folder: Path) -> None:
    with opened(folder) as house:
        made = new_cooperative(house, "pole-sud", "Le pôle du Sud")

        assert made == Cooperative("pole-sud", "Le pôle du Sud", "palabre_pole_sud", "open")
        assert house.cooperatives() == [made]
        with psycopg.connect(house.conninfo(made.database, "owner")) as db:
            kept = db.execute(
                "select pg_encoding_to_char(encoding), datcollate from pg_database where datname = current_database()"
            ).fetchone()
        assert kept == ("UTF8", "C")


@pytest.mark.parametrize(
    ("role", "name"), [("owner", "palabre_owner"), ("web", "palabre_web"), ("worker", "palabre_worker")]
)
def test_each_role_signs_in_without_a_password(cooperative: Database, role: Role, name: str) -> None:
    assert who(cooperative.conninfo(role)) == name


def test_the_same_slug_twice_is_refused(house: House) -> None:
    with pytest.raises(HouseError, match="existe déjà"):
        new_cooperative(house, "modele", "Une autre")


@pytest.mark.parametrize(
    "slug", ["", "Pole", "pôle", "1pole", "pole-", "pole_sud", "pole sud", "a/b", "conseil", "a" * 51, "x\n"]
)
def test_a_slug_that_could_not_stand_in_an_address_is_refused(house: House, slug: str) -> None:
    with pytest.raises(HouseError, match=r"ne peut pas nommer une coopérative|adresse d’une autre page"):
        new_cooperative(house, slug, "Nom")


def test_a_creation_that_was_interrupted_is_taken_up(folder: Path) -> None:
    with opened(folder) as house:
        house.master_key()
        with psycopg.connect(house.conninfo("palabre", "owner"), autocommit=True) as db:
            db.execute("insert into cooperative (slug, name, database) values ('pole', 'Pôle', 'palabre_pole')")
            db.execute("create database palabre_pole template template0")

        assert new_cooperative(house, "pole", "Le pôle").state == "open"
        assert [known.name for known in house.cooperatives()] == ["Le pôle"]


def test_migrating_twice_applies_nothing_more(folder: Path) -> None:
    with opened(folder) as house:
        new_cooperative(house, "pole", "Le pôle")

        assert house.migrate() == {"palabre": [], "palabre_pole": []}


def test_nobody_makes_databases_but_the_owner(cooperative: Database) -> None:
    for role in ("web", "worker"):
        with (
            psycopg.connect(cooperative.conninfo(role), autocommit=True) as db,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            db.execute("create database another")


def test_the_web_reads_the_list_of_cooperatives_and_cannot_change_it(house: House) -> None:
    with psycopg.connect(house.conninfo("palabre", "web"), autocommit=True) as db:
        assert ("modele",) in db.execute("select slug from cooperative").fetchall()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("delete from cooperative")


def test_an_installation_that_was_never_migrated_says_so(folder: Path) -> None:
    with House.open(folder / "var", fsync=False) as house, pytest.raises(HouseError, match="palabre migrate"):
        house.cooperatives()


def test_another_instance_is_told_which_one_runs(folder: Path) -> None:
    with only_instance(folder / "var"):
        refusal = rf"^Une autre instance tourne déjà \(processus {os.getpid()}\)\.$"
        with pytest.raises(HouseError, match=refusal), only_instance(folder / "var"):
            pass

    with only_instance(folder / "var"):
        pass


def test_a_folder_where_we_may_not_write_is_named(folder: Path) -> None:
    folder.chmod(0o555)

    with without_privilege(), pytest.raises(HouseError, match=f"Pas le droit d’écrire dans .*{folder}"):
        House.open(folder / "var")


def test_a_full_disk_is_said_in_one_sentence(folder: Path) -> None:
    with opened(folder):
        pass
    (folder / "var/postgres/pg_hba.conf").unlink()
    (folder / "var/postgres/pg_hba.conf").symlink_to("/dev/full")

    with pytest.raises(HouseError, match="Le disque est plein"):
        House.open(folder / "var")


def test_a_port_that_is_taken_is_said(folder: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(HouseError, match=f"Le port {port} est déjà pris"):
            listen("127.0.0.1", port)


def test_the_master_key_is_made_once_and_only_we_read_it(folder: Path) -> None:
    with opened(folder) as house:
        key = house.master_key()
        file = folder / "var/keys/master.key"

        assert len(key) == 32
        assert house.master_key() == file.read_bytes() == key
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_lost_master_key_is_never_replaced_in_silence(folder: Path) -> None:
    with opened(folder) as house:
        new_cooperative(house, "pole", "Le pôle")
        (folder / "var/keys/master.key").unlink()

        with pytest.raises(HouseError, match=r"La clé maîtresse.+a disparu"):
            house.master_key()
        with pytest.raises(HouseError, match=r"La clé maîtresse.+a disparu"):
            new_cooperative(house, "autre", "Une autre")


def test_a_damaged_or_readable_master_key_is_refused(folder: Path) -> None:
    with opened(folder) as house:
        house.master_key()
        file = folder / "var/keys/master.key"
        file.chmod(0o644)
        with pytest.raises(HouseError, match="D’autres comptes peuvent lire"):
            house.master_key()

        file.chmod(0o600)
        file.write_bytes(b"too short")
        with pytest.raises(HouseError, match="abîmée"):
            house.master_key()


@pytest.fixture
def elsewhere(folder: Path) -> Iterator[str]:
    """A server that is not ours: its role may create databases and roles, and everybody else needs a password."""
    cluster = Cluster(folder / "var/postgres", fsync=False)
    cluster.start()
    with psycopg.connect(cluster.conninfo("postgres"), autocommit=True) as db:
        db.execute("create role patron login createdb createrole password 'secret'")
        (cluster.folder / "pg_hba.conf").write_text(
            "local all palabre_owner peer map=palabre\nlocal all all scram-sha-256\n"
        )
        db.execute("select pg_reload_conf()")
    yield f"postgresql://patron:secret@/gouvernance?host={cluster.socket}"
    cluster.stop()


def test_on_another_server_the_roles_receive_passwords_that_only_we_can_read(folder: Path, elsewhere: str) -> None:
    with opened(folder / "here", elsewhere) as house:
        made = new_cooperative(house, "pole", "Le pôle")

        assert house.database == "gouvernance"
        assert who(house.conninfo(made.database, "owner")) == "patron"
        assert who(house.conninfo(made.database, "web")) == "palabre_web"
        assert who(house.conninfo("gouvernance", "worker")) == "palabre_worker"
        for file in (folder / "here/var/keys").iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600

    with opened(folder / "here", elsewhere) as again:
        assert again.cooperatives() == [made]


def test_on_another_server_a_second_installation_needs_the_passwords_of_the_first(folder: Path, elsewhere: str) -> None:
    with opened(folder / "here", elsewhere):
        pass

    with pytest.raises(HouseError, match="Le rôle palabre_web existe déjà"):
        House.open(folder / "there", elsewhere)


def test_a_server_that_does_not_answer_is_said(folder: Path) -> None:
    with pytest.raises(HouseError, match="PostgreSQL ne répond pas"):
        House.open(folder / "var", f"postgresql://patron@/palabre?host={folder}")
