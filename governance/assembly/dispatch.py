"""How a notice goes to those whom e-mail does not reach: by letter, registered where the law of the form wants it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from governance.assembly.convening_facts import NoticeCorrected, NoticePosted, PostingProved
from governance.assembly.facts import AssemblyConvened, NoticeRefused, NoticeSent
from governance.assembly.lay import HEAVIEST
from governance.command import About, Refused, about
from governance.statutes.facts import Form, Organ
from governance.words import AssemblyId, Day, Fact, Office, PersonId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
RETURNED = "retour"  # in the place of a server's code: the letter came back later
_NUMBER = re.compile(r"[0-9A-Z]{8,30}")  # La Poste: 1A 123 456 7890 1; UPU S10: RR123456785FR


class Post(Enum):
    LETTER = "letter"
    REGISTERED = "registered"


def by_post(form: Form, organ: Organ) -> Post:
    """An assembly of a SARL is convened by registered letter (C.com R223-20); elsewhere an ordinary one suffices."""
    return Post.REGISTERED if form is Form.SARL and organ is Organ.ASSEMBLY else Post.LETTER


def about_notice(assembly: AssemblyId) -> list[About]:
    return [about(kind, assembly=assembly) for kind in (AssemblyConvened, NoticeCorrected)]


def edition(facts: Iterable[Fact]) -> int:
    """Which notice stands: 0 the first, then each correction. Refused while none has left."""
    known = list(facts)
    if not any(isinstance(fact, AssemblyConvened) for fact in known):
        raise Refused("not-convened")
    return sum(isinstance(fact, NoticeCorrected) for fact in known)


def tracking(typed: str) -> str:
    """The number of a registered letter, in capitals without spaces."""
    number = re.sub(r"[\s.-]", "", typed).upper()
    if not _NUMBER.fullmatch(number):
        raise Refused("not-a-tracking-number", number=typed)
    return number


@dataclass(frozen=True)
class PostNotices:
    """Ordinary letters, together."""

    may = SECRETARIAT
    assembly: AssemblyId
    persons: tuple[PersonId, ...]
    on: Day

    def boundary(self) -> list[About]:
        posted = [about(NoticePosted, assembly=self.assembly, person=one) for one in self.persons]
        return [*about_notice(self.assembly), *posted]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        which = edition(known)
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        gone = {fact.person for fact in known if isinstance(fact, NoticePosted) and fact.edition == which}
        return [NoticePosted(self.assembly, one, self.on, "", which) for one in self.persons if one not in gone]


@dataclass(frozen=True)
class PostRegistered:
    """One registered letter, by its number; typed again for the same person it corrects."""

    may = SECRETARIAT
    assembly: AssemblyId
    person: PersonId
    number: str
    on: Day

    def boundary(self) -> list[About]:
        mine = about(NoticePosted, assembly=self.assembly, person=self.person)
        return [*about_notice(self.assembly), mine, about(NoticePosted, number=tracking(self.number))]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, number = list(facts), tracking(self.number)
        which = edition(known)
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        posted = NoticePosted(self.assembly, self.person, self.on, number, which)
        if any(isinstance(fact, NoticePosted) and self._another(fact, posted) for fact in known):
            raise Refused("number-already-used", number=number)
        return [] if posted in known else [posted]

    def _another(self, told: NoticePosted, mine: NoticePosted) -> bool:
        """Two letters never bear one number."""
        letter = (told.assembly, told.person, told.edition)
        return told.number == mine.number and letter != (mine.assembly, mine.person, mine.edition)


@dataclass(frozen=True)
class NoteReturn:
    """A letter that a server had taken came back: it must go another way."""

    may = SECRETARIAT
    assembly: AssemblyId
    person: PersonId

    def boundary(self) -> list[About]:
        told = [about(kind, assembly=self.assembly, person=self.person) for kind in (NoticeSent, NoticeRefused)]
        return [*about_notice(self.assembly), *told]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        which = edition(known)
        if not any(isinstance(fact, NoticeSent) and fact.edition == which for fact in known):
            raise Refused("notice-not-sent")
        returned = NoticeRefused(self.assembly, self.person, RETURNED, which)
        return [] if returned in known else [returned]


@dataclass(frozen=True)
class ProvePosting:
    """The scan of the slips that the post office stamped."""

    may = SECRETARIAT
    assembly: AssemblyId
    digest: str
    size: int
    media_type: str
    on: Day

    def boundary(self) -> list[About]:
        return [*about_notice(self.assembly), about(PostingProved, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        edition(known)
        if not 0 < self.size <= HEAVIEST:
            raise Refused("file-size", size=self.size, most=HEAVIEST)
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        proved = PostingProved(self.assembly, self.digest, self.size, self.media_type, self.on)
        return [] if proved in known else [proved]
