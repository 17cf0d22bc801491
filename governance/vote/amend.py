"""Amending a resolution before it is voted: an amendment laid, ranked among the others, withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import Backing, Manner, ResolutionTabled, RollSealed
from governance.assembly.standing import (
    about_agenda,
    about_course,
    about_line,
    agenda,
    check_not_over,
    check_voter,
    mandate,
    plan,
)
from governance.command import About, Refused, about
from governance.counting.amending import Amendment, AmendmentId, Fate, amended
from governance.vote.amended import about_amendments, laid, standing
from governance.vote.amendment_facts import AmendmentLaid, AmendmentSettled, AmendmentsRanked
from governance.vote.facts import VoteOpened
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, Public, ResolutionId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


def _about(assembly: AssemblyId, resolution: ResolutionId) -> list[About]:
    meeting = [*about_agenda(assembly), *about_course(assembly), about(RollSealed, assembly=assembly)]
    return [*dict.fromkeys(meeting), about(VoteOpened, resolution=resolution), *about_amendments(resolution)]


def _resolution(facts: list[Fact], assembly: AssemblyId, resolution: ResolutionId) -> ResolutionTabled:
    """A draft of a meeting that is called, whose own vote is not open yet."""
    one = next((one for one in agenda(facts, assembly) if one.resolution == resolution), None)
    if one is None:
        raise Refused("unknown-resolution")
    if not any(isinstance(fact, RollSealed) for fact in facts):
        raise Refused("not-convened")
    check_not_over(facts)
    if any(isinstance(fact, VoteOpened) and fact.amendment is None for fact in facts):
        raise Refused("vote-already-opened")
    return one


@dataclass(frozen=True)
class LayAmendment:
    """`author`: who proposes it; the board where nobody does. `passage` stands once in the draft, or is empty."""

    may = SECRETARIAT
    amendment: AmendmentId
    assembly: AssemblyId
    resolution: ResolutionId
    title: Public
    passage: Public
    instead: Public
    author: MemberId | None = None
    approved: bool = False  # by the board, where a member proposes it

    def boundary(self) -> list[About]:
        line = about_line(self.assembly, self.author) if self.author else []
        return [*_about(self.assembly, self.resolution), *line]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        draft = _resolution(known, self.assembly, self.resolution)
        already = laid(known)
        if self.amendment in already:
            return []
        self._check(known, draft, len(already) + 1)
        backing = Backing.NEITHER if self.author else Backing.PRESENTED
        if self.author and self.approved:
            backing = Backing.APPROVED
        where = (self.amendment, self.assembly, self.resolution, len(already) + 1)
        return [AmendmentLaid(*where, self.title, self.passage, self.instead, self.author, backing)]

    def _check(self, facts: list[Fact], draft: ResolutionTabled, number: int) -> None:
        if plan(facts, self.assembly).manner is Manner.CONSULTATION:
            raise Refused("no-amendment-in-writing")
        if self.author:
            mandate(facts, self.author)
        if not self.title.strip() or self.passage == self.instead:
            raise Refused("amendment-changes-nothing")
        amended(draft.text, [Amendment(AmendmentId(str(number)), self.passage, self.instead)], {})


class LayMyAmendment(LayAmendment):
    """Whoever votes for a member proposes it herself; whether the board approves it is not hers to say."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.author is None or self.approved:
            raise Refused("not-her-voter")
        check_voter(known, self.author, by)
        return super().decide(known, by, now)


@dataclass(frozen=True)
class RankAmendments:
    """The officers of the meeting say which takes the text furthest: it is voted first."""

    may = SECRETARIAT
    assembly: AssemblyId
    resolution: ResolutionId
    order: tuple[AmendmentId, ...]

    def boundary(self) -> list[About]:
        return _about(self.assembly, self.resolution)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _resolution(known, self.assembly, self.resolution)
        if sorted(self.order) != sorted(laid(known)):
            raise Refused("amendments-to-rank")
        new = AmendmentsRanked(self.resolution, self.order)
        last = [fact for fact in known if isinstance(fact, AmendmentsRanked)][-1:]
        return [] if last == [new] else [new]


@dataclass(frozen=True)
class WithdrawAmendment:
    """Its author gives it up before it is voted."""

    may = SECRETARIAT
    amendment: AmendmentId
    assembly: AssemblyId
    resolution: ResolutionId

    def boundary(self) -> list[About]:
        return _about(self.assembly, self.resolution)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        draft = _resolution(known, self.assembly, self.resolution)
        if self.amendment not in laid(known):
            raise Refused("unknown-amendment")
        if self.amendment not in standing(known, draft.text).awaited:
            return []
        if any(isinstance(fact, VoteOpened) and fact.amendment == self.amendment for fact in known):
            raise Refused("vote-already-opened")
        return [AmendmentSettled(self.amendment, self.resolution, Fate.WITHDRAWN)]
