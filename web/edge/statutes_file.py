"""Statutes written as YAML: read by their schema, then held against the law, every problem at once with its line."""

from dataclasses import dataclass
from hashlib import sha256

from governance.statutes.facts import Statutes
from governance.statutes.findings import Finding, Severity
from governance.statutes.law import findings
from web.edge.lines import Problem, Unreadable, parse
from web.edge.schema import Walk

MOST_CHARACTERS = 100_000  # five times the longest statutes with every sentence quoted


@dataclass(frozen=True)
class StatutesFile:
    """A file and everything to be said of it, by line. `statutes` is None unless the whole of it could be read."""

    text: str
    statutes: Statutes | None
    findings: tuple[Finding, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the file, hexadecimal."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def adoptable(self) -> bool:
        return not any(finding.blocks for finding in self.findings)


def read_statutes(file: str) -> StatutesFile:
    """Every problem at once. The law is asked about all that could be read, even if some of it could not."""
    try:
        root, problems = parse(file, MOST_CHARACTERS)
    except Unreadable as unreadable:
        return StatutesFile(file, None, (_writing(unreadable.problem),))
    walk = Walk(root)
    statutes = walk.value(Statutes, root, ())
    found = [*map(_writing, problems), *walk.findings]
    sound = not found
    if isinstance(statutes, Statutes):
        found += [finding for finding in findings(statutes) if walk.was_read(finding.path)]
    placed = sorted((walk.placed(finding) for finding in found), key=lambda finding: finding.line)
    return StatutesFile(file, statutes if sound else None, tuple(placed))


def _writing(problem: Problem) -> Finding:
    return Finding("yaml", Severity.FILE, (), details={"why": problem.sentence}, line=problem.line)
