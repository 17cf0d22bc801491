"""Tiles: whatever was proved from all the leaves is proved from a few rows, today and for every earlier tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from governance.record import tiles
from governance.record.log import consistent, leaf, root, tree
from tests.proof.test_log import LEAVES, ROOTS, leaves

# RFC 6962 §2.1.3: the proofs of consistency that its example gives, on the published entries.
CONSISTENT = {
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


def kept(hashes: list[bytes], batches: list[int]) -> tiles.Shelf:
    """The tiles of these leaves, given in batches of these sizes, then whatever is left."""
    shelf = dict[tuple[int, int], bytes]()
    size = 0
    for batch in [*batches, len(hashes)]:
        for tile in tiles.grown(lambda *place: shelf[place], size, hashes[size : size + batch]):
            shelf[tile.level, tile.number] = tile.hashes
        size = min(size + batch, len(hashes))
    return lambda *place: shelf[place]


MANY = leaves(66_000)  # three levels
SHELF = kept(MANY, [1, 255, 1, 600, 3_000, 60_000])
sizes = st.one_of(st.integers(1, 600), st.sampled_from([65_535, 65_536, 65_537, 66_000]))


@given(st.lists(st.integers(1, 400), max_size=6), st.integers(0, 900))
def test_however_leaves_come_the_tiles_are_the_same(batches, size):
    hashes = leaves(size)

    assert tiles.head(kept(hashes, batches), size) == root(hashes)


@settings(deadline=None)  # some trees are large
@given(sizes)
def test_every_earlier_head_can_be_said_again(size):
    assert tiles.head(SHELF, size) == root(MANY[:size])


@given(st.integers(1, 600).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))))
def test_a_path_is_the_path_of_the_whole_tree(place):
    size, index = place

    assert tiles.inclusion(SHELF, index, size) == tree(MANY[:size], [index]).paths[index]


@given(sizes, sizes)
def test_what_was_before_is_proved_and_nothing_else(one, other):
    earlier, size = sorted((one, other))
    before, now = tiles.head(SHELF, earlier), tiles.head(SHELF, size)
    proof = tiles.consistency(SHELF, earlier, size)

    assert consistent(earlier, before, size, now, proof)
    assert not consistent(earlier, leaf(b"another"), size, now, proof)
    assert not consistent(earlier, before, size, leaf(b"another"), proof)
    assert not consistent(earlier, before, size, now, [*proof, now])
    assert not any(consistent(earlier, before, size, now, proof[:cut]) for cut in range(len(proof)))


def test_the_published_proofs_of_consistency_are_found():
    shelf = kept(LEAVES, [])

    assert {place: [hashed.hex() for hashed in tiles.consistency(shelf, *place)] for place in CONSISTENT} == CONSISTENT
    assert [tiles.head(shelf, size).hex() for size in range(9)] == ROOTS
