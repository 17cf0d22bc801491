"""A resolution put to the vote: the rule by which it will be counted, and the fact that says so."""

from datetime import datetime

from governance.assembly.facts import AssemblyPlanned, ResolutionTabled
from governance.counting.count import count
from governance.counting.tally import Rules
from governance.statutes.facts import Kind, Scheme, Statutes
from governance.vote.facts import VoteOpened
from governance.words import StatutesId, VoteId


def rules_for(statutes: Statutes, meeting: AssemblyPlanned, kind: Kind, second_round: bool = False) -> Rules:
    """What the statutes do not say is refused now, not after the ballots."""
    written = statutes.meeting(kind)
    rules = Rules(
        form=statutes.form,
        kind=kind,
        scheme=statutes.scheme(meeting.organ) or Scheme(meeting.organ),
        majority=written.majority if written else None,
        second_call=meeting.second_call_of is not None,
        second_round=second_round,
    )
    count(rules, ())
    return rules


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
    )
