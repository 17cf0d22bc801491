"""What is put to the vote in a session, by whatever way: what is under way, and which resolution comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.assembly.facts import Matter
from governance.words import AssemblyId
from projections.vote import elections, votes
from web.i18n import gettext as _
from web.pages import address


@dataclass(frozen=True)
class Asked:
    """A vote or a round of an election. `again`: counted, and some vote once more, or voted on an amendment only."""

    resolution: str
    title: str
    href: str
    closed: bool
    counted: bool
    again: bool = False


def asked(request: Request, db: Connection[DictRow], assembly: AssemblyId) -> list[Asked]:
    """In the order of the agenda, votes first."""
    return [*_votes(request, db, assembly), *_elections(request, db, assembly)]


def _votes(request: Request, db: Connection[DictRow], assembly: AssemblyId) -> Iterator[Asked]:
    for one in votes.of_assembly(db, assembly):
        href, count = address(request, "vote", vote=one["id"]), one["count"]
        again = undecided(one)
        yield Asked(one["resolution"], one["title"], href, one["closed_at"] is not None, count is not None, again)


def undecided(vote: Mapping[str, Any]) -> bool:
    """Whether the resolution is put to the vote again: this one was of an amendment, or some collège has no mandate."""
    return vote["amendment"] is not None or bool(vote["count"] and vote["count"].get("second_round"))


def _elections(request: Request, db: Connection[DictRow], assembly: AssemblyId) -> Iterator[Asked]:
    for one in elections.of_assembly(db, assembly):
        href = address(request, "election", vote=one["id"])
        yield Asked(one["resolution"], one["title"], href, one["closed_at"] is not None, one["election"] is not None)


def settled(done: Iterable[Asked]) -> set[str]:
    """The resolutions whose last vote is counted, and decides."""
    last = {one.resolution: one for one in done}
    return {one.resolution for one in last.values() if one.counted and not one.again}


def next_act(request: Request, agenda: Sequence[Mapping[str, Any]], done: Sequence[Asked]) -> tuple[str, str | None]:
    """What is under way is finished before the next resolution: its words, and where it is done."""
    for one in done:
        if not one.counted:
            words = _("Dépouiller") if one.closed else _("Clore le scrutin")
            return f"{words}\u00a0: {one.title}", one.href
    over = settled(done)
    for resolution in agenda:
        if resolution["id"] not in over:
            elects = resolution["matter"] == Matter.PERSONS.value
            words, way = (_("Ouvrir l’élection"), "open_election") if elects else (_("Mettre aux voix"), "open_vote")
            return f"{words}\u00a0: {resolution['title']}", address(request, way, resolution=resolution["id"])
    return _("Mettre aux voix et dépouiller chaque résolution"), None
