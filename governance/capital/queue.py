"""Serving the queue: in the order of losses and requests, as far as the floor allows, and nobody overtakes."""

from collections.abc import Iterable

from governance.capital.account import Lots, worth
from governance.capital.book import Claim
from governance.words import Cents


def served(queue: Iterable[Claim], room: Cents, partial: bool) -> list[tuple[Claim, Lots]]:
    """What may be cancelled of each, in whole shares. The first that does not fit stops everybody behind: in part if
    the statutes allow it, wholly otherwise, even where a smaller claim would fit."""
    found: list[tuple[Claim, Lots]] = []
    left: int = room
    for claim in queue:
        if worth(claim.lots) > left:
            fits = fitting(claim.lots, left) if partial else {}
            return [*found, (claim, fits)] if fits else found
        found.append((claim, claim.lots))
        left -= worth(claim.lots)
    return found


def fitting(lots: Lots, room: int) -> Lots:
    """As many of these shares as the room takes, the greatest values first."""
    taken: dict[Cents, int] = {}
    for nominal in sorted(lots, reverse=True):
        taken[nominal] = min(lots[nominal], room // nominal)
        room -= taken[nominal] * nominal
    return {nominal: shares for nominal, shares in taken.items() if shares}
