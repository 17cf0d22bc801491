"""What the record says of the cooperative itself and of its statutes, version after version.

What statutes may fix is told by the clauses: a `Ruled` value carries the article of the statutes that fixes it, so
that every computed result can quote it. None means that the statutes do not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from governance.statutes.company import (
    Appropriation,
    Audit,
    Board,
    Capital,
    Citation,
    Exclusion,
    Founding,
    Loss,
    Printed,
    Reimbursement,
    Seats,
)
from governance.statutes.terms import (
    AbsentPolicy,
    AbstentionEffect,
    Aggregation,
    AuditTrigger,
    CollegeTie,
    Form,
    Kind,
    LossCause,
    LossShare,
    MajorityBase,
    Median,
    Nature,
    OpenProxyRule,
    Organ,
    ProxyHolder,
    QuorumBase,
    Renewal,
    RequestBase,
    Ruled,
    Voice,
)
from governance.statutes.votes import (
    AgendaRequest,
    Category,
    College,
    Majority,
    MeetingRules,
    Meetings,
    ProxyRules,
    Quorum,
    Remote,
    Scheme,
)
from governance.words import Day, DecisionId, Fact, Public, StatutesId

__all__ = [
    "AbsentPolicy",
    "AbstentionEffect",
    "AgendaRequest",
    "Aggregation",
    "Appropriation",
    "Audit",
    "AuditTrigger",
    "Board",
    "Capital",
    "Category",
    "Citation",
    "College",
    "CollegeTie",
    "CooperativeDescribed",
    "Exclusion",
    "Form",
    "Founding",
    "Kind",
    "Loss",
    "LossCause",
    "LossShare",
    "Majority",
    "MajorityBase",
    "Median",
    "MeetingRules",
    "Meetings",
    "Nature",
    "OpenProxyRule",
    "Organ",
    "Printed",
    "ProxyHolder",
    "ProxyRules",
    "Quorum",
    "QuorumBase",
    "RecordOpened",
    "Reimbursement",
    "Remote",
    "Renewal",
    "RequestBase",
    "Ruled",
    "Scheme",
    "Seats",
    "Statutes",
    "StatutesAdopted",
    "StatutesFiled",
    "StatutesIrregular",
    "StatutesRead",
    "Voice",
]


@dataclass(frozen=True)
class Statutes:
    """One version, as the rules read it."""

    form: Form
    categories: tuple[Category, ...]
    admission: Ruled[Organ] | None
    schemes: tuple[Scheme, ...]
    ordinary: MeetingRules | None
    extraordinary: MeetingRules | None
    proxies: ProxyRules | None
    capital: Capital | None = None
    online_vote: Ruled[bool] | None = None
    secret: Ruled[tuple[Public, ...]] | None = None  # what is voted in secret: "elections", "persons", "all"
    meetings: tuple[Meetings, ...] = ()
    term_years: Ruled[int] | None = None
    form_effective_from: Day | None = None  # since when the company has this form
    ratification: Ruled[Organ] | None = None  # who ratifies admissions
    rejection_reported: Ruled[bool] | None = None  # to the assembly
    loss: Loss | None = None
    agenda_request: AgendaRequest | None = None
    remote: Remote | None = None
    secret_on_request: Ruled[Fraction] | None = None  # of those who are there
    board: Board | None = None
    appropriation: Appropriation | None = None
    audit: Audit | None = None
    printed: Printed | None = None
    median: Ruled[Median] | None = None  # of an even number of grades, in a majority judgment
    roll_days: Ruled[int] | None = None  # who votes was a member so many days before the meeting; None: as it opens

    def scheme(self, organ: Organ) -> Scheme | None:
        return next((scheme for scheme in self.schemes if scheme.organ is organ), None)

    def meeting(self, kind: Kind) -> MeetingRules | None:
        return self.ordinary if kind is Kind.ORDINARY else self.extraordinary


@dataclass(frozen=True)
class RecordOpened(Fact):
    """The first entry of a record: whose it is, and whether it is a demonstration."""

    name: Public
    demonstration: bool


@dataclass(frozen=True)
class CooperativeDescribed(Fact):
    """What the header of every document must say (form, capital, seat, RCS: C.com R123-237)."""

    name: Public
    form: Form
    seat: Public
    registration: Public
    on: Day


@dataclass(frozen=True)
class FundersMentioned(Fact):
    """What its funders want every paper to say, as they word it; empty once nothing is asked any more."""

    mention: Public
    on: Day


@dataclass(frozen=True)
class LogoKept(Fact):
    """A picture that its funders want on every paper. `digest`: SHA-256 of its file; `words` stand for it where it is
    not seen; said again, they are so from then on."""

    tags = ((), ("digest",))
    digest: str
    size: int
    media_type: str
    words: Public
    on: Day


@dataclass(frozen=True)
class LogoRemoved(Fact):
    tags = ((), ("digest",))
    digest: str
    on: Day


@dataclass(frozen=True)
class StatutesAdopted(Fact):
    """A version of the statutes: adopted on a day, in force from another, until the next."""

    tags = ((), ("version",))
    version: StatutesId
    on: Day
    in_force_from: Day
    statutes: Statutes
    text_digest: str  # SHA-256 of the YAML file as it was given, hexadecimal
    text: Public
    decision: DecisionId | None = None  # the one that adopted it; None for the first, and where nobody recorded it


@dataclass(frozen=True)
class StatutesIrregular(Fact):
    """A version came in force against a rule of form: written so, for its effect is for a judge to say."""

    tags = ((), ("version",))
    version: StatutesId
    rule: Public
    article: Public
    reason: Public


@dataclass(frozen=True)
class StatutesFiled(Fact):
    """The statutes as they were filed, signed. `digest`: SHA-256 of salt ‖ content; the text of this file prevails."""

    tags = (("version",), ("digest",))
    version: StatutesId
    digest: str
    size: int  # bytes
    on: Day


@dataclass(frozen=True)
class StatutesRead(Fact):
    """The adviser read this version against the text. `by_role`: a function such as « l’URSCOP », never a name."""

    tags = (("version",),)
    version: StatutesId
    on: Day
    by_role: Public
