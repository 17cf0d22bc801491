"""The record walked through once: its head, the entries that prove with their paths, the heads it had before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from governance.record import log
from web.verify import Proved


@dataclass(frozen=True)
class EarlierHead:
    """A head that was printed before, and the path that proves that the record of today began with it."""

    size: int
    root: str
    leaf: str
    path: tuple[str, ...]


@dataclass(frozen=True)
class Walk:
    """`position` is the last entry's, `size` how many there are, `root` RFC 6962's, in hexadecimal."""

    position: int
    size: int
    root: str
    facts: tuple[Proved, ...]
    earlier: tuple[EarlierHead, ...]


def walk(entries: Iterable[tuple[int, bytes]], proving: Collection[int], printed: Collection[int] = ()) -> Walk:
    """Every entry of the record, in order, as (position, canonical bytes). `printed`: the sizes of earlier heads.

    Raises LookupError if a position or a size is not in the record.
    """
    wanted, leaves = frozenset(proving), list[bytes]()
    proved: dict[int, tuple[int, str]] = {}
    position = 0
    for rank, (position, entry) in enumerate(entries):
        leaves.append(log.leaf(entry))
        if position in wanted:
            proved[rank] = (position, entry.decode())
    if absent := wanted.difference(found for found, _ in proved.values()):
        raise LookupError(f"no entry at {sorted(absent)}")
    tree = log.tree(leaves, [*proved, *(size - 1 for size in printed)])
    paths = {rank: [sibling.hex() for sibling in path] for rank, path in tree.paths.items()}
    facts = tuple(Proved(at, rank, entry, paths[rank]) for rank, (at, entry) in proved.items())
    return Walk(
        position, tree.size, tree.root.hex(), facts, tuple(_earlier(size, leaves, tree) for size in sorted(printed))
    )


def _earlier(size: int, leaves: list[bytes], tree: log.Tree) -> EarlierHead:
    last, path = leaves[size - 1], tree.paths[size - 1]
    root = log.begun(last, size - 1, tree.size, path)
    return EarlierHead(size, root.hex(), last.hex(), tuple(sibling.hex() for sibling in path))
