"""A small act and an unknown kind, so that tests of the record need no room."""

from dataclasses import dataclass

from governance.command import about
from governance.membership.facts import OfficeTaken
from governance.words import Day, Office, PersonId


@dataclass(frozen=True)
class Sign:
    """Takes a seat on the board, once."""

    person: PersonId
    may = frozenset({Office.SECRETARY})

    def boundary(self):
        return [about(OfficeTaken, person=self.person)]

    def decide(self, facts, by, now):
        seated = any(fact == OfficeTaken(self.person, Office.BOARD, Day("2026")) for fact in facts)
        return [] if seated else [OfficeTaken(self.person, Office.BOARD, Day("2026"))]


@dataclass(frozen=True)
class Signed:
    """Not a kind of the archive."""

    tags = (("person",),)
    person: PersonId
