"""What the record says of public hearings (« concertation publique »): a document put to all, what came of it."""

from dataclasses import dataclass
from typing import NewType

from governance.network.card_facts import CardId
from governance.words import Day, Fact, Public

HearingId = NewType("HearingId", str)


@dataclass(frozen=True)
class HearingOpened(Fact):
    """The `document` under discussion is a card, in the `version` that it says then. `day` and `place` of the public
    meeting, where there is one; remarks are taken `until` a day, or until it is closed."""

    tags = ((), ("hearing",))
    hearing: HearingId
    title: Public
    document: CardId
    on: Day
    version: Public = Public("")
    day: Day | None = None
    until: Day | None = None
    place: Public = Public("")


@dataclass(frozen=True)
class HearingClosed(Fact):
    """`validated`: the version that came of it, if one did."""

    tags = (("hearing",),)
    hearing: HearingId
    result: Public
    on: Day
    validated: Public = Public("")
