"""Which collèges vote again: those that found no mandate. The others keep the one of their first vote."""

from governance.counting.merging import merged
from governance.counting.tally import Count, Tally
from governance.statutes.facts import Scheme, Voice
from governance.words import CollegeId


def kept(scheme: Scheme, first: Count) -> tuple[Tally, ...]:
    """The figures of a first vote that stand in the second: of every collège with a mandate, of those too small that
    joined one, and the advice of those that are only heard (M Comme Médoc, art. 17 §1)."""
    tallies = {line.tally.college: line.tally for line in first.lines}
    standing = {college.id for college in merged(scheme, tallies)[0].colleges}
    joins = {college.id: college.merge_into for college in scheme.colleges if college.id not in standing}
    mandated = {line.tally.college for line in first.lines if line.for_ or line.against}

    def home(college: CollegeId) -> CollegeId:
        into = joins.get(college)
        return home(into) if into else college

    return tuple(
        line.tally for line in first.lines if line.voice is Voice.ADVISORY or home(line.tally.college) in mandated
    )
