"""What moved lately in the meetings and on the boards: read from the entries that the registers already show."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record.entry import Raw

COURSE = frozenset(
    {
        *("AssemblyConvened", "SessionOpened", "SessionClosed", "AdjournedForLackOfQuorum"),
        *("VoteOpened", "VoteClosed", "VoteCounted", "AmendmentLaid"),
        *("ElectionOpened", "ElectionCounted"),
    }
)
"""The kinds that everybody in the room follows; the others move a count: who came, who voted."""

ENDS = frozenset({"SessionClosed", "AdjournedForLackOfQuorum", "PrioritisationClosed"})


class Move(NamedTuple):
    """Something changed in a meeting, or a prioritisation: its `course` or its `counts`. `ends`: nothing more is
    awaited."""

    where: str
    course: bool
    position: int
    ends: bool = False


def shown(db: Connection[DictRow]) -> int:
    """The position that every register has reached."""
    [row] = db.execute("select coalesce(min(position), 0) as position from public.register where broken is null")
    return int(row["position"])


def moves(db: Connection[DictRow], entries: Sequence[Raw]) -> Iterator[Move]:
    """What these entries moved, in their order; those that are about none of these move nothing."""
    told = [(entry, entry.says("assembly") or entry.says("prioritisation"), entry.says("vote")) for entry in entries]
    meeting = _meetings(db, {vote for _, place, vote in told if vote and not place})
    for entry, place, vote in told:
        if where := place or meeting.get(vote):
            yield Move(where, entry.kind in COURSE, entry.position, entry.kind in ENDS)


def _meetings(db: Connection[DictRow], votes: Collection[str]) -> dict[str, str]:
    if not votes:
        return {}
    both = """
        select id, assembly from vote where id = any(%(votes)s)
        union all select id, assembly from election where id = any(%(votes)s)
    """
    rows = db.execute(both, {"votes": list(votes)})
    return {row["id"]: row["assembly"] for row in rows}
