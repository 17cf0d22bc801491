"""How solid a meeting is: what the sheet says."""

from typing import TypedDict

from web.documents.contents.values import Head, Legal


class Flaw(TypedDict):
    """Something irregular: what was broken, for which resolution, why, its article, its effect, whether a judge may
    annul for it."""

    what: str
    about: str
    reason: str
    article: str
    effect: str
    ground: str


class Vote(TypedDict):
    """`margin` and `effect`: in words, how many ballots. `influence`: what follows; `safe`: the result cannot have
    changed."""

    title: str
    outcome: str
    margin: str
    effect: str
    influence: str
    safe: bool


class Solidity(TypedDict):
    """`solidite`. `window`: until when it may be contested; `judge`: what a judge looks at before annulling."""

    cooperative: Legal
    title: str
    window: str
    article: str
    judge: str
    flaws: list[Flaw]
    votes: list[Vote]
    missing: list[str]
    record: Head
