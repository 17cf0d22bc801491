"""Finding a line of the roll: by how the words of a name begin, or by the code of a paper that was scanned."""

from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from governance.command import Refused
from governance.words import AssemblyId, MemberId
from projections.names import plain

Row = dict[str, Any]
NAMED = 5  # of those among whom one must choose


def code(assembly: AssemblyId, member: MemberId) -> str:
    """Eight signs that name a member for one meeting, and say nothing of her: A–Z, 2–7 (RFC 4648)."""
    return b32encode(sha256(f"{assembly}/{member}".encode()).digest()[:5]).decode()


def called(line: Row) -> str:
    """The words that a line answers to: its member's name, and that of who speaks for her."""
    return plain(f"{line['name'] or ''} {line.get('voter_name') or ''}")


def answering(lines: Iterable[Row], typed: str) -> list[Row]:
    """Those whose code or whole name this is, else those whose words begin so. Nothing typed: all of them."""
    known = list(lines)
    exact = [one for one in known if typed.strip().upper() == code(one["assembly"], one["member"])]
    whole = exact or [one for one in known if plain(one["name"] or "") == plain(typed) != ""]
    return whole or [one for one in known if _begins(called(one).split(), plain(typed).split())]


def only(lines: Iterable[Row], typed: str) -> Row:
    """The one line that answers to what was typed."""
    found = answering(lines, typed)
    if not found:
        raise Refused("nobody-answers", typed=typed)
    if len(found) > 1:
        names = ", ".join(line["name"] or "—" for line in found[:NAMED])
        raise Refused("several-answer", typed=typed, names=names + (", …" if len(found) > NAMED else ""))
    return found[0]


def _begins(words: list[str], typed: list[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in typed)
