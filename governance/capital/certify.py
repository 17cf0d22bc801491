"""Sending every holder the certificate of her shares: by e-mail to whom that reaches, on paper to the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.capital.facts import CertificatesSent
from governance.capital.rules import SECRETARIAT
from governance.command import About, Refused, about
from governance.membership.place import check_day
from governance.words import Day, Fact, PersonId, legal_day


@dataclass(frozen=True)
class SendCertificates:
    may = SECRETARIAT
    day: Day

    def boundary(self) -> list[About]:
        return [about(CertificatesSent)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_day(self.day, now)
        if not self.day.full:
            raise Refused("full-day-needed", on=self.day)
        sent = CertificatesSent(self.day, legal_day(now))
        return [] if sent in facts else [sent]
