"""The day on which one reads the cooperative: today, or a past one, as it was known when that day ended."""

from collections.abc import Collection
from contextvars import ContextVar
from datetime import datetime, time, timedelta

from starlette.requests import Request

from governance.words import PARIS, Day, legal_day
from web.visitor import Reader, everybody

then: ContextVar[Day | None] = ContextVar("then", default=None)
"""The past day being visited, None for today."""

OURS = frozenset("home space my_copy my_certificate my_calendar signout another_day".split())  # noqa: SIM905
"""Pages that have no past: one's own, and those by which one comes and goes."""
MADE = frozenset(
    """
    find_coupon mailing notices preparation dispatched dispatched_file draft_file what_if screen contributions
    questionnaire journal_proof new_deliberation retention
    """.split()  # noqa: SIM905
)
"""Pages that show, besides registers, what is not kept in them: letters on their way, drafts, what is due now."""
READ = frozenset({"closing", "dues_year", "discussion", "vote", "proxies", "past_minutes"})
"""Pages that show registers around a form."""
PAPERS = (".pdf", ".odt")


def today() -> Day:
    return then.get() or legal_day(now())


def now() -> datetime:
    day = then.get()
    return end_of(day) if day else datetime.now(PARIS)


def end_of(day: Day) -> datetime:
    """The last moment of a day, in Paris."""
    return datetime.combine(day.last + timedelta(days=1), time(), PARIS)


def travels(name: str, readers: Reader) -> bool:
    """Whether a link to a page stays on the day being visited: the visitors of the public site are always today."""
    return readers is not everybody and name not in OURS


def has_past(name: str, path: str, readers: Reader, verbs: Collection[str], live: bool) -> bool:
    """Whether a page can be read as of a past day: one that writes nothing, and is made of registers alone. A paper is
    made when it is asked for, and dated so: it has no past, but for lists and the register of members, which say of
    which day they are.
    """
    paper = path.endswith(PAPERS) and name != "legal_register"
    written = "POST" in verbs and name not in READ
    return travels(name, readers) and not (live or paper or written or name in MADE)


def visited(request: Request) -> Day | None:
    """The past day that this page shows, None for today."""
    day: Day | None = getattr(request.state, "then", None)
    return day


def present(request: Request) -> str:
    """The path of this page today."""
    return request.url.path.replace(f"/au/{visited(request)}", "", 1)


def inside(request: Request) -> str:
    """The path of this page in its cooperative, whatever the day."""
    path: str = request.scope["path"]
    return path.removeprefix(request.scope["root_path"])
