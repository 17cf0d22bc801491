"""What stands between the library's tests and our record: it proves each refusal, then does the same in our way."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import psycopg
import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem, DCBRecorder, DCBSequencedEvent
from eventsourcing.dcb.popo import SimpleDCBReadResponse
from eventsourcing.persistence import IntegrityError, PersistenceError, ProgrammingError

from governance.record.recorder import looking_up

NOBODY = DCBAppendCondition(looking_up(["nobody/"]))


class Fitting(DCBRecorder):
    """A recorder for the library's tests. `refused` says what our record would not do for them."""

    def __init__(self, ours: DCBRecorder) -> None:
        self.ours = ours
        self.refused: set[str] = set()

    def read(self, query=None, *, after=None, limit=None):
        try:
            found = self.ours.read(query, after=after, limit=limit)
            return SimpleDCBReadResponse(map(undressed, found), found.head)
        except ProgrammingError:
            self.refused.add("to read " + look(query))
            return chosen(self.read(after=after), query, limit)

    def append(self, events, condition=None):
        self.must_refuse("to append what is not an entry", lambda: self.ours.append(events, NOBODY))
        events = [dressed(event) for event in events]
        if condition is None:
            self.must_refuse("to append without a condition", lambda: self.ours.append(events))
        elif not fits(condition.fail_if_events_match):
            why = "to append on a look " + look(condition.fail_if_events_match)
            self.must_refuse(why, lambda: self.ours.append(events, condition))
            if list(self.read(condition.fail_if_events_match, after=condition.after, limit=1)):
                raise IntegrityError
        else:
            return self.ours.append(events, condition)
        return self.ours.append(events, NOBODY)

    def subscribe(self, query=None, *, after=None):
        return self.ours.subscribe(query, after=after)

    def must_refuse(self, what: str, act: Callable[[], object]) -> None:
        with pytest.raises((PersistenceError, psycopg.Error)) as refusal:
            act()
        assert not isinstance(refusal.value, IntegrityError), what
        self.refused.add(what)


def dressed(event: DCBEvent) -> DCBEvent:
    """The library's event as an entry: our database wants to know when, and of which kind."""
    entry = {"kind": event.type, "at": datetime.now(UTC).isoformat(), "fact": event.data.decode()}
    return DCBEvent(event.type, json.dumps(entry).encode(), event.tags)


def undressed(recorded: DCBSequencedEvent) -> DCBSequencedEvent:
    event = recorded.event
    data = json.loads(event.data)["fact"].encode()
    return DCBSequencedEvent(DCBEvent(event.type, data, event.tags), recorded.position)


def fits(query: DCBQuery) -> bool:
    return bool(query.items) and not any(item.types or len(item.tags) != 1 for item in query.items)


def look(query: DCBQuery) -> str:
    if not query.items:
        return "at everything"
    return "by type" if any(item.types for item in query.items) else "at several tags at once"


def chosen(everything, query: DCBQuery, limit: int | None) -> SimpleDCBReadResponse:
    """What the look would have found, had it been allowed."""
    found = [one for one in everything if any(matches(one.event, item) for item in query.items)][:limit]
    head = everything.head if limit is None else found[-1].position if found else None
    return SimpleDCBReadResponse(iter(found), head)


def matches(event: DCBEvent, item: DCBQueryItem) -> bool:
    return (not item.types or event.type in item.types) and set(item.tags) <= set(event.tags)
