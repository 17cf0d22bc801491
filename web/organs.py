"""The organs: each seat of the board, whose it is and until when, what stands vacant, and who may fill it."""

from collections.abc import Iterator
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.quorums import rule_of
from governance.counting.quorum import quorum
from governance.counting.tally import WHOLE, Rules, Tally
from governance.counting.threshold import casting_by
from governance.membership.seats import RATIFIED, Filling, Group, Holder, filling, groups
from governance.statutes.facts import Kind, Organ, Scheme, Statutes
from governance.words import CollegeId, Day, Office, PersonId
from projections import agenda
from projections.membership import offices
from web.assemblies import rules
from web.counter import Page, office
from web.i18n import gettext as _
from web.i18n import ngettext
from web.mandates import end
from web.members import as_read
from web.pages import render
from web.visitor import members_and_officers
from web.words import cited
from web.words.common import OFFICES
from web.words.organs import FILLINGS

ALONE = (Office.CHAIR, Office.SECRETARY, Office.AUDITOR)


@dataclass(frozen=True)
class Seat:
    """A line of the page; without a name, it stands vacant."""

    name: str | None
    since: str = ""
    end: str = ""
    ending: bool = False
    provisional: bool = False
    chairs: bool = False


@dataclass(frozen=True)
class Bench:
    """The seats of one collège, or of the whole board. `beyond`: so many more sit there than may."""

    title: str
    wanted: str
    article: str
    seats: list[Seat]
    beyond: int


@dataclass(frozen=True)
class Board:
    """As it stands on a day. `meeting`: the next assembly, which fills what is vacant or ends."""

    benches: list[Bench]
    in_office: int
    need: int
    quorum_article: str
    casting: str | None  # the article by which the chair's voice carries a tie
    filling: Filling
    meeting: DictRow | None

    @property
    def seats(self) -> list[Seat]:
        return [seat for bench in self.benches for seat in bench.seats]

    @property
    def vacant(self) -> int:
        return sum(seat.name is None for seat in self.seats)

    @property
    def ending(self) -> int:
        return sum(seat.ending for seat in self.seats)

    @property
    def to_ratify(self) -> int:
        return sum(seat.provisional for seat in self.seats)

    @property
    def awaits(self) -> str:
        """In a few words, what there is to do; nothing where every seat is held."""
        said = (
            ngettext("%(num)s siège vacant", "%(num)s sièges vacants", self.vacant) if self.vacant else "",
            ngettext("%(num)s mandat finit", "%(num)s mandats finissent", self.ending) if self.ending else "",
            ngettext("%(num)s à ratifier", "%(num)s à ratifier", self.to_ratify) if self.to_ratify else "",
        )
        return ", ".join(filter(None, said))


def board(db: Connection[DictRow], day: Day) -> Board | None:
    """None where neither the statutes nor anybody's mandate make a board."""
    version, sitting = rules.in_force(db, day), offices.bench(db, day)
    if version is None:
        return None
    statutes = version[1]
    told = groups(statutes, [_holder(row) for row in sitting])
    if not any(one.holders or one.least for one in told):
        return None
    meeting = agenda.next_of(db, Organ.ASSEMBLY, day)
    until = int(str(meeting["day"])[:4]) if meeting else day.first.year
    rows, names = {row["person"]: row for row in sitting}, _colleges(statutes)
    benches = [_bench(one, rows, names, until) for one in told]
    state = quorum(rule_of(statutes, Organ.BOARD, Kind.ORDINARY), Scheme(Organ.BOARD), [Tally(WHOLE, len(rows), 0)])
    casting = casting_by(_on_the_board(statutes))
    return Board(
        benches=benches,
        in_office=len(rows),
        need=int(state.need),
        quorum_article=cited(state.article) if state.article else "",
        casting=cited(casting) if casting else None,
        filling=filling(statutes, len(rows)),
        meeting=meeting,
    )


def seats(db: Connection[DictRow], day: Day) -> list[tuple[str, str]]:
    """The collèges among which the statutes share out the seats of the board."""
    version = rules.in_force(db, day)
    if version is None or version[1].board is None:
        return []
    names = _colleges(version[1])
    return [(one.college, names.get(one.college, one.college)) for one in version[1].board.seats]


def _on_the_board(statutes: Statutes) -> Rules:
    said = statutes.board.casting_vote if statutes.board else None
    return Rules(statutes.form, Kind.ORDINARY, Scheme(Organ.BOARD), None, casting_vote=said)


def _holder(row: DictRow) -> Holder:
    college = CollegeId(row["college"]) if row["college"] else None
    return Holder(PersonId(row["person"]), college, row["provisional"])


def _colleges(statutes: Statutes) -> dict[str, str]:
    return {college.id: str(college.name) for scheme in statutes.schemes for college in scheme.colleges}


def _bench(group: Group, rows: dict[PersonId, DictRow], names: dict[str, str], until: int) -> Bench:
    seats = [_seat(rows[holder.person], until) for holder in group.holders]
    vacant = [Seat(None)] * group.vacant
    title = names.get(group.college, group.college) if group.college else _("Sans collège désigné")
    return Bench(title, _wanted(group), cited(group.article) if group.article else "", seats + vacant, group.beyond)


def _seat(row: DictRow, until: int) -> Seat:
    """It ends with the next assembly, or should have: no other follows before it."""
    over = row["until"] is None and (row["ended"] is not None or (row["due"] or until + 1) <= until)
    name = row["name"] or _("(nom effacé)")
    return Seat(name, row["since"], end(row), over, row["provisional"], row["chairs"])


def _wanted(group: Group) -> str:
    if group.most is None:
        return ngettext("%(num)s siège au moins", "%(num)s sièges au moins", group.least) if group.least else ""
    if group.least == group.most:
        return ngettext("%(num)s siège", "%(num)s sièges", group.most)
    return _("%(least)s à %(most)s sièges", least=group.least, most=group.most)


def show(request: Request) -> Response:
    """`?le=2026-01-01`: on that day, as it is known today."""
    read = as_read(request)
    day = read["when"].day
    with office(request).reading() as db:
        known = {"board": board(db, day), "others": list(_alone(offices.holders(db, day)))}
    told = {"fillings": FILLINGS, "ratified": RATIFIED, "cited": cited}
    return render(request, "membership/organs.html", {**known, **told, **read, "su": ""})


def _alone(rows: list[DictRow]) -> Iterator[tuple[str, list[DictRow]]]:
    """What one person holds: who does, or nobody."""
    for one in ALONE:
        yield str(OFFICES[one.value]), [row for row in rows if row["office"] == one.value]


routes = [Page("/organes", "organs", members_and_officers, show)]
