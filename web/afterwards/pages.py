"""The page of a meeting held on paper: typed, looked at as it will be written, then written at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Command, Refused
from governance.words import AssemblyId, VoteId
from projections.assembly import meetings, rolls
from projections.vote import elections, votes
from web.afterwards import kept
from web.afterwards.acts import Act, Known, Rank, Transcript
from web.afterwards.outlook import outlook
from web.afterwards.typed import OnPaper, Way, place
from web.afterwards.urns import ROWS
from web.assemblies import asking, rules
from web.assemblies.address import of, the_meeting, to_meeting
from web.counter import Page, office, visitor
from web.elections import SEATED
from web.forms import Form, blank, new_gesture, read
from web.i18n import gettext as _
from web.i18n import lazy_gettext
from web.members import today
from web.office import Late
from web.pages import render
from web.visitor import secretariat
from web.words import said
from web.words.assembly import IRREGULARITIES
from web.words.common import OFFICES
from web.words.vote import CHOICES

ROLL = 2000  # lines
FIELDS = 3 * ROLL
WAYS = {
    Way.HANDS: lazy_gettext("Mains levées"),
    Way.PAPER: lazy_gettext("Bulletins"),
    Way.SECRET: lazy_gettext("Bulletins, vote secret"),
}
CAUSES = {Rank.OPENING: 1, Rank.VOTE: 2, Rank.CLOSING: 3}
"""What is refused at one step may refuse those after it: only the first is told."""
COLUMNS = ("for_", "against", "abstention", "blank", "void")


def known(db: Connection[DictRow], request: Request) -> Known:
    meeting, assembly = the_meeting(db, request), of(request)
    roll, names = rolls.lines(db, assembly, limit=ROLL), rules.college_names(db, meeting)
    settled = asking.settled(asking.asked(request, db, assembly))
    there = {line["college"] for line in roll}
    opened = [*votes.of_assembly(db, assembly), *elections.of_assembly(db, assembly)]
    return Known(
        meeting=meeting,
        roll=roll,
        people=_people(request, assembly, roll),
        colleges=[one for one in names.items() if one[0] in there] or [("", "")],
        pending=[one for one in meetings.agenda(db, assembly) if one["id"] not in settled],
        held=tuple(VoteId(one["id"]) for one in opened),
    )


def _people(request: Request, assembly: AssemblyId, roll: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those who speak for the members, once each, and who types."""
    named = {visitor(request).person: visitor(request).name}
    named |= {line["voter"]: line["voter_name"] for line in roll}
    return [{"assembly": assembly, "member": person, "name": name} for person, name in named.items()]


def ask(request: Request) -> Response:
    with office(request).reading() as db:
        form = kept.form(db, of(request)) or blank(OnPaper, secretary=visitor(request).name)
        return _shown(request, known(db, request), form, 200)


def carry_out(request: Request, given: FormData) -> Response:
    form = read(OnPaper, given)
    with office(request).reading() as db:
        kept.keep(db, of(request), form)
        if "hx-request" in request.headers:
            return Response(status_code=204)  # the page keeps by itself what is typed
        papers = known(db, request)
        if form.value is None or form.value.again or form.value.kept:
            return _shown(request, papers, form, 422 if form.errors else 200)
        acts = Transcript(db, papers, form, form.value).acts()
    if not acts and not form.errors:
        form.refused(None, _("Rien n’est encore saisi."))
    if form.errors:
        return _shown(request, papers, form, 422)
    return _written(request, papers, form, acts) if form.value.agreed else _rehearsed(request, papers, form, acts)


def _gestures(form: Form[OnPaper], acts: list[Act]) -> dict[str, Act]:
    """Each act under a gesture of its own, made from its field: the same when the form is sent again."""
    again: Counter[str] = Counter()
    found = {}
    for act in acts:
        found[f"{form.gesture}.{act.field}.{again[act.field]}"] = act
        again[act.field] += 1
    return found


def _asked(given: Mapping[str, Act]) -> list[tuple[Command, str]]:
    return [(act.command, gesture) for gesture, act in given.items()]


def _rehearsed(request: Request, papers: Known, form: Form[OnPaper], acts: list[Act]) -> Response:
    """What will be written, to be confirmed; or what would be refused."""
    given = _gestures(form, acts)
    weighed = office(request).record.rehearse(_asked(given), visitor(request).person)
    if weighed.refused:
        return _refused(request, papers, form, given, weighed.refused)
    shown = {
        "meeting": papers.meeting,
        "form": form,
        "typed": kept.typed(form),
        "told": outlook(entry.fact for entry in weighed.decided),
        "names": dict(papers.colleges),
        "people": {one["member"]: one["name"] for one in papers.people},
        "place": place,
        "choices": CHOICES,
        "irregular": IRREGULARITIES,
    }
    return render(request, "afterwards/confirm.html", shown)


def _written(request: Request, papers: Known, form: Form[OnPaper], acts: list[Act]) -> Response:
    """All of it, or nothing."""
    given, at = _gestures(form, acts), office(request)
    refused = at.record.execute_all(_asked(given), visitor(request).person, whole=True)
    if refused:
        return _refused(request, papers, form, given, refused)
    with at.reading() as db:
        kept.forget(db, of(request))
    leads_to, position = to_meeting(request, form.gesture), at.record.head()
    try:
        at.wait(position)
    except Late:
        return RedirectResponse(f"{leads_to}?en-cours", 303)
    return RedirectResponse(f"{leads_to}?recu={position}", 303)


def _refused(
    request: Request, papers: Known, form: Form[OnPaper], given: Mapping[str, Act], refused: Mapping[str, Refused]
) -> Response:
    """Each under the field where it was typed; not what only follows from another."""
    if any(refusal.reason == "gesture-said-otherwise" for refusal in refused.values()):
        form.gesture = new_gesture()
    first = min(CAUSES.get(given[gesture].rank, 0) for gesture in refused)
    for gesture, refusal in refused.items():
        act = given[gesture]
        if CAUSES.get(act.rank, 0) == first and act.field not in form.errors:
            form.refused(*_place(papers, act, refusal))
    return _shown(request, papers, form, 409)


def _place(papers: Known, act: Act, refusal: Refused) -> tuple[str, str]:
    """Its field, and what is said there: a collège by its name, at its own figures."""
    college = refusal.details.get("college")
    if college is None or act.rank is not Rank.VOTE:
        return act.field, said(refusal).whole
    named = Refused(refusal.reason, **{**refusal.details, "college": dict(papers.colleges).get(str(college), college)})
    resolution = act.field.partition(".")[2]
    column = "papers" if act.field.startswith("seats.") else "against"
    return f"{column}.{place(resolution, str(college))}", said(named).whole


def _shown(request: Request, papers: Known, form: Form[OnPaper], status: int) -> Response:
    shown = {
        "meeting": papers.meeting,
        "may": papers.meeting["manner"] == "session"
        and papers.meeting["state"] in ("convened", "open")
        and papers.meeting["day"] <= str(today()),
        "by_college": [*_by_college(papers)],
        "voting": [line["name"] for line in papers.roll if line["votes"] and line["name"]],
        "people": [one["name"] for one in papers.people if one["name"]],
        "pending": papers.pending,
        "columns": [(column, CHOICES[column.rstrip("_")]) for column in COLUMNS],
        "colleges": papers.colleges,
        "ways": [(way.value, words) for way, words in WAYS.items()],
        "rows": ROWS,
        "functions": [(one.value, OFFICES[one.value]) for one in SEATED],
        "place": place,
        "kept": "kept" in form.raw,
        "form": form,
    }
    return render(request, "afterwards/type.html", shown, status)


def _by_college(papers: Known) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The sheet as it was printed."""
    named = dict(papers.colleges)
    for college, name in [*papers.colleges, (None, "")]:
        lines = [line for line in papers.roll if (line["college"] if line["college"] in named else None) == college]
        if lines:
            yield name, lines


routes = [
    Page("/assemblees/{assembly}/papier", "on_paper", secretariat, ask, carry_out, most_fields=FIELDS),
]
