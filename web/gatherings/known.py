"""What the pages of a meeting have in common: the one that the address names, on what day, who is meant by a name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.network.facts import GroupId, MeetingId
from governance.words import Clear, Day, MemberId, PersonId, Public, Said
from projections.membership import persons
from projections.names import sort_key
from projections.network import groups, meetings
from web.counter import found, here, office, to
from web.members import today


def meeting_id(request: Request) -> MeetingId:
    return MeetingId(request.path_params["meeting"])


def the_meeting(db: Connection[DictRow], request: Request) -> DictRow:
    row: DictRow = found(meetings.of(db, meeting_id(request)))
    return row


def shown(request: Request) -> dict[str, Any]:
    """What a small form about a meeting shows besides itself."""
    with office(request).reading() as db:
        return {"meeting": the_meeting(db, request)}


def day_of(meeting: Mapping[str, Any]) -> Day:
    """What is noted of a meeting is of the day on which it was held; of today while nobody has said which."""
    return Day(meeting["held"]) if meeting["held"] else today()


def dated_then(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"on": day_of(the_meeting(db, request))}


def choices(request: Request) -> dict[str, Any]:
    """The groups and the meetings, to choose one of them."""
    with office(request).reading() as db:
        return {
            "groups": [(row["id"], row["name"]) for row in groups.every(db)],
            "meetings": [(row["id"], row["title"]) for row in meetings.named(db)],
        }


def group_of(chosen: str | None) -> GroupId | None:
    return GroupId(chosen) if chosen else None


def meeting_of(chosen: str | None) -> MeetingId | None:
    return MeetingId(chosen) if chosen else None


to_meeting = to("gathering", meeting=here("meeting"))


@dataclass(frozen=True)
class Party:
    """Who is meant: an organisation, a human being, or one for the other. `name`: of somebody whom nobody knew."""

    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None
    name: Clear | None = None


@dataclass
class Known:
    """Whom the cooperative knows under a name, exactly; whoever it does not is new, once for a whole form."""

    organisations: Mapping[str, MemberId]
    people: dict[str, PersonId]
    made: int = field(default=0)

    @classmethod
    def of(cls, request: Request) -> "Known":
        with office(request).reading() as db:
            rows = persons.named(db)
        organisations = {sort_key(row["name"]): MemberId(row["id"]) for row in rows if row["legal"]}
        return cls(organisations, {sort_key(row["name"]): PersonId(row["id"]) for row in rows if not row["legal"]})

    def party(self, organisation: str, person: str, gesture: str) -> Party:
        named, member = Public(organisation), self.organisations.get(sort_key(organisation))
        if not person:
            return Party(named, member)
        key = sort_key(person)
        if key in self.people:
            return Party(named, member, self.people[key])
        self.made += 1
        who = self.people[key] = PersonId(f"{gesture}.{self.made}")
        return Party(named, member, who, Clear(who, Said.NAME, person))
