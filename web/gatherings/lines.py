"""A line of notes, and the act that it is once its kind was chosen. Its parts are those that semicolons part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from governance.command import Command
from governance.decision.reach_accord import ReachAccord
from governance.decision.record import RecordAccord
from governance.network.act import OfferHelp, SetAction
from governance.network.action_facts import ActionId
from governance.network.facts import MeetingId, ProposalId
from governance.network.hold_meeting import NoteAttendance
from governance.network.meeting_facts import AttendanceId, PointId, Presence, TopicId
from governance.network.note_meeting import LeavePointOpen, NoteTopic
from governance.network.propose import Propose
from governance.statutes.facts import Organ
from governance.words import Day, DecisionId, Public
from web.gatherings.known import Known, Party, group_of

LONGEST = 120  # a title is the beginning of what was decided


class Kind(Enum):
    TOPIC = "topic"
    MORE = "more"  # of the topic above
    DECISION = "decision"
    ACTION = "action"
    PROPOSAL = "proposal"
    POINT = "point"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    ANIMATES = "animates"
    ASIDE = "aside"


@dataclass(frozen=True)
class Line:
    kind: Kind
    words: str

    @property
    def parts(self) -> tuple[str, str, str]:
        first, second, third, *_ = [*(part.strip() for part in self.words.split(";")), "", ""]
        return first, second, third


@dataclass(frozen=True)
class Writing:
    """The meeting that the lines are of, on its day, and whom the cooperative knows."""

    meeting: Mapping[str, Any]
    on: Day
    known: Known

    @property
    def identifier(self) -> MeetingId:
        return MeetingId(self.meeting["id"])

    def act(self, line: Line, notes: str, new: str) -> Iterator[Command]:
        match line.kind:
            case Kind.TOPIC:
                yield NoteTopic(TopicId(new), self.identifier, Public(line.words), self.on, Public(notes))
            case Kind.POINT:
                yield LeavePointOpen(PointId(new), self.identifier, Public(line.words), self.on)
            case Kind.PROPOSAL:
                yield self._proposal(line, new)
            case Kind.DECISION:
                yield from accord(self.meeting, self.on, title(line.words), line.words, Organ.STEERING, new)
            case Kind.ACTION:
                yield from self._action(line, new)
            case Kind.PRESENT | Kind.EXCUSED | Kind.ABSENT | Kind.ANIMATES:
                yield self._attendance(line, new)

    def _proposal(self, line: Line, new: str) -> Propose:
        """Nobody named: the meeting proposes."""
        text, by, _ = line.parts
        author = Public(by or self.meeting["title"])
        return Propose(ProposalId(new), Public(text), author, self.on, meeting=self.identifier)

    def _action(self, line: Line, new: str) -> Iterator[Command]:
        what, who, due = line.parts
        group = group_of(self.meeting["working_group"])
        action = ActionId(new)
        said = Public(due)
        yield SetAction(action, Public(what), self.on, meeting=self.identifier, group=group, due_said=said)
        if who:
            doing = self.known.party(who, "", new)
            yield OfferHelp(action, self.on, doing.organisation, doing.member)

    def _attendance(self, line: Line, new: str) -> NoteAttendance:
        organisation, person, role = line.parts
        who: Party = self.known.party(organisation, person, new)
        animates = line.kind is Kind.ANIMATES
        return NoteAttendance(
            attendance=AttendanceId(new),
            meeting=self.identifier,
            presence=Presence.PRESENT if animates else Presence(line.kind.value),
            on=self.on,
            organisation=who.organisation,
            member=who.member,
            person=who.person,
            role=Public(role),
            animates=animates,
            name=who.name,
        )


def commands(
    lines: Iterable[Line], meeting: Mapping[str, Any], on: Day, known: Known, gesture: str
) -> Iterator[Command]:
    """In the order of the lines; each of those that go on with the one above is said with it."""
    writing = Writing(meeting, on, known)
    for rank, (line, more) in enumerate(_joined(lines)):
        yield from writing.act(line, "\n".join(more), f"{gesture}-{rank}")


def _joined(lines: Iterable[Line]) -> list[tuple[Line, list[str]]]:
    """Each line with the notes of a topic that go on under it; what goes on with another kind is of one piece."""
    joined: list[tuple[Line, list[str]]] = []
    for line in lines:
        if line.kind is not Kind.MORE:
            joined.append((line, []))
        elif not joined:
            joined.append((Line(Kind.TOPIC, line.words), []))
        elif joined[-1][0].kind is Kind.TOPIC:
            joined[-1][1].append(line.words)
        else:
            before = joined.pop()[0]
            joined.append((Line(before.kind, f"{before.words} {line.words}"), []))
    return joined


def title(words: str) -> Public:
    return Public(words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…")


def accord(
    meeting: Mapping[str, Any], on: Day, title: Public, text: str, organ: Organ, new: str
) -> tuple[RecordAccord, ReachAccord]:
    """Written in the register of decisions, and said of the meeting that took it."""
    decision = DecisionId(new)
    return (
        RecordAccord(decision, title, Public(text), organ, on, Public(meeting["title"])),
        ReachAccord(MeetingId(meeting["id"]), decision, on),
    )
