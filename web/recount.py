"""Counting a vote again from its file, with the rules that counted it: what `palabre count` prints."""

import json
from collections.abc import Iterable
from typing import Any

from governance.command import Refused
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import Count, QuorumState, Step
from governance.words import CollegeId
from web.edge.lines import Unreadable
from web.vote_file import VoteFile, plain, read
from web.words.counting import REFUSALS

RESULT = "palabre-resultat/1"


def recount(text: str) -> str:
    """The result of a vote in the format `palabre-scrutin/1`, as JSON: sorted keys, fractions exact (« 200/3 »).

    Raises Unreadable, with the line of the file and the sentence, if it cannot be read or counted.
    """
    vote = read(text)
    try:
        found = {"format": RESULT, "count": _result(count(vote.rules, vote.tallies)), "quorum": None}
        if vote.quorum:
            state = quorum(vote.quorum, vote.rules.scheme, vote.tallies, vote.rules.second_call)
            found["quorum"] = _result(state)
    except Refused as refusal:
        raise Unreadable(_line(vote, refusal), _sentence(refusal)) from None
    return json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True)


def _result(result: Count | QuorumState) -> dict[str, Any]:
    found: dict[str, Any] = plain(result)
    readings = [plain(each) | {"steps": _steps(each.steps)} for each in result.readings]
    return found | {"steps": _steps(result.steps), "readings": readings}


def _steps(steps: Iterable[Step]) -> list[dict[str, Any]]:
    return [{"key": step.key, "article": step.article, "numbers": dict(step.numbers)} for step in steps]


def _sentence(refusal: Refused) -> str:
    sentence, _article = REFUSALS[refusal.reason]
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
