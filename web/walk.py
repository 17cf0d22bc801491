"""What proves, with its paths, and the heads printed before: from the tiles under a signed head, or else from the whole
record walked through once.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record import log, tiles
from governance.record.sealer import Leaf, Signed, placed, shelf
from web.proved import Proved


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


def under(db: Connection[DictRow], head: Signed, proving: Collection[int], printed: Collection[int] = ()) -> Walk:
    """What `walk` finds, read from the tiles under that head: it costs the same in a record of any length.

    Raises LookupError if one of the positions is not under it.
    """
    leaves = {leaf.position: leaf for leaf in placed(db, {*proving, *printed}) if leaf.rank < head.size}
    _check_there({*proving, *printed}.difference(leaves))
    hashes = shelf(db)

    def path(leaf: Leaf) -> list[str]:
        return [sibling.hex() for sibling in tiles.inclusion(hashes, leaf.rank, head.size)]

    def earlier(last: Leaf) -> EarlierHead:
        root = tiles.head(hashes, last.rank + 1).hex()
        return EarlierHead(last.rank + 1, root, log.leaf(last.data).hex(), tuple(path(last)))

    facts = (Proved(at, leaf.rank, leaf.data.decode(), path(leaf)) for at, leaf in leaves.items() if at in proving)
    heads = tuple(earlier(leaf) for at, leaf in leaves.items() if at in printed and leaf.rank + 1 < head.size)
    return Walk(head.position, head.size, head.root.hex(), tuple(facts), heads, head.note, head.key)


def _check_there(absent: Collection[int]) -> None:
    if absent:
        raise LookupError(f"no entry at {sorted(absent)}")


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
    _check_there(absent)
    tree = log.tree(leaves, [*proved, *ends])
    paths = {rank: [sibling.hex() for sibling in path] for rank, path in tree.paths.items()}
    facts = tuple(Proved(at, rank, entry, paths[rank]) for rank, (at, entry) in proved.items())
    earlier = tuple(_earlier(rank, leaves, tree) for rank in ends if rank + 1 < tree.size)
    return Walk(position, tree.size, tree.root.hex(), facts, earlier)


def _earlier(last: int, leaves: list[bytes], tree: log.Tree) -> EarlierHead:
    leaf, path = leaves[last], tree.paths[last]
    root = log.begun(leaf, last, tree.size, path)
    return EarlierHead(last + 1, root.hex(), leaf.hex(), tuple(sibling.hex() for sibling in path))
