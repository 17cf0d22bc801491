"""What every command looks like: who may give it, the facts it must know, and what it decides from them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol, Self, TypeVar

from governance.words import Fact, Office, PersonId

PALABRE = PersonId("palabre")
"""The author of what the worker does on its own: it obeys the same rules."""

_SUBJECT = re.compile(r"[A-Za-z0-9_.-]+")  # no slash and no colon: nobody composes another's tag


@dataclass(frozen=True)
class About:
    """The facts of one kind about all of these subjects: one tag, so a read costs what it finds."""

    kind: type[Fact]
    subjects: tuple[tuple[str, str], ...]

    @property
    def tag(self) -> str:
        return tag(self.kind, self.subjects)


def about(kind: type[Fact], **subjects: str) -> About:
    """Names the subjects by the fact's own fields: `about(BallotCast, member=…, vote=…)`."""
    if set(subjects) not in map(set, kind.tags):
        raise LookupError(f"{kind.__name__} is not tagged by {tuple(subjects)}")
    return About(kind, tuple(subjects.items()))


def tag(kind: type[Fact], subjects: Iterable[tuple[str, str]]) -> str:
    """`BallotCast/member:…/vote:…`; a kind alone is `StatutesAdopted/`."""
    named = sorted(subjects)
    if not all(_SUBJECT.fullmatch(value) for _, value in named):
        raise Refused("not-an-identifier")
    return kind.__name__ + "/" + "/".join(f"{name}:{value}" for name, value in named)


def tags(fact: Fact) -> list[str]:
    """The tags under which rules find a fact; a subject that it does not have makes none."""
    kind = type(fact)
    found = [[(name, getattr(fact, name)) for name in names] for names in kind.tags]
    return [tag(kind, subjects) for subjects in found if all(value for _, value in subjects)]


@dataclass(frozen=True)
class Fold:
    """What a whole kind of facts adds up to, where they are too many to be read for every command.

    A boundary names it as it starts; `decide` finds it among its facts as it stands. The process keeps it and reads
    only what came after. A subclass is a frozen dataclass; `after` is pure.
    """

    kinds: ClassVar[tuple[type[Fact], ...]]

    def after(self, fact: Fact) -> Self:
        """What it is once this fact is known."""
        raise NotImplementedError


F = TypeVar("F", bound=Fold)


def folded(kind: type[F], facts: Iterable[object]) -> F:
    """The fold of this kind, among the facts that `decide` was given."""
    return next(fold for fold in facts if isinstance(fold, kind))


class Command(Protocol):
    """A frozen dataclass, given by somebody who holds one of the offices of `may`: a class attribute.

    `prepared`, another, names the fields that nobody asked for: the counter makes or looks them up by itself.
    """

    @property
    def may(self) -> frozenset[Office]: ...

    def boundary(self) -> Sequence[About | Fold]:
        """The facts that bear on this decision, from the command's fields alone: no wider, no narrower."""

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        """The new facts, none if there is nothing left to do. Pure: no clock, no random, no I/O."""


class Refused(Exception):
    """The rules say no. `reason` is a key that the web says in French, with the article that says so."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details
