"""What past votes and quorums would have given under a draft: nothing is recorded."""

from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.quorums import counts_represented, quorums
from governance.command import Refused
from governance.counting.replay import regrouped, replayed
from governance.counting.tally import Tally
from governance.statutes.facts import Kind, Organ, Scheme, Statutes
from governance.words import AssemblyId, CollegeId
from projections.assembly import meetings, rolls
from projections.vote import votes
from web.counter import Page, office
from web.explain import Choice, Explained, explained
from web.i18n import gettext as _
from web.pages import render
from web.statutes.compared import QUORUM_WAS, WAS, compared, not_recounted, outcome, quorum_compared, unsettled
from web.statutes.drafts import file_of
from web.visitor import secretariat
from web.words.statutes import STATUTES


@dataclass(frozen=True)
class Replayed:
    """One vote or one quorum: in a sentence, what it was and what it would be. `choices`: what the draft leaves open,
    and what each answer would have given."""

    id: str
    title: str
    sentence: str
    changed: bool = False
    steps: list[Explained] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def show(request: Request) -> Response:
    row, file = file_of(request)
    known: dict[str, Any] = {"draft": row, "readable": file.statutes is not None, "votes": [], "quorums": []}
    if file.statutes:
        with office(request).reading() as db:
            known |= {"votes": _votes(db, file.statutes), "quorums": _quorums(db, file.statutes)}
    changed = sum(one.changed for one in (*known["votes"], *known["quorums"]))
    return render(request, "statutes/what_if.html", {**known, "changed": changed})


def _votes(db: Connection[DictRow], statutes: Statutes) -> list[Replayed]:
    return [_vote(statutes, row) for row in votes.counted(db)]


def _vote(statutes: Statutes, row: DictRow) -> Replayed:
    was = votes.result(row)
    assert was is not None  # the register gives those that are counted
    try:
        now = replayed(statutes, votes.opening(row).rules, was.lines)
    except Refused as refusal:
        return Replayed(row["id"], row["title"], not_recounted(WAS[outcome(was)], refusal))
    changed = outcome(now) != outcome(was)
    steps, choices = explained(now.steps) if changed else [], unsettled(now.readings)
    return Replayed(row["id"], row["title"], compared(was, now), changed, steps, choices)


def _quorums(db: Connection[DictRow], statutes: Statutes) -> list[Replayed]:
    """As many lines as a meeting had kinds of resolution."""
    found = []
    for meeting in meetings.held(db):
        found += [_quorum(db, statutes, meeting, one["kind"], one["state"]["reached"]) for one in meeting["quorums"]]
    return found


def _quorum(db: Connection[DictRow], statutes: Statutes, meeting: DictRow, kind: str, was: bool) -> Replayed:
    """By the attendance sheet, as long as it stands as it did when the session opened."""
    organ, again = Organ(meeting["organ"]), meeting["second_call_of"] is not None
    told = meeting["id"], f"{meeting['title']} – {STATUTES[kind]}"
    alone = not counts_represented(statutes, organ)
    counts = rolls.counts(db, AssemblyId(meeting["id"]))
    if sum(one["present"] + one["represented"] for one in counts) != meeting["present"] + meeting["represented"]:
        return Replayed(*told, _("La feuille de présence a changé depuis l’ouverture de la séance : pas de recompte."))
    sheet = [(_there(one, alone), one["votes"]) for one in counts]
    try:
        tallies = regrouped(statutes.scheme(organ) or Scheme(organ), sheet)
        [found] = quorums(statutes, organ, [Kind(kind)], tallies, again)
    except Refused as refusal:
        return Replayed(*told, not_recounted(QUORUM_WAS[was], refusal))
    now, changed = found.state, found.state.reached is not was
    sentence = quorum_compared(was, now)
    return Replayed(*told, sentence, changed, explained(now.steps) if changed else [], unsettled(now.readings))


def _there(row: DictRow, alone: bool) -> Tally:
    there = row["present"] if alone else row["present"] + row["represented"]
    return Tally(CollegeId(row["college"]), row["entitled"], there)


routes = [Page("/statuts/brouillons/{draft}/et-si", "what_if", secretariat, show)]
