"""What the pages of a deliberation know: its question, what was answered, what remains to be said and by whom."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.counting.consent import Consent
from governance.counting.no_candidate import WithoutCandidate
from governance.vote.deliberated import circle, marks, nominated, round_of
from governance.vote.deliberation_facts import DeliberationClosed, DeliberationOpened, RoundOpened
from governance.vote.methods import WAYS, Gives
from governance.words import DeliberationId, Fact, PersonId
from projections.vote import deliberations, elections
from web.counter import found, here, office, to, visitor
from web.i18n import gettext as _
from web.visitor import board
from web.words.deliberations import METHODS
from web.words.vote import CHOICES

to_deliberation = to("deliberation", deliberation=here("deliberation"))


def of(request: Request) -> DeliberationId:
    return DeliberationId(request.path_params["deliberation"])


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(deliberations.of(db, of(request)))
        facts = deliberations.facts(db, of(request))
        return told(db, row, facts) | {"me": visitor(request).person, "keeps": board(visitor(request))}


def told(db: Connection[DictRow], row: DictRow, facts: Sequence[Fact]) -> dict[str, Any]:
    """`awaited`: who has not answered yet, in this round; `round` 0 while marks or names are given."""
    opened = next(fact for fact in facts if isinstance(fact, DeliberationOpened))
    rounds = [fact for fact in facts if isinstance(fact, RoundOpened)]
    way, number = WAYS[opened.method], round_of(facts, opened)
    chosen = nominated(facts, opened) if way.gives is Gives.NAME else None
    consent = circle(facts, opened) if number else None
    return {
        "deliberation": row,
        "opened": opened,
        "called": METHODS[opened.method],
        "gives": way.gives.value,
        "text": next((one.text for one in reversed(rounds) if one.text), opened.text),
        "rounds": rounds,
        "round": number,
        "chosen": chosen,
        "consent": consent,
        "awaited": awaited(opened, facts, chosen, consent),
        "closed": next((fact for fact in facts if isinstance(fact, DeliberationClosed)), None),
        "reasons": deliberations.reasons(db, DeliberationId(row["id"])),
        "names": _names(db, opened),
    }


def _names(db: Connection[DictRow], opened: DeliberationOpened) -> dict[str, str]:
    """What to call those of the circle, and the options."""
    people = dict.fromkeys(opened.circle, _("(nom effacé)")) | elections.names(db, list(opened.circle))
    return {**people, **{one: str(CHOICES.get(one, one)) for one in opened.options}}


def awaited(
    opened: DeliberationOpened, facts: Sequence[Fact], chosen: WithoutCandidate | None, consent: Consent | None
) -> tuple[PersonId, ...]:
    if consent:
        return consent.awaited
    if chosen:
        return chosen.awaited
    given = marks(facts)
    return tuple(person for person in opened.circle if person not in given)
