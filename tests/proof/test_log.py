"""The tree: against the vectors published for Certificate Transparency, and against the RFC's own words."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.record.log import Edge, begun, leaf, root, tree

# The eight entries used by the test suites of Certificate Transparency logs, and the root after each of them.
ENTRIES = [
    bytes.fromhex(entry)
    for entry in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf(entry) for entry in ENTRIES]

# (index, size): the published audit path.
PATHS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}

grown = st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1)))


def leaves(size: int) -> list[bytes]:
    return [leaf(str(number).encode()) for number in range(size)]


def naive(hashes: list[bytes]) -> bytes:
    """RFC 6962 §2.1, word for word: split at the largest power of two smaller than n."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return sha256(b"\1" + naive(hashes[:split]) + naive(hashes[split:])).digest()


def path(index, leaves):
    return tree(leaves, [index]).paths[index]


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots_are_found(size):
    assert root(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_the_published_paths_are_found(index, size):
    assert [sibling.hex() for sibling in path(index, LEAVES[:size])] == PATHS[index, size]


@given(st.integers(0, 200))
def test_one_pass_says_what_the_recursion_of_the_rfc_says(size):
    assert root(iter(leaves(size))) == naive(leaves(size))


@given(grown)
def test_a_path_proves_how_the_tree_began(place):
    size, index = place
    hashes = leaves(size)

    assert begun(hashes[index], index, size, path(index, hashes)) == naive(hashes[: index + 1])


def test_many_paths_cost_one_pass():
    hashes = leaves(37)
    grown = tree(iter(hashes), [0, 5, 36])

    assert (grown.size, grown.root) == (37, naive(hashes))
    assert grown.paths == {index: path(index, hashes) for index in (0, 5, 36)}


@pytest.mark.parametrize(("index", "size"), [(-1, 8), (8, 8), (9, 8), (0, 0)])
def test_there_is_no_path_to_a_leaf_that_is_not_there(index, size):
    with pytest.raises(LookupError):
        path(index, LEAVES[:size])


def test_a_tree_that_grows_has_at_every_moment_the_published_root():
    edge, roots = Edge(), []
    for each in LEAVES:
        roots.append(edge.root.hex())
        edge.add(each)

    assert [*roots, edge.root.hex()] == ROOTS
