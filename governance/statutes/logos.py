"""The logos that funders want on every paper: kept, with the words that stand for each, and removed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.statutes.facts import LogoKept, LogoRemoved
from governance.words import Day, Fact, Office, PersonId, Public

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
HEAVIEST = 200 * 1024
"""Bytes of a logo: it goes with every paper."""
PICTURES = ("image/png", "image/jpeg")


@dataclass(frozen=True)
class KeepLogo:
    """`words`: what is read in its place by whoever does not see it."""

    may = SECRETARIAT
    digest: str
    size: int
    media_type: str
    words: Public
    on: Day

    def boundary(self) -> list[About]:
        return about_logo(self.digest)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if self.media_type not in PICTURES:
            raise Refused("logo-medium")
        if self.size > HEAVIEST:
            raise Refused("logo-size", size=self.size, most=HEAVIEST)
        if not self.words.strip():
            raise Refused("logo-without-words")
        kept = LogoKept(**vars(self))
        standing = stands(facts)
        return [] if standing and standing.words == self.words else [kept]


@dataclass(frozen=True)
class RemoveLogo:
    may = SECRETARIAT
    digest: str
    on: Day

    def boundary(self) -> list[About]:
        return about_logo(self.digest)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return [LogoRemoved(self.digest, self.on)] if stands(facts) else []


def about_logo(digest: str) -> list[About]:
    return [about(kind, digest=digest) for kind in (LogoKept, LogoRemoved)]


def stands(facts: Iterable[Fact]) -> LogoKept | None:
    """The logo as it is printed today."""
    said = [fact for fact in facts if isinstance(fact, LogoKept | LogoRemoved)]
    return said[-1] if said and isinstance(said[-1], LogoKept) else None
