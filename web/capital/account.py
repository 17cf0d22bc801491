"""One holder's account: every line of it, what she can be paid back, and the acts on her shares."""

from typing import Annotated, Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.ask_back import AskReimbursement
from governance.capital.exchange import ExchangeShares
from governance.capital.facts import ClaimId
from governance.capital.pay import Pay
from governance.capital.subscribe import Subscribe
from governance.capital.transfer import TransferShares
from governance.statutes.facts import Organ
from governance.words import MemberId, Public, Said, SubscriptionId
from projections.capital import calls, claims, movements
from projections.membership import members, persons, roster
from projections.paging import Sought
from web.capital.calls import to_account
from web.capital.state import state
from web.counter import Gesture, Page, found, office, visitor
from web.edge.inputs import Amount, Count, Name, Text, bare
from web.i18n import gettext as _
from web.members import OnDay, as_of, as_read, clear, dated_today, member, to_sheet
from web.pages import render
from web.visitor import officers, secretariat
from web.words.capital import ENTRIES
from web.words.statutes import STATUTES

Shares = Annotated[Count, Field(ge=1, le=1_000_000)]


class Subscription(OnDay):
    shares: Shares
    despite: Text | None = None


class Payment(OnDay):
    subscription: Name
    amount: Amount
    reference: Name | None = None


class Transfer(OnDay):
    receiver: Name
    shares: Shares
    organ: Organ
    decision: Name | None = None
    despite: Text | None = None


class Exchange(OnDay):
    nominal: Amount
    shares: Shares


class Asking(OnDay):
    shares: Shares


def holder(request: Request) -> dict[str, Any]:
    """What the forms of one holder show besides themselves."""
    when = as_of(request)
    with office(request).reading() as db:
        person = found(persons.of(db, request.path_params["member"]))
        who = MemberId(person["id"])
        return {
            "person": person,
            "account": movements.account(db, who, when),
            "subscriptions": movements.of_member(db, who),
            "lots": movements.lots(db, who),
            "now": state(db, when),
        }


def receivers(request: Request) -> dict[str, Any]:
    """Those to whom shares may go: candidates who wait, and the members that `?q=` names, a page of them."""
    known, words = holder(request), bare(request.query_params.get("q", ""))[:200]
    sought = Sought(as_of(request), words=words, reached=True)
    with office(request).reading() as db:
        found_members = roster.page(db, sought)
        waiting = [(row["member"], row["name"]) for row in members.waiting(db)]
    others = [*waiting, *((row["id"], row["name"]) for row in found_members)]
    kept = [(one, name or _("(nom effacé)")) for one, name in others if one != known["person"]["id"]]
    return {**known, "q": words, "receivers": kept, "organs": [(organ.value, STATUTES[organ.value]) for organ in Organ]}


def show(request: Request) -> Response:
    known = holder(request)
    who = MemberId(known["person"]["id"])
    with office(request).reading() as db:
        known["entries"] = movements.ledger(db, who, as_of(request))
        known["cancelled"] = claims.of_member(db, who)
        known["letters"] = calls.letters(db, who)
        _note_reading(db, request)
    return render(request, "capital/account.html", {**as_read(request), **known, "kinds": ENTRIES})


def _note_reading(db: Connection[DictRow], request: Request) -> None:
    """Who consulted a personal account (RGPD): kept twelve months, apart from the record."""
    page = f"membres/{request.path_params['member']}/compte"
    db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])


def subscribe(form: Subscription, request: Request, gesture: str) -> Subscribe:
    who = member(request)
    why = clear(who, Said.REASON, form.despite)
    return Subscribe(SubscriptionId(gesture), who, form.shares, form.on, why)


def pay(form: Payment, request: Request, gesture: str) -> Pay:
    who = member(request)
    said = clear(who, Said.REASON, form.reference)
    return Pay(SubscriptionId(form.subscription), who, form.amount, form.on, said)


def transfer(form: Transfer, request: Request, gesture: str) -> TransferShares:
    who, decision = member(request), Public(form.decision or "")
    why = clear(who, Said.REASON, form.despite)
    return TransferShares(who, MemberId(form.receiver), form.shares, form.on, form.organ, decision, why)


def approved_by(request: Request) -> dict[str, Any]:
    """The organ that the statutes name is chosen already."""
    rules = holder(request)["now"].rules
    named = rules.transfer_by if rules else None
    return {**dated_today(request), **({"organ": named.value} if named else {})}


routes = [
    Page("/membres/{member}/compte", "account", officers, show),
    Gesture(Subscription, "capital/subscribe.html", subscribe, to_sheet, holder, dated_today).page(
        "/membres/{member}/parts", "subscribe", secretariat
    ),
    Gesture(Payment, "capital/pay.html", pay, to_sheet, holder, dated_today).page(
        "/membres/{member}/versements", "pay", secretariat
    ),
    Gesture(Transfer, "capital/transfer.html", transfer, to_account, receivers, approved_by).page(
        "/membres/{member}/cessions", "transfer", secretariat
    ),
    Gesture(
        Exchange,
        "capital/exchange.html",
        lambda form, r, g: ExchangeShares(member(r), form.shares, form.nominal, form.on),
        to_account,
        holder,
        dated_today,
    ).page("/membres/{member}/echanges", "exchange", secretariat),
    Gesture(
        Asking,
        "capital/ask_back.html",
        lambda form, r, g: AskReimbursement(ClaimId(g), member(r), form.shares, form.on),
        to_account,
        holder,
        dated_today,
    ).page("/membres/{member}/demandes", "ask_back", secretariat),
]
