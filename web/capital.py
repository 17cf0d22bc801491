"""Capital: the register of movements, shares subscribed and paid."""

from typing import Annotated, Any

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.pay import Pay
from governance.capital.subscribe import Subscribe
from governance.words import MemberId, Public, SubscriptionId
from projections.capital import movements
from projections.membership import persons
from web.counter import Gesture, Page, found, office
from web.edge.inputs import Amount, Count, FrenchDay, Name
from web.members import PAGE, as_of, as_read, dated_today, member, to_sheet, whole
from web.pages import render
from web.visitor import members_and_officers, secretariat


def index(request: Request) -> Response:
    when = as_of(request)
    after = request.query_params.get("apres", "0")
    with office(request).reading() as db:
        rows = movements.register(db, when, whole(after) or 0, PAGE + 1)
        known = {"rows": rows[:PAGE], "more": len(rows) > PAGE, "totals": movements.totals(db, when)}
    return render(request, "capital/index.html", {**as_read(request), **known})


class Subscription(BaseModel):
    shares: Annotated[Count, Field(ge=1, le=1_000_000)]
    on: FrenchDay


class Payment(BaseModel):
    subscription: Name
    amount: Amount
    on: FrenchDay
    reference: Name | None = None


def holder(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        person = found(persons.of(db, request.path_params["member"]))
        return {"person": person, "subscriptions": movements.of_member(db, MemberId(person["id"]))}


def subscribe(form: Subscription, request: Request, gesture: str) -> Subscribe:
    return Subscribe(SubscriptionId(gesture), member(request), form.shares, form.on)


def pay(form: Payment, request: Request, gesture: str) -> Pay:
    reference = Public(form.reference or "")
    return Pay(SubscriptionId(form.subscription), member(request), form.amount, form.on, reference)


routes = [
    Page("/capital", "capital", members_and_officers, index),
    Gesture(Subscription, "capital/subscribe.html", subscribe, to_sheet, holder, dated_today).page(
        "/membres/{member}/parts", "subscribe", secretariat
    ),
    Gesture(Payment, "capital/pay.html", pay, to_sheet, holder, dated_today).page(
        "/membres/{member}/versements", "pay", secretariat
    ),
]
