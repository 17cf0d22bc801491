"""The words in which statutes are told: what one chooses from, and a value with the article that fixes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from governance.words import Public

T = TypeVar("T")


class Form(Enum):
    SA = "SA"
    SAS = "SAS"
    SARL = "SARL"
    ASSOCIATION = "association"


class Nature(Enum):
    """The link between a category of members and the cooperative (L47 art. 19 septies)."""

    EMPLOYEE = "employee"
    PRODUCER = "producer"
    BENEFICIARY = "beneficiary"
    OTHER = "other"


class Voice(Enum):
    DELIBERATIVE = "deliberative"
    ADVISORY = "advisory"


class Organ(Enum):
    ASSEMBLY = "assembly"
    BOARD = "board"
    EXECUTIVE = "executive_committee"  # the bureau that meets every month
    STEERING = "steering_committee"


class Kind(Enum):
    """How a resolution is decided: with the powers of an ordinary or of an extraordinary assembly."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


class Aggregation(Enum):
    """From the ballots of the collèges to one result."""

    FLAT = "flat"
    PROPORTIONAL = "proportional"
    COLLEGE_MAJORITY = "college_majority"
    COLLEGE_THRESHOLD = "college_threshold"  # beyond a threshold or not at all: then a second round, by majority
    DOUBLE_MAJORITY = "double_majority"  # of the weights, and so many collèges in favour


class CollegeTie(Enum):
    NEUTRAL = "neutral"
    AGAINST = "against"


class AbsentPolicy(Enum):
    """What becomes of the weight of a collège without members, or without votes expressed."""

    EQUAL_REDISTRIBUTION = "equal_redistribution"
    PRORATA_REDISTRIBUTION = "prorata_redistribution"
    EXCLUDED_FROM_BASE = "excluded_from_base"
    LOST = "lost"


class QuorumBase(Enum):
    HEADS = "heads"
    WEIGHTS = "weights"
    PER_COLLEGE = "per_college"
    SHARES = "shares"  # of the capital: only where the statutes say so


class MajorityBase(Enum):
    CAST = "cast"
    PRESENT = "present"
    ALL = "all"
    SHARES = "shares"  # all those of the capital, as the law of companies counts


class AbstentionEffect(Enum):
    NEUTRAL = "neutral"
    AGAINST = "against"
    FOR = "for"


class OpenProxyRule(Enum):
    """Where the votes of a proxy without a named holder go."""

    CHAIR_WITH_BOARD = "chair_with_board"  # for what the board proposes, against the rest (C.com L225-106)
    REFUSED = "refused"


class ProxyHolder(Enum):
    """To whom a member may give power."""

    MEMBER = "member"
    MEMBER_OR_SPOUSE = "member_or_spouse"
    ANYONE = "anyone"


class RequestBase(Enum):
    """Of what a part must ask together for a point on the agenda."""

    MEMBERS = "members"
    VOTES = "votes"
    CAPITAL = "capital"


class LossShare(Enum):
    """What a loss falls on before it lessens what a share is worth to who leaves (L47 art. 18)."""

    CAPITAL_AND_RESERVES = "capital_and_reserves"  # the capital and the statutory reserves, in proportion
    CAPITAL = "capital"


class LossCause(Enum):
    """What ends a membership of itself, without anybody's decision."""

    EMPLOYMENT_ENDED = "employment_ended"
    USE_ENDED = "use_ended"
    QUALITY_LOST = "quality_lost"
    SHARES_UNPAID = "shares_unpaid"
    DUES_UNPAID = "dues_unpaid"
    DISSOLUTION = "dissolution"
    ABSENCE = "absence"


class Median(Enum):
    """Which of the two middle grades is the median of an even number of them."""

    LOWER = "lower"
    UPPER = "upper"


class Renewal(Enum):
    """What part of the board is elected at once."""

    WHOLE = "whole"
    HALVES = "halves"
    THIRDS = "thirds"


class AuditTrigger(Enum):
    """What calls the réviseur before his time (L47 art. 25-1)."""

    THREE_LOSSES = "three_losses"
    HALF_CAPITAL_LOST = "half_capital_lost"
    MEMBERS_TENTH = "members_tenth"
    DIRECTORS_THIRD = "directors_third"
    MINISTER = "minister"


@dataclass(frozen=True)
class Ruled(Generic[T]):
    """A value, the article of the statutes that fixes it, and its sentence there: the text prevails."""

    value: T
    article: Public
    quote: Public = Public("")
