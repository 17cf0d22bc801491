"""What the sheet of a meeting adds up to, and whom it holds twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from governance.network.meeting_facts import Presence
from governance.network.source_facts import Head

_SEVERAL = re.compile(r", | et ")


@dataclass(frozen=True)
class Line:
    """Somebody on the sheet; `person` empty where an organisation came through somebody whom nobody named."""

    presence: Presence
    organisation: str
    person: str


def counts(lines: Iterable[Line]) -> dict[Head, int]:
    """Structures and persons present and excused: a structure once, whoever is not named for one person each time."""
    sheet = list(lines)
    came = [one for one in sheet if one.presence is Presence.PRESENT]
    excused = [one for one in sheet if one.presence is Presence.EXCUSED]
    return {
        Head.STRUCTURES_PRESENT: len(_structures(came)),
        Head.PEOPLE_PRESENT: _people(came),
        Head.STRUCTURES_EXCUSED: len(_structures(excused)),
        Head.PEOPLE_EXCUSED: _people(excused),
    }


def _structures(lines: Iterable[Line]) -> set[str]:
    return {one.organisation for one in lines if one.organisation}


def _people(lines: list[Line]) -> int:
    return len({one.person for one in lines if one.person}) + sum(not one.person for one in lines)


def twice(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """The structures excused that a line says present, alone or among several (« ADEF, ADEF+ et Galatée »), with that
    line."""
    sheet = list(lines)
    came = sorted(_structures(one for one in sheet if one.presence is Presence.PRESENT))
    for excused in sorted(_structures(one for one in sheet if one.presence is Presence.EXCUSED)):
        name = excused.casefold()
        for line in came:
            if name == line.casefold() or name in map(str.casefold, _SEVERAL.split(line)):
                yield excused, line
