"""What is typed from the papers of a meeting: the sheet, the officers, each vote, the closing."""

from datetime import time
from enum import Enum
from typing import Annotated, NamedTuple

from pydantic import BaseModel, PlainValidator

from governance.vote.facts import Channel
from governance.words import Office
from web.edge.inputs import Clock, Count, Name, Typed, clock
from web.i18n import gettext as _
from web.votes.opening import Opening

MARK = "x"  # there when the session opened


class Stay(NamedTuple):
    """Of a member in the room. None: from the opening, until the end."""

    came: time | None
    left: time | None


def stay(typed: str) -> Stay:
    """« x », « 1840 », « 1840-2010 », « x-2010 » or « -2010 »."""
    came, dash, left = (part.strip() for part in typed.replace("–", "-").partition("-"))
    if dash and not left:
        raise ValueError(_("Écrivez l’heure du départ après le tiret, par exemple x-20:10."))
    return Stay(None if came.lower() in ("", MARK) else clock(came), clock(left) if left else None)


class Way(Enum):
    """How a resolution was voted in the room."""

    HANDS = "hands"
    PAPER = "paper"
    SECRET = "secret"

    @property
    def opening(self) -> Opening:
        channel = Channel.HANDS if self is Way.HANDS else Channel.PAPER
        return Opening(channels=[channel], secret=self is Way.SECRET)


class Elected(BaseModel):
    """Elections on paper urns: `seats` and `function` by resolution, `candidate` by resolution and row, `votes` by
    resolution, row and collège; what else the urns held by resolution and collège."""

    seats: dict[str, Count] = {}
    function: dict[str, Office] = {}
    candidate: dict[str, Name] = {}
    votes: dict[str, Count] = {}
    papers: dict[str, Count] = {}
    urn_blank: dict[str, Count] = {}
    urn_void: dict[str, Count] = {}


class OnPaper(Elected):
    """`came` and `power` by member; `hour` and `way` by resolution; figures by resolution and collège, see `place`.

    `deduced`: those in favour at a show of hands, as the page that is confirmed shows them; `agreed`: it is confirmed.
    """

    came: dict[str, Annotated[Stay, PlainValidator(stay), Typed(maxlength=20)]] = {}
    power: dict[str, Name] = {}
    opened: Clock | None = None
    lacking: bool = False
    chair: Name | None = None
    secretary: Name | None = None
    first_teller: Name | None = None
    second_teller: Name | None = None
    hour: dict[str, Clock] = {}
    way: dict[str, Way] = {}
    for_: dict[str, Count] = {}
    against: dict[str, Count] = {}
    abstention: dict[str, Count] = {}
    blank: dict[str, Count] = {}
    void: dict[str, Count] = {}
    closed: Clock | None = None
    deduced: dict[str, Count] = {}
    agreed: bool = False
    again: bool = False  # back to what was typed
    kept: bool = False  # for later

    def figures(self, place: str) -> tuple[int, int, int, int, int]:
        """What one line of a tally sheet says; empty is zero."""
        columns = (self.for_, self.against, self.abstention, self.blank, self.void)
        first, *others = (column.get(place, 0) for column in columns)
        return (first, *others)  # type: ignore[return-value]  # five columns


def place(resolution: str, college: str) -> str:
    """Where the figures of a collège stand in the form."""
    return f"{resolution}-{college}"
