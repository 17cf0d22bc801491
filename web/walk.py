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
    """`position` is the last entry's, `size` how many there are, `root` RFC 6962's, in hexadecimal. `note`: this head
    as it was signed, and by which `key`; nothing where none was signed there.
    """

    position: int
    size: int
    root: str
    facts: tuple[Proved, ...]
    earlier: tuple[EarlierHead, ...]
    note: str = ""
    key: str = ""


def walk(entries: Iterable[tuple[int, bytes]], proving: Collection[int], printed: Collection[int] = ()) -> Walk:
    """Every entry of the record, in order, as (position, canonical bytes).

    `proving`: the positions of the entries that prove; `printed`: the last positions under heads that were printed.
    Raises LookupError if one of them is not in the record.
    """
    leaves, ends, proved = list[bytes](), list[int](), dict[int, tuple[int, str]]()
    absent = {*proving, *printed}
    position = 0
    for rank, (position, entry) in enumerate(entries):
        leaves.append(log.leaf(entry))
        absent.discard(position)
        if position in proving:
            proved[rank] = (position, entry.decode())
        if position in printed:
            ends.append(rank)
    if absent:
        raise LookupError(f"no entry at {sorted(absent)}")
    tree = log.tree(leaves, [*proved, *ends])
    paths = {rank: [sibling.hex() for sibling in path] for rank, path in tree.paths.items()}
    facts = tuple(Proved(at, rank, entry, paths[rank]) for rank, (at, entry) in proved.items())
    return Walk(position, tree.size, tree.root.hex(), facts, tuple(_earlier(rank, leaves, tree) for rank in ends))


def _earlier(last: int, leaves: list[bytes], tree: log.Tree) -> EarlierHead:
    leaf, path = leaves[last], tree.paths[last]
    root = log.begun(leaf, last, tree.size, path)
    return EarlierHead(last + 1, root.hex(), leaf.hex(), tuple(sibling.hex() for sibling in path))
