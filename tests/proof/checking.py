"""What a stranger checks, written from the RFC apart from what makes it."""

from collections.abc import Sequence

from governance.record.log import node
from web.ed25519 import sealed_by


def signed(note: str, key: str) -> bool:
    """Whether this key signed this note (C2SP signed-note)."""
    text, _, lines = note.rpartition("\n\n")
    try:
        return any(sealed_by(key, line, text + "\n") for line in lines.splitlines())
    except ValueError:
        return False


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
