"""A computed result explained: its steps with article and sentence of the statutes, and what they leave open."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from governance.counting.tally import Reading, Step
from web.words import cited
from web.words.counting import NOBODY, OPEN, outcome, say
from web.words.statutes import STATUTES


class Explained(NamedTuple):
    """One line of the reckoning. `quote` is the statutes' own sentence, empty where it was not copied."""

    sentence: str
    article: str
    quote: str = ""


class Answer(NamedTuple):
    """What one answer gives, where the statutes do not say."""

    choice: str
    outcome: str
    met: bool
    steps: list[Explained]


class Choice(NamedTuple):
    """A question that the statutes leave open, and every answer to it; `agreed` if all give the same result."""

    question: str
    answers: list[Answer]

    @property
    def agreed(self) -> bool:
        return len({answer.met for answer in self.answers}) == 1


NO_QUOTE: Mapping[str, str] = {}


def explained(
    steps: Iterable[Step], quotes: Mapping[str, str] = NO_QUOTE, names: Mapping[str, str] = NOBODY
) -> list[Explained]:
    """`quotes`: what the statutes say, by article; `names`: what to call those whom a step knows by identifier."""
    return [Explained(say(step, names), cited(step.article), quotes.get(step.article, "")) for step in steps]


def left_open(readings: Iterable[Reading]) -> list[Choice]:
    found: dict[str, list[Answer]] = {}
    for one in readings:
        words = str(STATUTES[one.choice])
        answer = Answer(words, outcome(one.rule, one.met), one.met, explained(one.steps))
        found.setdefault(one.rule, []).append(answer)
    return [Choice(str(OPEN[rule]), answers) for rule, answers in found.items()]
