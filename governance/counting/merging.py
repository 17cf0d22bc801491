"""Collèges too small to stand: their members and their weight join another, before anything is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from governance.counting.tally import Electors, Step, called, step, voting
from governance.statutes.facts import College, Scheme
from governance.words import CollegeId

E = TypeVar("E", bound=Electors)


def merged(scheme: Scheme, tallies: Mapping[CollegeId, E]) -> tuple[Scheme, Mapping[CollegeId, E], tuple[Step, ...]]:
    """The scheme without its collèges too small, the tallies they bring to the others, and the steps that say so."""
    told: list[Step] = []
    while small := list(_too_small(scheme, tallies)):
        college, into = _first(small)
        numbers = {"entitled": tallies[college.id].entitled, "least": college.min_members, "weight": college.weight}
        told.append(step("college-merged", college.article, college=called(college), into=called(into), **numbers))
        scheme, tallies = _joined(scheme, tallies, college, into)
    return scheme, tallies, tuple(told)


def _too_small(scheme: Scheme, tallies: Mapping[CollegeId, E]) -> Iterator[tuple[College, College]]:
    """Each with the collège that it joins: neither an advisory one, nor one whose weight nobody knows."""
    standing = {college.id: college for college in voting(scheme) if college.weight is not None}
    for college in standing.values():
        into = standing.get(college.merge_into) if college.merge_into else None
        if into and into is not college and tallies[college.id].entitled < college.min_members:
            yield college, into


def _first(small: list[tuple[College, College]]) -> tuple[College, College]:
    """One that nobody else joins: its members then follow wherever the collège that it joins may go."""
    joined = {into.id for _, into in small}
    return next((pair for pair in small if pair[0].id not in joined), small[0])


def _joined(
    scheme: Scheme, tallies: Mapping[CollegeId, E], college: College, into: College
) -> tuple[Scheme, Mapping[CollegeId, E]]:
    weight = (into.weight or Fraction()) + (college.weight or Fraction())
    kept = tuple(
        replace(one, weight=weight) if one.id == into.id else one for one in scheme.colleges if one.id != college.id
    )
    together = tallies[into.id] + tallies[college.id]
    return replace(scheme, colleges=kept), {**tallies, into.id: together}
