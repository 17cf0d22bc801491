"""What a second call owes to the first: it comes after it, and takes up its resolutions word for word."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from governance.assembly.facts import AdjournedForLackOfQuorum, AssemblyPlanned, Manner
from governance.assembly.standing import about_agenda, agenda
from governance.command import About, Refused, about
from governance.statutes.facts import Kind
from governance.words import AssemblyId, Fact, ResolutionId

_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def about_first_call(first: AssemblyId) -> list[About]:
    calls = [about(AdjournedForLackOfQuorum, assembly=first), about(AssemblyPlanned, second_call_of=first)]
    return [*about_agenda(first), *calls]


def check_when(planned: AssemblyPlanned) -> None:
    """Of any meeting, a first call too."""
    if not planned.day.full:
        raise Refused("meeting-day-needed")
    if not _HOUR.fullmatch(planned.starts):
        raise Refused("not-an-hour")
    if (planned.manner is Manner.CONSULTATION) != (planned.ends is not None):
        raise Refused("consultation-without-end")


def check_after_the_first(facts: Iterable[Fact], planned: AssemblyPlanned) -> None:
    plans = [fact for fact in facts if isinstance(fact, AssemblyPlanned) and fact.assembly != planned.assembly]
    firsts = [fact for fact in plans if fact.assembly == planned.second_call_of]
    if not firsts:
        raise Refused("unknown-assembly")
    if any(fact.second_call_of == planned.second_call_of for fact in plans):
        raise Refused("second-call-already-planned")
    if planned.day <= firsts[-1].day:
        raise Refused("second-call-before-first", first=firsts[-1].day)


def brought_back(
    facts: Iterable[Fact], planned: AssemblyPlanned, outvoted: Collection[ResolutionId] = ()
) -> list[Fact]:
    """What lacked its quorum comes back as it was (C.com L225-105 al. 4); `outvoted`: what lacked half of all the
    members of a SARL (C.com L223-29 al. 2)."""
    known, first = list(facts), planned.second_call_of
    assert first
    return [
        replace(one, assembly=planned.assembly, resolution=ResolutionId(f"{planned.assembly}.{one.number}"))
        for one in agenda(known, first)
        if one.kind in _put_off(known) or one.resolution in outvoted
    ]


def _put_off(facts: Iterable[Fact]) -> Collection[Kind]:
    """The kinds of resolution that lacked their quorum."""
    adjourned = [fact for fact in facts if isinstance(fact, AdjournedForLackOfQuorum)][-1:]
    return adjourned[0].kinds or tuple(Kind) if adjourned else ()
