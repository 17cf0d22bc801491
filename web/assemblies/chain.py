"""Powers entered one after the other: who gives, who carries, Enter, the next; and how many each may still receive."""

from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.proxies import GiveProxy, most
from governance.statutes.facts import OpenProxyRule, ProxyRules
from governance.words import MemberId, StatutesId
from projections.assembly import rolls
from web.assemblies import rules
from web.assemblies.address import of, the_meeting
from web.assemblies.finding import code, only
from web.counter import Gesture, here, office, to
from web.edge.inputs import Name
from web.visitor import secretariat
from web.words import cited
from web.words.assembly import OPEN_PROXY

NOBODY = "-"  # typed for a power that names nobody: a field left empty must not mean it
LAST = 5


class Link(BaseModel):
    statutes: str
    grantor: Name
    holder: Name


class Holder(NamedTuple):
    """Who may carry powers. `room`: how many more; None where nothing caps them."""

    member: str
    name: str
    college: str
    carried: int
    room: int | None

    @property
    def free(self) -> bool:
        return self.room is None or self.room > 0


def give(form: Link, request: Request, gesture: str) -> GiveProxy:
    with office(request).reading() as db:
        lines = [line for line in rolls.lines(db, of(request), limit=1000) if line["votes"]]
    holder = None if form.holder.strip() == NOBODY else MemberId(only(lines, form.holder)["member"])
    grantor = MemberId(only(lines, form.grantor)["member"])
    return GiveProxy(of(request), StatutesId(form.statutes), grantor, holder)


def holders(db: Connection[DictRow], meeting: dict[str, Any], allowed: ProxyRules | None) -> list[Holder]:
    cap = most(allowed, meeting["mandates"]) if allowed else None
    return [
        Holder(
            one["member"],
            one["name"] or "",
            one["college"],
            one["carried"],
            None if cap is None else cap - one["carried"],
        )
        for one in rolls.holders(db, meeting["id"])
    ]


def shown(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        told, open_rule = rules.of_meeting(db, meeting), rules.open_proxy(db, meeting)
        allowed = told.proxies if told else None
        given = rolls.proxies(db, of(request))
        lines = rolls.lines(db, of(request), limit=1000)
        return {
            "meeting": meeting,
            "grantors": [line for line in lines if _may_give(line)],
            "code": code,
            "holders": holders(db, meeting, allowed),
            "last": sorted(given, key=lambda one: -one["power"])[:LAST],
            "rules": allowed,
            "most": most(allowed, meeting["mandates"]) if allowed else None,
            "open_rule": open_rule,
            "open_words": OPEN_PROXY,
            "nobody": open_rule is not None and open_rule.value is OpenProxyRule.CHAIR_WITH_BOARD,
            "colleges": rules.college_names(db, meeting),
            "cited": cited,
        }


def _may_give(line: DictRow) -> bool:
    return bool(line["votes"]) and not (line["present"] or line["holder"] or line["open_proxy"] or line["form"])


def sealed_under(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"statutes": the_meeting(db, request)["statutes"]}


routes = [
    Gesture(Link, "assembly/chain.html", give, to("chain", assembly=here("assembly")), shown, sealed_under).page(
        "/assemblees/{assembly}/pouvoirs/saisie", "chain", secretariat
    ),
]
