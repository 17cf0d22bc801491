"""The tree as it is kept: tiles of 256 hashes (C2SP tlog-tiles), so that a proof reads a few rows and not the record.

A tile of level 0 holds leaves, a tile of level n the roots of full tiles of level n-1; the last one of each level is
still growing. What a smaller tree needs of it is a beginning of it: every earlier head can be proved for ever.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from governance.record.log import node, root

HASH = 32  # bytes
_HEIGHT = 8
WIDTH = 2**_HEIGHT


class Tile(NamedTuple):
    """`number` among those of its level, from 0; `hashes` side by side, 1 to 256 of them."""

    level: int
    number: int
    hashes: bytes


Shelf = Callable[[int, int], bytes]  # the hashes of the tile of this level at this index


def grown(shelf: Shelf, size: int, leaves: Sequence[bytes]) -> Iterator[Tile]:
    """The tiles that `leaves` make longer or new, in a tree that had `size` of them before."""
    level, fresh = 0, list(leaves)
    while fresh:
        first, filled = divmod(size >> level * _HEIGHT, WIDTH)
        hashes = (shelf(level, first)[: filled * HASH] if filled else b"") + b"".join(fresh)
        rows = [hashes[start : start + WIDTH * HASH] for start in range(0, len(hashes), WIDTH * HASH)]
        yield from (Tile(level, first + more, row) for more, row in enumerate(rows))
        level, fresh = level + 1, [_complete(row) for row in rows if len(row) == WIDTH * HASH]


def head(shelf: Shelf, size: int) -> bytes:
    """The root when the tree had `size` leaves."""
    return _root(shelf, 0, size) if size else root(())


def inclusion(shelf: Shelf, index: int, size: int) -> list[bytes]:
    """The path from a leaf up to the root of a tree of `size` (RFC 6962 §2.1.1). An index beyond is a LookupError."""
    if not 0 <= index < size:
        raise LookupError(f"the tree has {size} leaves")
    return _path(shelf, index, 0, size)


def consistency(shelf: Shelf, earlier: int, size: int) -> list[bytes]:
    """What proves that the tree of `earlier` leaves is how the tree of `size` began (RFC 6962 §2.1.2)."""
    if not 0 <= earlier <= size:
        raise LookupError(f"the tree has {size} leaves")
    return _kept(shelf, earlier, 0, size, whole=True) if earlier else []


def _path(shelf: Shelf, index: int, start: int, end: int) -> list[bytes]:
    if end - start == 1:
        return []
    middle = _middle(start, end)
    if index < middle:
        return [*_path(shelf, index, start, middle), _root(shelf, middle, end)]
    return [*_path(shelf, index, middle, end), _root(shelf, start, middle)]


def _kept(shelf: Shelf, earlier: int, start: int, end: int, whole: bool) -> list[bytes]:
    """`whole`: these leaves are all of the earlier tree, whose root whoever checks knows already."""
    if earlier == end:
        return [] if whole else [_root(shelf, start, end)]
    middle = _middle(start, end)
    if earlier <= middle:
        return [*_kept(shelf, earlier, start, middle, whole), _root(shelf, middle, end)]
    return [*_kept(shelf, earlier, middle, end, whole=False), _root(shelf, start, middle)]


def _root(shelf: Shelf, start: int, end: int) -> bytes:
    """Of the leaves from `start` to `end`, where the tree divides so that they are one side of it."""
    if (end - start) & (end - start - 1):
        middle = _middle(start, end)
        return node(_root(shelf, start, middle), _root(shelf, middle, end))
    level, above = divmod((end - start).bit_length() - 1, _HEIGHT)
    first = start >> level * _HEIGHT
    hashes = shelf(level, first // WIDTH)[first % WIDTH * HASH :]
    return _complete(hashes[: HASH << above])


def _middle(start: int, end: int) -> int:
    """The largest power of two smaller than how many they are (RFC 6962 §2.1)."""
    return start + (1 << (end - start - 1).bit_length() - 1)


@lru_cache(maxsize=512)  # the proofs of one dossier share the sides of the tree
def _complete(hashes: bytes) -> bytes:
    """The root of a tree with all its leaves, side by side."""
    row = [hashes[start : start + HASH] for start in range(0, len(hashes), HASH)]
    while len(row) > 1:
        row = list(map(node, row[::2], row[1::2]))
    return row[0]
