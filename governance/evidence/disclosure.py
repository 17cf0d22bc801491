"""What may leave in a file of evidence: what is public of organisations, or counted; of a person, what was chosen."""

from collections.abc import Collection, Iterable

from governance.assembly.facts import SessionOpened
from governance.evidence.facts import PieceAttached
from governance.evidence.revision_facts import RevisionReported
from governance.membership.facts import ContactChanged, MemberAdmitted, OrganisationRegistered, PersonRegistered
from governance.membership.person_facts import OrganisationCorrected
from governance.network.facts import MeetingReported, NeedStated, SurveyReported
from governance.network.meeting_facts import MeetingHeld
from governance.project.facts import MilestonePlanned, MilestoneReached
from governance.statutes.facts import CooperativeDescribed, RecordOpened, StatutesAdopted
from governance.vote.facts import VoteCounted
from governance.words import Fact, Sealed

SHOWN: frozenset[type[Fact]] = frozenset(
    {
        *(RecordOpened, CooperativeDescribed, StatutesAdopted),
        *(OrganisationRegistered, OrganisationCorrected, MemberAdmitted),
        *(SessionOpened, VoteCounted),
        *(MeetingReported, MeetingHeld, SurveyReported, NeedStated),
        *(MilestonePlanned, MilestoneReached),
        *(PieceAttached, RevisionReported),
    }
)
"""The kinds that a jury may be shown. A new one is added on purpose, never by default."""

DISCLOSED: frozenset[type[Fact]] = frozenset({PersonRegistered, ContactChanged})
"""The kinds that leave only because words that they commit to leave beside them, chosen one by one."""


def withheld(facts: Iterable[Fact], opened: Collection[str] = ()) -> list[Fact]:
    """Those that must not leave: of a kind that is not shown, or the admission of a human being.

    An admission leaves only beside the registration of the organisation that it is about. `opened`: the commitments
    whose words go out.
    """
    told = list(facts)
    organisations = {fact.member for fact in told if isinstance(fact, OrganisationRegistered)}
    return [fact for fact in told if not (_public(fact, organisations) or _disclosed(fact, opened))]


def _disclosed(fact: Fact, opened: Collection[str]) -> bool:
    seals = (value for value in vars(fact).values() if isinstance(value, Sealed))
    return type(fact) in DISCLOSED and any(seal.commitment in opened for seal in seals)


def _public(fact: Fact, organisations: Collection[str]) -> bool:
    return type(fact) in SHOWN and (not isinstance(fact, MemberAdmitted) or fact.member in organisations)
