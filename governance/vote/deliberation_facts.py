"""What the record says of deliberations: a question, what each one answers, the rounds, and how it ends."""

from dataclasses import dataclass
from datetime import datetime

from governance.counting.judgment import Scale
from governance.counting.tally import Step
from governance.vote.methods import Method
from governance.words import DeliberationId, Fact, PersonId, Public, Sealed


@dataclass(frozen=True)
class DeliberationOpened(Fact):
    """`options`: what is chosen among, where marks are given. `most`: the points of a ballot, or the highest note.
    `scale`: the grades, with what the statutes say of an even number. `circle`: who takes part."""

    tags = ((), ("deliberation",))
    deliberation: DeliberationId
    method: Method
    title: Public
    text: Public
    circle: tuple[PersonId, ...]
    options: tuple[Public, ...] = ()
    most: int = 1
    scale: Scale | None = None
    closes: datetime | None = None


@dataclass(frozen=True)
class Answered(Fact):
    """What one of the circle gives: a mark for each option, in their order; or a name, and why; or whether she objects,
    and why. `round`: of consent, 0 while names are given. Marks and names may be given again: the last prevail."""

    tags = (("deliberation",), ("deliberation", "person"))
    deliberation: DeliberationId
    person: PersonId
    round: int = 0
    marks: tuple[int, ...] = ()
    named: PersonId | None = None
    objects: bool = False
    reason: Sealed | None = None


@dataclass(frozen=True)
class ObjectionLifted(Fact):
    """What she had against it is answered, by a change or by an explanation."""

    tags = (("deliberation",),)
    deliberation: DeliberationId
    person: PersonId


@dataclass(frozen=True)
class RoundOpened(Fact):
    """Another round of consent: on the proposal as it was changed, or on somebody who is proposed."""

    tags = (("deliberation",),)
    deliberation: DeliberationId
    round: int
    text: Public = Public("")
    proposed: PersonId | None = None


@dataclass(frozen=True)
class Placed:
    """An option in the result. `figures`: how many ballots gave each grade, from the worst; or what it gathered."""

    option: Public
    place: int
    figures: tuple[int, ...]
    grade: Public = Public("")


@dataclass(frozen=True)
class DeliberationClosed(Fact):
    """The result, with every step that leads to it. `adopted`: of consent; None where not everybody spoke, and where
    options are ranked: `won` are then those in the first place."""

    tags = (("deliberation",),)
    deliberation: DeliberationId
    ballots: int
    won: tuple[Public, ...]
    ranking: tuple[Placed, ...]
    steps: tuple[Step, ...]
    adopted: bool | None = None
