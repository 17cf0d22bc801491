"""A resolution put to the vote: the rule by which it will be counted, and the fact that says so."""

from collections.abc import Iterable
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned, ResolutionTabled
from governance.command import Refused
from governance.counting.count import count
from governance.counting.tally import Rules
from governance.counting.threshold import CASTING_VOTE, HALF, formed_before_2005
from governance.statutes.facts import Form, Kind, Majority, MajorityBase, Organ, Ruled, Scheme, Statutes
from governance.vote.channels import IN_THE_ROOM
from governance.vote.facts import Channel, VoteOpened
from governance.words import StatutesId, VoteId

BOARD_OF_SA = Majority(Ruled(HALF, CASTING_VOTE), True, Ruled(MajorityBase.PRESENT, CASTING_VOTE))
"""Of those who are there or represented (C.com L225-37)."""


def rules_for(statutes: Statutes, meeting: AssemblyPlanned, kind: Kind, second_round: bool = False) -> Rules:
    """What the statutes do not say is refused now, not after the ballots."""
    board = statutes.board if meeting.organ is Organ.BOARD else None
    rules = Rules(
        form=statutes.form,
        kind=kind,
        scheme=statutes.scheme(meeting.organ) or Scheme(meeting.organ),
        majority=_majority(statutes, meeting.organ, kind),
        second_call=meeting.second_call_of is not None,
        second_round=second_round,
        casting_vote=board.casting_vote if board else None,
        before_2005=formed_before_2005(statutes),
    )
    count(rules, ())
    return rules


def check_named(rules: Rules, channels: Iterable[Channel]) -> None:
    """Hands and papers have no shares: a majority of the capital is counted on ballots by name."""
    base = rules.majority.base if rules.majority else None
    if base and base.value is MajorityBase.SHARES and IN_THE_ROOM & set(channels):
        raise Refused("shares-vote-by-name", article=base.article)


def _majority(statutes: Statutes, organ: Organ, kind: Kind) -> Majority | None:
    """What the statutes say of this kind of resolution; the board of a SA follows the law, not the assembly."""
    if (statutes.form, organ) == (Form.SA, Organ.BOARD):
        return BOARD_OF_SA
    written = statutes.meeting(kind)
    return written.majority if written else None


def put(vote: VoteId, resolution: ResolutionTabled, version: StatutesId, rules: Rules, opens: datetime) -> VoteOpened:
    """The text that is voted on, under these rules."""
    return VoteOpened(
        vote=vote,
        assembly=resolution.assembly,
        resolution=resolution.resolution,
        number=resolution.number,
        title=resolution.title,
        text=resolution.text,
        statutes=version,
        form=rules.form,
        kind=rules.kind,
        scheme=rules.scheme,
        majority=rules.majority,
        second_call=rules.second_call,
        opens=opens,
        backing=resolution.backing,
        casting_vote=rules.casting_vote,
        before_2005=rules.before_2005,
    )
