"""A share printed in whole per cent, and the counts that it may stand for."""

from fractions import Fraction

from governance.counting.priorities import rounded


def counts(percent: int, base: int) -> tuple[int, ...]:
    """How many of the `base` this may be: the whole numbers that round to so many per cent, a half upwards. None may:
    the base is not that of the share."""
    return tuple(count for count in range(base + 1) if rounded(Fraction(count, base)) == percent) if base else ()
