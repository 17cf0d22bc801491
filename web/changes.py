"""What changed between two days, in words: for a member, for a decision; what happened, and what was only learnt."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.trace_facts import Thing
from governance.record.sealer import last as last_head
from governance.words import Day, DecisionId, MemberId, PersonId, legal_day
from projections.decision import changes, decisions
from projections.evidence import traces
from projections.membership import lives, persons
from projections.paging import AsOf
from web.chronicle import asked_days
from web.counter import Page, found, office
from web.i18n import day
from web.i18n import gettext as _
from web.lives import timeline
from web.members import note_reading, places, today
from web.pages import address, render
from web.visitor import members_and_officers, officers
from web.words.decision import CHANGED


class Change(NamedTuple):
    """`happened`: its day, perhaps partial; `learnt`: the day when it was written, in the entry `position`."""

    happened: Day
    learnt: Day
    what: str
    more: str
    position: int

    @property
    def late(self) -> bool:
        """Whether it was written once its day had passed."""
        return self.happened.surely_before(self.learnt)


def of_member(request: Request) -> Response:
    member = request.path_params["member"]
    with office(request).reading() as db:
        person = found(persons.of(db, PersonId(member)))
        steps = lives.of_member(db, MemberId(member))
        told = timeline(steps, places(db, today()))
        note_reading(db, request)
    changed = [
        Change(Day(step["day"]), legal_day(step["at"]), one["what"], one["more"], step["position"])
        for step, one in zip(steps, told, strict=True)
    ]
    home = address(request, "member", member=member)
    return _page(request, changed, person["name"] or _("(nom effacé)"), home)


def of_decision(request: Request) -> Response:
    decision = DecisionId(request.path_params["decision"])
    with office(request).reading() as db:
        one = found(decisions.of(db, decision, AsOf(today())))
        changed = list(_decided(db, changes.of_decision(db, decision)))
    return _page(request, changed, one["title"], address(request, "decision", decision=decision))


def _decided(db: Connection[DictRow], rows: list[DictRow]) -> Iterator[Change]:
    names = traces.named(db, {Thing(row["more"]) for row in rows if row["what"] in ("led", "came")})
    for row in rows:
        linked = names.get(Thing(row["more"]))
        more = linked["title"] if linked else day(row["more"]) if row["what"] == "review" else row["more"]
        said = str(CHANGED[row["what"]]) % {"more": more}
        yield Change(Day(row["happened"]), legal_day(row["learnt"]), said, "", row["position"])


def _page(request: Request, known: Sequence[Change], title: str, home: str) -> Response:
    """`happened` between the two days; `learnt` between them, of another time."""
    asked, first, last, wrong = asked_days(request)
    period = Day.of(first.first), Day.of(last.last)
    happened = [one for one in known if not wrong and _within(one.happened, *period)]
    learnt = [one for one in known if not wrong and one not in happened and _within(one.learnt, *period)]
    told = {"asked": asked, "wrong": wrong, "happened": happened, "learnt": learnt, "sealed": _sealed(request)}
    return render(request, "evidence/changes.html", {**told, "title": title, "home": home}, 422 if wrong else 200)


def _sealed(request: Request) -> int:
    """The last entry that has a proof."""
    with office(request).reading() as db:
        head = last_head(db)
    return head.position if head else 0


def _within(one: Day, first: Day, last: Day) -> bool:
    """Possibly, where the day is not known whole."""
    return not (one.surely_before(first) or last.surely_before(one))


routes = [
    Page("/membres/{member}/changements", "member_changes", officers, of_member),
    Page("/decisions/{decision}/changements", "decision_changes", members_and_officers, of_decision),
]
