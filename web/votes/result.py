"""The result of a vote, to be shown: its picture, its steps, by which ways the voices came, what must not be told."""

from fractions import Fraction
from typing import Any

from markupsafe import Markup
from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.facts import Backing
from governance.counting.tally import Count, Line, Rules
from governance.counting.threshold import legal, stated
from governance.statutes.facts import Aggregation, Voice
from governance.statutes.standing import quotes
from governance.vote.box import agreed
from governance.vote.detail import telling
from governance.vote.facts import Channel
from governance.words import CollegeId, VoteId
from projections.vote import boxes, votes
from web.explain import explained, left_open
from web.i18n import gettext as _
from web.i18n import ngettext
from web.pictures.result import CollegeVoices, Outcome, result_by_college
from web.words.vote import CHANNELS


def told(db: Connection[DictRow], vote: DictRow, names: dict[str, str]) -> dict[str, Any]:
    """What the page of a vote that is counted knows besides; no detail where it would tell who voted what."""
    counted = votes.counting(vote)
    if counted is None:
        return {"count": None, "ballots": [], "readings": [], "hidden": ()}
    count = counted.count
    known = {
        "count": count,
        "ballots": votes.ballots(db, vote["id"]),
        "ways": ways(db, vote["id"]),
        "hands": boxes.hands(db, vote["id"]),
        "open_proxies": open_proxies(vote),
        "hidden": hidden(db, vote, count),
        "together": together(count),
        "published": boxes.detail_published(db, vote["id"]),
    }
    if known["hidden"]:
        return {**known, "steps": [], "quorum": [], "readings": []}
    rules = votes.opening(vote).rules
    steps = explained(count.steps, quotes(rules))
    gathered = explained(counted.quorum.steps) if counted.quorum else []
    readings = left_open(count.readings)
    return {**known, "picture": picture(count, rules, names), "steps": steps, "quorum": gathered, "readings": readings}


def hidden(db: Connection[DictRow], vote: DictRow, count: Count) -> tuple[CollegeId, ...]:
    """The collèges of a secret vote whose figures would tell, unless the chair had them shown."""
    return () if boxes.detail_published(db, vote["id"]) else telling(vote["secret"], count)


def together(count: Count) -> dict[str, int]:
    """The voices of every collège that votes, as one."""
    lines = [line.tally for line in count.lines if line.voice is Voice.DELIBERATIVE]
    return {
        "for": sum(one.for_ for one in lines),
        "against": sum(one.against for one in lines),
        "abstention": sum(one.abstention for one in lines),
        "blank": sum(one.blank + one.void for one in lines),
    }


def ways(db: Connection[DictRow], vote: VoteId) -> list[tuple[str, int]]:
    """By which ways the voices came, and how many by each."""
    found = dict(boxes.by_channel(db, vote))
    found[Channel.HANDS] = sum(line.there for line in boxes.hands(db, vote))
    found[Channel.PAPER] = sum(urn.papers for urn in agreed(boxes.urns(db, vote).values()) or ())
    return [(str(CHANNELS[channel.value]), found[channel]) for channel in Channel if found.get(channel)]


def open_proxies(vote: DictRow) -> str:
    """How the powers that name nobody were counted; nothing where there was none."""
    number = vote["open_proxies"]
    if not number:
        return ""
    if Backing(vote["backing"]) is Backing.NEITHER:
        return ngettext(
            "%(num)s pouvoir sans nom de mandataire, compté contre : le conseil n’agrée pas cette résolution",
            "%(num)s pouvoirs sans nom de mandataire, comptés contre : le conseil n’agrée pas cette résolution",
            number,
        )
    return ngettext(
        "%(num)s pouvoir sans nom de mandataire, compté pour : le conseil présente ou agrée cette résolution",
        "%(num)s pouvoirs sans nom de mandataire, comptés pour : le conseil présente ou agrée cette résolution",
        number,
    )


def told_by_hand(db: Connection[DictRow], vote: VoteId) -> str:
    """How a show of hands was counted, for the minutes; nothing where there was none."""
    lines = boxes.hands(db, vote)
    if not lines:
        return ""
    figures = {
        "there": sum(line.there for line in lines),
        "against": sum(line.against for line in lines),
        "abstention": sum(line.abstention for line in lines),
        "for": sum(line.for_ for line in lines),
    }
    return _(
        "À main levée : %(there)s voix dans la salle, %(against)s contre et %(abstention)s abstentions comptées, "
        "%(for)s pour déduites.",
        **figures,
    )


def picture(count: Count, rules: Rules, names: dict[str, str], width: int | None = None) -> Markup:
    colleges = [_voices(line, count.aggregation, names) for line in count.lines]
    outcome = Outcome(colleges, count.ratio, *asked(count, rules), count.adopted)
    return result_by_college(outcome, width=width)


def asked(count: Count, rules: Rules) -> tuple[Fraction, bool]:
    """What was needed, and whether more than that: the law's own level where the statutes' alone would have adopted."""
    law = legal(rules) if count.by_clause and not count.adopted else None
    if law and law.base.value is stated(rules).base.value:
        return law.threshold.value, law.strict
    return count.threshold, count.strict


def _voices(line: Line, aggregation: Aggregation, names: dict[str, str]) -> CollegeVoices:
    tally, weighed = line.tally, aggregation is not Aggregation.FLAT and line.weight is not None
    return CollegeVoices(
        name=names.get(tally.college, ""),
        in_favour=tally.for_,
        against=tally.against,
        abstention=tally.abstention,
        blank_or_void=tally.blank + tally.void,
        weight=line.weight if weighed else None,
        brings=Fraction(line.for_) if weighed else None,
        advisory=line.voice is Voice.ADVISORY,
    )
