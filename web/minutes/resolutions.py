"""What the minutes say of each resolution: its text, the ballots by collège, the reckoning, what was decided."""

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.command import Refused
from governance.counting.tally import Count, Line
from governance.statutes.facts import Aggregation, Voice
from governance.words import AssemblyId, ResolutionId, VoteId
from projections.assembly import meetings
from projections.decision import decisions
from projections.vote import boxes, votes
from web import amendments, explain
from web.documents.contents import CollegeResult, LeftOpen, Resolution, Round, percent
from web.explain import Answer, Choice
from web.i18n import gettext as _
from web.i18n import part
from web.minutes import ballots
from web.votes.known import college_names
from web.votes.result import asked, hidden, open_proxies, picture
from web.words import cited
from web.words.assembly import BACKINGS
from web.words.counting import say
from web.words.statutes import STATUTES

Row = dict[str, Any]
WIDTH = 520  # points: what fits between the margins


def resolutions(db: Connection[DictRow], meeting: Row) -> list[Resolution]:
    """Those of the agenda in their order; what was not put to the vote says so."""
    assembly = AssemblyId(meeting["id"])
    held = {vote["resolution"]: vote for vote in votes.of_assembly(db, assembly) if vote["amendment"] is None}
    return [
        {**_resolution(db, one, held.get(one["id"])), "amendments": amendments.told(db, assembly, one)}
        for one in meetings.agenda(db, assembly)
    ]


def _resolution(db: Connection[DictRow], tabled: Row, vote: Row | None) -> Resolution:
    if vote is None:
        return _elected(tabled, ballots.rounds(db, ResolutionId(tabled["id"])))
    count = votes.result(vote)
    if count is None:
        raise Refused("vote-not-counted")
    names, decision = college_names(vote), decisions.of_vote(db, VoteId(vote["id"]))
    rules, weighed = votes.opening(vote).rules, count.aggregation is not Aggregation.FLAT
    last = count.steps[-1]
    said: Resolution = {
        **_not_put(tabled),
        "text": vote["text"],
        "method": _method(count),
        "deduced": bool(boxes.hands(db, VoteId(vote["id"]))),
        "counted": ballots.counted(db, vote),
        "results": [_result(line, names, weighed) for line in count.lines],
        "total_in_favour": percent(count.for_) if weighed else None,
        "total_against": percent(count.against) if weighed else None,
        "steps": [say(step) for step in count.steps],
        "left_open": left_open(explain.left_open(count.readings)),
        "open_proxies": open_proxies(vote),
        "picture": {"svg": str(picture(count, rules, names, WIDTH)), "alt": say(last)},
        "majority": _level(count, *asked(count, rules)),
        "article": cited(last.article) if last.article else "",
        "outcome": "second round" if count.second_round else "adopted" if count.adopted else "rejected",
        "decision": str(decision["number"]) if decision else "",
    }
    return _covered(said, count) if hidden(db, vote, count) else said


def _covered(said: Resolution, count: Count) -> Resolution:
    """Where one or two voted in a collège, in secret: all collèges as one, and nothing that would tell theirs."""
    whole = reduce(add, (line.tally for line in count.lines if line.voice is Voice.DELIBERATIVE))
    only = _result(Line(whole, Voice.DELIBERATIVE, None, Fraction(0), Fraction(0)), {}, False)
    why = _("Vote secret : les chiffres d’un collège où une ou deux personnes ont voté ne sont pas publiés seuls.")
    return {
        **said,
        "results": [only],
        "counted": [*said["counted"], why],
        "total_in_favour": None,
        "total_against": None,
        "steps": [],
        "left_open": [],
        "picture": None,
        "majority": "",
    }


def _elected(tabled: Row, rounds: list[Round]) -> Resolution:
    """An election was held on it, or nothing was."""
    said = _not_put(tabled)
    return {**said, "rounds": rounds, "outcome": "election"} if rounds else said


def left_open(choices: Iterable[Choice]) -> list[LeftOpen]:
    """What the statutes do not say, for the paper."""
    return [
        {"question": one.question, "agreed": one.agreed, "answers": [*map(_answer, one.answers)]} for one in choices
    ]


def _answer(one: Answer) -> str:
    return _("%(choice)s : %(outcome)s", choice=one.choice, outcome=one.outcome)


def _not_put(tabled: Row) -> Resolution:
    return {
        "number": tabled["number"],
        "title": tabled["title"],
        "scope": "ordinaire" if tabled["kind"] == "ordinary" else "extraordinaire",
        "presented": str(BACKINGS[tabled["backing"]]),
        "text": tabled["text"],
        "amendments": "",
        "debates": "",
        "method": "",
        "results": [],
        "deduced": False,
        "counted": [],
        "rounds": [],
        "total_in_favour": None,
        "total_against": None,
        "steps": [],
        "left_open": [],
        "open_proxies": "",
        "picture": None,
        "majority": "",
        "article": "",
        "outcome": "not put",
        "decision": "",
    }


def _method(count: Count) -> str:
    """What the statutes call it, as a sentence."""
    words = str(STATUTES[count.aggregation.value])
    return f"{words[:1].upper()}{words[1:]}."


def _level(count: Count, least: Fraction, strict: bool) -> str:
    words = (
        _("%(ratio)s pour : il fallait plus de %(part)s")
        if strict
        else _("%(ratio)s pour : il fallait au moins %(part)s")
    )
    return words % {"ratio": percent(count.ratio * 100)["shown"], "part": part(least)}


def _result(line: Line, names: dict[str, str], weighed: bool) -> CollegeResult:
    tally = line.tally
    shares = weighed and line.weight is not None
    return {
        "college": names.get(tally.college, _("Tous les associés")),
        "advisory": line.voice is Voice.ADVISORY,
        "weight": percent(line.weight) if line.weight is not None else None,
        "entitled": tally.entitled,
        "in_favour": tally.for_,
        "against": tally.against,
        "abstention": tally.abstention,
        "blank": tally.blank,
        "void": tally.void,
        "not_taking_part": tally.did_not_take_part,
        "weight_in_favour": percent(line.for_) if shares else None,
        "weight_against": percent(line.against) if shares else None,
    }
