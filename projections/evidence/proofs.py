"""The register of proofs: the entries that a figure may cite. Only kinds that may leave the house are in it."""

from typing import LiteralString

from governance.assembly.facts import SessionOpened
from governance.membership.facts import MemberAdmitted, OrganisationRegistered
from governance.membership.person_facts import OrganisationCorrected
from governance.network.facts import MeetingReported, NeedStated, SurveyReported
from governance.network.meeting_facts import MeetingHeld
from governance.project.facts import MilestonePlanned, MilestoneReached
from governance.vote.facts import VoteCounted
from projections.register import Register

_WRITTEN: LiteralString = "(at at time zone 'Europe/Paris')::date"
_HAPPENED: LiteralString = """rpad("on", 10, '-01')::date"""  # the first day possible


def _proof(
    kind: LiteralString, subject: LiteralString, day: LiteralString, numbers: LiteralString = ""
) -> LiteralString:
    return f"insert into proof select position, '{kind}', {subject}, {day} {numbers} from {{facts}}"


proofs = Register(
    name="proofs",
    schema="""
        create table proof (
            position bigint primary key,
            kind     text not null,
            subject  text not null,
            happened date not null,
            number   bigint,                 -- of answers, where the fact is a survey
            base     bigint                  -- out of how many
        );
        create index proof_subject on proof (kind, subject);
    """,
    sentences={
        OrganisationRegistered: _proof("OrganisationRegistered", "member", _WRITTEN),
        OrganisationCorrected: _proof("OrganisationCorrected", "member", _WRITTEN),
        MemberAdmitted: _proof("MemberAdmitted", "member", _HAPPENED),
        SessionOpened: _proof("SessionOpened", "assembly", _WRITTEN),
        VoteCounted: _proof("VoteCounted", "vote", _WRITTEN),
        MeetingReported: _proof("MeetingReported", "meeting", _HAPPENED),
        MeetingHeld: _proof("MeetingHeld", "meeting", _HAPPENED),
        SurveyReported: _proof("SurveyReported", "survey", f"{_HAPPENED}, respondents, population"),
        NeedStated: _proof("NeedStated", "need", _WRITTEN),
        MilestonePlanned: _proof("MilestonePlanned", "milestone", _HAPPENED),
        MilestoneReached: _proof("MilestoneReached", "milestone", _HAPPENED),
    },
)
