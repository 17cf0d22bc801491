"""Every refusal in French, with what to do and the article that says so: the rooms' sentences joined."""

from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from governance.command import Refused
from governance.words import Cents, Day
from web.edge.statutes_words import law
from web.i18n import day, euros, fraction, gettext, moment, part, weekday
from web.words import (
    accounts,
    advisers,
    assembly,
    capital,
    common,
    convening,
    counting,
    deciding,
    decision,
    deliberations,
    dues,
    evidence,
    membership,
    minutes,
    network,
    priorities,
    project,
    revision,
    rights,
    statutes,
    surveys,
    traces,
    vote,
    year,
)

ROOMS = (
    *(common, statutes, membership, advisers, capital, assembly, convening, minutes, vote, deliberations),
    *(
        counting,
        deciding,
        accounts,
        dues,
        decision,
        project,
        network,
        priorities,
        surveys,
        evidence,
        traces,
        revision,
        rights,
        year,
    ),
)
REFUSALS = {reason: told for room in ROOMS for reason, told in room.REFUSALS.items()}

_AMOUNTS = {"owed", "floor", "capital", "room", "waits", "available", "bound"}  # details in cents


class Refusal(NamedTuple):
    """What the reader is told. `article` is the law's or the statutes', empty where good sense suffices."""

    sentence: str
    article: str = ""

    @property
    def whole(self) -> str:
        """On one line: where there is no room for two."""
        return f"{self.sentence} ({self.article})" if self.article else self.sentence


def said(refusal: Refused) -> Refusal:
    """A refusal in the reader's language. `article` in its details prevails over the one of the law."""
    sentence, article = REFUSALS[refusal.reason]
    details = {name: _shown(name, value) for name, value in refusal.details.items()}
    return Refusal(str(sentence) % details, cited(str(details.get("article") or article)))


def cited(article: str) -> str:
    """« art. 24 des statuts » for a bare number, the law in full otherwise."""
    return gettext("art. %(number)s des statuts", number=article) if article[:1].isdigit() else law(article)


def _shown(name: str, value: object) -> object:
    match value:
        case int() if name == "weekday":
            return weekday(value)
        case int() if name in _AMOUNTS:
            return euros(Cents(value))
        case Fraction() if name.startswith("points_"):
            return fraction(value)
        case Fraction():
            return part(value)
        case Day():
            return day(value)
        case datetime():
            return moment(value)
        case list() | tuple():
            return ", ".join(str(_shown(name, each)) for each in value)
        case str() if name in ("kept", "closed"):
            return str(rights.HELD[value])
        case str() if name == "figure":
            return str(project.COUNTED[value])
        case str() if name == "channel":
            return str(vote.CHANNELS[value]).lower()
        case str() if name == "organ":
            return str(statutes.STATUTES[value])
        case _ if isinstance(value, str) and value in common.OFFICES:
            return str(common.OFFICES[value])
    return value
