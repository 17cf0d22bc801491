"""What the answers to a questionnaire add up to: never a share without its base."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from governance.counting.priorities import rounded
from governance.network.survey_facts import Answer, Asks, Question


@dataclass(frozen=True)
class Found:
    """One question. `base`: how many answered it. `options`: how many chose each, in their order. `functions`: how
    many want each function, and how many hours in all. `total`: of the numbers given; `words`: as they were written."""

    question: Question
    base: int
    options: Mapping[str, int]
    functions: Mapping[str, tuple[int, int]]
    total: int
    words: tuple[str, ...]

    def share(self, option: str) -> Fraction:
        return Fraction(self.options[option], self.base) if self.base else Fraction(0)


def found(question: Question, responses: Iterable[Sequence[Answer]]) -> Found:
    given = [answer for response in responses for answer in response if answer.question == question.question]
    said = [str(answer.said) for answer in given]
    count = Counter(said)
    asks = question.asks
    return Found(
        question,
        len(given),
        {str(option): count[str(option)] for option in question.options},
        _hours(given) if asks is Asks.HOURS else {},
        sum(map(int, said)) if asks is Asks.NUMBER else 0,
        tuple(said) if asks is Asks.WORDS else (),
    )


def _hours(answers: Iterable[Answer]) -> dict[str, tuple[int, int]]:
    """The same function, however it is capitalised, is one need."""
    wanted: dict[str, list[int]] = {}
    for answer in answers:
        wanted.setdefault(answer.said.strip().capitalize(), []).append(answer.hours or 0)
    return {function: (len(hours), sum(hours)) for function, hours in sorted(wanted.items())}


def compatible(percent: int, base: int) -> tuple[int, ...]:
    """The whole counts that a printed percentage may stand for: 54 % of 28 is 15, and nothing else."""
    return tuple(count for count in range(base + 1) if base and rounded(Fraction(count, base)) == percent)
