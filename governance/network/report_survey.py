"""Reporting a survey: how many were asked, how many answered, what share of them said so, the needs they stated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import NeedId, NeedStated, ShareReported, SurveyId, SurveyReported
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class Share:
    """`percent` of those who answered, as it is printed."""

    text: Public
    percent: int


@dataclass(frozen=True)
class ReportSurvey:
    """`unit`: what was asked, « établissements ». The order of the needs is the report's; it ranks nothing."""

    may = BOARD
    survey: SurveyId
    title: Public
    on: Day
    population: int
    respondents: int
    unit: Public
    conducted_by: Public
    needs: tuple[Public, ...] = ()
    source: Public = Public("")
    shares: tuple[Share, ...] = ()

    def boundary(self) -> list[About]:
        return [about(kind, survey=self.survey) for kind in (SurveyReported, NeedStated, ShareReported)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        reported = self._reported()
        known = list(facts)
        if known == reported:
            return []
        if known:
            raise Refused("already-reported")
        check_told(self.on, now, self.title, self.unit, *self.needs, *(one.text for one in self.shares))
        if self.population < 1:
            raise Refused("survey-of-nobody")
        if not 0 <= self.respondents <= self.population:
            raise Refused("more-answers-than-asked", respondents=self.respondents, population=self.population)
        if any(one.percent > 100 for one in self.shares):
            raise Refused("more-than-all")
        return reported

    def _reported(self) -> list[Fact]:
        survey = SurveyReported(
            survey=self.survey,
            title=self.title,
            on=self.on,
            population=self.population,
            respondents=self.respondents,
            unit=self.unit,
            conducted_by=self.conducted_by,
            source=self.source,
        )
        needs = [
            NeedStated(NeedId(f"{self.survey}.{rank}"), self.survey, text) for rank, text in enumerate(self.needs, 1)
        ]
        return [survey, *needs, *(ShareReported(self.survey, one.text, one.percent) for one in self.shares)]
