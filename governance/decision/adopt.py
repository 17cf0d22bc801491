"""Adopting a version of the statutes, by the decision that adopts it. The room of statutes knows no decisions:
this act lives beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.statutes.facts import Form, Organ, Statutes, StatutesAdopted, StatutesIrregular
from governance.statutes.law import findings
from governance.words import Day, DecisionId, Fact, Office, PersonId, Public, StatutesId, legal_day

_AMENDING = {Form.SA: "C.com L225-96", Form.SARL: "C.com L223-30", Form.SAS: "C.com L227-9"}

Slip = tuple[str, str]
"""A rule that was not kept, and its article."""


@dataclass(frozen=True)
class AdoptStatutes:
    """`text` is the file as it was given, `text_digest` its SHA-256, `statutes` what it says.

    `decision`: the one that adopted them; the first version, one older than it, and an association's need none.
    `despite`: why statutes that a rule or the law bars are entered all the same: they were adopted, and that is what
    the record says.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    version: StatutesId
    on: Day
    in_force_from: Day
    statutes: Statutes
    text: Public
    text_digest: str
    decision: DecisionId | None = None
    despite: Public = Public("")

    def boundary(self) -> list[About]:
        decided = [about(DecisionRecorded, decision=self.decision)] if self.decision else []
        return [about(StatutesAdopted), *decided]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        versions = [fact for fact in known if isinstance(fact, StatutesAdopted)]
        if versions and self._same_as(versions[-1]):
            return []
        if any(version.version == self.version for version in versions):
            raise Refused("version-already-adopted", version=self.version)
        self._check_days(now)
        slips = [*self._against_the_law(), *self._out_of_order(versions), *self._undecided(known, versions)]
        return [self._adopted(), *(self._irregular(*slip) for slip in slips)]

    def _check_days(self, now: datetime) -> None:
        """An amendment takes effect once the assembly that adopts it is closed: that day at the earliest."""
        for name, day in (("on", self.on), ("in_force_from", self.in_force_from)):
            if not day.full:
                raise Refused("full-day-needed", **{name: day})
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if self.in_force_from < self.on:
            raise Refused("in-force-before-adoption", on=self.on, in_force_from=self.in_force_from)

    def _against_the_law(self) -> Iterator[Slip]:
        blocking = [finding for finding in findings(self.statutes) if finding.blocks]
        if blocking and not self.despite.strip():
            raise Refused("statutes-against-the-law", findings=blocking)
        yield from ((finding.key, finding.article) for finding in blocking)

    def _out_of_order(self, versions: list[StatutesAdopted]) -> Iterator[Slip]:
        """Between two versions known, one may have been forgotten: what was decided meanwhile rested on another."""
        latest = max((version.in_force_from for version in versions), default=self.in_force_from)
        if self._past(versions) or self.in_force_from >= latest:
            return
        if not self.despite.strip():
            raise Refused("in-force-before-the-last", in_force_from=self.in_force_from, last=latest)
        yield "in-force-before-the-last", ""

    def _undecided(self, known: list[Fact], versions: list[StatutesAdopted]) -> Iterator[Slip]:
        if self.decision is None:
            corrected = bool(versions) and versions[-1].text_digest == self.text_digest
            if versions and self._amending_article and not corrected and not self._past(versions):
                yield "adopted-without-decision", self._amending_article
            return
        decision = next((fact for fact in known if isinstance(fact, DecisionRecorded)), None)
        if decision is None:
            raise Refused("unknown-decision")
        if not decision.adopted:
            raise Refused("decision-rejected-them")
        if decision.on != self.on:
            raise Refused("decided-another-day", decided=decision.on)
        if decision.organ is not Organ.ASSEMBLY and self._amending_article:
            yield "adopted-by-another-organ", self._amending_article

    @property
    def _amending_article(self) -> str:
        """Which article gives amendments to the general assembly; none binds an association."""
        return _AMENDING.get(self.statutes.form, "")

    def _past(self, versions: list[StatutesAdopted]) -> bool:
        """Older than everything known: the history of a cooperative that was there before its record."""
        return all(self.in_force_from < version.in_force_from for version in versions)

    def _same_as(self, other: StatutesAdopted) -> bool:
        mine = (self.text_digest, self.on, self.in_force_from)
        return mine == (other.text_digest, other.on, other.in_force_from)

    def _adopted(self) -> StatutesAdopted:
        return StatutesAdopted(
            self.version, self.on, self.in_force_from, self.statutes, self.text_digest, self.text, self.decision
        )

    def _irregular(self, rule: str, article: str) -> StatutesIrregular:
        return StatutesIrregular(self.version, Public(rule), Public(article), self.despite)
