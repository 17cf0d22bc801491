"""The proof: RFC 6962's Merkle tree over the entries of the record. Leaves and nodes are 32-byte SHA-256."""

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from hashlib import sha256
from typing import NamedTuple


def leaf(entry: bytes) -> bytes:
    """RFC 6962 §2.1. The prefix keeps an entry from passing for a node."""
    return sha256(b"\0" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """RFC 6962 §2.1."""
    return sha256(b"\1" + left + right).digest()


class Tree(NamedTuple):
    """A tree of `size` leaves, and the audit paths of those of its leaves that were asked for, by index."""

    size: int
    root: bytes
    paths: dict[int, list[bytes]]


def root(leaves: Iterable[bytes]) -> bytes:
    """The tree's hash, in one pass and in memory that grows with the logarithm of what passes."""
    return tree(leaves).root


def tree(leaves: Iterable[bytes], wanted: Collection[int] = ()) -> Tree:
    """One pass for the root and for every path wanted, from its leaf up (RFC 6962 §2.1.1). An index beyond the last
    leaf is a LookupError.
    """
    wanted = frozenset(wanted)
    complete: list[Tree] = []  # their sizes are powers of two, falling: the left edge of RFC 6962
    size = 0
    for index, hashed in enumerate(leaves):
        size = index + 1
        _grow(complete, Tree(1, hashed, {index: []} if index in wanted else {}))
    if wanted and not 0 <= min(wanted) <= max(wanted) < size:
        raise LookupError(f"the tree has {size} leaves")
    return _whole(complete)


class Edge:
    """A tree that grows: of the leaves that came before, no more than their complete subtrees is kept."""

    def __init__(self) -> None:
        self._complete: list[Tree] = []

    def add(self, leaf: bytes) -> None:
        _grow(self._complete, Tree(1, leaf, {}))

    @property
    def root(self) -> bytes:
        return _whole(self._complete).root


def _grow(complete: list[Tree], grown: Tree) -> None:
    while complete and complete[-1].size == grown.size:
        grown = _join(complete.pop(), grown)
    complete.append(grown)


def _whole(complete: list[Tree]) -> Tree:
    return reduce(lambda right, left: _join(left, right), reversed(complete)) if complete else _EMPTY


def begun(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root when that leaf was the last one, from its path in the tree of today.

    Its siblings on the left are the complete subtrees that came before it: with it, they were the whole tree.
    So a path that leads to the root also proves that the tree of `index + 1` leaves began this one.
    """
    before = [sibling for sibling, left in zip(path, _sides(index, size), strict=True) if left]
    return reduce(lambda right, left: node(left, right), before, leaf)


def _sides(index: int, size: int) -> list[bool]:
    """For each sibling from a leaf up to the root, whether it stands on the left (RFC 9162 §2.1.3.2)."""
    sides, last = [], size - 1
    while last:
        if index % 2 or index != last:  # an even last node has no sibling at this height: it goes up as it is
            sides.append(index % 2 == 1)
        index, last = index // 2, last // 2
    return sides


def consistent(earlier: int, before: bytes, size: int, now: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of `size` leaves with the root `now` began with the one of `earlier` with the root `before`
    (RFC 9162 §2.1.4.2).
    """
    if not 0 < earlier < size:
        return not proof and (earlier == 0 or (earlier, before) == (size, now))
    path = [before, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    index, last = _risen(earlier - 1, size - 1, odd=True)
    was = whole = path[0] if path else b""
    for sibling in path[1:]:
        if not last:
            return False
        if index % 2 or index == last:
            was, whole = node(sibling, was), node(sibling, whole)
            index, last = _risen(index, last, odd=False)
        else:
            whole = node(whole, sibling)
        index, last = index // 2, last // 2
    return not last and (was, whole) == (before, now)


def _risen(index: int, last: int, odd: bool) -> tuple[int, int]:
    """Up past the heights where a place is odd, or where it is even."""
    while index and index % 2 == odd:
        index, last = index // 2, last // 2
    return index, last


def _join(left: Tree, right: Tree) -> Tree:
    paths = {index: [*path, right.root] for index, path in left.paths.items()}
    paths |= {index: [*path, left.root] for index, path in right.paths.items()}
    return Tree(left.size + right.size, node(left.root, right.root), paths)


_EMPTY = Tree(0, sha256(b"").digest(), {})
