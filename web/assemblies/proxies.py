"""Proxies: registered for somebody by the secretariat, or given by a voter from her own page."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.proxies import GiveMyProxy, GiveProxy, GiveProxyDespite, WithdrawMyProxy, WithdrawProxy, most
from governance.statutes.facts import OpenProxyRule
from governance.words import MemberId, Public, StatutesId
from projections.assembly import rolls
from web.assemblies import rules
from web.assemblies.address import member, of, pressed, the_meeting, to_meeting
from web.assemblies.beyond import beyond
from web.counter import Gesture, Page, here, office, to, visitor
from web.edge.inputs import Name, Text
from web.forms import new_gesture
from web.i18n import gettext as _
from web.pages import address
from web.visitor import members_and_officers, secretariat
from web.words import cited
from web.words.assembly import OPEN_PROXY

NOBODY = "-"  # what the form says for a power that names nobody: an answer left out must not mean it


class Power(BaseModel):
    statutes: str
    grantor: Name
    holder: Name
    despite: Text | None = None


class MyPower(BaseModel):
    statutes: str
    holder: Name


def named(holder: str) -> MemberId | None:
    return None if holder == NOBODY else MemberId(holder)


def give(form: Power, request: Request, gesture: str) -> GiveProxy:
    power = (of(request), StatutesId(form.statutes), MemberId(form.grantor), named(form.holder))
    return GiveProxyDespite(*power, despite=Public(form.despite)) if form.despite else GiveProxy(*power)


def give_mine(form: MyPower, request: Request, gesture: str) -> GiveMyProxy:
    return GiveMyProxy(of(request), StatutesId(form.statutes), member(request), named(form.holder))


def shown(request: Request) -> dict[str, Any]:
    """Who may give and receive, the powers that stand, and what the statutes allow."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        lines = [line for line in rolls.lines(db, of(request), limit=1000) if line["votes"]]
        told, open_rule = rules.of_meeting(db, meeting), rules.open_proxy(db, meeting)
        nobody = [(NOBODY, _("Personne : pouvoir sans nom de mandataire"))]
        return {
            "meeting": meeting,
            "grantors": [(line["member"], line["name"]) for line in lines if not line["present"]],
            "holders": [(line["member"], line["name"]) for line in lines if not (line["holder"] or line["open_proxy"])],
            "nobody": nobody if open_rule and open_rule.value is OpenProxyRule.CHAIR_WITH_BOARD else [],
            "open_rule": open_rule,
            "open_words": OPEN_PROXY,
            "proxies": rolls.proxies(db, of(request)),
            "rules": told and told.proxies,
            "most": most(told.proxies, meeting["mandates"]) if told and told.proxies else None,
            "over": [*beyond(lines, told.proxies, meeting["mandates"])] if told and told.proxies else [],
            "cited": cited,
            "new_gesture": new_gesture,
        }


def shown_mine(request: Request) -> dict[str, Any]:
    known = shown(request)
    with office(request).reading() as db:
        mine = rolls.of_voter(db, of(request), visitor(request).person)
    line = next((one for one in mine if one["member"] == member(request)), None)
    others = [(holder, name) for holder, name in known["holders"] if holder != member(request)]
    return known | {"line": line, "holders": others}


def sealed_under(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"statutes": the_meeting(db, request)["statutes"]}


def back(request: Request) -> str:
    return address(request, "proxies", assembly=of(request))


routes = [
    Gesture(Power, "assembly/proxies.html", give, to("proxies", assembly=here("assembly")), shown, sealed_under).page(
        "/assemblees/{assembly}/pouvoirs", "proxies", secretariat
    ),
    Page(
        "/assemblees/{assembly}/pouvoirs/{member}/retrait",
        "withdraw_proxy",
        secretariat,
        post=pressed(lambda request: WithdrawProxy(of(request), member(request)), back),
    ),
    Gesture(MyPower, "assembly/my_proxy.html", give_mine, to_meeting, shown_mine, sealed_under).page(
        "/assemblees/{assembly}/mon-pouvoir/{member}", "my_proxy", members_and_officers
    ),
    Page(
        "/assemblees/{assembly}/mon-pouvoir/{member}/reprise",
        "take_back",
        members_and_officers,
        post=pressed(lambda request: WithdrawMyProxy(of(request), member(request))),
    ),
]
