"""What becomes of a decision: tasks given and done, the day it is looked at again, the later ones that change it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup
from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.solidity import window
from governance.decision.change import ChangeDecision, SetReview
from governance.decision.follow import FinishFollowUp, FinishMyFollowUp, SetFollowUp
from governance.decision.life_facts import Change, TaskId
from governance.statutes.facts import Form, Organ
from governance.words import Day, DecisionId, PersonId, Public
from projections.decision import decisions, follow_ups
from projections.membership.choice import Among
from web.counter import Gesture, NoField, found, here, office, to, visitor
from web.edge.inputs import FrenchDay, Name
from web.i18n import gettext as _
from web.members import as_of, dated_today, today
from web.pictures.frise import State, Step, frise
from web.visitor import secretariat, signed_in
from web.whom import Whom
from web.words import cited
from web.words.decision import CHANGES

Row = dict[str, Any]


def life(db: Connection[DictRow], request: Request, one: Row, history: Sequence[Row]) -> Row:
    """Everything that its page tells beside its text and its vote."""
    decision = DecisionId(one["id"])
    tasks, review = follow_ups.of_decision(db, decision), follow_ups.review(db, decision)
    changes = follow_ups.changes(db, decision)
    steps = [*_written(one, history), *_changed(changes), *_asked(tasks), *_reviewed(review)]
    return {
        "tasks": tasks,
        "review": review,
        "changes": changes,
        "changed": CHANGES,
        "bears": follow_ups.bears_on(db, decision),
        "contest": _contest(request, one),
        "picture": _picture(steps) if len(steps) > 1 else None,
        "today": str(today()),
    }


def _contest(request: Request, one: Row) -> Row | None:
    """Until when it may be contested; an adopted decision of an assembly whose day is known."""
    on = Day(one["happened"])
    if not (one["adopted"] and on.full and one["organ"] == Organ.ASSEMBLY.value):
        return None
    until = window(Form(request.state.coop["form"] or Form.ASSOCIATION.value), on)
    return {"until": until.until, "over": until.until < today(), "article": cited(until.article)}


def _picture(steps: Sequence[Step]) -> Markup:
    in_order = sorted(steps, key=lambda step: step.on.first if step.on else date.max)
    return frise(in_order, today().first, key="life", title=_("La vie de cette décision"))


def _written(one: Row, history: Sequence[Row]) -> list[Step]:
    taken = Step("taken", _("Décision prise"), State.REACHED, Day(one["happened"]))
    corrected = (row for row in history if row["reason"])
    return [
        taken,
        *(Step(f"w{row['position']}", _("Corrigée"), State.REACHED, Day.of(row["at"].date())) for row in corrected),
    ]


def _changed(changes: Sequence[Row]) -> list[Step]:
    return [
        Step(f"c{row['id']}", said_change(row), State.REACHED, Day(row["happened"]))
        for row in changes
        if not row["mine"]
    ]


def said_change(row: Row) -> str:
    return str(CHANGES[row["change"], row["mine"]]) % {"number": row["number"]}


def _asked(tasks: Sequence[Row]) -> list[Step]:
    return [
        Step(one["task"], one["what"], State.REACHED if one["done"] else State.PLANNED, Day(one["done"] or one["due"]))
        for one in tasks
    ]


def _reviewed(review: str | None) -> list[Step]:
    return [Step("review", _("À réexaminer"), State.PLANNED, Day(review))] if review else []


def _decision(request: Request) -> DecisionId:
    return DecisionId(request.path_params["decision"])


def _task(request: Request) -> TaskId:
    return TaskId(request.path_params["task"])


def shown(request: Request) -> Row:
    with office(request).reading() as db:
        one = found(decisions.of(db, _decision(request), as_of(request)))
        later = [(row["id"], f"{row['number']} – {row['title']}") for row in decisions.later(db, _decision(request))]
    return {"decision": one, "people": Whom(request, Among.PERSON), "later": later}


def task(request: Request) -> Row:
    with office(request).reading() as db:
        return {"task": found(follow_ups.of(db, _decision(request), _task(request)))} | {
            "decision": found(decisions.of(db, _decision(request), as_of(request)))
        }


def my_task(request: Request) -> Row:
    """Hers alone: nobody else reads it here."""
    known = task(request)
    return known if known["task"]["owner"] == visitor(request).person else found(None)


class Task(BaseModel):
    what: Name
    owner: Name
    due: FrenchDay


class OneDay(BaseModel):
    on: FrenchDay


class Later(BaseModel):
    later: Name
    change: Change


def ask(form: Task, request: Request, gesture: str) -> SetFollowUp:
    return SetFollowUp(_decision(request), TaskId(gesture), Public(form.what), PersonId(form.owner), form.due)


def finish(form: OneDay, request: Request, gesture: str) -> FinishFollowUp:
    return FinishFollowUp(_decision(request), _task(request), form.on)


def finish_mine(form: NoField, request: Request, gesture: str) -> FinishMyFollowUp:
    return FinishMyFollowUp(_decision(request), _task(request))


def review(form: OneDay, request: Request, gesture: str) -> SetReview:
    return SetReview(_decision(request), form.on)


def change(form: Later, request: Request, gesture: str) -> ChangeDecision:
    return ChangeDecision(_decision(request), DecisionId(form.later), form.change)


BACK = to("decision", decision=here("decision"))
routes = [
    Gesture(Task, "decision/follow_up.html", ask, BACK, shown).page(
        "/decisions/{decision}/suites", "follow_up", secretariat
    ),
    Gesture(OneDay, "decision/finish.html", finish, BACK, task, dated_today).page(
        "/decisions/{decision}/suites/{task}/faite", "finish_follow_up", secretariat
    ),
    Gesture(NoField, "decision/finish_mine.html", finish_mine, to("home"), my_task).page(
        "/decisions/{decision}/suites/{task}/ma-part", "finish_mine", signed_in
    ),
    Gesture(OneDay, "decision/review.html", review, BACK, shown).page(
        "/decisions/{decision}/reexamen", "review_decision", secretariat
    ),
    Gesture(Later, "decision/change.html", change, BACK, shown).page(
        "/decisions/{decision}/decision-suivante", "change_decision", secretariat
    ),
]
