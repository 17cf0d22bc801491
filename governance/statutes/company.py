"""The clauses on the company itself: capital, leaving, board, result, révision, and what its paper shows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from governance.statutes.terms import AuditTrigger, LossCause, LossShare, Organ, Renewal, Ruled
from governance.statutes.votes import Majority
from governance.words import Cents, CollegeId, Day, Public


@dataclass(frozen=True)
class Founding:
    """A line of the list of the first subscribers: so many shares of a value."""

    name: Public
    shares: int
    nominal: Cents


@dataclass(frozen=True)
class Reimbursement:
    """How the shares of those who leave are cancelled and paid back. `years`: how long the cooperative may wait before
    it pays; `partial`: whether the first in line is served in part, as far as the floor allows."""

    years: Ruled[int] | None = None
    partial: Ruled[bool] | None = None
    losses: Ruled[LossShare] | None = None
    early_by: Ruled[Organ] | None = None


@dataclass(frozen=True)
class Capital:
    """`floor_months`: the text looks for the highest capital in the last months only. `stated`: the capital that it
    prints, to be held against its list of `founding` subscriptions."""

    nominal: Ruled[Cents]
    minimum: Ruled[Cents]
    floor_fraction: Ruled[Fraction]
    paid_at_once: Ruled[Fraction]
    public_maximum: Ruled[Fraction] | None = None
    cap_per_member: Ruled[Fraction] | None = None  # of the capital
    max_delay_years: Ruled[int] | None = None  # to pay up the rest
    vote_suspended_days: Ruled[int] | None = None  # after a formal notice to pay, from which the vote is lost
    transfer_by: Ruled[Organ] | None = None
    reimbursement: Reimbursement | None = None
    floor_months: Ruled[int] | None = None
    stated: Ruled[Cents] | None = None
    founding: tuple[Founding, ...] = ()


@dataclass(frozen=True)
class Exclusion:
    """Who excludes, by which majority, after how many days' notice; `price`: what a share is then paid."""

    organ: Ruled[Organ]
    majority: Majority | None = None
    notice_days: Ruled[int] | None = None
    price: Ruled[Cents] | None = None


@dataclass(frozen=True)
class Loss:
    """How membership is lost. `absence_n_ago`: after so many ordinary assemblies missed in a row."""

    auto_causes: Ruled[tuple[LossCause, ...]] | None = None
    absence_n_ago: Ruled[int] | None = None
    exclusion: Exclusion | None = None


@dataclass(frozen=True)
class Seats:
    """The seats of one collège on the board."""

    college: CollegeId
    least: int
    most: int
    article: Public


@dataclass(frozen=True)
class Board:
    """`quorum`: of the members in office, a vacant seat being nobody."""

    least: Ruled[int] | None = None
    most: Ruled[int] | None = None
    seats: tuple[Seats, ...] = ()
    renewal: Ruled[Renewal] | None = None
    casting_vote: Ruled[bool] | None = None
    quorum: Ruled[Fraction] | None = None


@dataclass(frozen=True)
class Appropriation:
    """`legal_reserve` is a part of the result, `statutory_reserve` of what remains then. `interest_by_days`: each day
    counts for what was paid by then; otherwise the closing day alone."""

    legal_reserve: Ruled[Fraction] | None = None
    statutory_reserve: Ruled[Fraction] | None = None
    interest_cap: Ruled[Fraction] | None = None
    interest_by_days: Ruled[bool] | None = None


@dataclass(frozen=True)
class Audit:
    """The révision coopérative."""

    period_years: Ruled[int]
    triggers: Ruled[tuple[AuditTrigger, ...]] | None = None


@dataclass(frozen=True)
class Citation:
    """A law that the text names."""

    text: Public
    article: Public


@dataclass(frozen=True)
class Printed:
    """What the paper itself shows, for its slips: its articles as they are numbered, the laws it names, its days."""

    numbering: tuple[Public, ...] = ()
    cites: tuple[Citation, ...] = ()
    signed: Day | None = None
    created: Day | None = None
