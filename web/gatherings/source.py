"""What the sheet of a meeting adds up to, and what a report that somebody else wrote prints of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.counting.sheet import Line, counts, twice
from governance.network.meeting_facts import Presence
from governance.network.priority_facts import Remark
from governance.network.read_source import ReadSource
from governance.network.source_facts import Head, Printed
from governance.words import Public
from projections.network import meetings
from web.counter import Gesture, office
from web.edge.inputs import Count, Name, Text
from web.gatherings.known import meeting_id, shown, the_meeting, to_meeting
from web.network import one_a_line
from web.visitor import board
from web.words.network import HEADS

Row = Mapping[str, Any]


def counted(attendance: Iterable[Row]) -> dict[Head, int]:
    """Animators are apart."""
    return counts(_lines(attendance))


def _lines(attendance: Iterable[Row]) -> Iterator[Line]:
    for row in attendance:
        if not row["animates"]:
            yield Line(Presence(row["presence"]), row["organisation"], row["person"] or "")


def held_against(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is printed of those who came beside what the sheet adds up to; who is excused and there too; remarks."""
    added, printed = counted(told["attendance"]), {row["counted"]: row["printed"] for row in told["figures"]}
    beside = [(HEADS[head], printed[head.value], added[head]) for head in Head if head.value in printed]
    return {"beside": beside, "twice": list(twice(_lines(told["attendance"])))}


class Read(BaseModel):
    """`printed`: by what is counted. `remarks`: a line each, where it is, two points, what is odd."""

    source: Name
    printed: dict[Head, Count] = {}
    remarks: Text | None = None


def read(form: Read, request: Request, gesture: str) -> ReadSource:
    figures = tuple(Printed(head, number) for head, number in form.printed.items())
    remarks = tuple(map(_remark, one_a_line(form.remarks)))
    return ReadSource(meeting_id(request), Public(form.source), figures, remarks)


def _remark(line: str) -> Remark:
    where, _between, text = line.partition(":")
    return Remark(Public(where.strip()), Public(text.strip())) if text.strip() else Remark(Public(""), Public(line))


def heads(request: Request) -> dict[str, Any]:
    return {**shown(request), "heads": [(head.value, words) for head, words in HEADS.items()]}


def as_read(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = the_meeting(db, request)
        figures = meetings.told(db, meeting_id(request))["figures"]
    return {"source": row["source"], **{f"printed.{one['counted']}": one["printed"] for one in figures}}


routes = [
    Gesture(Read, "network/read_source.html", read, to_meeting, heads, as_read).page(
        "/reseau/reunions/{meeting}/source", "read_source", board
    )
]
