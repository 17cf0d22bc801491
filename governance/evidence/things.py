"""What there may be a link about: which fact says that there is such a thing, and the boundary that asks."""

from collections.abc import Iterable, Mapping

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.evidence.facts import PieceAttached
from governance.evidence.revision_facts import FindingRaised
from governance.evidence.trace_facts import DocumentDelivered, Kind, Thing, parts
from governance.network.action_facts import ActionSet
from governance.network.card_facts import CardWritten
from governance.network.facts import ProposalMade, VisionStated
from governance.network.meeting_facts import TopicNoted
from governance.network.priority_facts import NotePlaced, PrioritisationOpened
from governance.project.choice_facts import ChoiceLaid
from governance.project.facts import MilestonePlanned, ProjectStarted
from governance.words import Fact

SAYING: Mapping[Kind, tuple[type[Fact], str]] = {
    Kind.FINDING: (FindingRaised, "finding"),
    Kind.NOTE: (NotePlaced, "note"),
    Kind.AXIS: (PrioritisationOpened, "prioritisation"),
    Kind.TOPIC: (TopicNoted, "topic"),
    Kind.VISION: (VisionStated, "vision"),
    Kind.PROPOSAL: (ProposalMade, "proposal"),
    Kind.ACTION: (ActionSet, "action"),
    Kind.CARD: (CardWritten, "card"),
    Kind.DECISION: (DecisionRecorded, "decision"),
    Kind.PROJECT: (ProjectStarted, "project"),
    Kind.CHOICE: (ChoiceLaid, "choice"),
    Kind.MILESTONE: (MilestonePlanned, "milestone"),
    Kind.PIECE: (PieceAttached, "piece"),
    Kind.DOCUMENT: (DocumentDelivered, "document"),
}
"""The fact that says that there is such a thing, and its field that names it."""


def about_thing(one: Thing) -> About:
    kind, identifier = _read(one)
    said, field = SAYING[kind]
    return about(said, **{field: _whole(kind, identifier)})


def check_thing(known: Iterable[Fact], one: Thing) -> None:
    if not any(_is(fact, one) for fact in known):
        raise Refused("unknown-thing")


def _is(fact: Fact, one: Thing) -> bool:
    kind, identifier = _read(one)
    said, field = SAYING[kind]
    if not isinstance(fact, said) or getattr(fact, field) != _whole(kind, identifier):
        return False
    board = identifier.partition(".")[2]
    return not isinstance(fact, PrioritisationOpened) or board in [each.board for each in fact.boards]


def _whole(kind: Kind, identifier: str) -> str:
    """An axis is found by its prioritisation."""
    return identifier.partition(".")[0] if kind is Kind.AXIS else identifier


def _read(one: Thing) -> tuple[Kind, str]:
    try:
        kind, identifier = parts(one)
    except ValueError:
        raise Refused("unknown-thing") from None
    if not identifier:
        raise Refused("unknown-thing")
    return kind, identifier
