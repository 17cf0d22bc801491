"""What the paper of the statutes says: every rule, its article, what there is to see to."""

from typing import TypedDict

from web.documents.contents.values import Legal


class Rule(TypedDict):
    """A line: what is ruled, how, in which article; `quote` is the statutes' own sentence, or nothing; `applied`:
    whether a rule of Palabre reads it."""

    label: str
    value: str
    article: str
    quote: str
    applied: bool


class RulesOf(TypedDict):
    title: str
    lines: list[Rule]


class Remark(TypedDict):
    weight: str
    sentence: str
    article: str


class Statutes(TypedDict):
    """`statuts`: `said` tells which version, `reader` who read it already, or nothing."""

    cooperative: Legal
    title: str
    said: str
    sections: list[RulesOf]
    remarks: list[Remark]
    reader: str
