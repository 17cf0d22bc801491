"""What is to be said of a text of statutes: which rule, where, how serious, by which article."""

from dataclasses import dataclass, field
from enum import Enum

Path = tuple[str | int, ...]
"""Where in the statutes: names of fields and ranks in lists, as in `("schemes", 0, "colleges", 2, "weight")`."""


class Severity(Enum):
    FILE = "file"  # cannot be read
    LAW = "law"  # against the law, or against itself
    PRACTICE = "practice"  # allowed, and to be thought over
    UNKNOWN = "unknown"  # not said: what depends on it waits


@dataclass(frozen=True)
class Finding:
    """`key` names the rule, `article` the law ("" where it is plain logic), `line` a line of the file (0: none)."""

    key: str
    severity: Severity
    path: Path
    article: str = ""
    details: dict[str, object] = field(default_factory=dict)
    line: int = 0

    @property
    def blocks(self) -> bool:
        """Whether the statutes cannot be adopted so."""
        return self.severity in (Severity.FILE, Severity.LAW)


def against(key: str, path: Path, article: str = "", /, **details: object) -> Finding:
    """Against the law, or where no article is given against itself: not to be adopted."""
    return Finding(key, Severity.LAW, path, article, details)


def unwise(key: str, path: Path, article: str = "", /, **details: object) -> Finding:
    """Allowed; somebody should think it over."""
    return Finding(key, Severity.PRACTICE, path, article, details)


def unsaid(key: str, path: Path, article: str = "", /, **details: object) -> Finding:
    """The statutes do not say, or their reader does not know."""
    return Finding(key, Severity.UNKNOWN, path, article, details)
