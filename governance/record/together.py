"""Threads that ask at the same moment are answered by one sentence: one of them asks it for all who wait."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

Q = TypeVar("Q")
A = TypeVar("A")

FOREVER = -1.0


@dataclass(slots=True, eq=False)
class _Asked(Generic[Q, A]):
    question: Q
    answers: Sequence[A] = ()  # one, or none yet
    error: BaseException | None = None


class Together(Generic[Q, A]):
    """`answers` gives an answer for each question, in order. What it raises is for everybody who asked, unless `alone`
    says that one question was at fault: then each is asked again by itself.

    Who has waited `patience` seconds for her turn, because somebody's answer is long, asks by herself.
    """

    def __init__(
        self,
        answers: Callable[[list[Q]], Sequence[A]],
        alone: Callable[[BaseException], bool] | None = None,
        patience: float = FOREVER,
    ) -> None:
        self._answers = answers
        self._alone = alone
        self._patience = patience
        self._waiting: deque[_Asked[Q, A]] = deque()
        self._turn = Lock()

    def ask(self, question: Q) -> A:
        mine: _Asked[Q, A] = _Asked(question)
        self._waiting.append(mine)
        if self._turn.acquire(timeout=self._patience):
            try:
                if not mine.answers and not mine.error:  # most find that somebody has asked for them
                    self._ask_for([self._waiting.popleft() for _ in range(len(self._waiting))])
            finally:
                self._turn.release()
        else:
            self._ask_alone(mine)
        if mine.error:
            raise mine.error
        return mine.answers[0]

    def _ask_alone(self, mine: _Asked[Q, A]) -> None:
        try:
            self._waiting.remove(mine)
        except ValueError:  # it is among those that are being asked: then it is only to wait
            with self._turn:
                return
        self._ask_for([mine])

    def _ask_for(self, asked: Sequence[_Asked[Q, A]]) -> None:
        try:
            answers = self._answers([one.question for one in asked])
        except BaseException as error:
            if len(asked) > 1 and self._alone and self._alone(error):
                for one in asked:
                    self._ask_for([one])
            else:
                for one in asked:
                    one.error = error
        else:
            for one, answer in zip(asked, answers, strict=True):
                one.answers = (answer,)
