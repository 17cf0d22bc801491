"""The sealer on PostgreSQL: every entry has its leaf, once and in order, under a head that was signed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import psycopg
import pytest

from governance.command import PALABRE
from governance.record import sealer, tiles
from governance.record.log import consistent, leaf, root
from governance.record.note import Checkpoint, Signer
from governance.record.sealer import Sealer, continues, last, origin, shelf
from governance.statutes.facts import RecordOpened
from governance.words import Public
from tests.conftest import Database
from tests.office import open_office
from tests.proof.checking import signed
from tests.record.acts import decision
from web.walk import under, walk

KEY = bytes(range(32))


def written(office, many, since=0):
    office.record.enter([decision(f"d-{n}", n) for n in range(since, since + many)], PALABRE, f"past-{since}")


def leaves(office):
    return [entry.leaf for entry in office.record.entries()]


def sealed(office):
    """Every head there is still to sign, in order."""
    keeper, heads = Sealer(office.record, KEY), []
    with office.reading() as db:
        while head := keeper.seal(db):
            heads.append(head)
    return heads


@pytest.fixture
def office(cooperative: Database):
    with open_office(cooperative, "worker") as office:
        office.record.enter([RecordOpened(Public("Coop"), False)], PALABRE, "opening")
        yield office


def test_every_entry_is_under_the_head(office, monkeypatch):
    monkeypatch.setattr(sealer, "BATCH", 300)
    written(office, 700)
    heads = sealed(office)

    assert [head.size for head in heads] == [300, 600, 701]
    assert [head.root for head in heads] == [root(leaves(office)[: head.size]) for head in heads]
    assert sealed(office) == []


def test_what_proves_is_read_from_the_tiles_as_from_the_whole_record(office, monkeypatch):
    monkeypatch.setattr(sealer, "BATCH", 300)
    written(office, 700)
    head = sealed(office)[-1]
    there = [entry.position for entry in office.record.entries()]
    proving, printed = {there[0], there[299], there[300], there[655]}, [there[7], there[300], there[-1]]
    with office.reading() as db:
        found = under(db, head, proving, printed)
        with pytest.raises(LookupError):
            under(db, head, {there[-1] + 1})

    whole = walk(((entry.position, entry.data) for entry in office.record.entries()), proving, printed)
    assert found == replace(whole, note=head.note, key=head.key)


def test_what_comes_after_goes_on_from_there(office):
    written(office, 300)
    [before] = sealed(office)
    written(office, 3, since=300)
    [now] = sealed(office)

    with office.reading() as db:
        proof = tiles.consistency(shelf(db), before.size, now.size)
        assert last(db) == now
    assert (now.size, now.position) == (304, office.record.head())
    assert consistent(before.size, before.root, now.size, now.root, proof)


def test_the_head_is_signed_in_the_name_of_the_record(office):
    [head] = sealed(office)
    origin = f"palabre/{leaves(office)[0].hex()[:16]}"

    assert head.key == Signer(origin, KEY).key
    assert signed(head.note, head.key)
    assert Checkpoint.read(head.note) == Checkpoint(origin, 1, leaves(office)[0])


def test_many_sealers_at_once_seal_each_entry_once(office):
    written(office, 400)
    with ThreadPoolExecutor(4) as pool:
        heads = [head for found in pool.map(lambda _: sealed(office), range(4)) for head in found]

    assert [head.size for head in heads] == [401]
    assert heads[0].root == root(leaves(office))


def test_a_sealer_that_dies_leaves_nothing_half_done(office, monkeypatch):
    written(office, 600)

    def dies(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Signer, "sign", dies)
        with pytest.raises(KeyboardInterrupt):
            sealed(office)
    with office.reading() as db:
        assert db.execute("select count(*) as n from public.tile").fetchone() == {"n": 0}

    [head] = sealed(office)
    assert head.root == root(leaves(office))


def test_a_record_that_went_back_does_not_go_on_from_a_later_head(office):
    written(office, 5)
    [head] = sealed(office)
    name = origin(office.record)

    with office.reading() as db:
        assert continues(db, Checkpoint(name, head.size, head.root))
        assert continues(db, Checkpoint(name, 1, leaves(office)[0]))
        assert not continues(db, Checkpoint(name, head.size + 1, leaf(b"lost")))
        assert not continues(db, Checkpoint(name, 3, leaf(b"another")))


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        ("web", "insert into public.tile values (0, 9, repeat('x', 32)::bytea)"),
        ("web", "insert into public.checkpoint values (9, 9, repeat('x', 32)::bytea, now(), '', '')"),
        ("worker", "update public.checkpoint set note = ''"),
        ("worker", "delete from public.checkpoint"),
        ("worker", "delete from public.tile"),
        ("worker", "update public.tile set hashes = repeat('x', 64)::bytea"),
        ("owner", "update public.tile set hashes = substr(hashes, 1, 32)"),
        ("owner", "update public.tile set number = 7"),
        ("owner", "update public.checkpoint set note = ''"),
        ("owner", "truncate public.tile"),
        ("owner", "delete from public.tile"),
    ],
)
def test_nobody_takes_back_what_was_sealed(cooperative: Database, office, role, sentence):
    written(office, 2)
    sealed(office)

    with psycopg.connect(cooperative.conninfo(role)) as db, pytest.raises(psycopg.DatabaseError) as refusal:
        db.execute(sentence)
    assert refusal.value.sqlstate in ("42501", "PA004")
