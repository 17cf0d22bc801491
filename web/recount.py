"""Counting a vote, an election or a deliberation again from its file: what `palabre count` prints."""

import json
from collections.abc import Iterable
from typing import Any

from governance.command import Refused
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.replay import reckoned
from governance.counting.tally import Step
from governance.words import CollegeId
from web import asked_file
from web.asked_file import FORMATS, format_of
from web.edge.lines import Unreadable
from web.vote_file import VoteFile, plain, read
from web.words import deciding
from web.words.counting import REFUSALS

RESULT = "palabre-resultat/1"


def recount(text: str) -> str:
    """The result of a vote, an election or a deliberation, as JSON: sorted keys, fractions exact (« 200/3 »).

    Raises Unreadable, with the line of the file and the sentence, if it cannot be read or counted.
    """
    found = _asked(text) if format_of(text) in FORMATS else _vote(text)
    return json.dumps({"format": RESULT, **found}, ensure_ascii=False, indent=2, sort_keys=True)


def _vote(text: str) -> dict[str, Any]:
    """In the format `palabre-scrutin/1`, with its quorum where the file gives one."""
    vote = read(text)
    try:
        found = {"count": _result(count(vote.rules, vote.tallies)), "quorum": None}
        if vote.quorum:
            state = quorum(vote.quorum, vote.rules.scheme, vote.tallies, vote.rules.second_call)
            found["quorum"] = _result(state)
    except Refused as refusal:
        raise Unreadable(_line(vote, refusal), _sentence(refusal)) from None
    return found


def _asked(text: str) -> dict[str, Any]:
    asked, walk = asked_file.read(text)
    try:
        return {"result": _result(reckoned(asked))}
    except Refused as refusal:
        raise Unreadable(walk.line("question"), _sentence(refusal)) from None


def _result(result: Any) -> dict[str, Any]:
    found: dict[str, Any] = plain(result) | {"steps": _steps(result.steps)}
    if "readings" in found:
        found["readings"] = [plain(each) | {"steps": _steps(each.steps)} for each in result.readings]
    return found


def _steps(steps: Iterable[Step]) -> list[dict[str, Any]]:
    return [{"key": step.key, "article": step.article, "numbers": dict(step.numbers)} for step in steps]


def _sentence(refusal: Refused) -> str:
    sentence, _article = {**REFUSALS, **deciding.REFUSALS}[refusal.reason]
    return str(sentence) % refusal.details


def _line(vote: VoteFile, refusal: Refused) -> int:
    """The line to change: of the rule, of the collège's weight, or of its figures (the last, if given twice)."""
    if refusal.reason in _RULES:
        return vote.walk.line(*_RULES[refusal.reason])
    college = refusal.details["college"]
    if refusal.reason.startswith("weight"):
        ranks = [each.id for each in vote.rules.scheme.colleges]
        return vote.walk.line("scheme", "colleges", ranks.index(CollegeId(str(college))), "weight")
    return vote.walk.line("tallies", max(rank for rank, each in enumerate(vote.tallies) if each.college == college))


_RULES = {
    "weights-not-hundred": ("scheme", "colleges"),
    "aggregation-unknown": ("scheme", "aggregation"),
    "college-threshold-unknown": ("scheme", "aggregation"),
    "majority-unknown": ("majority",),
    "colleges-for-unknown": ("scheme", "aggregation"),
    "no-casting-vote": ("chair_for",),
    "shares-do-not-weigh": ("majority", "base"),
}
