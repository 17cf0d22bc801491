"""What the law says of statutes: every breach at once, each with its article.

The articles on SCIC (L47 art. 19 quinquies and following) were read through secondary sources: before a
cooperative goes live, its adviser reads its statutes.
"""

from governance.statutes.facts import Statutes
from governance.statutes.findings import Finding
from governance.statutes.law import (
    accounts,
    board,
    capital,
    colleges,
    distance,
    leaving,
    meetings,
    members,
    organs,
    printed,
)

RULES = (members, leaving, colleges, meetings, distance, capital, board, organs, accounts, printed)


def findings(statutes: Statutes) -> list[Finding]:
    """Nothing is hidden by what comes before it. Pure."""
    return [finding for rules in RULES for finding in rules.findings(statutes)]
