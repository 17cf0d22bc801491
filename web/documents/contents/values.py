"""Values that every document shares: moments, percentages, whose document it is, where the record stood."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from math import floor
from typing import Any, NotRequired, TypedDict
from zoneinfo import ZoneInfo

from governance.statutes.facts import Form

Instant = str
"""ISO 8601 to the minute, in the time of Paris with its offset: `2026-12-15T18:00+01:00`."""


def instant(at: datetime) -> Instant:
    """The moment, as a reader in Paris would write it; `at` knows its time zone."""
    return at.astimezone(ZoneInfo("Europe/Paris")).isoformat(timespec="minutes")


class Percent(TypedDict):
    """A part of a hundred: exact (`200/3`), and as it is printed. Nothing is decided on the second."""

    exact: str
    shown: str


def percent(value: Fraction) -> Percent:
    """Points out of a hundred, not below 0: `25 %`, `12,5 %`, `200/3 (66,7 %)`; `≈ 48,3 %` if it is long."""
    tenths = floor(value * 10 + Fraction(1, 2))
    figure = f"{tenths // 10},{tenths % 10}\u00a0%"
    if value * 10 == tenths:
        return {"exact": str(value), "shown": figure.replace(",0", "")}
    short = len(str(value)) <= 12
    return {"exact": str(value), "shown": f"{value} ({figure})" if short else f"≈\u00a0{figure}"}


class Logo(TypedDict):
    """A picture in base64, PNG or JPEG as `media_type` says, and the `words` that stand for it."""

    media_type: str
    words: str
    picture: str


class Legal(TypedDict):
    """What every page must say of the cooperative (C.com R123-237, R123-238, L231-1), and of its `funders`; the last
    one shows their `logos`."""

    name: str
    form: str
    seat: str
    registration: str
    funders: str
    demonstration: bool
    logos: NotRequired[list[Logo]]


FORMS = {
    Form.SA: "Société coopérative d’intérêt collectif anonyme, à capital variable",
    Form.SAS: "Société coopérative d’intérêt collectif par actions simplifiée, à capital variable",
    Form.SARL: "Société coopérative d’intérêt collectif à responsabilité limitée, à capital variable",
    Form.ASSOCIATION: "Association régie par la loi du 1er juillet 1901",
}


def legal(coop: Mapping[str, Any]) -> Legal:
    """The header of every paper, from its letterhead."""
    said: Legal = {
        "name": coop["name"],
        "form": FORMS[Form(coop["form"])] if coop["form"] else "",
        "seat": coop["seat"] or "",
        "registration": coop["registration"] or "",
        "funders": coop["funders"],
        "demonstration": coop["demonstration"],
    }
    if logos := coop.get("logos"):
        said["logos"] = [{"media_type": o["media_type"], "words": o["words"], "picture": o["picture"]} for o in logos]
    return said


class Head(TypedDict):
    """Where the record stood: its RFC 6962 root over all entries, 64 hexadecimal digits, at a position."""

    position: int
    root: str
    at: Instant


class Role(TypedDict):
    """Somebody who holds the meeting or signs: `Présidente de séance`, her name, her capacity."""

    role: str
    name: str
    capacity: str
