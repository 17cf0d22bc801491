"""What the yearly report on the cooperative project says."""

from typing import TypedDict

from web.documents.contents.registers import Figure
from web.documents.contents.values import Instant, Legal


class ProjectTable(TypedDict):
    title: str
    heads: list[str]
    rows: list[list[str]]


class ProjectSection(TypedDict):
    """`words`: those of the secretary; `missing`: what is still to be supplied, and by whom."""

    title: str
    lines: list[str]
    tables: list[ProjectTable]
    words: str
    missing: list[str]


class ProjectReport(TypedDict):
    """`projet-cooperatif`. `closing`: the last day of the year; `law`: what asks for it."""

    cooperative: Legal
    closing: str
    law: str
    sections: list[ProjectSection]
    figures: list[Figure]
    at: Instant
