"""What falls due by itself: a withdrawal whose day has come, a warning in a notice, a roll to bring up to date, a
discussion that a decision ends."""

from contextlib import suppress
from typing import Any

from governance.assembly.absence import WarnOfAbsence
from governance.assembly.follow import FollowMovements
from governance.capital.watch import WatchInvariants
from governance.command import PALABRE, Refused
from governance.evidence.discuss import CloseDiscussion
from governance.evidence.trace_facts import Thing
from governance.membership.facts import Cause
from governance.membership.leave import Leave
from governance.words import AssemblyId, Day, DecisionId, MemberId, StatutesId
from projections.assembly import absences, rolls
from projections.evidence import remarks
from projections.membership import lives
from projections.statutes import versions
from web.members import today
from web.office import Office


def end_memberships(office: Office) -> None:
    """The withdrawals that take effect. What the rules refuse was settled otherwise: it is left as it is."""
    with office.reading() as db:
        due = lives.withdrawing(db, today())
    for row in due:
        leave = Leave(MemberId(row["member"]), Cause.WITHDRAWAL, Day(row["effective"]))
        with suppress(Refused):
            office.execute(leave, PALABRE, f"withdrawal-{row['position']}")


def close_discussions(office: Office) -> None:
    """Those about what has led to a decision: there is nothing more to weigh."""
    with office.reading() as db:
        due = remarks.decided(db)
    for row in due:
        close = CloseDiscussion(Thing(row["thing"]), DecisionId(row["decision"]))
        office.execute(close, PALABRE, f"discussion-{row['thing']}")


def follow_movements(office: Office, looked: dict[str, int]) -> None:
    """The rolls of meetings to come. `looked`: the entry up to which each was brought, so that it is done once."""
    with office.reading() as db:
        behind = rolls.to_follow(db)
    for row in behind:
        if looked.get(row["id"], 0) < row["moved"]:
            follow = FollowMovements(AssemblyId(row["id"]), StatutesId(row["statutes"]))
            office.execute(follow, PALABRE, f"roll-{row['id']}-{row['moved']}")
            looked[row["id"]] = row["moved"]


def watch(office: Office, looked: dict[str, int]) -> None:
    """What is broken of the whole, once for every change of the record and every day."""
    with office.reading() as db:
        [row] = db.execute("select coalesce(max(position), 0) as head from public.register").fetchall()
    turn = f"invariants-{today()}"
    if looked.get(turn) != row["head"]:
        office.execute(WatchInvariants(), PALABRE, f"{turn}-{row['head']}")
        looked[turn] = row["head"]


def warn_absent(office: Office) -> None:
    """Before a notice leaves: whoever loses her membership if she misses that assembly too is told by it."""
    with office.reading() as db:
        for meeting in absences.to_warn(db):
            _warn(office, db, meeting)


def _warn(office: Office, db: Any, meeting: dict[str, Any]) -> None:
    version = versions.in_force(db, today())
    loss = version["statutes"].get("loss") if version else None
    allowed = loss and loss.get("absence_n_ago")
    if not allowed or allowed["value"] < 2:
        return
    notice = AssemblyId(meeting["id"])
    for row in absences.absent(db, meeting["day"], allowed["value"] - 1, notice):
        if not row["warned"]:
            before = absences.assemblies_since(db, row["first_day"], meeting["day"])
            with suppress(Refused):
                warn = WarnOfAbsence(MemberId(row["member"]), notice, before)
                office.execute(warn, PALABRE, f"absence-{notice}-{row['member']}")
